"""The agenda of a running call, and below it what was promised last time."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from mentordesk.domain.agenda import Point
from mentordesk.domain.call_page import Aim
from mentordesk.domain.plans import Action
from mentordesk.tui.presentation.agenda import agenda_rows
from mentordesk.tui.widgets.call_letters import CALL_KEYS
from mentordesk.tui.widgets.rows import MARK, Rows


class AgendaPane(Rows):
    """Items and promises with one cursor; while it has the focus, single letters work."""

    HELP: ClassVar[str | None] = """
    # The agenda

    ▸ is where you are, ✓ is done, ▒ is the wrap-up. Space ticks, `p` parks an item for another
    time, `d` strikes it. Below: what either side promised last time; `x` marks one as kept. Where
    there is room, the goals with how they stand; `G` says it anew.

    The same letters work from the notes after `ctrl+g`.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *CALL_KEYS,
        Binding(
            "space,enter", "screen.tick", "Tick", False, id="agenda.tick", tooltip="Tick this line"
        ),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(opens=False, id=id)
        self.border_title = "Agenda"
        self._shown: tuple[Sequence[Point], Sequence[Action], date] | None = None
        self._aims: Sequence[Aim] = ()
        self._spent: int | None = None

    def show(
        self,
        points: Sequence[Point],
        promised: Sequence[Action],
        today: date,
        spent: int | None = None,
        aims: Sequence[Aim] = (),
    ) -> None:
        """Take the agenda as it stands; `spent` are the current item's minutes so far."""
        self._shown, self._spent, self._aims = (points, promised, today), spent, aims
        self._fit()

    def tell_spent(self, spent: int | None) -> bool:
        """Another minute of the current item has gone; nothing is drawn before that."""
        if spent == self._spent:
            return False
        self._spent = spent
        self._fit()
        return True

    def go_to_first(self, kind: str) -> None:
        """Put the cursor on the first line of a kind, `point` or `action`."""
        places = (at for at, row in enumerate(self.rows) if row.kind == kind)
        self.cursor = next(places, self.cursor)

    def on_resize(self) -> None:
        """Lay the titles out for the new width."""
        self._fit()
        super().on_resize()

    def _fit(self) -> None:
        region = self.scrollable_content_region
        cells = region.width - len(MARK) - 1
        if self._shown and cells > 0:
            self.rows = agenda_rows(*self._shown, cells, region.height, self._spent, self._aims)
