"""The JSON shapes of a mentorship's course (docs/json.md): term, decisions, how it ended."""

from typing import TYPE_CHECKING

from mentordesk.cli.shapes import Shape, day

if TYPE_CHECKING:
    from mentordesk.desk.course_decisions import Offer
    from mentordesk.domain.course import Countdown, CoursePage, Nomination, Parting, Taken


def course(page: "CoursePage") -> Shape:
    """What a card says of the course so far."""
    return {
        "term": term(page.countdown),
        "history": [
            {"day": day(one.day), "status": one.status, "reason": one.reason}
            for one in page.history
        ],
        "terms": [
            {"day": day(one.day), "ends_on": day(one.ends_on), "reason": one.reason}
            for one in page.terms
        ],
        "decisions": [decision(one) for one in page.decisions],
        "parting": parting(page.parting),
        "close_out": [
            {"key": one.key, "ask": one.ask, "answer": one.answer} for one in page.close_out
        ],
        "nominations": [nomination(one) for one in page.nominations],
    }


def term(count: "Countdown | None") -> Shape | None:
    """How far it is on the way to its end."""
    if count is None:
        return None
    return {
        "ends_on": day(count.ends_on),
        "week": count.week,
        "weeks": count.weeks,
        "days": count.days,
    }


def decision(one: "Taken") -> Shape:
    """A decision that was taken."""
    return {
        "id": one.id,
        "day": day(one.day),
        "decision": one.decision,
        "title": one.title,
        "choice": one.choice,
        "verdict": one.verdict,
        "text": one.text,
        "evidence": one.evidence,
    }


def parting(one: "Parting | None") -> Shape | None:
    """An end before its time."""
    if one is None:
        return None
    return {
        "side": one.side,
        "reason": one.reason,
        "day": day(one.day),
        "told_on": day(one.told_on),
        "text": one.text,
    }


def nomination(one: "Nomination") -> Shape:
    """Somebody put forward for a role."""
    return {
        "id": one.id,
        "day": day(one.day),
        "text": one.text,
        "to": one.recipient,
        "link": one.link,
        "state": one.state,
    }


def offer(one: "Offer") -> Shape:
    """A decision as it is put, with its evidence."""
    return {
        "who": one.relation.address,
        "decision": one.decision.key,
        "title": one.decision.title,
        "due": day(one.due),
        "since": day(one.since),
        "evidence": [{"title": part.title, "lines": list(part.lines)} for part in one.evidence],
        "questions": [asked.ask for asked in one.decision.questions],
        "choices": [
            {"key": choice.key, "title": choice.title, "verdict": choice.verdict}
            for choice in one.decision.choices
        ],
    }
