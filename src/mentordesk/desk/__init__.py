"""The mentor's verbs: the only room that *does* things, and the same for every door."""

from mentordesk.desk.desk import Change, Desk, open_desk

__all__ = ["Change", "Desk", "open_desk"]
