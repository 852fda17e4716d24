"""Mentees in the command palette: type a name, press Enter, and their page is there."""

from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from mentordesk.domain.text import one_line
from mentordesk.tui.places import Places


class PeopleProvider(Provider):
    """Everybody, by name; names are text and never markup."""

    async def search(self, query: str) -> Hits:
        """Who has the typed letters in their name, a group in those of its members."""
        matcher = self.matcher(query)
        for name, members, programme, go in self._everybody():
            score = max(matcher.match(name), matcher.match(members))
            if score > 0:
                yield Hit(score, Content(name), go, text=name, help=programme)

    async def discover(self) -> Hits:
        """Nobody before something is typed: commands come first."""
        for hit in list[DiscoveryHit]():
            yield hit

    def _everybody(self) -> list[tuple[str, str, str, partial[None]]]:
        app = cast(Places, self.app)
        return [
            (
                one_line(person.name),
                one_line(person.names),
                one_line(person.programme),
                partial(app.open_mentee, person.address),
            )
            for person in app.desk.pages.people()
        ]
