"""A mentee's page: the tabs about one mentorship under one headline."""

from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from mentordesk.domain.pages import BriefPage
from mentordesk.tui.actions import PersonScreen
from mentordesk.tui.presentation.mentee import (
    boundary_line,
    mentee_headline,
    tabs_line,
    tabs_of,
)
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from mentordesk.domain.people import Relation
    from mentordesk.tui.widgets.view import View

VIEWS = {
    "brief": "brief:BriefView",
    "group": "group:GroupView",
    "timeline": "timeline:TimelineView",
    "plan": "plan:PlanView",
    "progress": "progress:ProgressView",
    "schedule": "schedule:ScheduleView",
    "agreement": "agreement:AgreementView",
    "milestones": "milestones:MilestonesView",
}
"""Where the widget of each of TABS is."""


class MenteeScreen(PersonScreen):
    """One mentorship; each tab is made when it is first looked at."""

    CSS_PATH = "../styles/mentee.tcss"
    AUTO_FOCUS = ""  # the first thing that could have the keys may be hidden; a tab takes them
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", "Next tab", False, id="mentee.next", tooltip="To the right"),
        Binding("left", "turn(-1)", "Tab before", False, id="mentee.before", tooltip="To the left"),
        Binding(
            "o", "outline", "Outline", False, id="mentee.outline", tooltip="Which one to follow"
        ),
        Binding("v", "way", "Way in", False, id="mentee.way", tooltip="Stages, background, fit"),
        Binding("i", "edit", "Edit", False, id="mentee.edit", tooltip="Zone, mail, contact …"),
    ]

    def __init__(self, address: str, tab: str = "brief") -> None:
        super().__init__()
        self.address = address
        self.tab, _, self.part = tab.partition("/")
        self.page: BriefPage | None = None

    def compose(self) -> ComposeResult:
        """Who, what is agreed, the tabs, the tab, the keys."""
        yield Line(id="headline")
        yield Line(id="boundary")
        yield Tabs(id="tabs")
        yield Container(made(self.tab), id="tab")
        yield Keys()

    def refresh_page(self) -> None:
        """Read the brief: the headline and every tab need it."""
        self.page = self.desk.pages.brief(self.address)
        self.present()

    def present(self) -> None:
        """Draw the lines on top and the tab in view."""
        if page := self.page:
            look = self.look(margin=1)
            self.query_one("#headline", Line).row = mentee_headline(page, look)
            self.query_one("#boundary", Line).row = boundary_line(page, look)
            tabs = self.query_one("#tabs", Tabs)
            tabs.tabs = tabs_of(page)
            tabs.row = tabs_line(self.tab, tabs.tabs)
            self._show(self._view(), page)
            if part := self.part:
                self.part = ""
                self._view().turn_to(part)

    def _show(self, view: "View", page: BriefPage) -> None:
        """Draw a tab; the first one is given the keys, for rows name the commands of who has them.

        Whether it has an empty list is known only when it is drawn.
        """
        first = self.focused is None
        if first:
            view.take_focus()
        view.show(page)
        if first:
            view.take_focus()

    def _view(self) -> "View":
        from mentordesk.tui.widgets.view import View

        return self.query_one(f"#tab > #{self.tab}", View)

    async def action_tab(self, tab: str) -> None:
        """Show one of the tabs; `plan/gaps` is a part of one."""
        holder = self.query_one("#tab")
        tab, _, self.part = tab.partition("/")
        self.tab = tab
        if not holder.query(f"#{tab}"):
            await holder.mount(made(tab))
        for view in holder.children:
            view.display = view.id == tab
        # The keys first: the rows name the commands of the tab that has them.
        self._view().take_focus()
        self.present()

    async def action_turn(self, step: int) -> None:
        """The tab beside this one, round and round."""
        tabs = tabs_of(self.page)
        await self.action_tab(tabs[(tabs.index(self.tab) + step) % len(tabs)])

    async def on_tabs_picked(self, event: Tabs.Picked) -> None:
        """A click on a tab's name shows it."""
        await self.action_tab(event.tab)

    def who(self) -> str:
        """Whose page it is."""
        return self.address

    def date_meant(self) -> date | None:
        """The date under the cursor of the tab in view, if it has dates."""
        return self._view().date_meant()

    def action_outline(self) -> None:
        """Choose which of the playbook's outlines the calls follow."""
        from mentordesk.tui.dialogs.outline import FollowOutline

        playbook = self.page.playbook if self.page else None
        if playbook is None or not playbook.tracks:
            self.say("This programme has no outlines to follow.", warn=True)
            return
        mentorship = self.desk.people.find(self.address).mentorship.id
        now = self.desk.milestones.track(mentorship)
        follow = partial(self.desk.milestones.follow, self.address)
        self.app.push_screen(FollowOutline(playbook, now, follow))

    def erased(self) -> None:
        """Nobody is left to show here."""
        self.app.pop_screen()

    def action_way(self) -> None:
        """How they came in, and whether you fit."""
        self.open_way(self.address)

    def action_edit(self) -> None:
        """Change what is known of the mentee, or of the group."""
        found = self.desk.people.find(self.address)
        if found.is_group:
            from mentordesk.tui.dialogs.group import EditGroup

            page = self.desk.groups.page(self.address)
            self.app.push_screen(EditGroup(self.desk, page), self._renamed)
            return
        from mentordesk.tui.dialogs.edit_mentee import EditMentee

        self.app.push_screen(EditMentee(self.desk, found))

    def _renamed(self, relation: "Relation | None") -> None:
        """The page goes by the group's handle, which may be another one now."""
        if relation:
            self.address = relation.address
            self.refresh_page()


def made(tab: str) -> "View":
    """A tab's widget; each is imported when it is first looked at."""
    module, _, name = VIEWS[tab].partition(":")
    view: View = getattr(import_module(f"mentordesk.tui.widgets.{module}"), name)(id=tab)
    return view
