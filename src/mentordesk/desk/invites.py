"""Invitations to a slot: what has to be sent, and what was sent because it was written."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.desk.mail_handover import nameless, need_address
from mentordesk.domain.errors import Refusal
from mentordesk.domain.inviting import BY_ONE_RULE, Preview
from mentordesk.domain.people import Mentee, Relation
from mentordesk.domain.rules import day_words
from mentordesk.store import invites as rows
from mentordesk.store import people
from mentordesk.store.replies import outdate

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.invite_plan import Planned


class Invites:
    """The verbs about what other people's calendars know. The desk writes files and sends none."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def preview(self, who: str, *, again: bool = False) -> Preview:
        """What would be sent now, and nothing of it done; no messages when nothing has changed.

        `again`: all of it as it stands, because a message was lost. Raises Refusal when there is
        no slot, or an address is missing on either side.
        """
        found, guests = self._whom(who)
        planned = self._planned(found, guests, again=again)
        return Preview(
            found.mentee.name, tuple(one.outgoing for one in planned), self._remarks(found, guests)
        )

    def write(
        self,
        who: str,
        target: Path,
        *,
        eml: bool = False,
        force: bool = False,
        again: bool = False,
    ) -> list[Path]:
        """Write what is due into files, and from then on take it as sent; the files.

        Into a folder, or into `target` itself and others beside it when there are several. Where a
        message tells of one date alone, a file of everything as it stands is written beside it.
        Raises Refusal as `preview`, when nothing has changed, or when something else is there.
        """
        found, guests = self._whom(who)
        label = f"invite {found.mentee.name}"
        with self.desk.writing(label):
            planned = self._planned(found, guests, again=again)
            if not planned:
                raise _nothing_due(found, again)
            return self._sent(found, planned, target, eml, force, label)

    def cancel(
        self,
        who: str,
        target: Path,
        day: date | None = None,
        *,
        eml: bool = False,
        force: bool = False,
    ) -> list[Path]:
        """Call off one date (it is skipped, if it was not) or take the whole invitation back.

        The slot itself stays on the desk. Raises Refusal like `write`.
        """
        from mentordesk.desk.invite_plan import withdrawn

        found, guests = self._whom(who)
        if day:
            when = day_words(day, self.desk.today())
            with self.desk.writing(f"call off {when} with {found.mentee.name}"):
                if self.desk.slots.occurrence(who, day)[1].happens:
                    self.desk.slots.skip(who, day)
                return self.write(who, target, eml=eml, force=force)
        label = f"withdraw the invitation of {found.mentee.name}"
        with self.desk.writing(label):
            planned = withdrawn(self.desk, found, guests)
            if not planned:
                raise Refusal(
                    f"{found.mentee.name} holds no invitation of yours. Write one with:"
                    f" mentordesk ics invite {found.mentee.handle}"
                )
            return self._sent(found, planned, target, eml, force, label)

    def for_outlook(self, found: Relation) -> bool:
        """Whether a date that Outlook's model of a zone misses goes out as an event in UTC."""
        return any(one.calendar in BY_ONE_RULE for one in self._members(found))

    def _sent(
        self,
        found: Relation,
        planned: "Sequence[Planned]",
        target: Path,
        eml: bool,
        force: bool,
        label: str,
    ) -> list[Path]:
        from mentordesk.desk.invite_files import contents, named, put

        with self.desk.writing(label) as store:
            for one in planned:
                if one.replaces:
                    rows.forget(store, one.outgoing.uid)
                for sent in one.record:
                    rows.keep(store, self.desk.new_id, one.series.id, sent)
                outdate(store, one.outgoing.uid, one.anew)
            files = contents(self.desk, found, planned, target, eml)
            put(files, force)
            store.wrote(named(files))
        self.desk.tell("series", found.mentorship.id)
        return list(files)

    def _planned(
        self, found: Relation, guests: Sequence[Mentee], *, again: bool = False
    ) -> "list[Planned]":
        # icalendar is needed for this alone
        from mentordesk.desk.invite_plan import planned

        return planned(self.desk, found, guests, again=again)

    def _whom(self, who: str) -> tuple[Relation, list[Mentee]]:
        """The relation, for a member of a group all of it, and those in it who have an address."""
        desk = self.desk
        desk.slots.every(who)
        found = desk.people.by_mentorship(desk.people.find(who).mentorship.id)
        guests = [one for one in self._members(found) if one.email]
        if not guests and not desk.email:
            raise Refusal(
                "You have no mail address yet: set email in the settings"
                " (mentordesk settings path)."
                f" And {_no_address(found)}"
            )
        need_address(desk, "An invitation")
        if not guests:
            raise Refusal(_no_address(found))
        return found, guests

    def _members(self, found: Relation) -> list[Mentee]:
        every = people.relations(self.desk.store, found.mentorship.id)
        return [one.mentee for one in every if one.mentee.id in found.mentorship.members]

    def _remarks(self, found: Relation, guests: Sequence[Mentee]) -> tuple[str, ...]:
        known = {one.id for one in guests}
        missing = [one.name for one in self._members(found) if one.id not in known]
        said = [f"{name} has no mail address and is not invited." for name in missing]
        return tuple(said if self.desk.mentor else [*said, nameless(self.desk)])


def _nothing_due(found: Relation, again: bool) -> Refusal:
    """Why nothing is written, and what does if a message was lost."""
    name = found.mentee.name
    if again:
        return Refusal(f"Nothing that {name} was told of is still to come.")
    return Refusal(
        f"Nothing has changed for {name} since the last message."
        f" If that was lost: mentordesk ics invite {found.mentee.handle} --again"
    )


def _no_address(found: Relation) -> str:
    name, handle = found.mentee.name, found.mentee.handle
    if found.is_group:
        return (
            f"Nobody of {name} has a mail address."
            " Give one with: mentordesk mentee edit WHO --email ADDRESS"
        )
    return f"{name} has no mail address. Give one: mentordesk mentee edit {handle} --email ADDRESS"
