"""Ada, who wants to build what others build upon, and is next on the line."""

from datetime import time

from mentordesk.desk import Desk
from mentordesk.desk.demo.script import (
    Deed,
    Gap,
    Invite,
    Kept,
    Log,
    Person,
    Point,
    Remark,
    Skipped,
    Standing,
    Talk,
)


def _agreed(desk: Desk, who: str) -> None:
    """What both sides said in the first weeks."""
    for question, text in (
        ("goal", "One change in something that others build upon"),
        ("measure", "A pull request of mine is merged"),
        ("people", "Somebody who speaks at meetups"),
        ("extra-time", "half an hour in the chat, when something blocks"),
        ("contact", "Slack, weekdays 9–18"),
        ("off-limits", "her employer"),
    ):
        desk.trust.answer(who, question, text)
    desk.trust.answer(who, "goal", "See somebody lead who did not think she could", "mentor")
    desk.trust.rule(who, "what is not right is said in the same week")
    desk.contact.agree(
        who, channels=("Slack",), days=(0, 1, 2, 3, 4), since=time(9), until=time(18), a_week=3,
        off_limits=("her employer",),
    )  # fmt: skip


def _opened(desk: Desk, who: str) -> None:
    """A grant is offered and taken, and Grace has agreed to be introduced."""
    grant = next(
        one.opportunity for one in desk.opportunities.list(who) if "grant" in one.opportunity.text
    )
    desk.opportunities.move(grant.id, "offer", "she hesitated for a day")
    desk.opportunities.move(grant.id, "take", "applied the same evening")
    grace = desk.introductions.add(
        who, "Grace Mwangi", contact="grace@example.org", about="her meetup looks for speakers"
    )
    desk.introductions.agreed(grace.introduction.id, "mentee")
    desk.introductions.agreed(grace.introduction.id, "other")


def _looked_back(desk: Desk, who: str) -> None:
    """Last week's task and the month, as she saw them."""
    desk.reviews.keep(
        who,
        "task",
        {
            "done": "yes",
            "well": "one sentence less",
            "better": "sending it sooner",
            "where": "two of three targets of ninety days",
        },
    )
    desk.reviews.keep(
        who,
        "month",
        {"past": "a fix in a release", "well": "the git fear is gone", "better": "less at once"},
    )


ADA = Person(
    name="Ada Obi",
    handle="ada",
    playbook="wealljs",
    zone="Africa/Lagos",
    pronouns="she/her",
    email="ada@example.org",
    location="Lagos",
    contact="Slack, weekdays 9–18",
    standing=Standing("weekly", "next", meetings=16, place="https://meet.example.org/ada"),
    first=(
        Remark("background", "Front end at a parcel firm, two years. Taught herself offline."),
        Remark("interest", "Maps of every kind; has drawn the danfo lines of Lagos by hand."),
        Remark("personal", "Prints what she is proud of for her mother."),
        Deed(0, _agreed),
    ),
    scenes=(
        Talk(
            """\
Learnt on a borrowed laptop with pages saved at the library. Says it lightly; it was not.
Tired of “I only fix buttons”. Lights up when she talks about maps.
> we agreed what this is for: one change in a project that other people use
> you lead, I hold the lamp
+ had read two contributing guides before we even met
? how do people find the nerve for a first pull request
[ ] @ada read ten open issues in each of three libraries you use by {+6}
[ ] @me send the talk about reading other people's code by {+2}
""",
            {
                "focus": "Read issues, and note which ones I could explain to a friend",
                "before": "@me find out who looks after the map library she likes by {+5}",
            },
            goals=(
                ("30", "Send one small change to a project I use", "a pull request is open"),
                ("60", "One bus line on my map, from real data", "a friend finds her stop on it"),
                ("90", "A merged change that others use, and five minutes about it", ""),
            ),
        ),
        Talk(
            """\
Thirty issues read, twelve with notes. Far more than I asked for.
She thought “good first issue” meant easy. We looked at why two of them are not.
> we sorted your issues by what one must know, not by how long they look
> the date picker's docs it is: the example for time zones is wrong, and you know why
+ explained a time zone bug to me that I had not understood myself
?? rebasing: she is afraid to lose her work
[ ] @ada write the corrected example, in her own words by {+6}
""",
            {"focus": "Write the example and run it in three zones"},
            after=(Log(2, "chat", 10, "The example prints the wrong day; she found the sign."),),
        ),
        Talk(
            """\
Pairing on git, her hands on the keys, mine in my pockets.
She broke a branch on purpose, twice, and got it back with the reflog. Laughter.
> we lost a branch and found it again; nothing in git is as gone as it looks
+ rebased alone the second time, and explained each step
[ ] @ada open the pull request, however small it feels by {+6}
[ ] @me be around that evening in case the checks turn red by {+6}
""",
            {
                "focus": "Open the pull request",
                "before": "@me look at her description before she posts it by {+3}",
            },
        ),
        Talk(
            """\
It is open. Nine lines, and she wrote the kindest description I have read this year.
Check red because of a trailing blank; took it personally for an hour, then shrugged.
> your first pull request is open
> we talked about what a red check is: a colleague who reads very literally
+ first pull request
? how long does one wait before asking again
[ ] @ada add the test the bot asks for by {+5}
[ ] @me link to the page on polite pings by tomorrow
""",
            {"focus": "The test, and then leave it alone for four days"},
            met=("Send one small change",),
            extend=10,
        ),
        Talk(
            """\
Review came in: terse, correct, no hello. It stung.
We read it aloud three times, each time as a friendlier person. Same words.
> reading a review: what it asks for, what it does not say about you
> you answered two comments in the call, and both answers were good
+ pushed back on one comment, with a reason, and was right
?? when to rewrite history and when to add a commit
[ ] @ada answer the last comment by {+2}
[x] @me send my own worst review, with permission
""",
            {"focus": "Finish the review round"},
            moved=time(15, 30),
            after=(Log(1, "chat", 15, "Merged! She sent six exclamation marks. I sent seven."),),
        ),
        Talk(
            """\
Merged. Her name is in the release notes; she printed the page for her mother.
Looked back on the month. Glad: the git fear is gone. Better: she says yes to too much at once.
Salary came up. She earns less than the colleague she trains. Not for anybody else's ears.
> we looked back on a month: a merged change, and a map that shows one real line
> less at once: one thing for others, one thing for yourself
+ bus line 7 is on the map, from real data
[ ] @ada choose the next issue, a bug this time by {+6}
[ ] @me think about who could tell her what the work is worth by {+9}
""",
            {
                "focus": "Pick one bug and reproduce it",
                "watch": "Pay surveys for her region; somebody who has negotiated lately",
            },
            goals=(
                ("30", "Fix a bug that is not in the docs", "a failing test turns green"),
                ("60", "Offer a five-minute talk to the meetup", "it has been sent"),
            ),
            met=("One bus line",),
        ),
        Skipped("a public holiday on her side, and she wants the day off for once"),
        Talk(
            """\
Bug reproduced with a test of eleven lines. It is in the tile cache.
Long detour into async iterators; she wrote one for the tiles and it read like prose.
> async iterators by example: your tile loader is one now
> a bug you can repeat is half a bug
+ a failing test for a stranger's code
? when is a web worker worth the trouble
?? cancelling a fetch that nobody waits for any more
[ ] @ada draft the fix, ugly is fine by {+6}
""",
            {
                "focus": "The ugly fix",
                "before": "@ada ask on the issue whether the cache may forget\n"
                "@me dig up my notes on AbortController by {+4}",
            },
            late=True,
        ),
        Talk(
            """\
Fix is in, and smaller than the test. The maintainer wrote “lovely”. She read it to me.
Talk idea over tea: a bus map without a map server. Five minutes, one joke, one drawing.
> the bug is fixed and released
> your talk has a first sentence, and it is a good one
+ released fix in a library with real users
[ ] @ada three drawings for the talk, pencil is enough by {+6}
[ ] @me ask whether the conference helps with travel
! call for five-minute talks at the meetup, open until {+30}
""",
            {"focus": "Three drawings", "watch": "Small stages before the big one"},
            met=("Fix a bug",),
            after=(
                Log(3, "chat", 10, "Photo of the second drawing. The bus has a face now."),
                Remark("observation", "Never mentions her own part first. Ask for it.", days=3),
            ),
        ),
        Talk(
            """\
Drawings done, the third one explains the cache better than I ever did.
Did not get to the CV. Parked.
> the talk has its three drawings, and an order
> we tried the opening twice, once without apologies; keep that one
? how much of the code belongs on a slide
[ ] @ada write the abstract, eighty words by {+6}
[ ] @me read the abstract within a day of getting it by {+7}
[ ] @grace tell how her meetup chooses its speakers by {+20}
""",
            {"focus": "Eighty words of abstract"},
            own=(("Look over the CV", 10),),
            parked=("Look over the CV",),
        ),
        Talk(
            """\
Abstract is here, 79 words, and I would go and hear it.
She wants to apply elsewhere in spring. Nobody at work knows. Keep it that way.
> we cut one sentence from the abstract, and it got longer in the head
> next step is to send it, not to polish it
+ asked two friends for feedback without being told to
? when is a web worker worth the trouble, now with numbers
?? saying no to a colleague who needs “just a minute”
[ ] @ada time the talk aloud, with the phone in the kitchen by {+7}
[ ] @me introduce her to Grace, who runs the meetup by {+6}
! grant for first-time speakers, closes {+19}
""",
            {
                "focus": "Send the abstract as it is",
                "watch": "A front-end role where maps are the product\n"
                "Grace, when her meetup plans the next evening",
                "before": "@ada think about what you would miss if you left the maps alone",
            },
            goals=(("30", "Five minutes that take five minutes", "timed twice, aloud"),),
            parked=("Look over the CV",),
        ),
    ),
    lately=(
        Log(5, "chat", 10, "Sent the abstract! Asked whether one may send it twice. One may not."),
        Kept(5, "Send the abstract"),
        Deed(5, _looked_back),
        Deed(4, _opened),
        Deed(
            4,
            lambda desk, who: desk.permissions.add(
                who, "that she will speak at the meetup", "coordinator", by="mail", said="do tell"
            ),
        ),
        Deed(3, lambda desk, who: desk.feedback.add(who, "your descriptions are kind", "given")),
        Deed(
            3,
            lambda desk, who: desk.feedback.add(
                who, "sometimes you answer before I have asked", "received", changed="I wait"
            ),
        ),
        Invite(3, "ACCEPTED"),
        Point(2, "Hear the opening once, with the timer on", 6),
        Gap(1, 18, 25, "she visits her family and leaves the laptop at home"),
    ),
    keeps=("cancelling a fetch", "ask whether the conference"),
)
