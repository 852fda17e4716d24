"""Every ink of a theme on every ground that it is written on, measured as WCAG 2.2 does."""

import pytest
from textual.color import Color
from textual.theme import Theme

from mentordesk.tui import themes

INKS = ("foreground", "quiet", "primary", "success", "warning", "error", "cursor-text")
GROUNDS = ("background", "surface", "panel", "band", "rest-back", "cursor-back")
OWN = ("primary", "success", "warning", "error", "foreground", "background", "surface", "panel")
LEAST = {themes.DARK: 4.5, themes.LIGHT: 4.5, themes.CONTRAST: 7.0}
"""Text to its ground: 1.4.3, and 1.4.6 where contrast is what the theme is for."""


def colors(theme: Theme) -> dict[str, str]:
    """Everything a style can ask of a theme, by name."""
    return {**{name: getattr(theme, name) for name in OWN}, **theme.variables}


def luminance(color: Color) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    parts = [part / 255 for part in color.rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def ratio(ink: str, ground: str) -> float:
    """Contrast of two colours, 1 to 21."""
    dark, light = sorted(luminance(Color.parse(one)) for one in (ink, ground))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_the_standards_own() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", LEAST)
def test_text_is_readable_on_every_ground(name: str) -> None:
    known = colors(themes.THEMES[name])
    poor = {
        (ink, ground): round(found, 2)
        for ink in INKS
        for ground in GROUNDS
        if (found := ratio(known[ink], known[ground])) < LEAST[name]
    }
    assert poor == {}


@pytest.mark.parametrize("name", LEAST)
def test_selected_text_is_readable(name: str) -> None:
    known = colors(themes.THEMES[name])
    shade, _, share = known["input-selection-background"].partition(" ")
    part = float(share.rstrip("%") or 100) / 100
    for ground in ("background", "surface", "band", "cursor-back"):
        mixed = Color.parse(known[ground]).blend(Color.parse(shade), part).hex
        assert ratio(known["foreground"], mixed) >= LEAST[name]


def test_high_contrast_has_frames_that_are_seen() -> None:
    known = colors(themes.THEMES[themes.CONTRAST])
    for line in ("rule", "border", "border-blurred"):
        assert min(ratio(known[line], known[one]) for one in ("background", "band")) >= 3


def test_the_theme_without_colour_asks_for_none() -> None:
    known = colors(themes.THEMES[themes.MONO])
    assert {known[name] for name in (*INKS, *GROUNDS, "rule", "border")} == {"ansi_default"}
