"""What is said when a text is for readers whom the mentee has not allowed; nothing is refused."""

from typing import TYPE_CHECKING

from mentordesk.cli import output

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.readers import Audience


def say_gate(desk: "Desk", who: str, readers: "Audience | None", aside: bool = False) -> None:
    """Say who allowed nothing, or what was; `aside` to stderr, where stdout is what leaves."""
    if not readers or not (readers - {"mentee"}):
        return
    for sentence in desk.permissions.gate(who, readers):
        (output.complain if aside else output.say)(f"! {sentence}")
