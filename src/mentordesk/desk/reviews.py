"""Looking back: at last week's task, and at a month."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mentordesk.desk.preparing import latest_task
from mentordesk.domain.errors import Refusal
from mentordesk.domain.learning import RESULTS, REVIEWS, Answered
from mentordesk.domain.people import Relation
from mentordesk.domain.plans import Action
from mentordesk.domain.readers import ME, Audience, stored
from mentordesk.domain.reviews import Asking, month_questions, plain_words, task_questions
from mentordesk.domain.text import clean, one_line
from mentordesk.store import calls, learning

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_DONE = RESULTS[0]
_SEE = {
    "task": "See the questions with: mentordesk review task WHO",
    "month": "See the questions with: mentordesk review month WHO",
}


class Reviews:
    """The verbs about reviews."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def questions(self, who: str, kind: str) -> Sequence[Asking]:
        """What the programme asks about a task or a month. Raises Refusal for another kind."""
        found = self.desk.people.find(who)
        playbook = self.desk.playbooks.of(found.mentorship.id)
        if kind not in REVIEWS:
            raise Refusal(f"“{kind[:20]}” is no review. Use {', '.join(REVIEWS)}.")
        return task_questions(playbook) if kind == "task" else month_questions(playbook)

    def list(self, who: str, kind: str = "") -> Sequence[Answered]:
        """Every answer, the newest review first."""
        found = self.desk.people.find(who)
        every = learning.answers(self.desk.store, found.mentorship.id)
        return [one for one in every if kind in ("", one.kind)]

    def last(self, who: str, kind: str) -> Sequence[Answered]:
        """The answers of the newest review of a kind."""
        return learning.last_review(self.list(who), kind)

    def task_of(self, who: str) -> Action | None:
        """The task that a review would be about, None for none."""
        return latest_task(self.desk, self.desk.people.find(who).mentorship.id)

    def keep(
        self, who: str, kind: str, answers: Mapping[str, str], readers: Audience = ME
    ) -> Sequence[Answered]:
        """Store answers by their questions' keys, with the session if one runs.

        A task that is answered with yes is ticked off; a month's review settles the programme's
        monthly review if it is due. Answers given again on the same day are corrected. Raises
        Refusal when nothing is answered.
        """
        found = self.desk.people.find(who)
        asked = {one.key: one.ask for one in self.questions(who, kind)}
        given = {key: clean(text).strip() for key, text in answers.items() if clean(text).strip()}
        if not given:
            raise Refusal(f"There is no answer. {_SEE[kind]}")
        task = latest_task(self.desk, found.mentorship.id) if kind == "task" else None
        with self.desk.writing(f"review of the {kind} with {found.mentee.name}"):
            for key, text in given.items():
                asks = asked.get(key, plain_words(key))
                self._keep(found, kind, Asking(key, asks), text, task, readers)
            if task and task.is_open and one_line(given.get("done", "")).casefold() == _DONE:
                self.desk.promises.done(task.id)
            if kind == "month":
                self._settle(found)
        self.desk.tell("review", found.mentorship.id)
        return self.last(who, kind)

    def _keep(
        self,
        found: Relation,
        kind: str,
        asking: Asking,
        text: str,
        task: Action | None,
        readers: Audience,
    ) -> None:
        desk, own, today = self.desk, found.mentorship.id, self.desk.today().isoformat()
        running = calls.running(desk.store, own)
        desk.store.put(
            "review",
            {
                "mentorship_id": own,
                "kind": kind,
                "key": asking.key,
                "day": today,
                "action_id": task.id if task else None,
            },
            {"text": text, "readers": stored(readers)},
            desk.new_id,
            once={
                "session_id": running.id if running else None,
                "question": one_line(asking.ask),
            },
        )

    def _settle(self, found: Relation) -> None:
        """The programme's own monthly review is done with this, where it is due."""
        desk = self.desk
        playbook = desk.playbooks.of(found.mentorship.id)
        if not any(one.kind == "review" for one in playbook.milestones):
            return
        try:
            lines = desk.milestones.of(found.address)
        except Refusal:
            return  # a relation that has ended owes no review
        for line in lines:
            if line.kind == "review" and line.state == "due":
                desk.milestones.done(found.address, line.key)
