"""The format as a JSON Schema (2020-12), so that an editor completes keys and marks mistakes.

It says what each value may be; what must hold between values only the reader knows.
"""

from functools import singledispatch
from typing import Any

from mentordesk.domain.playbook_format import PLAYBOOK
from mentordesk.domain.playbook_shapes import Day, Flag, Link, Name, Shape, Text, Whole, Word
from mentordesk.domain.playbook_tables import REQUIRED, Key, Many, Named, Table

Schema = dict[str, Any]


def schema() -> Schema:
    """The whole format, ready for JSON."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A playbook"}
    return head | of(PLAYBOOK)


@singledispatch
def of(shape: Shape) -> Schema:
    """The schema of one shape. Raises TypeError for a shape that has none."""
    raise TypeError(f"{type(shape).__name__} has no schema")


@of.register
def _(shape: Text) -> Schema:
    return {"type": "string", "minLength": 0 if shape.blank else 1, "maxLength": shape.limit}


@of.register
def _(shape: Link) -> Schema:
    return {"type": "string", "pattern": r"^(https?://|mailto:)\S*$", "maxLength": shape.limit}


@of.register
def _(shape: Name) -> Schema:
    return {"type": "string", "pattern": "^[a-z0-9]([a-z0-9_-]{0,38}[a-z0-9])?$"}


@of.register
def _(shape: Day) -> Schema:
    return {"type": "string", "format": "date"}


@of.register
def _(shape: Whole) -> Schema:
    bounds: Schema = {"type": "integer", "minimum": shape.low, "maximum": shape.high}
    return {"anyOf": [{"const": 0}, bounds]} if shape.zero else bounds


@of.register
def _(shape: Flag) -> Schema:
    return {"type": "boolean"}


@of.register
def _(shape: Word) -> Schema:
    return {"enum": list(shape.words)}


@of.register
def _(shape: Many) -> Schema:
    least = {"minItems": shape.least} if shape.least else {}
    return {"type": "array", "items": of(shape.each), **least, "maxItems": shape.most}


@of.register
def _(shape: Named) -> Schema:
    least = {"minProperties": shape.least} if shape.least else {}
    names, each = of(shape.key), of(shape.each)
    return {"type": "object", "propertyNames": names, "additionalProperties": each, **least}


@of.register
def _(shape: Table) -> Schema:
    required = [key.name for key in shape.keys if key.default is REQUIRED]
    return {
        "type": "object",
        "properties": {key.name: _key(key) for key in shape.keys},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _key(key: Key) -> Schema:
    given = key.default is not REQUIRED and key.default not in (None, "", (), {})
    return {
        "description": key.means,
        **of(key.shape),
        **({"default": key.default} if given else {}),
    }
