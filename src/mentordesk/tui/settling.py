"""What opens for one of the programme's dates: a form, its questions, the slide, a decision."""

from functools import partial
from typing import TYPE_CHECKING

from mentordesk.desk.milestones import ALL_FINE
from mentordesk.tui.course import CourseScreen

if TYPE_CHECKING:
    from mentordesk.domain.pages import DatedLine
    from mentordesk.tui.app import MentorApp

SLIDES = ("slide draft", "slide final")


def settle(app: "MentorApp", address: str, key: str) -> None:
    """Done, with one key where the playbook lets a date pass in silence; else what it opens."""
    one = app.desk.milestones.known(address, key)
    if not one.quiet_ok:
        open_milestone(app, address, key)
        return
    app.desk.milestones.done(address, key)
    app.notify(f"{ALL_FINE.capitalize()}. Done. u takes it back.", markup=False)


def open_milestone(app: "MentorApp", address: str, key: str) -> None:
    """Open what settles a date, by its kind and by what it names."""
    one = app.desk.milestones.known(address, key)
    line = app.desk.milestones.next(address, key)
    if line is None:
        app.tell(f"{one.title} is settled already. u takes back what was done last.")
    elif one.survey:
        open_survey(app, address, one.survey, line)
    elif one.decision and isinstance(app.screen, CourseScreen):
        app.screen.decide_on(address, one.decision)
    elif one.kind in SLIDES:
        app.open_slide(address)
    else:
        open_form(app, address, line)


def open_survey(
    app: "MentorApp", address: str, survey: str, line: "DatedLine | None" = None
) -> None:
    """Ask a survey's questions one after the other; a form elsewhere is only noted as filled in.

    One that may pass in silence asks first whether all is fine.
    """
    from mentordesk.tui.dialogs.survey import ask

    if line is not None and app.desk.milestones.known(address, line.key).quiet_ok:
        go_on = partial(ask, app, address, survey)
        open_form(app, address, line, asks=go_on)
    else:
        ask(app, address, survey)


def open_form(
    app: "MentorApp", address: str, line: "DatedLine", asks: "partial[None] | None" = None
) -> None:
    """Done, left out, or words to keep for the day."""
    from mentordesk.tui.dialogs.settle import SettleDate

    def answered(said: str | None) -> None:
        if said == SettleDate.ASK and asks:
            asks()
        elif said:
            app.notify(f"{said} u takes it back.", markup=False)

    app.push_screen(SettleDate(app.desk, address, line, asks=asks is not None), answered)
