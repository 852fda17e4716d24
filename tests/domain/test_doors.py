"""How opportunities go on, and who has been asked before two people are introduced."""

from datetime import date

import pytest

from mentordesk.domain.doors import BECOMES, Introduction, after, forward, unasked
from mentordesk.domain.errors import Refusal
from mentordesk.domain.plans import OPPORTUNITY_STATES, Opportunity

DAY = date(2026, 11, 26)
ALLOWED = {
    "watching": {"spot": "spotted", "offer": "offered", "close": "closed"},
    "spotted": {"offer": "offered", "close": "closed"},
    "offered": {"take": "taken", "decline": "declined", "close": "closed"},
    "taken": {"result": "closed", "close": "closed"},
    "declined": {"result": "closed", "close": "closed"},
    "closed": {},
}
ON = {
    "watching": "Say that it has come up: mentordesk opportunity spot 0123abcd",
    "spotted": "Offer it first: mentordesk opportunity offer 0123abcd",
    "offered": "Say whether it was taken: mentordesk opportunity take 0123abcd",
    "taken": "Say what came of it: mentordesk opportunity result 0123abcd",
    "declined": "Say what came of it: mentordesk opportunity result 0123abcd",
    "closed": "Take it back with: mentordesk undo",
}


def one(state: str) -> Opportunity:
    return Opportunity("0123abcd-0000", "m", "a grant", state)


@pytest.mark.parametrize("state", OPPORTUNITY_STATES)
@pytest.mark.parametrize("verb", BECOMES)
def test_a_step_in_turn_is_taken_and_another_one_names_the_next(state: str, verb: str) -> None:
    if verb in ALLOWED[state]:
        assert after(one(state), verb) == ALLOWED[state][verb]
        return
    with pytest.raises(Refusal) as refused:
        after(one(state), verb)
    assert refused.value.sentence.startswith(f"“a grant” is {state}")
    assert refused.value.sentence.endswith(ON[state])


def test_steps_forward_lead_from_the_first_state_to_the_end() -> None:
    state, seen = "watching", []
    while verb := forward(state):
        state = after(one(state), verb)
        seen.append(state)
    assert seen == ["spotted", "offered", "taken", "closed"]


@pytest.mark.parametrize(
    ("mentee", "other", "says"),
    [
        (DAY, DAY, ""),
        (DAY, None, "Grace has not said yes, as far as this desk knows."),
        (None, DAY, "Ada has not said yes, as far as this desk knows."),
        (None, None, "Ada and Grace have not said yes, as far as this desk knows."),
    ],
)
def test_whoever_has_not_agreed_is_named(
    mentee: date | None, other: date | None, says: str
) -> None:
    plan = Introduction("i", "m", "Grace", mentee_agreed_on=mentee, other_agreed_on=other)
    assert unasked(plan, "Ada") == says
