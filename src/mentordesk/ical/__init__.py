"""The only room that knows icalendar: what leaves as a calendar file."""

from mentordesk.ical.availability import availability_calendar
from mentordesk.ical.calendar import series_calendar
from mentordesk.ical.clocks import clocks, first_shift
from mentordesk.ical.components import Lines, times
from mentordesk.ical.days import Day, day_calendar
from mentordesk.ical.events import Published
from mentordesk.ical.messages import lines_by_uid, message_calendar
from mentordesk.ical.organizer import Attendee, Organizer
from mentordesk.ical.parts import is_second, last_uid, parts, second
from mentordesk.ical.publishing import DeskCalendar, Object, Single
from mentordesk.ical.revisions import Revision, repeated, revisions, withdrawal
from mentordesk.ical.single import single_message
from mentordesk.ical.told import as_told
from mentordesk.ical.written import Doubts, doubts

__all__ = [
    "Attendee",
    "Day",
    "DeskCalendar",
    "Doubts",
    "Lines",
    "Object",
    "Organizer",
    "Published",
    "Revision",
    "Single",
    "as_told",
    "availability_calendar",
    "clocks",
    "day_calendar",
    "doubts",
    "first_shift",
    "is_second",
    "last_uid",
    "lines_by_uid",
    "message_calendar",
    "parts",
    "repeated",
    "revisions",
    "second",
    "series_calendar",
    "single_message",
    "times",
    "withdrawal",
]
