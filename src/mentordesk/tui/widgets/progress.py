"""How somebody gets on: study weeks, progress, labs, stuck points, ideas, wins, recordings."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from mentordesk.domain.pages import BriefPage
from mentordesk.domain.study import last_weeks
from mentordesk.tui.presentation.progress import EMPTY, ProgressPage, progress_columns
from mentordesk.tui.presentation.rows import blank
from mentordesk.tui.widgets.looking_back import LookingBack
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.domain.learning import Topic

_BESIDE = {
    "week": "study", "lab": "lab", "topic": "stuck", "win": "win", "recording": "recording",
}  # fmt: skip
"""What is added beside which thing under the cursor."""


class ProgressView(LookingBack):
    """One column on a narrow terminal, two on a wide one."""

    HELP: ClassVar[str | None] = """
    # Progress

    **Study** hours on the mentee's clock, and how each week went: `y` kept, `h` partly, `d` not,
    for the week under the cursor or else the one that ended last. There is no streak and no score.

    **Labs** are looked at together (`x`), **stuck points** come back before each call until `x`
    settles them; `t` notes that one was explained and how well it is understood. `x` on an
    **idea** says that you used it today, on a **recording** that it was handed over; `t`, that they
    were told of it; `p` notes a part of it that helps. `z` ends the plan of study hours.

    `a` adds anything of this. `v` says that you opened their progress log, and opens its page.
    `r` looks back on the task, `M` on the month.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="progress.add", tooltip="Progress, hours, a lab, a win …"),
        Binding(
            "x,enter", "settle", "Done", id="progress.done", tooltip="Looked at, settled, used"
        ),
        Binding(
            "y", "week('kept')", "Kept", id="progress.kept", tooltip="The week's plan was kept"
        ),
        Binding("h", "week('partly')", "Partly", id="progress.partly", tooltip="Half of it"),
        Binding("d", "week('not')", "Not kept", id="progress.not", tooltip="Not this week"),
        Binding(
            "t",
            "explain",
            "Explained",
            id="progress.explained",
            tooltip="How well, 1 to 5; of a recording: they know of it",
        ),
        Binding(
            "p", "part", "Part", False, id="progress.part", tooltip="A helpful part of a recording"
        ),
        Binding(
            "z", "stop", "End hours", False, id="progress.stop",
            tooltip="No study hours are planned any more",
        ),
        Binding("r", "look_back('task')", "Task", id="review.task", tooltip="How the task went"),
        Binding("M", "look_back('month')", "Month", id="review.month", tooltip="How the month was"),
        Binding("v", "opened", "Log opened", id="progress.seen", tooltip="And open its page"),
    ]  # fmt: skip

    read: ProgressPage | None = None

    def compose(self) -> ComposeResult:
        """What they do on the left, what comes of it on the right."""
        with Horizontal():
            yield Rows(EMPTY, opens=False, id="does")
            yield Rows(opens=False, id="came")

    def show(self, page: BriefPage) -> None:
        """Read everything and lay it out in one column or two."""
        self.read = self._read()
        look = self.page_screen.look(columns=2)
        does, came = self.query_one("#does", Rows), self.query_one("#came", Rows)
        wide = came.display = look.is_wide
        if wide:
            column = look._replace(width=look.width // 2 - 2)
            does.rows, came.rows = progress_columns(self.read, column)
        else:
            left, right = progress_columns(self.read, look)
            does.rows = [*left, *([blank()] if left and right else []), *right]

    def _read(self) -> ProgressPage:
        desk, who = self.desk, self.address
        study = desk.study.page(who)
        return ProgressPage(
            study,
            last_weeks(study, desk.today()),
            desk.progress.list(who),
            desk.reviews.last(who, "task"),
            desk.reviews.last(who, "month"),
            desk.labs.list(who),
            desk.topics.list(who),
            desk.ideas.list(who),
            desk.words.wins(who),
            desk.recordings.list(who),
        )

    def action_add(self) -> None:
        """Add progress, hours, a lab, a stuck point, a win, a recording …"""
        from mentordesk.tui.dialogs.learning import AddLearning

        row = self.current()
        what = _BESIDE.get(row.kind, "") if row else ""
        dialog = AddLearning(self.desk, self.desk.people.find(self.address), what or "progress")
        self.app.push_screen(dialog, self._added)

    def _added(self, what: str | None) -> None:
        if what:
            self.page_screen.say("Kept. u takes it back.")

    def action_settle(self) -> None:
        """What is under the cursor is looked at, understood, used or handed over."""
        row, desk, say = self.current(), self.desk, self.page_screen.attempt
        if row and row.kind == "lab":
            self._looked_at(row.ref)
        elif row and row.kind == "topic":
            topic = self._topic(row.ref)
            verb = desk.topics.settle if topic and topic.is_open else desk.topics.reopen
            say(partial(verb, row.ref))
        elif row and row.kind == "idea":
            say(partial(desk.ideas.use, self.address, row.ref), "Used today. u takes it back.")
        elif row and row.kind == "recording":
            say(partial(desk.recordings.shared, row.ref), "Handed over today.")
        else:
            self._needs("Done needs a lab, a stuck point, an idea or a recording under the cursor.")

    def _looked_at(self, lab_id: str) -> None:
        from mentordesk.tui.dialogs.lab import LookedAt

        lab = next(one for one in self.desk.labs.list(self.address) if one.id == lab_id)
        self.app.push_screen(LookedAt(self.desk, lab))

    def _topic(self, note_id: str) -> "Topic | None":
        topics = self.read.topics if self.read else ()
        return next((one for one in topics if one.note.id == note_id), None)

    def action_explain(self) -> None:
        """A stuck point was explained: how well is it understood? Of a recording: they know."""
        row = self.current()
        if row and row.kind == "recording":
            told = partial(self.desk.recordings.told, row.ref)
            self.page_screen.attempt(told, "Told today: they know of it. u takes it back.")
            return
        topic = self._topic(row.ref) if row and row.kind == "topic" else None
        if topic is None:
            self._needs("That needs a stuck point or a recording under the cursor; a adds one.")
            return
        from mentordesk.tui.dialogs.explained import Explained

        self.app.push_screen(Explained(self.desk, topic))

    def action_part(self) -> None:
        """Note a helpful part of the recording under the cursor."""
        row = self.current()
        if row is None or row.kind != "recording":
            self._needs("A part needs a recording under the cursor; a adds one.")
            return
        from mentordesk.tui.dialogs.ask import AskText

        note = partial(self.desk.recordings.moment, row.ref)
        title = "A helpful part of the recording"
        self.app.push_screen(AskText(title, "Part", placeholder="12:30 decorators", verb=note))

    def action_stop(self) -> None:
        """Let the plan of study hours end; what was planned and kept stays in the history."""
        if self.read and self.read.study.slots:
            stop = partial(self.desk.study.stop, self.address)
            self.page_screen.attempt(stop, "No study hours are planned now. u takes it back.")
        else:
            self._needs("No study hours are planned; a adds some.")

    def action_week(self, kept: str) -> None:
        """How a week's plan was kept: the one under the cursor, else the one that is meant."""
        from datetime import date

        row = self.current()
        day = date.fromisoformat(row.ref) if row and row.kind == "week" else None
        tell = partial(self.desk.study.week, self.address, kept, day=day)
        told = self.page_screen.attempt(tell)
        if told:
            day_words = f"{told.monday.day} {told.monday:%b}"
            self.page_screen.say(f"Week of {day_words}: {told.kept}.")

    def action_opened(self) -> None:
        """Note that their progress log was opened, and open its page where it is known."""
        who = self.address
        if self.page_screen.attempt(partial(self.desk.progress.seen, who)) is None:
            return
        page = self.desk.progress.page_of(who)
        if page.startswith(("https://", "http://")):
            self.app.open_url(page)
        self.page_screen.say(f"Log opened today. {page or 'Add its page: a, progress, https://…'}")

    def _needs(self, sentence: str) -> None:
        self.page_screen.say(sentence, warn=True)
