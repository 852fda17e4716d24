"""Two mentees have text of every kind for every audience; each is handed what is theirs alone."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from itertools import combinations, product
from typing import NamedTuple

import pytest
from tests.builders import THURSDAY, ada, ben, slot

from mentordesk.desk import Desk
from mentordesk.domain.cadence import Series
from mentordesk.domain.notes import KINDS
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import (
    OTHERS,
    THE_COORDINATOR,
    THE_PUBLIC,
    Audience,
    Reader,
    stored,
    the_mentee,
)
from mentordesk.domain.sessions import Session
from mentordesk.store import leaving

AUDIENCES: list[Audience] = [
    frozenset(words) for size in range(4) for words in combinations(OTHERS, size)
]
Columns = dict[str, str | int | None]


class Owner(NamedTuple):
    """Somebody with a slot, a running call, a stuck point, an opportunity, a row and goals."""

    who: Relation
    series: Series
    session: Session
    stuck: str
    grant: str
    row: str
    goals: tuple[str, ...]
    hours: str
    recording: str


class Written(NamedTuple):
    """One text in the store: whose, in which table, for whom, and its unmistakable word."""

    owner: str
    table: str
    readers: Audience
    word: str


def _note(own: Owner, word: str, kind: str, state: str = "open") -> Columns:
    return of(own) | {"kind": kind, "at": "2026-11-26T16:50:00Z", "body": word, "state": state}


def of(own: Owner) -> dict[str, str | int | None]:
    """The columns that say whose and of which call."""
    return {"mentorship_id": own.who.mentorship.id, "session_id": own.session.id}


def called(own: Owner) -> Columns:
    """The column that says of which call."""
    return {"session_id": own.session.id}


def days(own: Owner, number: int) -> date:
    """A day of the slot that nobody has said anything about yet."""
    return own.series.starts_on + timedelta(weeks=number + 1)


ROWS: dict[str, Callable[[Owner, str, int], list[Columns]]] = {
    "note": lambda own, word, n: [_note(own, f"{word}{kind}", kind) for kind in KINDS],
    "agenda_item": lambda own, word, n: [
        called(own)
        | {"title": f"{word}{state}", "source": "own", "state": state, "lineage": word, "ref": "",
           "prompts": f"{word}prompt", "position": n, "minutes": 5}
        for state in ("done", "open", "parked")
    ],
    "action": lambda own, word, n: [
        of(own)
        | {"owner": owner, "who": f"{word}who", "text": f"{word}{owner}", "due": None,
           "state": state, "done_on": None, "task": task}
        for owner, state, task in product(("me", "mentee", "network"), ("open", "done"), (0, 1))
    ],
    "opportunity": lambda own, word, n: [of(own) | {"text": word, "state": "spotted", "due": None}],
    "opportunity_step": lambda own, word, n: [
        {"opportunity_id": own.grant, "state": "spotted", "day": "2026-11-26",
         "text": word}
    ],
    "booking": lambda own, word, n: [
        {"office_hour_id": own.hours, "mentorship_id": own.who.mentorship.id, "day": "2026-12-01",
         "name": word, "text": word, "state": "open", "slot": n}
    ],
    "reply": lambda own, word, n: [
        {"mentee_id": own.who.mentee.id, "uid": own.series.uid, "rid": f"{n}", "address": word,
         "stamp": "2026-11-26T17:00:00Z", "comment": word, "partstat": "DECLINED",
         "delegate": word, "sequence": 0}
    ],
    "counter": lambda own, word, n: [
        {"mentee_id": own.who.mentee.id, "uid": own.series.uid, "rid": f"{n}", "address": word,
         "stamp": "2026-11-26T17:00:00Z", "comment": word, "starts_at": "2026-12-02T17:00:00Z",
         "state": "open", "minutes": 60, "sequence": 0}
    ],
    "workshop": lambda own, word, n: [
        {"playbook": "pyladies", "title": word, "day": "2026-12-05", "wall_time": "", "role": word,
         "link": word, "text": word, "state": "planned", "prep_minutes": 0, "prep_days": 0,
         "prepared": 0, "early": 0}
    ],
    "introduction": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "person": word, "contact": word, "text": word,
         "state": "open", "mentee_agreed_on": None, "other_agreed_on": None, "made_on": None,
         "outcome": word}
    ],
    "answer": lambda own, word, n: [
        called(own) | {"question": question, "body": word, "made": ""}
        for question in (f"{word}key", *(["focus", "watch", "next", "before"] if n == 0 else []))
    ],
    "recap": lambda own, word, n: [called(own) | {"kind": f"private{n}", "body": word}],
    "goal": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "horizon": "90", "text": word, "measure": word,
         "due": None, "state": "open", "done_on": None}
    ],
    "touchpoint": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "kind": "chat", "at": "2026-11-26T16:50:00Z",
         "text": word, "minutes": 5}
    ],
    "time_entry": lambda own, word, n: [
        of(own) | {"touchpoint_id": None, "kind": "call", "started_at": "2026-11-26T16:50:00Z",
                   "note": word, "minutes": 5}
    ],
    "status_change": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "status": "active", "day": "2026-11-26",
         "reason": word}
    ],
    "extension": lambda own, word, n: [
        called(own) | {"minutes": 1, "at": "2026-11-26T16:50:00Z", "reason": word}
    ],
    "gap": lambda own, word, n: [
        {"series_id": own.series.id, "first_day": "2027-06-01", "last_day": "2027-06-02",
         "reason": word}
    ],
    "occurrence": lambda own, word, n: [
        {"series_id": own.series.id, "day": days(own, n).isoformat(), "state": "skipped",
         "moved_to": None, "reason": word, "stamp": None, "minutes": 0, "confirmed": 0,
         "sequence": 1}
    ],
    "milestone_mark": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "milestone": "review", "state": "done",
         "due_on": days(own, n).isoformat(), "day": "2026-11-26", "text": word}
    ],
    "attention_mark": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "rule": "silence", "until_day": None,
         "occasion": days(own, n).isoformat(), "day": "2026-11-26", "reason": word}
    ],
    "intake": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "referrer": word, "link": word, "read_at": None}
    ],
    "intake_step": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "stage": "agreed", "day": "2026-11-26",
         "text": word}
    ],
    "fit_answer": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "criterion": word, "verdict": "yes",
         "text": word, "day": "2026-11-26"}
    ],
    "checklist_tick": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "checklist": "first", "item": word,
         "occasion": "", "day": "2026-11-26", "text": word}
    ],
    "duty_mark": lambda own, word, n: [
        {"playbook": "wealljs", "duty": "mentors", "period": word, "day": "2026-11-26",
         "text": word}
    ],
    "help_request": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "contact": "admins", "text": word,
         "day": "2026-11-26"}
    ],
    "study_week": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "monday": days(own, n).isoformat(),
         "kept": "kept", "reason": word, "minutes": None, "planned": 60}
    ],
    "progress": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "day": "2026-11-26", "section": word,
         "well": word, "hard": word, "text": word, "link": word, "percent": None}
    ],
    "lab": lambda own, word, n: [
        of(own) | {"title": word, "link": word, "state": state, "day": "2026-11-26",
                   "reviewed_on": None, "text": word, "follow_up": word}
        for state in ("open", "reviewed")
    ],
    "topic_mark": lambda own, word, n: [
        {"note_id": own.stuck, "day": "2026-11-26", "text": word, "level": 2}
    ],
    "note_version": lambda own, word, n: [
        {"note_id": own.stuck, "at": "2026-11-26T17:00:00Z", "body": word}
    ],
    "idea_use": lambda own, word, n: [
        of(own) | {"idea": "book", "day": "2026-11-26", "text": word}
    ],
    "review": lambda own, word, n: [
        of(own) | {"action_id": None, "kind": kind, "key": "well", "question": word, "text": word,
                   "day": "2026-11-26"}
        for kind in ("task", "month")
    ],
    "recording": lambda own, word, n: [
        of(own) | {"title": word, "link": word, "day": "2026-11-26", "told_on": None,
                   "shared_on": None, "text": word}
    ],
    "recording_moment": lambda own, word, n: [
        {"recording_id": own.recording, "at": "2026-11-26T17:00:00Z", "text": word}
    ],
    "feedback": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "about_id": None, "direction": direction,
         "form": "written", "text": word, "changed": word, "day": "2026-11-26"}
        for direction in ("given", "received", "to-programme")
    ],
    "survey_answer": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "mentee_id": mentee, "survey": "relationship",
         "round": days(own, n).isoformat(), "side": side, "question": "good", "body": word,
         "day": "2026-11-26"}
        for side, mentee in (("mentor", None), ("mentee", own.who.mentee.id))
    ],
    "criterion_tick": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "mentee_id": own.who.mentee.id, "state": "met",
         "certificate": "mentee", "criterion": f"c{n}", "text": word, "day": "2026-11-26"}
    ],
    "slide": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "state": "draft", "body": word,
         "day": "2026-11-26"}
    ],
    "plan_row": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "about_id": None, "position": n, "goal": word,
         "mentee": word,
         "mentor": word, "network": word, "barriers": word, "measure": word, "due": "",
         "state": state, "done_on": None}
        for state in ("open", "done")
    ],
    "plan_change": lambda own, word, n: [
        {"plan_row_id": own.row, "cell": "goal", "was": word, "day": "2026-11-26"}
    ],
    "skill_gap": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "about_id": None, "plan_row_id": own.row,
         "kind": "skill", "text": word, "evidence": word, "state": "open", "done_on": None}
    ],
    "requirement": lambda own, word, n: [
        {"goal_id": own.goals[n], "text": word, "evidence": word, "met_on": None}
    ],
    "smart": lambda own, word, n: [
        {"goal_id": own.goals[n], "letter": "specific", "text": word}
    ],
    "goal_mark": lambda own, word, n: [
        {"goal_id": own.goals[n], "session_id": own.session.id, "mark": "behind", "text": word,
         "day": "2026-11-26"}
    ],
    "milestone_note": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "milestone": "review", "due_on": "",
         "text": word, "day": "2026-11-26"}
    ],
    "decision": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "decision": "stop", "choice": "go-on",
         "verdict": "continue", "day": "2026-11-26", "text": word, "evidence": word}
    ],
    "term_change": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "ends_on": None, "day": "2026-11-26",
         "reason": word}
    ],
    "parting": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "side": "mentee", "reason": word,
         "day": "2026-11-26", "told_on": None, "text": word}
    ],
    "close_out": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "question": word, "body": word,
         "day": "2026-11-26"}
    ],
    "nomination": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "text": word, "recipient": word, "link": word,
         "state": "open", "day": "2026-11-26"}
    ],
    "agreement": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "about_id": None, "kind": kind, "side": side,
         "question": f"{word}key", "text": word, "day": "2026-11-26", "withdrawn_on": None}
        for kind, side in product(("expectation", "boundary", "rule"), ("mentor", "mentee", "both"))
    ],
    "contact_policy": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "channels": word, "days": "MO", "topics": word,
         "since_time": "", "until_time": "", "day": "2026-11-26", "a_week": 1}
    ],
    "permission": lambda own, word, n: [
        {"mentorship_id": own.who.mentorship.id, "about_id": None, "scope": word, "text": word,
         "recipient": word, "channel": word, "given_on": "2026-11-26", "withdrawn_on": None}
    ],
}  # fmt: skip
"""For every table with readers: rows that hold a word, given whose it is and a number."""


@pytest.fixture
def owners(desk: Desk) -> Iterator[dict[str, Owner]]:
    """Ada and Ben, each with a slot and a call that has just begun."""
    found = {}
    for hour, who in ((18, ada(desk)), (20, ben(desk))):
        name = who.mentee.handle
        series = slot(desk, name, hour)
        session = desk.calls.start(name)
        desk.calls.discard(session.id)
        stuck = desk.words.note(name, "recursion", "stuck").id
        grant = desk.opportunities.add(name, "a grant").opportunity.id
        row = desk.plans.add(name, "a goal").id
        goals = tuple(desk.goals.add(name, "a goal").id for _ in AUDIENCES)
        hours = desk.hours.set(1, time(hour))[0].id
        recording = desk.recordings.add(name).id
        found[name] = Owner(who, series, session, stuck, grant, row, goals, hours, recording)
    yield found


@pytest.fixture
def written(desk: Desk, owners: dict[str, Owner]) -> list[Written]:
    """Every kind of text for every audience, for both of them, straight into the tables."""
    texts = []
    with desk.writing("write everything"):
        for (name, own), (n, readers), table in product(owners.items(), enumerate(AUDIENCES), ROWS):
            word = f"zq{name}{table}{n}zq".replace("_", "")
            for row in ROWS[table](own, word, n):
                desk.store.insert(table, row | {"id": desk.new_id(), "readers": stored(readers)})
            texts.append(Written(name, table, readers, word))
    return texts


def seen(texts: list[Written], shown: str) -> list[Written]:
    """Which of the texts stand in what is shown."""
    return [text for text in texts if text.word in shown]


def handed_out(desk: Desk, session: Session, reader: Reader) -> str:
    """Everything the store hands out about one session for one reader."""
    parts = leaving.of_session(desk.store, session.id, reader)
    recaps = leaving.recap(desk.store, session.id, reader)
    return f"{parts} {recaps}"


def test_every_table_that_says_who_may_read_is_covered(desk: Desk) -> None:
    tables = desk.store.rows(
        "SELECT s.name FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS c"
        " WHERE s.type = 'table' AND c.name = 'readers'"
    )
    assert {row["name"] for row in tables} == set(ROWS)


@pytest.mark.parametrize("name", ["ada", "ben"])
def test_a_mentee_is_handed_what_is_for_the_mentee_and_about_this_one(
    desk: Desk, owners: dict[str, Owner], written: list[Written], name: str
) -> None:
    own = owners[name]
    found = seen(written, handed_out(desk, own.session, the_mentee(own.who.mentee.id)))
    assert {text.table for text in found} == {"note", "action", "agenda_item", "recap"}
    assert {text.owner for text in found} == {name}
    assert all("mentee" in text.readers for text in found)


@pytest.mark.parametrize(
    ("reader", "word"), [(THE_COORDINATOR, "coordinator"), (THE_PUBLIC, "public")]
)
def test_the_others_are_handed_what_is_for_them(
    desk: Desk, owners: dict[str, Owner], written: list[Written], reader: Reader, word: str
) -> None:
    found = seen(written, handed_out(desk, owners["ada"].session, reader))
    assert found
    assert {text.owner for text in found} == {"ada"}
    assert all(word in text.readers for text in found)


def test_a_mentee_is_handed_nothing_of_anothers_session(
    desk: Desk, owners: dict[str, Owner], written: list[Written]
) -> None:
    stranger = the_mentee(owners["ben"].who.mentee.id)
    assert seen(written, handed_out(desk, owners["ada"].session, stranger)) == []
    assert seen(written, handed_out(desk, owners["ada"].session, the_mentee(""))) == []


def test_both_members_of_a_group_are_handed_what_is_the_groups(
    desk: Desk, owners: dict[str, Owner], written: list[Written]
) -> None:
    group, new = owners["ada"], owners["ben"].who.mentee
    with desk.writing("join") as store:
        store.insert(
            "membership",
            {"id": desk.new_id(), "mentorship_id": group.who.mentorship.id, "mentee_id": new.id,
             "joined_on": THURSDAY.isoformat(), "left_on": None},
        )  # fmt: skip
    found = [
        seen(written, handed_out(desk, group.session, the_mentee(mentee.id)))
        for mentee in (group.who.mentee, new)
    ]
    assert found[0] == found[1] != []


@pytest.mark.parametrize("name", ["ada", "ben"])
def test_the_recap_as_it_leaves_holds_nothing_else(
    desk: Desk, owners: dict[str, Owner], written: list[Written], name: str
) -> None:
    session = owners[name].session
    with desk.writing("as if nothing were stored") as store:
        for row in store.rows("SELECT id FROM recap"):
            store.delete("recap", row["id"])
    found = seen(written, desk.recaps.page(session.id).leaves)
    assert {text.table for text in found} == {"note", "action"}
    assert {text.owner for text in found} == {name}
    assert all("mentee" in text.readers for text in found)


def test_a_stored_recap_leaves_only_if_it_is_for_the_mentee(
    desk: Desk, owners: dict[str, Owner], written: list[Written]
) -> None:
    (found,) = seen(written, desk.recaps.page(owners["ada"].session.id).leaves)
    assert (found.owner, found.table) == ("ada", "recap")
    assert "mentee" in found.readers


def test_a_calendar_holds_no_word_that_was_written(
    desk: Desk, owners: dict[str, Owner], written: list[Written]
) -> None:
    for whos in ([], ["ada"]):
        text = desk.exports.ics(whos).decode().replace("\r\n ", "")
        assert "Ada Obi" in text
        assert seen(written, text) == []
    assert "Ben" not in text


def test_the_mentor_reads_everything(
    desk: Desk, owners: dict[str, Owner], written: list[Written]
) -> None:
    shown = f"{desk.pages.brief('ada')} {desk.pages.timeline('ada', 999)}"
    tables = {text.table for text in seen(written, shown)}
    assert tables >= {"note", "action", "goal", "opportunity", "touchpoint", "status_change"}
    assert {text.owner for text in seen(written, shown)} == {"ada"}
