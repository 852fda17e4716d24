"""The keys of a playbook about its course: outlines, milestones, surveys, decisions, reports."""

from mentordesk.domain.playbook_pieces import ASK, ASKED, HINT, ITEMS, NAME, READERS, TITLE
from mentordesk.domain.playbook_shapes import Flag, Name, Text, Whole, Word
from mentordesk.domain.playbook_tables import Key, Many, Named, Table
from mentordesk.domain.programme_events import (
    AFTER,
    COUNTED,
    MARKS,
    MILESTONES,
    PERIODS,
    REPLIES,
    SECTIONS,
    VERDICTS,
    WEEKDAYS,
)
from mentordesk.domain.programme_people import CONTACTS

_SIDES = Word("mentor", "mentee", "both")
_BY = Key("by", _SIDES, "whose it is", "mentor")
_LINK = Key("link", Text(40), "its form: a name in links", "")
_STEP = Table(
    Key("title", Text(60), "the meeting in a few words"),
    Key("marks", Many(Word(*MARKS), 4), "what of the programme happens in it", ()),
    Key("minutes", Whole(5, 600, "as in cadence"), "length of this meeting", 0),
    Key("items", ITEMS, "what is talked about, in this order"),
)
_TRACK = Table(
    TITLE,
    Key("about", Text(200, blank=True), "what it is for", ""),
    Key("tools", Flag(), "whether the group chooses one of group.tools for it", False),
    Key("steps", Many(_STEP, 30, least=1), "one meeting each, in this order"),
)
_MILESTONE = Table(
    NAME,
    TITLE,
    Key("kind", Word(*MILESTONES), "what kind of event it is"),
    _BY,
    Key("says", Text(200, blank=True), "what to do", ""),
    Key("after", Word(*AFTER), "what the offset counts from", "start"),
    Key("days", Whole(-365, 3650), "days after it; less than 0: before it", 0),
    Key("weeks", Whole(-52, 520), "weeks after it; less than 0: before it", 0),
    Key("months", Whole(-12, 120), "months after it; less than 0: before it", 0),
    Key("percent", Whole(1, 100, "not by fraction"), "how much of the term has passed", 0),
    Key("step", Word(*MARKS), "the meeting whose step has this mark, instead of an offset", ""),
    Key("weekday", Word(*WEEKDAYS), "the first such day from there", ""),
    Key("month_day", Whole(1, 28, "any day"), "the first such day of a month from there", 0),
    Key("every_weeks", Whole(0, 104), "again after so many weeks; 0: not", 0),
    Key("every_months", Whole(0, 60), "again after so many months; 0: not", 0),
    Key("every_sessions", Whole(0, 100), "again after so many meetings held; 0: not", 0),
    Key("notice_days", Whole(0, 90), "days before it that Today speaks of it", 0),
    Key("quiet_ok", Flag(), "whether nothing need be written when all is well", False),
    Key("survey", Name(), "which of surveys is filled in", ""),
    Key("report", Name(), "which of reports is written", ""),
    Key("decision", Name(), "which of decisions is taken", ""),
    Key("checklist", Name(), "which of checklists is ticked", ""),
)
_REPLY = Key("reply", Word(*REPLIES), "what kind of reply it wants", "text")
_SEEN = Key("readers", READERS, "who else may read the reply; left out: the mentee", None)
_SURVEY = Table(
    TITLE,
    Key("by", _SIDES, "who is asked", "mentor"),
    _LINK,
    Key("questions", Many(Table(NAME, ASK, _REPLY, _SEEN, HINT), 30), "asked in this order", ()),
)
_CHOICE = Table(
    NAME,
    TITLE,
    Key("verdict", Word(*VERDICTS), "what becomes of the mentorship"),
)
_DECISION = Table(
    TITLE,
    Key("by", _SIDES, "who decides", "mentor"),
    Key("choices", Many(_CHOICE, 6, least=2), "the ways it can go"),
    Key("evidence", Many(Word(*SECTIONS), 10), "what the desk lays beside it", ()),
    Key("questions", Many(ASKED, 20), "what helps to decide", ()),
    Key("next", Text(200, blank=True), "what follows from it", ""),
)
_CRITERION = Table(
    NAME,
    Key("says", Text(120), "what has to be done"),
    Key("counts", Word(*COUNTED), "what is counted", "tick"),
    Key("least", Whole(1, 200), "how many of it", 1),
    Key("milestone", Name(), "with counts = “milestone”: which of milestones", ""),
)
_CERTIFICATE = Table(
    TITLE,
    Key("of", Word("mentor", "mentee"), "whose it is"),
    Key("criteria", Many(_CRITERION, 20, least=1), "all that it takes"),
)
_REPORT = Table(
    TITLE,
    Key("period", Word(*PERIODS), "what one of them covers"),
    Key("sections", Many(Word(*SECTIONS), 12, least=1), "what stands in it, in this order"),
    Key("readers", READERS, "who else may read it; left out: the coordinator", None),
    Key("to", Word(*CONTACTS), "whom in support it goes to", ""),
    _LINK,
    Key("optional", Flag(), "whether it may be left out", False),
    Key("hint", Text(200, blank=True), "what matters in it", ""),
)
EVENTS = (
    Key("tracks", Named(Name(), _TRACK), "outlines a group can follow", {}),
    Key("milestones", Many(_MILESTONE, 40), "dated events", ()),
    Key("surveys", Named(Name(), _SURVEY), "questions for one side or both", {}),
    Key("decisions", Named(Name(), _DECISION), "what is decided on the way and at the end", {}),
    Key("certificates", Named(Name(), _CERTIFICATE), "what is given for what", {}),
    Key("reports", Named(Name(), _REPORT), "what the mentor writes for others", {}),
)
