"""Every verb of a desk, asked with whatever its parameters could mean."""

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import product

from mentordesk.desk import Desk
from mentordesk.desk.verbs import Verbs
from mentordesk.domain.errors import Refusal

MOST = 4
"""Calls of one verb for one viewer; the first of each parameter's values differ the most."""


def groups() -> Iterator[str]:
    """The names of the groups of verbs, and of groups inside them."""
    yield from Verbs.__annotations__


def answers(
    desk: Desk, known: Mapping[str, list[object]], hidden: Collection[object]
) -> Iterator[tuple[str, str]]:
    """What each verb of the desk answers, as text, with the call that was made.

    `known` are the values for parameters by their names; a verb that needs anything else is left
    out, and so is one that would write a file. What writes is refused by such a desk. Only of
    what is `hidden` from it may a verb stumble.
    """
    for name in groups():
        group = getattr(desk, name)
        parts = [
            part
            for part in vars(group).values()
            if part.__class__.__module__.startswith("mentordesk.desk.") and part is not desk
        ]
        for one in (group, *parts):
            yield from _of(name, one, known, hidden)


def _of(
    name: str, group: object, known: Mapping[str, list[object]], hidden: Collection[object]
) -> Iterator[tuple[str, str]]:
    for verb in dir(type(group)):
        found = inspect.getattr_static(type(group), verb)
        if verb.startswith("_") or not inspect.isfunction(found):
            continue
        yield from _called(f"{name}.{verb}", getattr(group, verb), known, hidden)


def _called(
    name: str,
    verb: Callable[..., object],
    known: Mapping[str, list[object]],
    hidden: Collection[object],
) -> Iterator[tuple[str, str]]:
    needed = [
        one.name
        for one in inspect.signature(verb).parameters.values()
        if one.default is one.empty and one.kind not in (one.VAR_KEYWORD, one.VAR_POSITIONAL)
    ]
    if not set(needed) <= set(known):
        return
    calls = list(product(*(known[one] for one in needed)))
    for values in calls[:MOST]:
        try:
            said = repr(verb(**dict(zip(needed, values, strict=True))))
        except Refusal as refusal:
            said = refusal.sentence
        except RuntimeError as problem:
            said = str(problem)  # a part of another verb, which would have been refused before
        except (LookupError, TypeError, AttributeError, AssertionError, ValueError) as problem:
            # What a screen has not been given the id of, no screen asks for.
            if not any(value in hidden for value in values):
                raise
            said = repr(problem)
        yield f"{name}{values}", said
