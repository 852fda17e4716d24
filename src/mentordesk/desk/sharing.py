"""The desk as somebody else may see it, for a screen that is shared with them."""

from mentordesk.desk.desk import Desk
from mentordesk.domain.readers import THE_PUBLIC, Reader, the_group, the_mentee
from mentordesk.store.sharing import names, open_shared

NOBODY = "nobody"
"""Instead of a name: the screen is shared, and nobody's name is to be on it."""


def viewer_of(desk: Desk, who: str) -> Reader:
    """Who looks at a screen that is shared with somebody. Raises Refusal for who is nobody.

    A group looks as one: what is about a single member is not shown to it.
    """
    if who == NOBODY:
        return THE_PUBLIC
    found = desk.people.find(who)
    return the_group(found.mentorship.id) if found.is_group else the_mentee(found.mentee.id)


def shared_with(desk: Desk, viewer: Reader, refuses: str) -> Desk:
    """A desk that has what `viewer` may see of this one, and writes nothing.

    `refuses` is the sentence for every verb that would change something. The caller closes it.
    """
    return Desk(
        open_shared(desk.store, viewer, refuses),
        desk.clock,
        desk.playbooks_folder,
        desk.zone,
        mentor=desk.mentor,
        playbook=desk.default_playbook,
        reminders=False,
        new_id=desk.new_id,
        seconds=desk.seconds,
    )


def hidden_names(desk: Desk, shared: Desk) -> set[str]:
    """How people are called of whom `shared` shows nothing, in small letters."""
    every, shown = ({one.casefold() for one in names(each.store)} for each in (desk, shared))
    return every - shown
