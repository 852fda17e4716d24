"""`goal show`, `smart`, `require` and `meets`: what is known of one goal, and of a role."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.goal_options import id_argument, said_argument
from mentordesk.cli.options import Words, json_option, text_of, words_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.planning import GoalPage, Requirement


@click.command("show")
@id_argument
@json_option
@pass_door
def show(door: Door, id: str, as_json: bool) -> None:
    """Show everything known of a goal.

    ID is the beginning of an id as `mentordesk goal list` shows it.
    """
    desk = door.read()
    page = desk.goals.page(id)
    if as_json:
        from mentordesk.cli.shapes_planning import goal_page

        output.as_json(goal_page(page))
    else:
        _print(desk, page)


@click.command("smart")
@id_argument
@click.option("--specific", metavar="TEXT", help="What exactly.")
@click.option("--measurable", metavar="TEXT", help="How one can tell.")
@click.option("--achievable", metavar="TEXT", help="Why it can be done.")
@click.option("--relevant", metavar="TEXT", help="What it is good for.")
@click.option("--timely", metavar="TEXT", help="By when.")
@pass_door
def smart(door: Door, /, id: str, **said: str | None) -> None:
    """Say what makes a goal SMART, as far as it is known."""
    given = {letter: text for letter, text in said.items() if text is not None}
    page = door.write().goals.smart(id, given)
    output.say(f"{page.goal.text}: {smart_words(page)}")


@click.command("require", cls=Words)
@id_argument
@words_argument
@click.option("--instead", type=int, default=0, metavar="N", help="In place of the N-th so far.")
@pass_door
def require(door: Door, id: str, words: tuple[str, ...], instead: int) -> None:
    """Write down what a role asks for."""
    desk = door.write()
    made = desk.goals.require(id, text_of(words), instead)
    from mentordesk.domain.planning import readiness

    page = desk.goals.page(id)
    output.say(f"{page.goal.text} asks for: {made.text} ({readiness(page.requirements)})")


@click.command("meets")
@id_argument
@click.argument("number", metavar="N", type=int)
@said_argument
@click.option("--evidence", default="", metavar="TEXT", help="By what one can tell; or as TEXT.")
@click.option("--not", "not_yet", is_flag=True, help="Not yet, after all.")
@pass_door
def meets(
    door: Door, id: str, number: int, words: tuple[str, ...], evidence: str, not_yet: bool
) -> None:
    """Note that something a role asks for is met.

    N is its number in `mentordesk goal show ID`.
    """
    desk = door.write()
    one = desk.goals.meets(id, number, evidence or " ".join(words), met=not not_yet)
    from mentordesk.domain.planning import readiness

    word = "Met" if one.met_on else "Not yet"
    output.say(f"{word}: {one.text} ({readiness(desk.goals.page(id).requirements)})")


def smart_words(page: "GoalPage") -> str:
    """Which letters of SMART are said and which are not: `S, M · not yet: A, R, T`."""
    from mentordesk.domain.planning import LETTERS, missing_letters

    missing = missing_letters(page.smart)
    said = ", ".join(one[0].upper() for one in LETTERS if one not in missing)
    left = ", ".join(one[0].upper() for one in missing)
    return " · ".join(part for part in (said, f"not yet: {left}" if left else "") if part)


def _print(desk: "Desk", page: "GoalPage") -> None:
    from mentordesk.cli.goal_sets import goal_rows

    goal = page.goal
    output.say(f"{goal.text} ({page.address})")
    output.table([goal_rows(desk, [goal])[0][:2] + goal_rows(desk, [goal])[0][3:]])
    if goal.set_no:
        carried = f", carried over ×{page.carried}" if page.carried else ""
        output.say(f"  set {goal.set_no}{carried}")
    if page.smart or page.asks_smart:
        output.say(f"SMART  {smart_words(page)}")
        output.table([(letter, text) for letter, text in page.smart.items() if text])
    if page.requirements:
        _print_role(desk, page)
    if page.marks:
        output.say("How it stood")
        output.table([(words.day_words(m.day, desk.today()), m.mark, m.text) for m in page.marks])


def _print_role(desk: "Desk", page: "GoalPage") -> None:
    from mentordesk.domain.planning import readiness

    output.say(f"What it asks for, {readiness(page.requirements)}")
    output.table([_asked(desk, n, one) for n, one in enumerate(page.requirements, 1)])


def _asked(desk: "Desk", number: int, one: "Requirement") -> tuple[str, ...]:
    met = f"since {words.day_words(one.met_on, desk.today())}" if one.met_on else ""
    return "✓" if one.met_on else "○", str(number), one.text, one.evidence, met
