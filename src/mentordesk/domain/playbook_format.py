"""Every key a playbook may have, in one table: the reader walks it, docs/playbooks.md lists it."""

from mentordesk.domain.playbook import ANSWERS, BY_HAND, KINDS, WHENS
from mentordesk.domain.playbook_pieces import ASK, ASKED, HINT, ITEMS, LINES, NAME, READERS, WORDS
from mentordesk.domain.playbook_shapes import Day, Flag, Link, Name, Text, Whole, Word
from mentordesk.domain.playbook_tables import Key, Many, Named, Table
from mentordesk.domain.programme_events_format import EVENTS
from mentordesk.domain.programme_people_format import GOALS, LOAD, MISSES, PEOPLE

AGENDA = Table(
    Key("title", Text(60), "what this kind of meeting is called"),
    Key("when", Word(*WHENS, BY_HAND), "which meetings use it"),
    Key("every", Whole(2, 100, "not counted"), "with when = “every”: each n-th meeting", 0),
    Key("kind", Word(*KINDS), "who meets; left out: as the playbook says", ""),
    Key("minutes", Whole(5, 600, "as in cadence"), "length of this kind of meeting", 0),
    Key("hard_stop", Flag(), "whether it ends on time; left out: as in cadence", None),
    Key("reserve", Whole(0, 120), "minutes kept for the wrap-up; left out: as in cadence", None),
    Key("item_minutes", Whole(1, 60, "no limit"), "how long one topic gets (lean coffee)", 0),
    Key("more_minutes", Whole(1, 60, "no more"), "how much longer when people want more", 0),
    Key("items", ITEMS, "what is talked about, in this order"),
)
_BECOMES = Key("becomes", Word(*ANSWERS), "what the answer turns into when the call is closed")
_READERS = Key("readers", READERS, "who else may read the answer; left out: by its kind", None)
WRAP_UP = Table(NAME, ASK, _BECOMES, _READERS, HINT)
CADENCE = Table(
    Key("every_weeks", Whole(1, 52), "weeks from one meeting to the next", 1),
    Key("nth", Whole(1, 4, "by weeks"), "meet on the n-th such weekday of each month instead", 0),
    Key("agreed", Flag(), "the two settle the rhythm; this is where they begin", False),
    Key("slots", Whole(1, 7), "how many standing times at most", 1),
    Key("places", WORDS, "where or by which means to meet, the preferred first", ()),
    Key("minutes", Whole(5, 600), "length of a meeting"),
    Key("at_least", Flag(), "whether a meeting may take longer than that", False),
    Key("weeks", Whole(0, 520), "length of the run in weeks; 0: open", 0),
    Key("weeks_least", Whole(0, 520), "how many weeks it takes at least; 0: no rule", 0),
    Key("skips_extend", Flag(), "whether a skipped meeting moves the end", False),
    Key("hard_stop", Flag(), "whether a meeting ends on time whatever is left", False),
    Key("reserve", Whole(0, 120), "minutes at the end that belong to the wrap-up", 0),
)
CHECKLIST = Table(
    Key("before", LINES, "what to do before a meeting", ()),
    Key("after", LINES, "what to do after a meeting", ()),
)
MANNER = Table(Key("reminders", LINES, "one of them stands in the brief", ()))
PLAYBOOK = Table(
    Key("slug", Name(), "the playbook's name for typing, the same as its file's name"),
    Key("title", Text(60), "the playbook's name for reading"),
    Key("version", Text(20), "changes when you change the playbook, in quotes"),
    Key("programme", Text(60, blank=True), "whose practice it is; empty: nobody's but yours", ""),
    Key("source", Text(200, blank=True), "the document it was written from", ""),
    Key("source_date", Day(), "the day that document is dated", ""),
    Key("read_on", Day(), "the day that document was read", ""),
    Key("summary", Text(600, blank=True), "what it is in a few sentences", ""),
    Key("kind", Word(*KINDS), "who meets", "one-to-one"),
    Key("cadence", CADENCE, "how often and how long"),
    Key("load", LOAD, "how many mentees at a time", {}),
    Key("misses", MISSES, "who does not come, and who goes quiet", {}),
    Key("goals", GOALS, "how far ahead targets are set", {}),
    Key("checklist", CHECKLIST, "around a meeting", {}),
    Key("manner", MANNER, "how to be", {}),
    Key("agendas", Named(Name(), AGENDA, least=1), "one table for each kind of meeting"),
    Key("wrap_up", Many(WRAP_UP, 12), "asked in the reserve, in this order", ()),
    Key("expectations", Many(ASKED, 20), "asked of both sides when the relation begins", ()),
    Key("boundaries", Many(ASKED, 20), "agreed when the relation begins", ()),
    *PEOPLE,
    *EVENTS,
    Key("links", Named(Text(40), Link()), "addresses to open, by the name they are shown with", {}),
)
