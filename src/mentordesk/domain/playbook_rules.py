"""What must hold between the values of a playbook: lengths fit, names are told apart."""

from collections.abc import Iterable, Iterator

from mentordesk.domain import programme_rules
from mentordesk.domain.agenda import SHORTEST
from mentordesk.domain.playbook import WHENS, Agenda, Playbook, Question
from mentordesk.domain.programme_rules import twice


def broken(playbook: Playbook) -> Iterator[str]:
    """One sentence, beginning with the dotted key, for each rule that does not hold."""
    yield from _numbers(playbook)
    yield from _whens(playbook)
    for agenda in playbook.agendas:
        yield from _fit(playbook, agenda, f"agendas.{agenda.key}")
        yield from _items(agenda, f"agendas.{agenda.key}")
    for track in playbook.tracks:
        for n, _ in enumerate(track.steps, 1):
            step, at = playbook.step_agenda(track.key, n), f"tracks.{track.key}.steps[{n}]"
            if step:
                yield from _fit(playbook, step, at)
                yield from _items(step, at)
    for name in ("wrap_up", "expectations", "boundaries"):
        yield from _questions(name, getattr(playbook, name))
    yield from programme_rules.broken(playbook)


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
    for agenda in p.agendas:
        if (agenda.when == "every") != bool(agenda.every):
            yield (
                f"agendas.{agenda.key}.every: expected with when = “every” and only there,"
                f" found {agenda.every} with when = “{agenda.when}”."
            )
        if agenda.more_minutes and not agenda.item_minutes:
            yield f"agendas.{agenda.key}.more_minutes: expected together with item_minutes."
    for when in WHENS:
        if when == "every":
            continue  # each n-th and each m-th meeting may have their own
        keys = [agenda.key for agenda in p.agendas if agenda.when == when]
        if len(keys) > 1:
            yield f"agendas: expected one with when = “{when}”, found {' and '.join(keys)}."
        elif not keys and when == "default":
            yield "agendas: expected one with when = “default”, found none."


def _fit(p: Playbook, agenda: Agenda, place: str) -> Iterator[str]:
    length, reserve = p.minutes_for(agenda), p.reserve_for(agenda)
    own = agenda.reserve is not None or agenda.minutes
    at = place if own else "cadence"
    if reserve >= length:
        yield f"{at}.reserve: expected less than the {length} minutes, found {reserve}."
        return
    planned = sum(item.minutes for item in agenda.items)
    shares = sum(1 for item in agenda.items if not item.minutes)
    needed = planned + reserve + shares * SHORTEST
    if needed > length:
        open_ones = f", {shares} without minutes ({SHORTEST} each at least)" if shares else ""
        yield (
            f"{place}.items: expected to fit {length} minutes, found {planned} planned"
            f"{open_ones} and a reserve of {reserve}: {needed} minutes."
        )


def _items(agenda: Agenda, place: str) -> Iterator[str]:
    at = f"{place}.items"
    for title in twice(item.title for item in agenda.items):
        yield f"{at}: expected each title once, found “{title}” twice."
    for role in twice(item.role for item in agenda.items if item.role):
        yield f"{at}: expected role = “{role}” once, found it twice."


def _questions(at: str, questions: Iterable[Question]) -> Iterator[str]:
    for key in twice(question.key for question in questions):
        yield f"{at}: expected each key once, found “{key}” twice."
    if list(twice(question.becomes for question in questions if question.becomes == "next")):
        yield f"{at}: expected becomes = “next” once, found it twice."
