"""What `--json` prints of the way in, of duties and of support: the shapes of docs/json.md."""

from mentordesk.cli.shapes import Shape, day
from mentordesk.domain.checking import Item, Listed


def checklist(one: Listed) -> Shape:
    """A list with its items."""
    return {
        "key": one.key,
        "title": one.title,
        "when": one.when,
        "week": one.occasion,
        "items": [_item(item) for item in one.items],
    }


def _item(one: Item) -> Shape:
    return {"n": one.n, "text": one.text, "ticked_on": day(one.ticked_on), "said": one.said}
