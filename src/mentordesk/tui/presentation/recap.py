"""The lines around a recap: whose it is, and that nothing leaves by itself."""

from mentordesk.domain.pages import RecapPage
from mentordesk.tui.presentation.look import Look, day
from mentordesk.tui.presentation.rows import Row, fit


def headline(page: RecapPage, look: Look) -> Row:
    """Whose recap, of which call."""
    session = page.session
    at = look.here(session.started or session.planned_start)
    right = f"{day(at.date(), look.today)} {at:%H:%M} "
    name = fit(page.name, look.width - 16 - len(right))
    return Row("", [(" Recap ", "strong"), (f"for {name}", "")], [(right, "dim")])


def foot(page: RecapPage, look: Look) -> Row:
    """Where it would go, and that the mentor sends it; before that, what is off limits in it."""
    if page.session.state == "running":
        return Row("", [(" The call is running: this is how it would leave now.", "warn")])
    if page.warnings:
        return Row("", [(f" ! {' '.join(page.warnings)}", "warn")])
    to = f": {fit(page.email, look.width - 46)}" if page.email else "."
    return Row("", [(f" The desk sends nothing. Hand it over yourself{to}", "dim")])
