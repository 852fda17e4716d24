"""Which messages an edit needs, and when SEQUENCE rises (RFC 5546 §2.1.4)."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.ical.samples import STAMP, UID, series, wall

from mentordesk import zones
from mentordesk.domain.cadence import Change, Gap, Series
from mentordesk.domain.inviting import CANCEL, REQUEST, Sent
from mentordesk.ical import Published, Revision, as_told, lines_by_uid, revisions, withdrawal

State = dict[str, Sent]
EIGHTH, FIFTEENTH = date(2026, 9, 8), date(2026, 9, 15)
THERE = wall("2026-09-16 19:30")


def now(slot: Series, uid: str = UID, summary: str = "Call", place: str = "") -> Any:
    """The components of a series under one UID."""
    item = Published(slot, summary, location=place)
    return lines_by_uid(item, zones.tz_bytes).get(uid, {})


def applied(sent: State, found: list[Revision]) -> State:
    """What the receiver knows once these messages are read."""
    state = dict(sent)
    for one in found:
        if one.form == "full":
            state.clear()
        for part in one.parts:
            state[part.rid] = Sent(part.sequence, STAMP, one.method, part.lines)
    return state


def invited(slot: Series, **more: Any) -> State:
    """What somebody knows who was invited to this."""
    return applied({}, revisions(UID, now(slot, **more), {}, full=False))


def after(*edits: Series, full: bool = False) -> tuple[State, list[Revision]]:
    """What is known after one edit after the other, and the messages of the last."""
    sent, found = invited(edits[0]), list[Revision]()
    for slot in edits[1:]:
        found = revisions(UID, now(slot), sent, full=full)
        sent = applied(sent, found)
    return sent, found


def said(found: list[Revision]) -> list[tuple[str, str, list[tuple[str, int, bool]]]]:
    """Kind, method and the dates with their SEQUENCE and whether everybody is asked anew."""
    return [
        (one.kind, one.method, [(part.rid[:8], part.sequence, part.asks) for part in one.parts])
        for one in found
    ]


SLOT = series(count=12, sequence=0)
MOVED = SLOT._replace(changes={FIFTEENTH: Change("moved", THERE)})
SKIPPED = SLOT._replace(changes={EIGHTH: Change("skipped")})


@pytest.mark.parametrize(
    ("edit", "instance", "full"),
    [
        pytest.param({}, [], [], id="nothing"),
        pytest.param(
            {"sequence": 9, "stamp": STAMP + timedelta(days=1)}, [], [], id="only numbers"
        ),
        pytest.param({"changes": {EIGHTH: Change("planned", confirmed=True)}}, [], [], id="yes"),
        pytest.param(
            {"changes": {EIGHTH: Change("skipped", reason="told in confidence")}},
            [("skip", CANCEL, [("20260908", 1, False)])],
            [("series", REQUEST, [("", 1, False)])],
            id="one is skipped",
        ),
        pytest.param(
            {"gaps": (Gap(EIGHTH, date(2026, 9, 16)),)},
            [("skip", CANCEL, [("20260908", 1, False), ("20260915", 1, False)])],
            [("series", REQUEST, [("", 1, False)])],
            id="a gap",
        ),
        pytest.param(
            {"changes": {FIFTEENTH: Change("moved", THERE)}},
            [("move", REQUEST, [("20260915", 1, True)])],
            [("series", REQUEST, [("", 0, False), ("20260915", 1, True)])],
            id="one is moved",
        ),
        pytest.param(
            {"changes": {FIFTEENTH: Change("moved", THERE, sequence=6)}},
            [("move", REQUEST, [("20260915", 6, True)])],
            [("series", REQUEST, [("", 0, False), ("20260915", 6, True)])],
            id="never below what an export said",
        ),
        pytest.param(
            {"changes": {EIGHTH: Change("skipped"), FIFTEENTH: Change("planned", minutes=90)}},
            [
                ("skip", CANCEL, [("20260908", 1, False)]),
                ("move", REQUEST, [("20260915", 1, True)]),
            ],
            [("series", REQUEST, [("", 1, False), ("20260915", 1, True)])],
            id="one is skipped, one is longer",
        ),
        pytest.param({"minutes": 90}, *[[("series", REQUEST, [("", 1, True)])]] * 2, id="longer"),
        pytest.param({"count": 15}, *[[("series", REQUEST, [("", 1, True)])]] * 2, id="more"),
        pytest.param({"count": 5}, *[[("end", REQUEST, [("", 1, False)])]] * 2, id="fewer"),
        pytest.param(
            {"count": 0, "until": date(2026, 10, 1)},
            *[[("end", REQUEST, [("", 1, False)])]] * 2,
            id="until a day",
        ),
        pytest.param(
            {"gaps": (Gap(date(2026, 9, 1), date(2026, 12, 1)),)},
            *[[("cancel", CANCEL, [("", 1, False)])]] * 2,
            id="none is left",
        ),
        pytest.param(
            {"until": date(2026, 8, 1)}, *[[("cancel", CANCEL, [("", 1, False)])]] * 2, id="gone"
        ),
    ],
)
def test_an_edit_needs_these_messages_and_no_others(
    edit: dict[str, Any], instance: list[Any], full: list[Any]
) -> None:
    slot = SLOT._replace(**edit)
    assert said(after(SLOT, slot)[1]) == instance
    assert said(after(SLOT, slot, full=True)[1]) == full
    for whole in (False, True):
        assert after(SLOT, slot, slot, full=whole)[1] == []


def test_the_first_message_is_an_invitation_to_everything() -> None:
    found = revisions(UID, now(MOVED._replace(sequence=4)), {}, full=False)
    assert said(found) == [("invite", REQUEST, [("", 4, True), ("20260915", 4, True)])]


def test_another_title_or_place_is_told_without_a_higher_number() -> None:
    sent = invited(MOVED)
    found = revisions(UID, now(MOVED, place="room 4"), sent, full=False)
    assert said(found) == [("words", REQUEST, [("", 0, False), ("20260915", 0, False)])]


@pytest.mark.parametrize("full", [False, True])
def test_a_date_that_is_on_again_comes_with_the_whole_series(full: bool) -> None:
    for edit in (SKIPPED, MOVED):
        found = after(SLOT, edit, SLOT, full=full)[1]
        ((kind, method, parts),) = said(found)
        assert (kind, method) == ("series", REQUEST)
        assert parts == [("", 2, False)]


def test_a_moved_date_that_is_skipped_is_cancelled_where_it_was_moved_to() -> None:
    out = SLOT._replace(changes={FIFTEENTH: Change("skipped")})
    sent, found = after(SLOT, MOVED, out)
    assert said(found) == [("skip", CANCEL, [("20260915", 2, False)])]
    assert "DTSTART;TZID=Europe/Berlin:20260916T193000" in sent["20260915T180000"].lines


def test_a_date_is_moved_again_under_its_first_start() -> None:
    again = SLOT._replace(changes={FIFTEENTH: Change("moved", wall("2026-09-17 08:00"))})
    assert said(after(SLOT, MOVED, again)[1]) == [("move", REQUEST, [("20260915", 2, True)])]


def test_the_next_date_is_told_with_a_higher_number_than_the_last() -> None:
    """So does the file of everything that is written beside it."""
    both = MOVED._replace(changes={**MOVED.changes, EIGHTH: Change("skipped")})
    assert said(after(SLOT, MOVED, both)[1]) == [("skip", CANCEL, [("20260908", 2, False)])]


def test_a_change_of_all_rises_above_every_date() -> None:
    again = MOVED._replace(changes={FIFTEENTH: Change("moved", THERE, sequence=7)}, minutes=45)
    found = after(SLOT, MOVED, again)[1]
    assert said(found) == [("series", REQUEST, [("", 7, True), ("20260915", 7, True)])]


def test_after_a_cancellation_there_is_nothing_left_to_take_back() -> None:
    sent, found = after(SLOT, SLOT._replace(until=date(2026, 8, 1)))
    assert [one.method for one in found] == [CANCEL]
    assert withdrawal(UID, sent) == []
    assert said(revisions(UID, now(SLOT), sent, full=False)) == [
        ("invite", REQUEST, [("", 2, True)])
    ]


def test_who_is_no_longer_invited_hears_of_it_before_the_others() -> None:
    found = revisions(UID, now(SLOT), invited(SLOT), full=False, gone=True)
    assert said(found) == [
        ("uninvite", CANCEL, [("", 1, False)]),
        ("guests", REQUEST, [("", 1, False)]),
    ]


def test_who_joins_is_invited_without_a_higher_number() -> None:
    found = revisions(UID, now(SLOT), invited(SLOT), full=False, joined=True)
    assert said(found) == [("guests", REQUEST, [("", 0, False)])]


def test_what_was_told_reads_back_as_the_slot_it_was() -> None:
    gaps = (Gap(date(2026, 10, 5), date(2026, 10, 15)),)
    slot = MOVED._replace(gaps=gaps)
    sent, _ = after(SLOT, slot)
    known = as_told(slot, {UID: sent}, ZoneInfo)
    assert known
    since, until = STAMP, STAMP + timedelta(days=365)
    spans = [
        [(one.start, one.end) for one in some.between(since, until) if one.happens]
        for some in (known, slot)
    ]
    assert spans[0] == spans[1]
    assert as_told(slot, {}, ZoneInfo) is None
