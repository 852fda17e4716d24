"""Every key a playbook may have, in one table: the reader walks it, docs/playbooks.md lists it."""

from mentordesk.domain.playbook import ANSWERS, KINDS, PLACES, ROLES, WHENS
from mentordesk.domain.playbook_shapes import Day, Flag, Link, Name, Text, Whole, Word
from mentordesk.domain.playbook_tables import Key, Many, Named, Table
from mentordesk.domain.readers import OTHERS

LINES = Many(Text(200), 20)
READERS = Many(Word("me", *OTHERS), 3)

ITEM = Table(
    Key("title", Text(60), "what is talked about; up to 28 characters fit the call screen"),
    Key("minutes", Whole(1, 600, "a share of what is left"), "how long it is planned to take", 0),
    Key("prompts", LINES, "questions that help to talk about it", ()),
    Key("writes_to", Word(*PLACES), "the part of the mentorship that this talk fills", ""),
    Key("required", Flag(), "marks what should not be left out", False),
    Key("role", Word(*ROLES), "the place of what the desk already knows", ""),
)
AGENDA = Table(
    Key("title", Text(60), "what this kind of meeting is called"),
    Key("when", Word(*WHENS), "which meetings use it"),
    Key("minutes", Whole(5, 600, "as in cadence"), "length of this kind of meeting", 0),
    Key("hard_stop", Flag(), "whether it ends on time; left out: as in cadence", None),
    Key("reserve", Whole(0, 120), "minutes kept for the wrap-up; left out: as in cadence", None),
    Key("items", Many(ITEM, 20, least=1), "what is talked about, in this order"),
)
_KEY = Key("key", Name(), "its name within this list")
_ASK = Key("ask", Text(200), "the question as it stands on screen")
_BECOMES = Key("becomes", Word(*ANSWERS), "what the answer turns into when the call is closed")
_READERS = Key("readers", READERS, "who else may read the answer; left out: by its kind", None)
_SHARED = Key("readers", READERS, "who else may read the answer; left out: the mentee", None)
_HINT = Key("hint", Text(200, blank=True), "a line below the question", "")
WRAP_UP = Table(_KEY, _ASK, _BECOMES, _READERS, _HINT)
ASKED = Table(_KEY, _ASK, _SHARED, _HINT)
CADENCE = Table(
    Key("every_weeks", Whole(1, 52), "weeks from one meeting to the next", 1),
    Key("minutes", Whole(5, 600), "length of a meeting"),
    Key("weeks", Whole(0, 520), "length of the run in weeks; 0: open", 0),
    Key("hard_stop", Flag(), "whether a meeting ends on time whatever is left", False),
    Key("reserve", Whole(0, 120), "minutes at the end that belong to the wrap-up", 0),
)
LOAD = Table(
    Key("min", Whole(0, 500), "how many mentees at least; 0: no rule", 0),
    Key("max", Whole(0, 500), "how many mentees at most; 0: no rule", 0),
    Key("ask_above", Whole(0, 500), "ask the programme before taking more; 0: no rule", 0),
)
MISSES = Table(
    Key("wait_minutes", Whole(0, 120), "how long to wait for somebody who is late; 0: no rule", 0),
    Key("notice_hours", Whole(0, 720), "a later cancellation counts as a miss; 0: no rule", 0),
    Key("logged_minutes", Whole(0, 600), "time logged for a miss", 0),
    Key("silence_days", Whole(0, 365), "days without contact until Today says so; 0: never", 0),
)
GOALS = Table(Key("horizons", Many(Whole(1, 1000), 6), "days ahead, the shortest first", ()))
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
    Key("links", Named(Text(40), Link()), "addresses to open, by the name they are shown with", {}),
)
