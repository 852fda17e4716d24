"""What leaves of an action plan: a table that holds what its reader may read, and nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.planning import PlanRow, columns
from mentordesk.domain.readers import (
    COORDINATOR,
    MENTEE,
    THE_COORDINATOR,
    the_group,
    the_mentee,
)

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

FORMATS = ("md", "csv")
WHOM = (MENTEE, COORDINATOR)
"""Who can be handed a plan."""


class PlanTables:
    """The verbs that hand a plan over."""

    desk: "Desk"

    def table(self, who: str, form: str = "md", whom: str = MENTEE, every: bool = False) -> str:
        """The open rows, or all but dropped ones, as a table for somebody: Markdown or CSV.

        It holds what `whom`, the mentee or the coordinator, may read, and nothing else. Raises
        Refusal when that is nothing.
        """
        # markdown-it lives in that room; a plan is handed out rarely
        from mentordesk.reports.plan import csv_table, markdown_table
        from mentordesk.store import leaving

        if whom not in WHOM or form not in FORMATS:
            raise Refusal(
                f"A plan is for {' or '.join(WHOM)}, and is written as {' or '.join(FORMATS)}."
            )
        found = self.desk.people.find(who)
        reader = THE_COORDINATOR
        if whom == MENTEE:
            group = found.is_group
            reader = the_group(found.mentorship.id) if group else the_mentee(found.mentee.id)
        rows = leaving.plan_rows(self.desk.store, found.mentorship.id, reader, every)
        if not rows:
            raise Refusal(
                f"No row of {found.mentee.name}'s plan is for the {whom}."
                f" Say which is with: mentordesk plan edit ID --for {whom}"
            )
        shown = columns(self.desk.playbooks.of(found.mentorship.id))
        titles = [column.title for column in shown] + ["State"] * every
        cells = [
            [_leaves(row, column.key) for column in shown] + [row.state] * every for row in rows
        ]
        return csv_table(titles, cells) if form == "csv" else markdown_table(titles, cells)

    def write(
        self, who: str, path: Path, whom: str = MENTEE, every: bool = False, force: bool = False
    ) -> Path:
        """Write that table into a file, `.csv` as CSV and any other as Markdown; whole or not.

        Raises Refusal when a file is there, unless `force`.
        """
        from mentordesk.outbox.files import already_there, is_there, write_whole

        text = self.table(who, "csv" if path.suffix.lower() == ".csv" else "md", whom, every)
        if is_there(path) and not force:
            raise already_there(path)
        write_whole(path, text.encode())
        return path


def _leaves(row: PlanRow, column: str) -> str:
    """A cell as it leaves: days in ISO 8601, which every table program reads."""
    return ", ".join(map(str, row.dues)) if column == "due" else row.cell(column)
