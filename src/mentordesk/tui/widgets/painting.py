"""How the parts of a row look: one component class per part, the same for every line widget."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from mentordesk.tui.presentation.rows import PARTS, Seg

PART_CLASSES = {f"part--{part}" for part in PARTS}
"""Component classes of a widget that paints rows; styles/desk.tcss gives them their looks."""


def paint(widget: Widget, pieces: Iterable[Seg], base: Style) -> Strip:
    """One line of terminal cells, every part in its style upon `base`."""
    styles = {"": base}
    segments = []
    for text, part in pieces:
        if part not in styles:
            styles[part] = base + widget.get_component_rich_style(f"part--{part}", partial=True)
        segments.append(Segment(text, styles[part]))
    return Strip(segments)
