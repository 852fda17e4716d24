"""`propose`: free times on both clocks, as a text to paste."""

import click

from mentordesk.cli import output, shapes
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import MINUTES, day_of, json_option, who_argument


@click.command("propose")
@who_argument
@click.option("--minutes", type=MINUTES, metavar="N", help="Length; the slot's unless said.")
@click.option("--days", type=int, default=14, metavar="N", help="How many days to look at; 14.")
@click.option("--from", "since", metavar="DAY", help="The first of them; tomorrow unless said.")
@click.option("--count", type=int, default=3, metavar="N", help="How many times; 3.")
@click.option("--hours", metavar="HOURS", help="When you have time: 9-18; the setting's.")
@click.option("--on", "weekdays", metavar="DAYS", help="On which days: mon-fri; the setting's.")
@json_option
@pass_door
def propose(
    door: Door,
    who: str,
    minutes: int | None,
    days: int,
    since: str | None,
    count: int,
    hours: str | None,
    weekdays: str | None,
    as_json: bool,
) -> None:
    """Find free times, as a text to paste.

    Beside your calls, office hours, workshops and busy calendars, in your hours and in theirs: what
    the contact policy says, else working hours in their zone.
    """
    desk, mine = door.read(), door.settings.propose
    found = desk.proposing.times(
        who,
        minutes=minutes or 0,
        days=days,
        since=day_of(desk, since) if since else None,
        count=count,
        hours=mine.hours if hours is None else hours,
        weekdays=mine.days if weekdays is None else weekdays,
    )
    if as_json:
        output.as_json(
            [
                {
                    "start": shapes.instant(one.start),
                    "end": shapes.instant(one.end),
                    "local": shapes.local(desk, one.start),
                    "theirs": one.start.astimezone(found.clocks[0].tz).isoformat(
                        timespec="seconds"
                    ),
                }
                for one in found.times
            ]
        )
        return
    for remark in found.remarks:
        output.complain(f"! {remark}")
    output.say(desk.proposing.text(found).rstrip("\n"))
