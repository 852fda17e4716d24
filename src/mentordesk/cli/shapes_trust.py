"""The JSON shapes of what was agreed on and allowed."""

from typing import TYPE_CHECKING

from mentordesk.cli.shapes import Shape, day, readers

if TYPE_CHECKING:
    from mentordesk.domain.agreement import AgreementPage, Said, Topic
    from mentordesk.domain.contact import Policy
    from mentordesk.domain.permissions import Permission


def agreement(page: "AgreementPage", history: bool) -> Shape:
    """Everything agreed on; with `history` what no longer holds, too."""
    return {
        "who": page.address,
        "name": page.mentee.name,
        "programme": page.playbook.slug,
        "topics": [topic(one, history) for one in page.topics],
        "contact": policy(page.policy),
        "permissions": [permission(one) for one in page.permissions if history or one.stands],
        "confidential": list(page.playbook.confidential),
        "conduct": page.playbook.conduct,
        "report_conduct": page.playbook.report_conduct,
    }


def topic(one: "Topic", history: bool) -> Shape:
    """A question or a ground rule with what was said to it, newest first."""
    standing = [one.standing(side) for side in ("mentor", "mentee", "both")]
    return {
        "kind": one.kind,
        "key": one.key,
        "ask": one.ask,
        "said": [_said(said, said in standing) for said in one.said if history or said in standing],
    }


def _said(one: "Said", stands: bool) -> Shape:
    return {
        "id": one.id,
        "side": one.side,
        "text": one.text,
        "day": day(one.day),
        "withdrawn_on": day(one.withdrawn_on),
        "stands": stands,
        "readers": readers(one.readers),
    }


def policy(one: "Policy | None") -> Shape | None:
    """How contact is kept; hours are on the mentee's clock."""
    if one is None:
        return None
    return {
        "channels": list(one.channels),
        "days": list(one.days),
        "since": f"{one.since:%H:%M}" if one.since else None,
        "until": f"{one.until:%H:%M}" if one.until else None,
        "zone": str(one.tz),
        "a_week": one.a_week,
        "off_limits": list(one.off_limits),
        "day": day(one.day),
    }


def permission(one: "Permission") -> Shape:
    """Something that may be passed on, or might once."""
    return {
        "id": one.id,
        "name": one.name,
        "scope": one.scope,
        "to": one.recipient,
        "by": one.channel,
        "said": one.said,
        "given_on": day(one.given_on),
        "withdrawn_on": day(one.withdrawn_on),
        "readers": readers(one.readers),
    }
