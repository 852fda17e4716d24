"""`support`: whom to turn to, and asking them without giving anybody away."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_intake, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import Words, json_option, text_of, who_argument, words_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.support import Directory


class Listing(Group):
    """A group whose list needs no word: `support ada` is `support list ada`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the word in where it is left out."""
        known = {*self.list_commands(ctx), "-h", "--help"}
        return super().parse_args(ctx, args if args and args[0] in known else ["list", *args])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command; another word is somebody whom the list is about."""
        return super().get_command(ctx, cmd_name) or super().get_command(ctx, "list")


@click.group("support", cls=Listing)
def support() -> None:
    """Find help for yourself: contacts, code of conduct, links.

    Without a command, the list is printed: `support`, `support ada`, `support --playbook astropy`.
    """


@support.command("list")
@click.argument("who", metavar="[WHO]", required=False, default="")
@click.option("--playbook", default="", metavar="P", help="One programme, whoever it is about.")
@json_option
@pass_door
def list_support(door: Door, who: str, playbook: str, as_json: bool) -> None:
    """Print whom to turn to, where to report, and the programme's links."""
    desk = door.read()
    found = desk.support.all(who, playbook)
    if as_json:
        output.as_json([shapes_intake.directory(one) for one in found])
    elif not found:
        output.say("Nobody is mentored yet. Name a programme: mentordesk support --playbook P")
    for one in () if as_json else found:
        _print(desk, one)


@support.command("ask", cls=Words)
@who_argument
@click.argument("contact", metavar="CONTACT")
@words_argument
@pass_door
def ask(door: Door, who: str, contact: str, words: tuple[str, ...]) -> None:
    """Ask for help: print a message with no names in it, and note it.

    CONTACT is a key as the list shows it. The names, handles and addresses of the mentee and of
    everybody in the group become “my mentee”. TEXT - reads stdin.
    """
    desk = door.write()
    output.say(desk.support.ask(who, contact, text_of(words)).rstrip())
    output.complain("Read it once more: what happened can give somebody away, too.")


@support.command("link")
@click.argument("name", metavar="NAME")
@click.option("--for", "who", default="", metavar="WHO", help="In the programme of this mentee.")
@click.option("--playbook", default="", metavar="P", help="In this programme.")
@pass_door
def link(door: Door, name: str, who: str, playbook: str) -> None:
    """Print one address.

    NAME is a contact's key, `conduct`, `report`, or the beginning of a link's name.
    """
    output.say(door.read().support.link(name, who, playbook))


def _print(desk: "Desk", one: "Directory") -> None:
    output.say(f"{one.title} ({one.playbook})")
    contacts = [(c.key, c.title, c.reach, c.link) for c in one.contacts]
    contacts += [("conduct", "Code of conduct", "", one.conduct)] * bool(one.conduct)
    contacts += [("report", "Report a breach of it", "", one.report_conduct)] * bool(
        one.report_conduct
    )
    if contacts:
        output.table(contacts)
    else:
        output.say("  The programme names nobody. `mentordesk playbook copy` makes one to edit.")
    for title, rows in (
        ("How confidences are kept", [(line,) for line in one.confidential]),
        ("Links", list(one.links.items())),
        ("Asked", [(words.day_words(a.day, desk.today()), a.contact, a.text) for a in one.asked]),
    ):
        if rows:
            output.say(title)
            output.table(rows)
