"""What of each table a shared screen may show: which rows, and which of their columns.

A table or column that is not named here shows nothing. In the conditions `t` is the row.
"""

from typing import NamedTuple

_ITS_OWN = ("id", "created_at", "updated_at")


class Shown(NamedTuple):
    """A table's rows that are the viewer's to see, and its columns by what is done with them.

    `plain` are shown, `words` where the row's readers allow it, `own` where the row is about the
    viewer, `hidden` never: a blank of their kind stands for them.
    """

    rows: str
    plain: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def decided(self) -> set[str]:
        """The columns of which something is said here."""
        return {*_ITS_OWN, *self.plain, *self.words, *self.own, *self.hidden}

    def is_plain(self, column: str) -> bool:
        """Whether a column is shown wherever its row is."""
        return column in _ITS_OWN or column in self.plain


READABLE = (
    "(' ' || t.readers || ' ' LIKE '% mentee %' OR ' ' || t.readers || ' ' LIKE '% public %')"
)
"""What the viewer may read: what is for the mentee, or for everybody."""
MINE = "EXISTS (SELECT 1 FROM shown_to WHERE mine = t.mentorship_id AND t.updated_at < until)"
"""Of a mentorship that the viewer is in, and written while they were."""
ABOUT = "(t.about_id IS NULL OR t.about_id = (SELECT mentee_id FROM shown_viewer))"
"""About all of a group, or about the viewer alone."""
_SIDE = "(t.mentee_id IS NULL OR t.mentee_id = (SELECT mentee_id FROM shown_viewer))"
_SELF = "t.mentee_id = (SELECT mentee_id FROM shown_viewer)"
_MATES = "EXISTS (SELECT 1 FROM membership AS b WHERE b.mentee_id = t.id)"
_OURS = "EXISTS (SELECT 1 FROM shown_to WHERE mine = t.{})"
_WITH_US = f"({_SELF} OR EXISTS (SELECT 1 FROM shown_to WHERE mine = t.mentorship_id AND stays))"
_HERE = "EXISTS (SELECT 1 FROM session AS p WHERE p.id = t.session_id AND p.state = 'running')"
NEVER = "0"


def _of(table: str, column: str) -> str:
    """Part of a row that is shown, whose id the column holds, and written while they were in."""
    return (
        f"EXISTS (SELECT 1 FROM {table} AS p JOIN shown_to ON mine = p.mentorship_id"
        f" WHERE p.id = t.{column} AND t.updated_at < until)"
    )


_SAID, _SAID_ABOUT = f"{MINE} AND {READABLE}", f"{MINE} AND {READABLE} AND {ABOUT}"
_IN_CALL = _of("session", "session_id")


def _names(columns: str) -> tuple[str, ...]:
    return tuple(columns.split())


def _read(rows: str, columns: str) -> Shown:
    """Rows that are words: there for whoever may read them, and then whole."""
    return Shown(rows, (*columns.split(), "readers"))


def _frame(rows: str, columns: str, words: str = "") -> Shown:
    """Rows that are facts both sides know, such as dates; words on them by their readers."""
    return Shown(rows, (*columns.split(), *(("readers",) if words else ())), tuple(words.split()))


def _never(columns: str) -> Shown:
    """A table of the mentor's own."""
    return Shown(NEVER, hidden=tuple(columns.split()))


POLICY: dict[str, Shown] = {
    "mentorship": _frame(_OURS.format("id"), "playbook status started_on ends_on snapshot"),
    "membership": _frame(
        f"{_OURS.format('mentorship_id')} AND {_WITH_US}",
        "mentorship_id mentee_id joined_on left_on left_at",
    ),
    "mentee": Shown(
        _MATES,
        ("name", "handle", "zone", "archived_at"),
        own=("pronouns", "email", "location", "contact", "calendar"),
    ),
    "team": _frame(
        _OURS.format("mentorship_id"),
        "mentorship_id name handle outcome tool mode archived_at representative_id",
    ),
    "status_change": _frame(MINE, "mentorship_id status day", "reason"),
    "decision": _read(_SAID, "mentorship_id decision choice verdict day text evidence"),
    "term_change": _read(_SAID, "mentorship_id ends_on day reason"),
    "parting": _read(_SAID, "mentorship_id side reason day told_on text"),
    "close_out": _read(_SAID, "mentorship_id question body day"),
    "nomination": _read(_SAID, "mentorship_id text recipient link state day"),
    "series": _frame(
        MINE,
        "mentorship_id rule wall_time zone starts_on until_day place minutes count uid sequence"
        " stamp",
    ),
    "gap": _frame(_of("series", "series_id"), "series_id first_day last_day", "reason"),
    "occurrence": _frame(
        _of("series", "series_id"),
        "series_id day state moved_to stamp minutes confirmed sequence asked_by",
        "reason",
    ),
    "invitation": _frame(
        _of("series", "series_id"), "series_id uid rid stamp method form component sequence clocks"
    ),
    "invited": _frame(
        f"{_SELF} AND EXISTS (SELECT 1 FROM invitation AS p WHERE p.id = t.invitation_id)",
        "invitation_id mentee_id address partstat",
    ),
    "reply": _frame(_SELF, "mentee_id uid rid address stamp partstat delegate sequence", "comment"),
    "counter": _frame(
        _SELF, "mentee_id uid rid address stamp starts_at state minutes sequence", "comment"
    ),
    "busy_calendar": _never("name origin zone source known_from known_until times left_out"),
    "session": _frame(
        MINE,
        "mentorship_id series_id day agenda state planned_start place planned_end started_at"
        " ended_at minutes reserve hard_stop",
    ),
    "pause": _frame(_IN_CALL, "session_id since until"),
    "extension": _frame(_IN_CALL, "session_id minutes at", "reason"),
    "attendance": _frame(f"{_IN_CALL} AND ({_SELF} OR {_HERE})", "session_id mentee_id status"),
    "agenda_item": _read(
        f"{_IN_CALL} AND {READABLE}",
        "session_id title source state lineage ref prompts position minutes started_at ended_at"
        " used",
    ),
    # The notes of a call stay the mentor's while they are typed, whoever may read them later.
    "note": _read(
        f"{_SAID_ABOUT} AND t.kind NOT IN ('call', 'incident')",
        "mentorship_id session_id kind at body state about_id",
    ),
    "note_version": _never("note_id at body readers"),
    "recap": _read(f"{_IN_CALL} AND {READABLE} AND t.kind <> 'private'", "session_id kind body"),
    "answer": _read(f"{_IN_CALL} AND {READABLE}", "session_id question body made"),
    "capture": _never("note_id kind line raw thing_id dismissed"),
    "plan_row": _read(
        _SAID_ABOUT,
        "mentorship_id about_id goal mentee mentor network barriers measure due state done_on"
        " position",
    ),
    "plan_change": _read(
        f"{_of('plan_row', 'plan_row_id')} AND {READABLE}", "plan_row_id cell was day"
    ),
    "action": _read(
        _SAID_ABOUT,
        "mentorship_id session_id owner who text due state done_on task about_id plan_row_id"
        " proposed_by",
    ),
    "goal": _read(
        _SAID_ABOUT,
        "mentorship_id horizon text measure due state done_on about_id kind outcome set_on set_no"
        " from_goal_id",
    ),
    "goal_mark": _read(
        f"{_of('goal', 'goal_id')} AND {READABLE}", "goal_id session_id mark text day"
    ),
    "smart": _read(f"{_of('goal', 'goal_id')} AND {READABLE}", "goal_id letter text"),
    "requirement": _read(
        f"{_of('goal', 'goal_id')} AND {READABLE}", "goal_id text evidence met_on"
    ),
    "skill_gap": _read(
        _SAID_ABOUT, "mentorship_id about_id plan_row_id kind text evidence state done_on"
    ),
    "opportunity": _read(_SAID_ABOUT, "mentorship_id session_id text state due about_id origin"),
    "opportunity_step": _read(
        f"{_of('opportunity', 'opportunity_id')} AND {READABLE}", "opportunity_id state day text"
    ),
    "introduction": _read(
        _SAID_ABOUT,
        "mentorship_id person contact text state mentee_agreed_on other_agreed_on made_on outcome"
        " about_id",
    ),
    "agreement": _read(
        _SAID_ABOUT, "mentorship_id about_id kind side question text day withdrawn_on"
    ),
    "contact_policy": _read(
        _SAID, "mentorship_id channels days since_time until_time topics day a_week"
    ),
    "permission": _read(
        _SAID_ABOUT,
        "mentorship_id about_id scope recipient channel text given_on withdrawn_on",
    ),
    "touchpoint": _read(_SAID_ABOUT, "mentorship_id kind at text minutes about_id"),
    "time_entry": _never(
        "mentorship_id session_id touchpoint_id kind started_at note readers minutes"
    ),
    "milestone_mark": _read(_SAID, "mentorship_id milestone due_on state day text"),
    "attention_mark": _never("mentorship_id rule occasion until_day reason day readers"),
    "outline": _frame(MINE, "mentorship_id track shift"),
    "intake": _read(_SAID, "mentorship_id referrer link read_at"),
    "intake_step": _read(_SAID, "mentorship_id stage day text"),
    "fit_answer": _read(_SAID, "mentorship_id criterion verdict text day"),
    "checklist_tick": _read(_SAID, "mentorship_id checklist item occasion day text"),
    "duty_mark": _never("playbook duty period day text readers"),
    "help_request": _never("mentorship_id contact text day readers"),
    "study_slot": _frame(MINE, "mentorship_id weekday wall_time since_day until_day minutes"),
    "study_week": _read(_SAID, "mentorship_id monday kept reason minutes planned"),
    "progress": _read(_SAID, "mentorship_id day section well hard text link percent"),
    "lab": _read(_SAID, "mentorship_id session_id title link state day reviewed_on text follow_up"),
    "topic_mark": _read(f"{_of('note', 'note_id')} AND {READABLE}", "note_id day text level"),
    "idea_use": _read(_SAID, "mentorship_id session_id idea day text"),
    "review": _read(_SAID, "mentorship_id session_id action_id kind key question text day"),
    "recording": _read(_SAID, "mentorship_id session_id title link day told_on shared_on text"),
    "recording_span": _frame(_of("recording", "recording_id"), "recording_id since until"),
    "recording_moment": _read(
        f"{_of('recording', 'recording_id')} AND {READABLE}", "recording_id at text"
    ),
    "feedback": _read(_SAID_ABOUT, "mentorship_id about_id direction form text changed day"),
    "survey_answer": _read(
        f"{_SAID} AND {_SIDE}", "mentorship_id mentee_id survey round side question body day"
    ),
    "criterion_tick": _read(
        f"{_SAID} AND {_SIDE}",
        "mentorship_id mentee_id certificate criterion state text day",
    ),
    "slide": _read(_SAID, "mentorship_id state body day"),
    "milestone_note": _read(_SAID, "mentorship_id milestone due_on text day"),
    # Hours are published for anybody to book; by whom they are taken is nobody else's business.
    "office_hour": _frame(
        "1", "playbook rule wall_time zone starts_on until_day link minutes slots"
    ),
    "booking": Shown(
        "1",
        ("office_hour_id", "day", "state", "slot"),
        hidden=_names("mentorship_id name text readers address told told_at sequence"),
    ),
    "booking_reply": _never("booking_id address stamp comment partstat delegate sequence"),
    "workshop": _never(
        "playbook title day wall_time role link text state readers prep_minutes prep_days"
        " prepared early"
    ),
    "pushed": _never("calendar uid name etag digest"),
    "undo_step": _never("step label at tbl row_id before after seq"),
    "words": _never("body tags tbl row_id"),
}
