"""From the tables of a playbook, already checked, to the fields of a Playbook."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mentordesk.domain import programme_events as events
from mentordesk.domain import programme_people as people
from mentordesk.domain.playbook import Item, Question
from mentordesk.domain.readers import FOR_COORDINATOR, FOR_MENTEE, Audience

Table = dict[str, Any]


def programme(table: Table) -> Table:
    """The fields of a Playbook that a call does not need, by name."""
    return _people(table) | _around(table) | _time_and_ways(table) | _events(table)


def item(table: Table) -> Item:
    """One line of an agenda."""
    return Item(**_tuples(table))


def question(table: Table, default: Audience = FOR_MENTEE) -> Question:
    """One question; `default` reads its answer when the playbook does not say who."""
    return Question(**_seen(table, default))


def _people(table: Table) -> Table:
    bar, roles, group, trust = (table[key] for key in ("bar", "roles", "group", "trust"))
    return {
        **{f"bar_{key}": value for key, value in _tuples(bar).items()},
        **{f"{who}_does": tuple(lines) for who, lines in roles.items()},
        **{f"group_{key}": value for key, value in _tuples(group).items()},
        **_tuples(trust),
        "readers": {kind: seen for kind, seen in table["readers"].items() if seen is not None},
        "intake": _many(people.Stage, table["intake"]),
        "match": _many(people.Fit, table["match"]),
        "duties": _many(people.Duty, table["duties"]),
        "support": _many(people.Contact, table["support"]),
        "ideas": _many(people.Idea, table["ideas"]),
        "checklists": _named(people.Checklist, table["checklists"]),
    }


def _around(table: Table) -> Table:
    goals, plan = table["goals"], table["plan"]
    return {
        **table["today"],
        "goal_terms": tuple(goals["terms"]),
        "gap_kinds": tuple(goals["gaps"]),
        "goal_kinds": tuple(goals["kinds"]),
        "smart": goals["smart"],
        "toward_role": goals["toward_role"],
        "plan_columns": _many(people.Column, plan["columns"]),
        "plan_rows": plan["rows"],
        "plan_meeting": plan["meeting"],
        "load_mentors": table["load"]["mentors"],
        "note_sections": tuple(table["notes"]["sections"]),
        "recording": table["recording"]["wanted"],
        "recording_name": table["recording"]["name"],
    }


def _time_and_ways(table: Table) -> Table:
    time, out, office = table["time"], table["exit"], table["office_hours"]
    return {
        "budget_per": time["per"],
        "budget_minutes": time["minutes"],
        "time_kinds": _many(people.TimeKind, time["kinds"]),
        "exit_reasons": tuple(out["reasons"]),
        "exit_tells": tuple(out["tells"]),
        "exit_questions": tuple(question(one) for one in out["questions"]),
        "keep_in_touch_weeks": out["keep_in_touch_weeks"],
        "keep_in_touch": out["keep_in_touch"],
        "slots_a_week": office["slots_a_week"],
        "slot_minutes": office["minutes"],
        **{f"workshop_{key}": value for key, value in _tuples(table["workshop"]).items()},
        **{f"study_{key}": value for key, value in table["study"].items()},
    }


def _events(table: Table) -> Table:
    return {
        "tracks": _named(_track, table["tracks"]),
        "milestones": _many(events.Milestone, table["milestones"]),
        "surveys": _named(_survey, table["surveys"]),
        "decisions": _named(_decision, table["decisions"]),
        "certificates": _named(_certificate, table["certificates"]),
        "reports": _named(_report, table["reports"]),
    }


def _track(**table: Any) -> events.Track:
    steps = (
        _tuples(one) | {"items": tuple(item(each) for each in one["items"])}
        for one in table["steps"]
    )
    return events.Track(**table | {"steps": _many(events.Step, steps)})


def _survey(**table: Any) -> events.Survey:
    asked = (_seen(one, FOR_MENTEE) for one in table["questions"])
    return events.Survey(**table | {"questions": _many(events.Asked, asked)})


def _decision(**table: Any) -> events.Decision:
    choices = _many(events.Choice, table["choices"])
    asked = tuple(question(one) for one in table["questions"])
    return events.Decision(**_tuples(table) | {"choices": choices, "questions": asked})


def _certificate(**table: Any) -> events.Certificate:
    return events.Certificate(**table | {"criteria": _many(events.Criterion, table["criteria"])})


def _report(**table: Any) -> events.Report:
    return events.Report(**_tuples(_seen(table, FOR_COORDINATOR)))


def _many(make: Callable[..., Any], tables: Iterable[Table]) -> tuple[Any, ...]:
    return tuple(make(**_tuples(one)) for one in tables)


def _named(make: Callable[..., Any], tables: Mapping[str, Table]) -> tuple[Any, ...]:
    return tuple(make(key=key, **_tuples(one)) for key, one in tables.items())


def _seen(table: Table, default: Audience) -> Table:
    return table | {"readers": default if table["readers"] is None else table["readers"]}


def _tuples(table: Table) -> Table:
    """The same table with its lists as tuples, as frozen values hold them."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}
