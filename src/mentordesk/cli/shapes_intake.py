"""What `--json` prints of the way in, of duties and of support: the shapes of docs/json.md."""

from mentordesk.cli.shapes import Shape, day
from mentordesk.domain.checking import Item, Listed
from mentordesk.domain.duties import Obligations, Owed
from mentordesk.domain.intake import FitLine, IntakeLine, IntakePage, Load, StageLine
from mentordesk.domain.playbook_changes import Offer
from mentordesk.domain.support import Directory


def checklist(one: Listed) -> Shape:
    """A list with its items."""
    return {
        "key": one.key,
        "title": one.title,
        "when": one.when,
        "week": one.occasion,
        "items": [_item(item) for item in one.items],
    }


def _item(one: Item) -> Shape:
    return {"n": one.n, "text": one.text, "ticked_on": day(one.ticked_on), "said": one.said}


def intake_line(one: IntakeLine) -> Shape:
    """Somebody on the way in."""
    return {
        "who": one.address,
        "name": one.name,
        "programme": one.programme,
        "status": one.status,
        "n": one.n,
        "of": one.of,
        "stage": one.stage,
        "since": day(one.since),
        "next": one.next,
        "by": one.by,
        "unread": one.unread,
    }


def intake(page: IntakePage) -> Shape:
    """The way in of one person."""
    return {
        **intake_line(page.line),
        "from": page.referrer,
        "link": page.link,
        "stages": [_stage(one) for one in page.stages],
        "background": [note.body for note in page.background],
        "profile": [{"kind": note.kind, "text": note.body} for note in page.profile],
        "fit": [fit(one) for one in page.fit],
        "load": load(page.load),
    }


def _stage(one: StageLine) -> Shape:
    return {
        "key": one.key,
        "title": one.title,
        "by": one.by,
        "hint": one.hint,
        "reached_on": day(one.reached_on),
        "text": one.text,
    }


def fit(one: FitLine) -> Shape:
    """One criterion of a match."""
    return {
        "key": one.key,
        "ask": one.ask,
        "hint": one.hint,
        "verdict": one.verdict,
        "text": one.text,
        "day": day(one.day),
    }


def load(one: Load) -> Shape:
    """How many there are under a programme, and what it says of that."""
    return {
        "active": one.active,
        "least": one.least,
        "most": one.most,
        "ask_above": one.ask_above,
        "mentors": one.mentors,
        "says": one.hint(),
    }


def obligations(one: Obligations) -> Shape:
    """The mentor's side of a programme."""
    return {
        "playbook": one.playbook,
        "title": one.title,
        "agreed_on": day(one.agreed_on),
        "load": load(one.load),
        "bar": list(one.bar),
        "duties": [_owed(duty) for duty in one.duties],
        "lists": [checklist(listed) for listed in one.lists],
    }


def _owed(one: Owed) -> Shape:
    return {
        "key": one.key,
        "says": one.says,
        "kind": one.kind,
        "every": one.every,
        "state": one.state,
        "done_on": day(one.done_on),
        "said": one.said,
    }


def directory(one: Directory) -> Shape:
    """Whom to turn to in a programme."""
    return {
        "playbook": one.playbook,
        "title": one.title,
        "contacts": [
            {"key": c.key, "title": c.title, "role": c.role, "reach": c.reach, "link": c.link}
            for c in one.contacts
        ],
        "conduct": one.conduct,
        "report": one.report_conduct,
        "confidential": list(one.confidential),
        "links": dict(one.links),
        "asked": [{"contact": a.contact, "text": a.text, "day": day(a.day)} for a in one.asked],
    }


def offer(one: Offer) -> Shape:
    """A changed playbook that somebody might go by."""
    return {
        "who": one.address,
        "name": one.name,
        "title": one.title,
        "was": one.was,
        "now": one.now,
        "changes": [{"key": key, "was": was, "now": now} for key, was, now in one.changes],
    }
