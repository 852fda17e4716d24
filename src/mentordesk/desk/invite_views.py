"""What is worth seeing of an invitation before anything is written: for previews on screen."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from mentordesk.desk.invites import Invites
from mentordesk.domain.cadence import Series
from mentordesk.domain.errors import Refusal
from mentordesk.domain.inviting import CANCEL, REQUEST, Outgoing, Preview, Standing
from mentordesk.store import invites as rows
from mentordesk.store import slots


class InviteViews(Invites):
    """The verbs about invitations, with those that only look."""

    def hindered(self, who: str) -> str:
        """Why nobody can be told of a slot: a sentence, '' when somebody can."""
        try:
            self._whom(who)
        except Refusal as refusal:
            return refusal.sentence
        return ""

    def standing(self, who: str) -> Standing:
        """What the guests of a slot do not know yet; nothing where nobody was or can be told.

        A slot that has ended on the desk still stands for whoever was not told of its end.
        """
        found = self.desk.people.find(who)
        every = slots.all_series(self.desk.store, found.mentorship.id)
        invited = [one for one in every if self._invited(one)]
        told = any(one.next_after(self.desk.now()) for one in invited)
        hindered = self.hindered(who) if every else ""
        if hindered or not invited:
            return Standing(told, 0, hindered)
        messages = self.preview(who).messages
        if not told and all(one.kind == "invite" for one in messages):
            return Standing(False, 0)
        untold = sum(max(len(one.sentences), 1) for one in messages if one.kind != "invite")
        return Standing(True, untold + sum(one.kind == "invite" for one in messages))

    def _invited(self, series: Series) -> bool:
        """Whether an invitation to a slot was sent, and not taken back."""
        sent = rows.last_sent(self.desk.store, series.id).get(series.uid, {}).get("")
        return bool(sent and sent.method == REQUEST)

    def can_be_lost(self, who: str) -> bool:
        """Whether a message may have been lost: guests were told of dates to come, or of their end.

        False where nobody can be told.
        """
        told, _, hindered = self.standing(who)
        if told or hindered:
            return told
        with suppress(Refusal):
            return any(one.method == CANCEL for one in self.preview(who, again=True).messages)
        return False

    def withdrawal(self, who: str, day: date | None = None) -> Preview:
        """What `cancel` would send: of one date, which it skips, or of the whole invitation.

        Nothing is changed. Raises Refusal like `cancel`.
        """
        if day is None:
            from mentordesk.desk.invite_plan import withdrawn  # icalendar is needed for it

            found, guests = self._whom(who)
            taken_back = withdrawn(self.desk, found, guests)
            return Preview(found.mentee.name, tuple(one.outgoing for one in taken_back), ())
        self._whom(who)
        with self.desk.trying(f"look at {day}"):
            if self.desk.slots.occurrence(who, day)[1].happens:
                self.desk.slots.skip(who, day)
            return self.preview(who)

    def paths(
        self, who: str, messages: Sequence[Outgoing], target: Path, *, eml: bool = False
    ) -> list[Path]:
        """The files that these messages would be written to, into a folder that need not be."""
        from mentordesk.desk.invite_files import FULL, numbered

        handle = self._whom(who)[0].mentee.handle
        made = numbered(target, handle, [one.kind for one in messages], eml)
        full = any(one.form == "instance" for one in messages)
        return [*made, *([target / f"{handle}{FULL}"] if full else [])]

    def outbox(self) -> Path:
        """The folder that messages go to unless the mentor says another: beside the desk's file."""
        return Path(self.desk.store.path).parent / "outbox"

    def open_folder(self, folder: Path) -> Path:
        """A folder to write into: the outbox is made if need be, another one has to be there.

        Raises Refusal when it is not, or cannot be made.
        """
        self.check_folder(folder)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as problem:
            raise Refusal(
                f"{folder} cannot be made ({problem.strerror}). Choose another folder."
            ) from problem
        return folder

    def check_folder(self, folder: Path) -> None:
        """Raise Refusal for a folder that is not there and is not the desk's own outbox."""
        from mentordesk.outbox.files import is_there, no_folder  # only who writes needs it

        own = self.outbox()
        if folder != own and own not in folder.parents and not is_there(folder):
            raise no_folder(folder)
