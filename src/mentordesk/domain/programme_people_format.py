"""The keys of a playbook about people: the way in and out, duties, trust, goals, time."""

from mentordesk.domain.effort import KINDS
from mentordesk.domain.playbook_pieces import (
    ASK,
    ASKED,
    HINT,
    LINES,
    NAME,
    READERS,
    TITLE,
    WORDS,
)
from mentordesk.domain.playbook_shapes import Flag, Link, Name, Text, Whole, Word
from mentordesk.domain.playbook_tables import Key, Many, Named, Table
from mentordesk.domain.programme_events import RECORDS
from mentordesk.domain.programme_people import (
    CHECKED,
    COLUMNS,
    CONTACTS,
    DUTIES,
    OFTEN,
    PER,
    WHO,
)

LOAD = Table(
    Key("min", Whole(0, 500), "how many mentees at least; 0: no rule", 0),
    Key("max", Whole(0, 500), "how many mentees at most; 0: no rule", 0),
    Key("ask_above", Whole(0, 500), "ask the programme before taking more; 0: no rule", 0),
    Key("mentors", Whole(0, 20), "how many mentors a mentee has at most; 0: no rule", 0),
)
MISSES = Table(
    Key("wait_minutes", Whole(0, 120), "how long to wait for somebody who is late; 0: no rule", 0),
    Key("notice_hours", Whole(0, 720), "a later cancellation counts as a miss; 0: no rule", 0),
    Key("logged_minutes", Whole(0, 600), "time logged for a miss", 0),
    Key("silence_days", Whole(0, 365), "days without contact until Today says so; 0: never", 0),
    Key("follow_up_days", Whole(0, 60), "days until a miss is followed up; 0: at once", 0),
    Key("escalate_after", Whole(0, 20), "misses in a row until others are told; 0: no rule", 0),
    Key("moves_a_month", Whole(0, 30), "more moved meetings call for another slot; 0: no rule", 0),
)
GOALS = Table(
    Key("horizons", Many(Whole(1, 1000), 6), "days ahead, the shortest first", ()),
    Key("terms", Many(Word("short", "long", "role"), 3), "horizons without a number of days", ()),
    Key("gaps", WORDS, "kinds of what is missing on the way", ()),
    Key("kinds", WORDS, "what a goal can be about", ()),
    Key("smart", Flag(), "whether a goal is checked to be SMART", False),
    Key("toward_role", Flag(), "whether all of it leads to a formal role", False),
)
_TODAY = Table(
    Key("prep_days", Whole(0, 30), "days before a meeting to prepare it; 0: never said", 0),
    Key("gap_days", Whole(0, 60), "days before a planned gap to speak of it; 0: never said", 0),
    Key("target_days", Whole(0, 60), "days before a target's day to speak of it; 0: that day", 0),
)
_GROUP = Table(
    Key("most", Whole(0, 50), "how many mentees a group has at most; 0: no rule", 0),
    Key("tools", WORDS, "what a group can choose to work with", ()),
)
_BAR = Table(
    Key("years", Whole(0, 60), "years in the field at least; 0: no rule", 0),
    Key("hours_a_week", Whole(0, 60), "hours to spare in a week at least; 0: no rule", 0),
    Key("months", Whole(0, 60), "months to take part at least; 0: no rule", 0),
    Key("taught", Whole(0, 100), "workshops taught at least; 0: no rule", 0),
    Key("mentor", LINES, "what a mentor brings along", ()),
    Key("mentee", LINES, "what a mentee brings along", ()),
)
_ROLES = Table(
    Key("mentor", LINES, "what the mentor does", ()),
    Key("mentee", LINES, "what the mentee does", ()),
    Key("coordinator", LINES, "what the programme does", ()),
)
_STAGE = Table(
    NAME,
    Key("title", Text(40), "the step as a list shows it"),
    Key("by", Word(*WHO), "whose turn it is", "mentor"),
    Key("hint", Text(200, blank=True), "what belongs to it", ""),
)
_DUTY = Table(
    NAME,
    Key("says", Text(200), "the duty"),
    Key("kind", Word(*DUTIES), "where it comes from", "duty"),
    Key("every", Word(*OFTEN), "how often it comes up", "always"),
)
_CHECKS = Table(
    TITLE,
    Key("when", Word(*CHECKED), "the moment it is for"),
    Key("items", Many(Text(200), 30, least=1), "what is ticked, in this order"),
)
_CONTACT = Table(
    NAME,
    TITLE,
    Key("role", Word(*CONTACTS), "what they are to the programme", "other"),
    Key("reach", Text(120, blank=True), "how they are reached, in words", ""),
    Key("link", Link(), "an address to open", ""),
)
_KIND = Table(
    NAME,
    TITLE,
    Key("minutes", Whole(0, 10_000), "minutes in one period; 0: not told apart", 0),
    Key("billable", Flag(), "whether it is paid for", False),
    Key("about", Text(200, blank=True), "what counts as this", ""),
    Key("counts", Many(Word(*KINDS), len(KINDS)), "entries of the desk's that count as this", ()),
)
_TIME = Table(
    Key("per", Word(*PER), "the period of the budget", ""),
    Key("minutes", Whole(0, 10_000), "minutes of one mentorship in a period; 0: no budget", 0),
    Key("kinds", Many(_KIND, 20), "kinds of effort that are told apart", ()),
)
_COLUMN = Table(
    Key("key", Word(*COLUMNS), "what the column means"),
    TITLE,
    Key("hint", Text(200, blank=True), "what belongs in it", ""),
)
_PLAN = Table(
    Key("meeting", Whole(0, 50), "the meeting in which it is first filled in; 0: no rule", 0),
    Key("rows", Whole(0, 50), "how many rows to begin with; 0: no rule", 0),
    Key("columns", Many(_COLUMN, len(COLUMNS)), "the columns, in this order", ()),
)
_IDEA = Table(
    NAME,
    TITLE,
    Key("tags", Many(Name(), 8), "words to find it by", ()),
    Key("about", Text(200, blank=True), "a line about it", ""),
)
_TRUST = Table(
    Key("ground_rules", LINES, "prompts to set ground rules by", ()),
    Key("confidential", LINES, "how what was said is kept", ()),
    Key("conduct", Link(), "where the code of conduct is", ""),
    Key("report_conduct", Link(), "where a breach of it is reported", ""),
)
_SAYS = "who else may read it; left out: as the desk has it"
_EXIT = Table(
    Key("reasons", WORDS, "reasons to choose from when it ends early", ()),
    Key("tells", Many(Word(*CONTACTS), 5), "who is told when it ends early", ()),
    Key("questions", Many(ASKED, 20), "asked when it ends", ()),
    Key("keep_in_touch_weeks", Whole(0, 104), "weeks between words after the end; 0: no rule", 0),
    Key("keep_in_touch", Text(200, blank=True), "how the two stay in touch", ""),
)
_NOTES = Table(Key("sections", WORDS, "the parts of the notes about a mentee", ()))
_RECORDING = Table(
    Key("wanted", Flag(), "whether meetings are recorded", False),
    Key("name", Text(80, blank=True), "how a file is called: {date}, {mentee}, {topic}", ""),
)
_OFFICE = Table(
    Key("slots_a_week", Whole(0, 100), "slots to publish in a week; 0: as many as you can keep", 0),
    Key("minutes", Whole(5, 600, "as in cadence"), "length of a slot", 0),
)
_WORKSHOP = Table(
    Key("prep_minutes", Whole(0, 6000), "minutes to prepare; 0: no rule", 0),
    Key("prep_days", Whole(0, 60), "days before it in which to prepare; 0: no rule", 0),
    Key("debrief", LINES, "questions for afterwards", ()),
)
_STUDY = Table(
    Key("hours_a_week", Whole(0, 100), "hours of study in a week; 0: no rule", 0),
    Key("weeks", Whole(0, 520), "weeks that it takes; 0: no rule", 0),
)
PEOPLE = (
    Key("today", _TODAY, "how long before something Today speaks of it", {}),
    Key("group", _GROUP, "how many meet, and what they choose from", {}),
    Key("bar", _BAR, "what both sides bring along", {}),
    Key("roles", _ROLES, "what each side does, to read", {}),
    Key("intake", Many(_STAGE, 15), "from the first word to the standing slot, in this order", ()),
    Key("match", Many(Table(NAME, ASK, HINT), 15), "looked at before two people are matched", ()),
    Key("duties", Many(_DUTY, 30), "what the mentor owes the programme", ()),
    Key("checklists", Named(Name(), _CHECKS), "lists to tick", {}),
    Key("time", _TIME, "the effort it takes", {}),
    Key("plan", _PLAN, "the action plan", {}),
    Key("ideas", Many(_IDEA, 40), "what a session can be made of", ()),
    Key("trust", _TRUST, "ground rules, confidentiality, conduct", {}),
    Key("readers", Table(*(Key(k, READERS, _SAYS, None) for k in RECORDS)), "who reads what", {}),
    Key("support", Many(_CONTACT, 15), "whom to turn to", ()),
    Key("exit", _EXIT, "how it ends, early or not", {}),
    Key("notes", _NOTES, "the notes about a mentee", {}),
    Key("recording", _RECORDING, "recordings of meetings", {}),
    Key("office_hours", _OFFICE, "slots that people book", {}),
    Key("workshop", _WORKSHOP, "coaching at a workshop", {}),
    Key("study", _STUDY, "the mentee's own study", {}),
)
