"""However the notes of a call are typed at, their things are what the text says, and no more."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import ada

from mentordesk.dates.due import due_at_end
from mentordesk.desk import Desk
from mentordesk.domain.capture import read

LINES = [
    "[ ] @ada push", "[ ] push", "[ ] @me, @ada read by fri", "! a by fri", "? a", "?? a", "+ a",
    "> a", "a", "",
]  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["type", "type", "rub", "drop", "move", "copy", "add", "paste", "take", "dismiss",
             "done", "window"]
        ),
        st.integers(0, 999),
        st.integers(0, 999),
        st.sampled_from(["a", " ", "\n", "@me ", " by mon", "!", "?", "[ ] "]),
    ),
    min_size=6,
    max_size=14,
)  # fmt: skip


MADE = """
SELECT capture.*, coalesce(action.text, opportunity.text, thing.body) AS text,
       coalesce(action.due, opportunity.due) AS due
FROM capture JOIN note ON note.id = note_id
LEFT JOIN action ON action.id = thing_id
LEFT JOIN opportunity ON opportunity.id = thing_id
LEFT JOIN note AS thing ON thing.id = thing_id
WHERE note.session_id = ?
"""


class Typing:
    """A mentor who types, and another door that takes, dismisses and settles meanwhile."""

    def __init__(self, desk: Desk, lines: Sequence[str]) -> None:
        self.desk, self.session = desk, desk.calls.start("ada").id
        self.done: set[str] = set()
        self.text = "\n".join(lines)
        self.keep(())

    def step(self, what: str, here: int, there: int, typed: str) -> None:
        """Do one thing, store, and compare."""
        lines, at = self.text.split("\n"), here % (len(self.text) + 1)
        one, other = here % len(lines), there % len(lines)
        block: Sequence[str] = ()
        match what:
            case "type":
                self.text = self.text[:at] + typed + self.text[at:]
            case "rub":
                self.text = self.text[: max(at - there % 4, 0)] + self.text[at:]
            case "drop":
                self.text = "\n".join(lines[:one] + lines[one + 1 :])
            case "move" | "copy":
                lines.insert(other, lines.pop(one) if what == "move" else lines[one])
                self.text = "\n".join(lines)
            case "add" | "paste":
                new = LINES[there % len(LINES) :][:3]
                block = new if what == "paste" else ()
                self.text = "\n".join([*lines[:one], *new, *lines[one:]])
            case "window":
                self.desk.calls.add_notes(self.session, typed.strip() or "+ from elsewhere")
                self.text = self.desk.pages.call_of(self.session).notes
            case _:
                self.elsewhere(what, here)
        self.keep(block)

    def elsewhere(self, what: str, here: int) -> None:
        """What another door does to the things."""
        page = self.desk.pages.call_of(self.session)
        waiting = sorted(page.suggested)
        if what == "done" and (made := self.open("action")):
            self.desk.promises.done(made[here % len(made)])
            self.done.add(made[here % len(made)])
        elif waiting and what in ("take", "dismiss"):
            verb = self.desk.calls.take if what == "take" else self.desk.calls.dismiss
            verb(self.session, waiting[here % len(waiting)])

    def open(self, table: str) -> list[str]:
        """The things of this call that nobody has settled, by their ids."""
        live = {"action": "state = 'open'", "opportunity": "state = 'spotted'"}
        where = live.get(table, "kind <> 'call' AND state IN ('open', '')")
        rows = self.desk.store.rows(
            f"SELECT id FROM {table} WHERE session_id = ? AND {where} ORDER BY rowid", self.session
        )
        return [row["id"] for row in rows]

    def keep(self, block: Sequence[str]) -> None:
        """Store, and see that everything is as the text says."""
        base = self.desk.pages.call_of(self.session).notes
        self.desk.calls.keep_notes(self.session, base, self.text, block)
        said = read(self.text, lambda line: due_at_end(line, self.desk.today()))
        rows = self.desk.store.rows(MADE, self.session)
        lines = Counter((row["line"], row["kind"], row["raw"]) for row in rows)
        assert lines == Counter((thing.line, thing.kind, thing.raw) for thing in said)
        made = [row["thing_id"] for row in rows if row["thing_id"]]
        assert len(made) == len(set(made))
        assert set(self.open("action") + self.open("opportunity") + self.open("note")) <= set(made)
        words = {(row["line"], row["text"], row["due"]) for row in rows if row["thing_id"]}
        days = {(t.line, t.text, t.due.isoformat() if t.due else None) for t in said}
        assert words <= days
        stays = "SELECT count(*) FROM action WHERE state = 'done' AND id = ?"
        assert all(self.desk.store.value(stays, one) for one in self.done)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(LINES), min_size=3, max_size=7), STEPS)
def test_things_are_always_what_the_text_says_and_what_is_done_stays_done(
    desk: Desk, lines: list[str], steps: list[tuple[str, int, int, str]]
) -> None:
    if not desk.pages.people():
        ada(desk)
    if running := desk.calls.running():  # of an example that failed
        desk.calls.discard(running.id)
    typing = Typing(desk, lines)
    for step in steps:
        typing.step(*step)
    typing.text = ""
    typing.keep(())
    assert not (typing.open("action") or typing.open("opportunity") or typing.open("note"))
    desk.calls.discard(typing.session)
