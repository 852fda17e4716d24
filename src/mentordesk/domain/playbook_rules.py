"""What must hold between the values of a playbook: lengths fit, names are told apart."""

from collections.abc import Iterable, Iterator

from mentordesk.domain.agenda import SHORTEST
from mentordesk.domain.playbook import WHENS, Agenda, Playbook, Question


def broken(playbook: Playbook) -> Iterator[str]:
    """One sentence, beginning with the dotted key, for each rule that does not hold."""
    yield from _numbers(playbook)
    yield from _whens(playbook)
    for agenda in playbook.agendas:
        yield from _fit(playbook, agenda)
        yield from _items(agenda)
    for name in ("wrap_up", "expectations", "boundaries"):
        yield from _questions(name, getattr(playbook, name))


def _numbers(p: Playbook) -> Iterator[str]:
    if p.missed_minutes > p.minutes:
        yield (
            f"misses.logged_minutes: expected at most the {p.minutes} minutes of a meeting,"
            f" found {p.missed_minutes}."
        )
    for key, low, high in (
        ("max", p.load_min, p.load_max),
        ("ask_above", p.load_min, p.ask_above),
    ):
        if high and low > high:
            yield f"load.{key}: expected at least load.min ({low}), found {high}."
    if 0 < p.load_max < p.ask_above:
        yield f"load.ask_above: expected at most load.max ({p.load_max}), found {p.ask_above}."
    if list(p.horizons) != sorted(set(p.horizons)):
        found = ", ".join(str(days) for days in p.horizons)
        yield f"goals.horizons: expected each once and the shortest first, found {found}."


def _whens(p: Playbook) -> Iterator[str]:
    for when in WHENS:
        keys = [agenda.key for agenda in p.agendas if agenda.when == when]
        if len(keys) > 1:
            yield f"agendas: expected one with when = “{when}”, found {' and '.join(keys)}."
        elif not keys and when == "default":
            yield "agendas: expected one with when = “default”, found none."


def _fit(p: Playbook, agenda: Agenda) -> Iterator[str]:
    length, reserve = p.minutes_for(agenda), p.reserve_for(agenda)
    own = agenda.reserve is not None or agenda.minutes
    at = f"agendas.{agenda.key}" if own else "cadence"
    if reserve >= length:
        yield f"{at}.reserve: expected less than the {length} minutes, found {reserve}."
        return
    planned = sum(item.minutes for item in agenda.items)
    shares = sum(1 for item in agenda.items if not item.minutes)
    needed = planned + reserve + shares * SHORTEST
    if needed > length:
        open_ones = f", {shares} without minutes ({SHORTEST} each at least)" if shares else ""
        yield (
            f"agendas.{agenda.key}.items: expected to fit {length} minutes, found {planned} planned"
            f"{open_ones} and a reserve of {reserve}: {needed} minutes."
        )


def _items(agenda: Agenda) -> Iterator[str]:
    at = f"agendas.{agenda.key}.items"
    for title in _twice(item.title for item in agenda.items):
        yield f"{at}: expected each title once, found “{title}” twice."
    for role in _twice(item.role for item in agenda.items if item.role):
        yield f"{at}: expected role = “{role}” once, found it twice."


def _questions(at: str, questions: Iterable[Question]) -> Iterator[str]:
    for key in _twice(question.key for question in questions):
        yield f"{at}: expected each key once, found “{key}” twice."
    if list(_twice(question.becomes for question in questions if question.becomes == "next")):
        yield f"{at}: expected becomes = “next” once, found it twice."


def _twice(words: Iterable[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for word in words:
        seen[word] = seen.get(word, 0) + 1
    return (word for word, count in seen.items() if count > 1)
