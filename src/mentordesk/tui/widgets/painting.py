"""How the parts of a row look: the same for every widget that draws lines, from the theme alone."""

from collections.abc import Iterable
from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from mentordesk.tui import themes
from mentordesk.tui.presentation.rows import Seg

# A component class for each part would be looked up for each widget on each screen: a tenth of
# the time to the first frame. A part has a colour and a text style, both variables of the theme.
LOOKS = {
    "dim": ("quiet", "quiet-style"),
    "heading": ("quiet", "quiet-style"),
    "rule": ("rule", ""),
    "warn": ("warning", "warn-style"),
    "accent": ("primary", "accent-style"),
    "key": ("primary", "accent-style"),
    "tab": ("primary", "tab-style"),
    "good": ("success", ""),
    "strong": ("", "bold"),
}


def paint(widget: Widget, pieces: Iterable[Seg], base: Style) -> Strip:
    """One line of terminal cells, every part in its style upon `base`."""
    parts = part_styles(widget.app.theme)
    return Strip([Segment(text, base + parts[part] if part else base) for text, part in pieces])


@cache
def part_styles(name: str) -> dict[str, Style]:
    """The style of each part in a theme; without a background, which is the line's."""
    theme = themes.THEMES[name]
    known = {"warning": theme.warning, "primary": theme.primary, "success": theme.success}
    colors = {name: color or "" for name, color in {**known, **theme.variables}.items()}
    return {
        part: _style(colors.get(color, ""), theme.variables.get(text_style, text_style))
        for part, (color, text_style) in LOOKS.items()
    }


def _style(color: str, text_style: str) -> Style:
    shade = Color.parse(color).rich_color if color else None
    return Style.parse(text_style.replace("none", "")) + Style(color=shade)
