"""Lines as they are typed in a call, and what they come to."""

from datetime import date
from functools import partial

from mentordesk.dates.due import due_at_end
from mentordesk.domain.capture import Thing

DUE = partial(due_at_end, today=date(2026, 11, 24))

CALL = """\
generators click now, wrote two herself
[ ] @ada push lab 7 by fri
[ ] @me intro to Grace by 1 dec
! grant for the conference, closes 12 dec
? when is a dataclass the right thing
?? decorators with arguments
+ first pull request merged
> we went through generators and lab 7
"""


def brief(thing: Thing) -> tuple[object, ...]:
    """What a thing says, wherever it stands."""
    return thing.kind, thing.text, thing.owner, thing.due, thing.done
