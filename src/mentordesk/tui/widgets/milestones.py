"""The programme's dates, and beside them certificates, surveys, checklists, slide and feedback."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from mentordesk.domain.pages import BriefPage, DatedLine
from mentordesk.tui.presentation.milestones import (
    NO_DATES,
    NOT_BEGUN,
    NOTHING,
    certificate_rows,
    checklist_rows,
    date_key,
    date_rows,
    decision_rows,
    empty,
    feedback_rows,
    slide_rows,
    survey_rows,
    together,
)
from mentordesk.tui.presentation.rows import Row
from mentordesk.tui.settling import SLIDES, open_milestone, open_survey, settle
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.view import View


class MilestonesView(View):
    """One list on a narrow terminal; on a wide one the dates, and what stands beside them."""

    HELP: ClassVar[str | None] = """
    # Milestones

    The programme's **dates**: due (`!`), to come, and settled. `x` settles what is under the
    cursor, at once where the playbook lets it pass in silence (a check-in: *all fine*); Enter opens
    what belongs to it: a form, the survey's questions, the slide, the decision. `d` leaves a date
    out this time.

    Below or, reached with Tab, beside them: certificates with the **evidence** and what is missing,
    surveys, checklists, the slide, decisions, feedback. `t` ticks what the cursor is on, and again
    takes the tick away; `f` writes feedback down; `v` opens the slide, where the programme has one.
    `C` writes the dates to come into a file for your calendar.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "done", "Done", id="milestones.done", tooltip="Settle what is under it"),
        Binding("d", "skip", "Skip", id="milestones.skip", tooltip="Leave this date out"),
        Binding("t", "tick", "Tick", id="milestones.tick", tooltip="Met, ticked; or not after all"),
        Binding(
            "f", "feedback", "Feedback", id="milestones.feedback", tooltip="Write feedback down"
        ),
        Binding("v", "slide", "Slide", id="milestones.slide", tooltip="Write on the slide"),
        Binding(
            "C",
            "calendar",
            "Calendar file",
            id="milestones.calendar",
            tooltip="The dates to come as whole days, for a calendar",
        ),
    ]

    lines: tuple[DatedLine, ...] = ()
    met: frozenset[str] = frozenset()
    ticked: frozenset[str] = frozenset()
    has_slide = False
    none = NO_DATES
    nothing = NOTHING

    def compose(self) -> ComposeResult:
        """The dates, and the rest."""
        with Container(id="parts"):
            yield Rows(NO_DATES, id="dates")
            yield Rows(NOTHING, id="beside")

    def show(self, page: BriefPage) -> None:
        """Read everything and lay it out, side by side where there is room."""
        look, desk = self.page_screen.look(columns=2), self.desk
        wide = look.is_wide
        if wide:
            look = look._replace(width=look.width // 2 - 4)
        self.lines = tuple(desk.milestones.of(self.address))
        certificates, checklists = (
            desk.certificates.of(self.address),
            desk.checklists.of(self.address),
        )
        self.met = frozenset(
            f"criterion:{one.key}/{verdict.key}/{one.mentee_id}"
            for one in certificates
            for verdict in one.criteria
            if verdict.met
        )
        self.ticked = frozenset(
            f"item:{one.key}/{item.n}" for one in checklists for item in one.items if item.ticked_on
        )
        slide = desk.slides.latest(self.address)
        self.has_slide = bool(slide) or any(m.kind in SLIDES for m in page.playbook.milestones)
        self.none = look.nothing(NOT_BEGUN if page.mentorship.status == "intake" else NO_DATES)
        self.nothing = look.nothing(NOTHING)
        self.refresh_bindings()
        rest = together(
            certificate_rows(certificates, look),
            slide_rows(slide, look) if self.has_slide else [],
            survey_rows(desk.surveys.of(self.address), look),
            decision_rows(desk.course.decisions(self.address), look),
            feedback_rows(desk.feedback.list(self.address), look),
            checklist_rows(checklists, look),
        )
        self._lay_out(date_rows(self.lines, look), rest, wide=wide)

    def _lay_out(self, dates: list[Row], rest: list[Row], *, wide: bool) -> None:
        """Side by side where there is room, else one under the other in one list."""
        first, second = self.query_one("#dates", Rows), self.query_one("#beside", Rows)
        second.display = wide
        if wide:
            first.rows, second.rows = dates or empty(self.none), rest
        else:
            first.rows = together(dates or empty(self.none), rest or empty(self.nothing))

    WHY: ClassVar[dict[str, str]] = {"slide": "This programme does not end in a slide."}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A slide is for a programme that ends in one."""
        return self.has_slide if action == "slide" else True

    def _date(self) -> DatedLine | None:
        """The date under the cursor that is still ahead; says what is wrong with another one."""
        row = self.current()
        line = next((one for one in self.lines if row and date_key(one) == row.key), None)
        if line is None:
            self.page_screen.say("That is for a date: move the cursor to one.", warn=True)
        elif line.settled_on:
            self.page_screen.say("It is settled already. u takes back what was last.", warn=True)
            return None
        return line

    def action_done(self) -> None:
        """Settle the date, or tick what stands beside it."""
        row = self.current()
        if row and row.kind in ("criterion", "item"):
            self.action_tick()
        elif row and row.kind in ("survey", "slide"):
            self._open(row.kind, row.ref)
        elif line := self._date():
            app = self.page_screen.mentor_app
            self.page_screen.attempt(partial(settle, app, self.address, line.key))

    def action_skip(self) -> None:
        """Leave the date out, with a reason or without."""
        if line := self._date():
            from mentordesk.tui.dialogs.ask import AskText

            skip = partial(self.desk.milestones.skip, self.address, line.key)
            self.app.push_screen(
                AskText(
                    f"Leave out: {line.title}", "Why", placeholder="may stay empty", verb=skip,
                    needed=False,
                )
            )  # fmt: skip

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open what belongs to the line."""
        event.stop()
        row = event.rows.current
        if row:
            self._open(row.kind, row.ref)

    def _open(self, kind: str, ref: str) -> None:
        screen = self.page_screen
        app = screen.mentor_app
        if kind in ("date", "past"):
            if line := self._date():
                screen.attempt(partial(open_milestone, app, self.address, line.key))
        elif kind == "survey":
            screen.attempt(partial(open_survey, app, self.address, ref))
        elif kind == "slide":
            self.action_slide()
        elif kind in ("criterion", "item"):
            self.action_tick()
        elif kind == "feedback":
            self._changed(ref)

    def _changed(self, feedback: str) -> None:
        """Say what is done differently because of feedback."""
        from mentordesk.tui.dialogs.ask import AskText

        known = {one.id: one for one in self.desk.feedback.list(self.address)}[feedback]
        verb = partial(self.desk.feedback.changed, feedback)
        self.app.push_screen(
            AskText(
                "Because of this feedback", "Changed", known.changed,
                placeholder="what is done differently now", verb=verb,
            )
        )  # fmt: skip

    def action_tick(self) -> None:
        """A criterion is met or not; an item of a checklist is ticked or not."""
        row = self.current()
        if row and row.kind == "item":
            key, _, n = row.ref.rpartition("/")
            lists = self.desk.checklists
            verb = lists.untick if row.key in self.ticked else lists.tick
            self.page_screen.attempt(partial(verb, self.address, key, int(n)))
        elif row and row.kind == "criterion":
            self._tick_criterion(row.key, row.ref)
        else:
            said = "Tick is for a criterion or an item of a checklist: move the cursor to one."
            self.page_screen.say(said, warn=True)

    def _tick_criterion(self, shown: str, ref: str) -> None:
        """Ask for the evidence, which may stay empty."""
        from mentordesk.tui.dialogs.ask import AskText

        certificate, criterion, mentee = ref.split("/")
        desk, met = self.desk, shown in self.met
        verb = desk.certificates.untick if met else desk.certificates.tick
        who = self._address_of(mentee)
        self.app.push_screen(
            AskText(
                "Not met after all" if met else "It is met", "Why" if met else "Evidence",
                placeholder="may stay empty", verb=partial(verb, who, certificate, criterion),
                needed=False,
            )
        )  # fmt: skip

    def _address_of(self, mentee_id: str) -> str:
        """The address of one member of a group; of anybody else the page's own."""
        mentorship = self.desk.people.find(self.address).mentorship
        if not (mentorship.group and mentee_id):
            return self.address
        members = self.desk.groups.members(mentorship.id)
        handle = next(one.handle for one in members if one.id == mentee_id)
        return f"{handle}/{mentorship.playbook}"

    def action_feedback(self) -> None:
        """Write feedback down."""
        from mentordesk.tui.dialogs.feedback import WriteFeedback

        relation = self.desk.people.find(self.address)
        self.app.push_screen(WriteFeedback(self.desk, relation))

    def action_calendar(self) -> None:
        """Write the dates to come for a calendar."""
        from mentordesk.tui.dialogs.export import ExportDates

        def wrote(said: str | None) -> None:
            if said:
                self.page_screen.say(said)

        self.app.push_screen(ExportDates(self.desk, self.address), wrote)

    def action_slide(self) -> None:
        """Write on the slide."""
        self.page_screen.mentor_app.open_slide(self.address)
