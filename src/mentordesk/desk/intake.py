"""The way in: somebody is talked about, asked, read up on and met before it begins."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.intake import (
    DECLINED,
    VERDICTS,
    FitLine,
    IntakeLine,
    IntakePage,
    Load,
    at,
    reviewed,
    stage_for,
    staged,
    suggestion,
)
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME, stored
from mentordesk.domain.text import clip, one_line
from mentordesk.store import intake as rows
from mentordesk.store import words as texts
from mentordesk.store.connection import iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_WAITING = ("intake", DECLINED)


class Intake:
    """The verbs about the way in."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def add(
        self,
        name: str,
        *,
        playbook: str = "",
        handle: str = "",
        referrer: str = "",
        link: str = "",
        text: str = "",
        **words: str,
    ) -> Relation:
        """Somebody new, at the first stage of their programme; active at once if it has none.

        Words are those of people.add. Raises Refusal as that does.
        """
        desk = self.desk
        row = desk.people.new_row(name, handle, words)
        plan, today = desk.playbooks.find(playbook or desk.default_playbook), desk.today()
        with desk.writing(f"{row['name']} is on the way in") as store:
            store.insert("mentee", row)
            made = desk.people.begin(plan, today, "intake" if plan.intake else "active")
            desk.people.enter(made, row["id"], today)
            self._source(made, referrer, link)
            if plan.intake:
                self._step(made, plan.intake[0].key, text)
        desk.tell("people", row["id"])
        return desk.people.by_mentorship(made)

    def list(self) -> Sequence[IntakeLine]:
        """Everybody on the way in, who has waited longest first."""
        found = [self._line(one) for one in rows.on_the_way(self.desk.store)]
        return sorted(found, key=lambda line: (line.since or self.desk.today(), line.name))

    def show(self, who: str) -> IntakePage:
        """The whole way in of one person, also when it lies behind them."""
        store, found = self.desk.store, self.desk.people.find(who)
        mentorship = found.mentorship.id
        plan, steps = self.desk.playbooks.of(mentorship), rows.steps(store, mentorship)
        source = rows.source(store, mentorship)
        return IntakePage(
            line=self._line(found),
            referrer=source["referrer"] if source else "",
            link=source["link"] if source else "",
            stages=staged(plan.intake, steps),
            steps=steps,
            background=texts.background(store, mentorship),
            profile=[n for n in self.desk.words.profile(who) if n.kind != "background"],
            fit=self.fit(who),
            load=self.load(found.mentorship.playbook),
        )

    def advance(self, who: str, to: str = "", text: str = "") -> Relation:
        """Note that a stage was reached, the next unless said; the last begins the mentorship.

        Its first day is then today, and its term counts from there. Raises Refusal when somebody
        is not on the way in, or the programme has no such stage.
        """
        desk = self.desk
        found = desk.people.find(who)
        name, mentorship = found.mentee.name, found.mentorship.id
        if found.mentorship.status not in _WAITING:
            raise Refusal(f"{name} is {found.mentorship.status}: the way in is behind you both.")
        stages = desk.playbooks.of(mentorship).intake
        now = at(stages, rows.steps(desk.store, mentorship))
        stage = stage_for(stages, now, to)
        status = "active" if stage == stages[-1] else "intake"
        with desk.writing(f"{name}: {clip(stage.title, 40)}") as store:
            self._step(mentorship, stage.key, text)
            if status == "active":
                store.update("mentorship", mentorship, started_on=desk.today().isoformat())
            if status != found.mentorship.status:
                desk.people.become(found, status, "")
        desk.tell("people", found.mentee.id)
        return desk.people.by_mentorship(mentorship)

    def decline(self, who: str, reason: str = "") -> Relation:
        """It does not come about; everything is kept. Raises Refusal for who is not on the way."""
        desk = self.desk
        found = desk.people.find(who)
        name, mentorship = found.mentee.name, found.mentorship.id
        if found.mentorship.status != "intake":
            raise Refusal(f"{name} is {found.mentorship.status}, not on the way in.")
        with desk.writing(f"{name} does not come in"):
            self._step(mentorship, DECLINED, reason)
            desk.people.become(found, DECLINED, reason)
        desk.tell("people", found.mentee.id)
        return desk.people.by_mentorship(mentorship)

    def read(self, who: str, *, undoable: bool = True) -> Relation:
        """The background that has come so far was read; a page that shows it says so by itself."""
        desk = self.desk
        found = desk.people.find(who)
        mentorship = found.mentorship.id
        with desk.writing(f"read up on {found.mentee.name}", undoable) as store:
            row = rows.source(store, mentorship)
            made = row["id"] if row else self._source(mentorship, "", "")
            store.update("intake", made, read_at=iso(desk.now()))
        desk.tell("people", found.mentee.id)
        return found

    def fit(self, who: str) -> Sequence[FitLine]:
        """What to look at before the two are matched, with what was answered so far."""
        mentorship = self.desk.people.find(who).mentorship.id
        criteria = self.desk.playbooks.of(mentorship).match
        return reviewed(criteria, rows.fit_answers(self.desk.store, mentorship))

    def match(self, who: str, criterion: str, verdict: str, text: str = "") -> str:
        """Answer one criterion, or that a side agreed; what all answers say together.

        Raises Refusal for another criterion or verdict.
        """
        desk = self.desk
        found, key = desk.people.find(who), criterion.strip().casefold()
        known = [line.key for line in self.fit(who)]
        if key not in known:
            raise Refusal(
                f"“{clip(criterion, 30)}” is no criterion here. There are: {', '.join(known)}."
            )
        if verdict not in VERDICTS:
            raise Refusal(f"“{clip(verdict, 20)}” is no answer. Use {', '.join(VERDICTS)}.")
        said = {
            "verdict": verdict,
            "text": one_line(text),
            "day": desk.today().isoformat(),
            "readers": stored(ME),
        }
        answered = {"mentorship_id": found.mentorship.id, "criterion": key}
        with desk.writing(f"match with {found.mentee.name}: {key} {verdict}") as store:
            store.put("fit_answer", answered, said, desk.new_id)
        desk.tell("people", found.mentee.id)
        return suggestion(self.fit(who))

    def load(self, playbook: str) -> Load:
        """How many go on under a programme, by the numbers of its playbook as it is now."""
        plan = self.desk.playbooks.usable(playbook)
        active = rows.active(self.desk.store).get(playbook, 0)
        if plan is None:
            return Load(playbook, playbook, active)
        return Load(
            playbook,
            plan.title,
            active,
            plan.load_min,
            plan.load_max,
            plan.ask_above,
            plan.load_mentors,
        )

    def loads(self) -> Sequence[Load]:
        """The load of every programme under which somebody is mentored, without its file."""
        return rows.loads(self.desk.store)

    def warning(self, who: str) -> str:
        """What a programme has against one more, once somebody is active under it; else ''."""
        mentorship = self.desk.people.find(who).mentorship
        return self.load(mentorship.playbook).warning() if mentorship.status == "active" else ""

    def _line(self, found: Relation) -> IntakeLine:
        mentorship = found.mentorship.id
        plan, steps = self.desk.playbooks.of(mentorship), rows.steps(self.desk.store, mentorship)
        stages, n = plan.intake, at(plan.intake, steps)
        coming = stages[n] if n < len(stages) else None
        return IntakeLine(
            address=found.address,
            name=found.mentee.name,
            programme=plan.title,
            status=found.mentorship.status,
            n=n,
            of=len(stages),
            stage=stages[n - 1].title if n else "",
            since=steps[-1].day if steps else None,
            next=coming.title if coming else "",
            by=coming.by if coming else "",
            unread=rows.unread(self.desk.store, mentorship),
        )

    def _source(self, mentorship: str, referrer: str, link: str) -> str:
        return self.desk.insert(
            "intake",
            mentorship_id=mentorship,
            referrer=one_line(referrer),
            link=one_line(link),
            read_at=None,
            readers=ME,
        )

    def _step(self, mentorship: str, stage: str, text: str) -> None:
        self.desk.insert(
            "intake_step",
            mentorship_id=mentorship,
            stage=stage,
            day=self.desk.today().isoformat(),
            text=one_line(text),
            readers=ME,
        )
