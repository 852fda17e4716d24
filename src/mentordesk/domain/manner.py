"""One reminder of manner before a call: the playbook's own, each in its turn."""

from collections.abc import Sequence


def reminder(reminders: Sequence[str], number: int) -> str:
    """The line for the meeting with this number (from 1), round and round; '' when there is none.

    It is the same whenever and wherever it is looked at, until the meeting is over.
    """
    return reminders[(number - 1) % len(reminders)] if reminders else ""
