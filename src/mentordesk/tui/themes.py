"""Four looks: dark, light, high contrast, and one without any colour.

One accent, a warm warning, dim asides. Text has 4.5:1 on any ground of its theme (WCAG 2.2, 1.4.3),
in high contrast 7:1 (1.4.6) and frames 3:1 (1.4.11).
"""

from textual.theme import Theme

DARK, LIGHT, MONO = "mentordesk-dark", "mentordesk-light", "mentordesk-mono"
CONTRAST = "mentordesk-contrast"

# Variables of ours: every theme gives each of them, and the styles use no colour beside them.
_DARK = {
    "quiet": "#979da9",
    "rule": "#3a3f4b",
    "band": "#1e222a",
    "cursor-back": "#27313a",
    "cursor-text": "#f0f2f5",
    "rest-back": "#1e222a",
    "quiet-style": "none",
    "warn-style": "none",
    "accent-style": "none",
    "cursor-style": "none",
    "tab-style": "bold",
}
_LIGHT = {
    **_DARK,
    "quiet": "#60636b",
    "rule": "#cdc8be",
    "band": "#f0ece4",
    "cursor-back": "#dcebec",
    "cursor-text": "#14171c",
    "rest-back": "#f0ece4",
}
_CONTRAST = {
    **_DARK,
    "quiet": "#d5d9e0",
    "rule": "#8f98a3",
    "band": "#101418",
    "cursor-back": "#00395c",
    "cursor-text": "#ffffff",
    "rest-back": "#101418",
    "warn-style": "bold",
    "cursor-style": "bold",
    "tab-style": "bold reverse",
}
_MONO = {
    "quiet": "ansi_default",
    "rule": "ansi_default",
    "band": "ansi_default",
    "cursor-back": "ansi_default",
    "cursor-text": "ansi_default",
    "rest-back": "ansi_default",
    "quiet-style": "dim",
    "warn-style": "bold",
    "accent-style": "bold",
    "cursor-style": "reverse",
    "tab-style": "reverse",
}

THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        Theme(
            name=DARK,
            primary="#7fb8c4",
            secondary="#7fb8c4",
            accent="#7fb8c4",
            success="#8fbf9f",
            warning="#e3ac6c",
            error="#e08a86",
            foreground="#d5d8de",
            background="#15181e",
            surface="#1b1f26",
            panel="#1e222a",
            dark=True,
            variables={
                **_DARK,
                "border": "#4f6f78",
                "border-blurred": "#2c313b",
                "input-selection-background": "#7fb8c4 30%",
                "block-cursor-background": "#27313a",
                "block-cursor-foreground": "#f0f2f5",
                "block-cursor-text-style": "none",
            },
        ),
        Theme(
            name=LIGHT,
            primary="#1d6b7d",
            secondary="#1d6b7d",
            accent="#1d6b7d",
            success="#2f7048",
            warning="#9a5410",
            error="#a8322d",
            foreground="#2a2d33",
            background="#faf8f4",
            surface="#f4f1eb",
            panel="#f0ece4",
            dark=False,
            variables={
                **_LIGHT,
                "border": "#6fa3ae",
                "border-blurred": "#ddd8ce",
                "input-selection-background": "#1d6b7d 22%",
                "block-cursor-background": "#dcebec",
                "block-cursor-foreground": "#14171c",
                "block-cursor-text-style": "none",
            },
        ),
        Theme(
            name=CONTRAST,
            primary="#8fe3ff",
            secondary="#8fe3ff",
            accent="#8fe3ff",
            success="#9af0ae",
            warning="#ffd766",
            error="#ffb4ae",
            foreground="#ffffff",
            background="#000000",
            surface="#000000",
            panel="#101418",
            dark=True,
            variables={
                **_CONTRAST,
                "border": "#8fe3ff",
                "border-blurred": "#8f98a3",
                "input-selection-background": "#00507a",
                "block-cursor-background": "#00395c",
                "block-cursor-foreground": "#ffffff",
                "block-cursor-text-style": "bold",
                # Textual's own words in grey: the palette's explanations, the help's headings.
                "text-muted": "#d5d9e0",
                "foreground-muted": "#d5d9e0",
                "text-disabled": "#d5d9e0",
                "foreground-disabled": "#d5d9e0",
            },
        ),
        Theme(
            name=MONO,
            primary="ansi_default",
            secondary="ansi_default",
            accent="ansi_default",
            success="ansi_default",
            warning="ansi_default",
            error="ansi_default",
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            ansi=True,
            variables={
                **_MONO,
                # Two that Textual's own styles ask of every theme of this sort.
                "ansi-background": "ansi_default",
                "ansi-foreground": "ansi_default",
                "input-cursor-text-style": "reverse",
                "border": "ansi_default",
                "border-blurred": "ansi_default",
                "block-cursor-background": "ansi_default",
                "block-cursor-text-style": "reverse",
            },
        ),
    )
}


def chosen(wish: str, no_color: bool) -> str:
    """The theme to begin with: the mentor's wish, short or long, or mono where colour is refused.

    `NO_COLOR` in the environment wins (no-color.org).
    """
    if no_color:
        return MONO
    return next((name for name in THEMES if wish in (name, name.removeprefix("mentordesk-"))), DARK)


def spoken(name: str) -> str:
    """A theme as a mentor writes it in settings.toml: dark, light, contrast or mono."""
    return name.removeprefix("mentordesk-")


def after(name: str) -> str:
    """The theme that comes after this one, round and round."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
