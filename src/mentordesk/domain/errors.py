"""Sentences for the mentor: every refusal names the thing and the next step."""


class Refusal(Exception):
    """The desk will not do this; the message is a sentence that says why and what to do next."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Ambiguous(Refusal):
    """More than one thing answers to what was typed; `choices` are what could be typed instead."""

    def __init__(self, sentence: str, choices: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.choices = choices


class StoreTrouble(Refusal):
    """The store cannot be read or written just now; nothing was changed."""
