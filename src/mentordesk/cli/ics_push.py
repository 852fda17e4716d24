"""`ics push`: the mentor's own calendar on a server of theirs."""

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door


@click.command("push")
@click.option("--dry-run", is_flag=True, help="Ask the server, and only say what would be done.")
@click.option("--force", is_flag=True, help="Even over what somebody else has changed there.")
@click.option("--remove", is_flag=True, help="Take away all that the desk has put there.")
@pass_door
def push(door: Door, dry_run: bool, force: bool, remove: bool) -> None:
    """Bring a calendar on your own server (CalDAV) to what the desk has.

    The settings say which (caldav.url, caldav.user) and where the password comes from; people go
    by publish.names. What has not changed is not sent again, nothing that the desk did not make is
    touched, and what was changed on the server is left alone and said.
    """
    server = door.settings.caldav
    desk = door.read() if dry_run else door.write()
    pushed = desk.publishing.push(
        server.url,
        server.user,
        server.password_command,
        door.settings.publish.wanted,
        force=force,
        remove=remove,
        dry_run=dry_run,
    )
    output.say(f"Would be: {pushed.said}" if dry_run else pushed.said)
    output.warn(pushed.left)
    if pushed.left:
        output.say("Left as it is there. The desk's own in its place: mentordesk ics push --force")
