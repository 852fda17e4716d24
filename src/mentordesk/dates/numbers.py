"""Whole numbers as people type them."""

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip


def read_number(text: str, least: int, most: int, wrong: str) -> int:
    """Read a whole number from `least` to `most`; nothing of a longer one is left out.

    Raises Refusal with `wrong`, in which `{}` is what was typed.
    """
    typed = text.strip()
    plain = typed.isascii() and typed.isdecimal() and len(typed.lstrip("0")) <= len(str(most))
    if plain and least <= int(typed) <= most:
        return int(typed)
    raise Refusal(wrong.format(clip(typed, 20)))
