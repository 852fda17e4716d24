"""What `--json` prints of feedback, surveys, certificates and slides: shapes of docs/json.md."""

from collections.abc import Sequence

from mentordesk.cli.shapes import Shape, day, readers
from mentordesk.domain.criteria import Standing, Verdict
from mentordesk.domain.feedback import Feedback, Replies, Round, Slide, WeekLine


def feedback(one: Feedback, who: str) -> Shape:
    """One piece of feedback."""
    return {
        "id": one.id,
        "who": who,
        "direction": one.direction,
        "form": one.form,
        "text": one.text,
        "changed": one.changed,
        "day": day(one.day),
        "readers": readers(one.readers),
    }


def survey(one: Round) -> Shape:
    """One round of a survey."""
    return {
        "key": one.survey.key,
        "title": one.survey.title,
        "by": one.survey.by,
        "round": day(one.day),
        "state": one.state,
        "milestone": one.milestone or None,
        "link": one.link,
        "replies": [_replies(one, reply) for reply in one.replies],
    }


def survey_page(one: Round, week: Sequence[WeekLine]) -> Shape:
    """The same; with how the week went, where it is a stand-up."""
    return {**survey(one), "week": [_week(line) for line in week]}


def _week(one: WeekLine) -> Shape:
    return {
        "name": one.name,
        "held": [day(at) for at in one.held],
        "missed": [day(at) for at in one.missed],
        "concerns": list(one.concerns),
    }


def _replies(one: Round, reply: Replies) -> Shape:
    return {
        "side": reply.who.side,
        "name": reply.who.name,
        "done_on": day(reply.done_on),
        "answers": [
            {
                "key": asked.key,
                "ask": asked.ask,
                "reply": asked.reply,
                "text": reply.answers.get(asked.key, ""),
            }
            for asked in one.survey.questions
        ],
    }


def certificate(one: Standing) -> Shape:
    """A certificate, for one person."""
    return {
        "key": one.key,
        "title": one.title,
        "of": one.of,
        "name": one.name,
        "left_on": day(one.left_on),
        "met": one.met,
        "complete": one.complete,
        "criteria": [_verdict(verdict) for verdict in one.criteria],
    }


def _verdict(one: Verdict) -> Shape:
    return {
        "key": one.key,
        "says": one.says,
        "met": one.met,
        "evidence": one.evidence,
        "missing": one.missing,
    }


def slide(one: Slide) -> Shape:
    """One version of the slide."""
    return {
        "version": one.version,
        "state": one.state,
        "text": one.body,
        "day": day(one.day),
        "readers": readers(one.readers),
    }
