"""The schema takes what the reader takes and refuses what the reader refuses in one value."""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.domain.playbook_examples import FULL, changed
from tests.domain.test_playbook_mistakes import WRONG
from tests.domain.test_programme_mistakes import VALUES
from tests.playbooks.test_docs import keys

from mentordesk import playbooks
from mentordesk.domain.playbook_format import PLAYBOOK
from mentordesk.domain.playbook_schema import of
from mentordesk.domain.playbook_shapes import Shape

DATA = Path(playbooks.__file__).parent / "data"
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
}


def takes(schema: Any, value: Any) -> bool:
    """Whether a value is valid: the few words of JSON Schema that the generator uses."""
    if "anyOf" in schema:
        return any(takes(one, value) for one in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        options = schema.get("enum", [schema.get("const")])
        return any(type(value) is type(one) and value == one for one in options)
    if schema.get("format") == "date":
        value = value.isoformat() if isinstance(value, date) else value
        return isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))
    kind = schema["type"]
    if not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool)):
        return False
    checks: dict[str, Callable[[Any, Any], bool]] = {
        "object": _table,
        "array": _list,
        "string": _text,
    }
    return checks.get(kind, _number)(schema, value)


def _table(schema: Any, value: dict[str, Any]) -> bool:
    known, more = schema.get("properties", {}), schema["additionalProperties"]
    return (
        set(schema.get("required", ())) <= set(value)
        and len(value) >= schema.get("minProperties", 0)
        and all(takes(schema.get("propertyNames", {"type": "string"}), key) for key in value)
        and all(
            takes(known[k], one) if k in known else bool(more) and takes(more, one)
            for k, one in value.items()
        )
    )


def _list(schema: Any, value: list[Any]) -> bool:
    fits = schema.get("minItems", 0) <= len(value) <= schema["maxItems"]
    return fits and all(takes(schema["items"], one) for one in value)


def _text(schema: Any, value: str) -> bool:
    long = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10**6)
    return long and bool(re.search(schema.get("pattern", ""), value))


def _number(schema: Any, value: Any) -> bool:
    low, high = schema.get("minimum", value), schema.get("maximum", value)
    return isinstance(value, bool) or bool(low <= value <= high)


SCHEMA = playbooks.schema()


@pytest.mark.parametrize("slug", playbooks.shipped())
def test_what_ships_is_valid(slug: str) -> None:
    assert takes(SCHEMA, tomllib.loads((DATA / f"{slug}.toml").read_text("utf-8")))


def test_the_example_with_every_key_is_valid_and_one_without_its_agendas_is_not() -> None:
    assert takes(SCHEMA, FULL)
    assert not takes(SCHEMA, {k: v for k, v in FULL.items() if k != "agendas"})
    assert not takes(SCHEMA, FULL | {"colour": "red"})


# A schema does not see the control characters that the reader takes out of a text.
REFUSED = [(path, value) for path, value, *_ in (*WRONG, *VALUES) if value != "a\x1b[2Jb"]


@pytest.mark.parametrize(("path", "value"), REFUSED)
def test_what_the_reader_refuses_in_a_value_is_invalid(path: str, value: object) -> None:
    assert not takes(SCHEMA, changed(path, value))


def test_every_key_is_described_as_the_page_describes_it() -> None:
    for name, key in keys(PLAYBOOK):
        schema = SCHEMA
        for part in name.replace("[]", ".[]").split("."):
            step = {"[]": "items", "NAME": "additionalProperties"}.get(part)
            schema = schema[step] if step else schema["properties"][part]
        assert schema["description"] == key.means, name


def test_a_shape_without_a_schema_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="Shape has no schema"):
        of(Shape())
