"""Breaches of the code of conduct: notes that are the mentor's alone, whatever anybody asks for."""

INCIDENT = "incident"
"""The kind of note that it is."""
HIDDEN = "kept from view"
"""What lists say in place of an incident's words, which somebody else may see on the screen."""


def in_view(kind: str, body: str) -> str:
    """A note's words as a list of many may show them."""
    return HIDDEN if kind == INCIDENT else body
