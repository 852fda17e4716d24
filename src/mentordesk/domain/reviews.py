"""What is asked about last week's task and about a month: the playbook's questions, with keys."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mentordesk.domain.playbook import Playbook
    from mentordesk.domain.playbook_items import Item

TASK_KEYS = ("done", "well", "better", "where")
MONTH_KEYS = ("past", "well", "better", "next")
PLAIN = {
    "done": "Is it done?",
    "well": "What went well?",
    "better": "What could go better?",
    "where": "Where does it leave the 30/60/90 targets?",
    "past": "How was the past month?",
    "next": "What are the next targets?",
}
"""The questions in plain words, for an answer to one that the programme does not ask."""


class Asking(NamedTuple):
    """One question of a review."""

    key: str
    ask: str


def task_questions(playbook: "Playbook") -> list[Asking]:
    """What the programme asks about last week's task; the plain four where it asks nothing.

    WeAllJS's weekly meeting asks four; they are called done, well, better and where.
    """
    found = _task_prompts(playbook)
    return _keyed(found, TASK_KEYS) if found else _plain(TASK_KEYS)


def month_questions(playbook: "Playbook") -> list[Asking]:
    """What the monthly agenda asks beyond a usual meeting; the plain four without such an agenda.

    WeAllJS: the past month against its targets, well, better, the next targets.
    """
    monthly = next((one for one in playbook.agendas if one.when == "monthly"), None)
    if monthly is None:
        return _plain(MONTH_KEYS)
    usual = {item.title for one in playbook.agendas if one is not monthly for item in one.items}
    own = [item for item in monthly.items if not item.role and _is_special(item, usual)]
    found = [prompt for item in own for prompt in item.prompts]
    return _keyed(found, MONTH_KEYS) if found else _plain(MONTH_KEYS)


def plain_words(key: str) -> str:
    """A key's question in plain words, the key itself when it has none."""
    return PLAIN.get(key, key)


def _is_special(item: "Item", usual: set[str]) -> bool:
    """An item that other meetings lack, and that is more than a free choice of topic."""
    return item.title not in usual and (item.required or bool(item.writes_to))


def _task_prompts(playbook: "Playbook") -> tuple[str, ...]:
    items = (item for agenda in playbook.agendas for item in agenda.items)
    return next((item.prompts for item in items if item.role == "task" and item.prompts), ())


def _keyed(asks: "tuple[str, ...] | list[str]", keys: tuple[str, ...]) -> list[Asking]:
    """The four keys for four questions; else the first one's and numbers."""
    if len(asks) == len(keys):
        return [Asking(key, ask) for key, ask in zip(keys, asks, strict=True)]
    return [Asking(keys[0] if n == 1 else str(n), ask) for n, ask in enumerate(asks, 1)]


def _plain(keys: tuple[str, ...]) -> list[Asking]:
    return [Asking(key, PLAIN[key]) for key in keys]
