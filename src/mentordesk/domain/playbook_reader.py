"""From a table, as a file or a snapshot holds it, to a Playbook: all of it or nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from mentordesk.domain.playbook import ANSWERS, Agenda, Item, Playbook, Question
from mentordesk.domain.playbook_format import PLAYBOOK
from mentordesk.domain.playbook_rules import broken
from mentordesk.domain.readers import FOR_MENTEE, Audience, audience


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
        **cadence,
        load_min=load["min"],
        load_max=load["max"],
        ask_above=load["ask_above"],
        wait_minutes=misses["wait_minutes"],
        notice_hours=misses["notice_hours"],
        missed_minutes=misses["logged_minutes"],
        silence_days=misses["silence_days"],
        horizons=tuple(table["goals"]["horizons"]),
        before=tuple(table["checklist"]["before"]),
        after=tuple(table["checklist"]["after"]),
        reminders=tuple(table["manner"]["reminders"]),
        agendas=tuple(_agenda(key, one) for key, one in table["agendas"].items()),
        wrap_up=tuple(_question(one, ANSWERS[one["becomes"]]) for one in table["wrap_up"]),
        expectations=tuple(_question(one, FOR_MENTEE) for one in table["expectations"]),
        boundaries=tuple(_question(one, FOR_MENTEE) for one in table["boundaries"]),
        raw=_plain(raw),
    )


def _agenda(key: str, table: dict[str, Any]) -> Agenda:
    items = tuple(_item(one) for one in table["items"])
    return Agenda(key, **{**table, "items": items})


def _item(table: dict[str, Any]) -> Item:
    return Item(**{**table, "prompts": tuple(table["prompts"])})


def _question(table: dict[str, Any], default: Audience) -> Question:
    words = table["readers"]
    return Question(**{**table, "readers": default if words is None else audience(words)})


def _plain(value: Any) -> Any:
    """The same value in types that JSON has."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
