"""From a table, as a file or a snapshot holds it, to a Playbook: all of it or nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from mentordesk.domain.playbook import ANSWERS, Agenda, Playbook
from mentordesk.domain.playbook_format import PLAYBOOK
from mentordesk.domain.playbook_rules import broken
from mentordesk.domain.programme_reader import item, programme, question


def reading(raw: Mapping[str, object]) -> tuple[Playbook | None, list[str]]:
    """The playbook and no problems, or None and a sentence for each problem.

    Rules between values are looked at once every value is right by itself.
    """
    wrong: list[str] = []
    table = PLAYBOOK.read(raw, "", wrong)
    if wrong:
        return None, wrong
    playbook = _playbook(table, raw)
    wrong += broken(playbook)
    return (None, wrong) if wrong else (playbook, wrong)


def _playbook(table: dict[str, Any], raw: Mapping[str, object]) -> Playbook:
    cadence, load, misses = table["cadence"], table["load"], table["misses"]
    plain = ("slug", "title", "version", "programme", "source", "source_date", "read_on")
    return Playbook(
        **{key: table[key] for key in (*plain, "summary", "kind", "links")},
        **{("slots_most" if key == "slots" else key): value for key, value in cadence.items()}
        | {"places": tuple(cadence["places"])},
        **{("missed_minutes" if key == "logged_minutes" else key): misses[key] for key in misses},
        load_min=load["min"],
        load_max=load["max"],
        ask_above=load["ask_above"],
        horizons=tuple(table["goals"]["horizons"]),
        before=tuple(table["checklist"]["before"]),
        after=tuple(table["checklist"]["after"]),
        reminders=tuple(table["manner"]["reminders"]),
        agendas=tuple(_agenda(key, one) for key, one in table["agendas"].items()),
        wrap_up=tuple(question(one, ANSWERS[one["becomes"]]) for one in table["wrap_up"]),
        expectations=tuple(question(one) for one in table["expectations"]),
        boundaries=tuple(question(one) for one in table["boundaries"]),
        **programme(table),
        raw=_plain(raw),
    )


def _agenda(key: str, table: dict[str, Any]) -> Agenda:
    return Agenda(key, **{**table, "items": tuple(item(one) for one in table["items"])})


def _plain(value: Any) -> Any:
    """The same value in types that JSON has."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
