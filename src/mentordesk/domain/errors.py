"""Sentences for the mentor: every refusal names the thing and the next step."""

from mentordesk.domain.text import one_line


class Refusal(Exception):
    """The desk will not do this; the message is a sentence that says why and what to do next.

    It often repeats what was typed, so escape sequences and line breaks are taken out of it.
    `shell` is a command that does it right: a form, which has a field for it, leaves that out.
    """

    def __init__(self, sentence: str, *, shell: str = "") -> None:
        self.in_a_form = one_line(sentence)
        self.is_blank = bool(shell)
        self.sentence = one_line(f"{sentence} Try: {shell}") if shell else self.in_a_form
        super().__init__(self.sentence)


class Ambiguous(Refusal):
    """More than one thing answers to what was typed; `choices` are what could be typed instead."""

    def __init__(self, sentence: str, choices: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.choices = choices


class Nobody(Refusal):
    """Nobody answers to what was typed; `near` are the handles that might have been meant."""

    def __init__(self, sentence: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.near = near


class Taken(Refusal):
    """A time that something else has; `found` says what. Whoever knows better may take it."""

    def __init__(self, found: str) -> None:
        super().__init__(f"{found} Choose another time.")
        self.found = one_line(found)


class StoreTrouble(Refusal):
    """The store cannot be read or written just now; nothing was changed."""
