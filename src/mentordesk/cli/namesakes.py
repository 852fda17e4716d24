"""Two people of one name: said when the second one comes."""

from typing import TYPE_CHECKING

from mentordesk.cli import output

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.people import Relation


def say_namesakes(desk: "Desk", made: "Relation") -> None:
    """Tell of somebody else by the same name, if there is one."""
    for other in desk.people.namesakes(made)[:1]:
        output.say(
            f"There is {_a(other.mentee.name)} already ({other.address}); this one is"
            f" {made.address}."
        )


def _a(name: str) -> str:
    return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} {name}"
