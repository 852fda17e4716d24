"""The recap from the shell: exactly what leaves, as text, as a file, as a mail to be sent."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option, running_argument, text_of
from mentordesk.domain.text import one_line

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.pages import RecapPage


@click.command("recap")
@running_argument
@click.option("--private", is_flag=True, help="The version that is only for you.")
@click.option("--set", "replace", metavar="TEXT", help="Write it yourself; - reads stdin.")
@click.option(
    "-o",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Into a new file; .html as HTML.",
)
@click.option(
    "--eml",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Into a new file as a mail that you send from your mail program.",
)
@click.option("--mailto", is_flag=True, help="Print a link that opens your mail program with it.")
@click.option("--force", is_flag=True, help="Into a file that is there already, too.")
@json_option
@pass_door
@click.pass_context
def recap(
    ctx: click.Context, door: Door, who: str, private: bool, replace: str | None,
    file: Path | None, eml: Path | None, mailto: bool, force: bool, as_json: bool,
) -> None:  # fmt: skip
    """Print exactly what the mentee receives.

    Nothing that is only for you is in it, and nothing of another mentee. The call is the running
    one, else the last one that was held. The desk sends nothing: a mail is handed to your own mail
    program, a short recap also as a link.
    """
    if sum(map(bool, (private, file, eml, mailto))) > 1:
        raise click.UsageError(
            "Give one of --private, -o, --eml and --mailto: only what leaves is written", ctx
        )
    desk = door.read() if replace is None else door.write()
    session = desk.recaps.latest(who)
    if replace is not None:
        _rewrite(desk, session.id, text_of([replace]), private)
    page = desk.recaps.page(session.id)
    if not (private or as_json):
        for said in page.warnings:  # stdout is what leaves, and nothing else
            output.complain(f"! {said}")
    if file:
        output.say(f"Wrote {desk.recaps.to_file(session.id, file, force)}")
    elif eml:
        _write_mail(desk, session.id, eml, force)
    elif mailto:
        output.say(desk.recaps.mail.link(session.id))
    elif as_json:
        output.as_json(_shape(desk, page))
    else:
        output.say((page.private if private else page.leaves).rstrip("\n"))


def _write_mail(desk: "Desk", session_id: str, path: Path, force: bool) -> None:
    mail = desk.recaps.mail.preview(session_id)
    written = desk.recaps.mail.to_file(session_id, path, force)
    for name in mail.missing:
        output.complain(f"! {one_line(name)} has no mail address and is not written to.")
    whom = ", ".join(f"{one_line(name)} <{one_line(address)}>" for name, address in mail.to)
    output.say(f"Wrote {written}: “{one_line(mail.subject)}” to {whom}. Nothing is sent.")


def _rewrite(desk: "Desk", session_id: str, text: str, private: bool) -> None:
    page = desk.recaps.page(session_id)
    if private:
        desk.recaps.write(session_id, page.leaves, text)
    else:
        desk.recaps.write(session_id, text)


def _shape(desk: "Desk", page: "RecapPage") -> shapes.Shape:
    return {
        "session": shapes.session(desk, page.session),
        "name": page.name,
        "email": page.email,
        "leaves": page.leaves,
        "private": page.private,
        "is_draft": page.is_draft,
        "warnings": list(page.warnings),
    }
