"""Two people of one name, or one whose name gives no handle: said when they come."""

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


def say_handle(made: "Relation") -> None:
    """Offer a handle to somebody whose name is in no letters that one could be made of."""
    from mentordesk.domain.text import slug

    if not slug(made.mentee.name) and made.mentee.handle.startswith("mentee"):
        output.say(
            f"Their name gives no word to type, so it is {made.mentee.handle}. Give another with:"
            f" mentordesk mentee edit {made.mentee.handle} --handle WORD"
        )


def _a(name: str) -> str:
    return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} {name}"
