"""The only room that knows icalendar: what leaves as a calendar file."""

from mentordesk.ical.calendar import series_calendar
from mentordesk.ical.days import Day, day_calendar
from mentordesk.ical.events import Published
from mentordesk.ical.organizer import Organizer

__all__ = ["Day", "Organizer", "Published", "day_calendar", "series_calendar"]
