"""How settings.toml is written: begun from a template, and edited with its comments kept."""

import os
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from tempfile import mkstemp
from typing import Any

import tomlkit

from mentordesk.domain.errors import Refusal
from mentordesk.settings import TABLES, Settings, StrPath

TEMPLATE = """\
# The settings of mentordesk. Any line may go: what is missing has the value it has here.

# The zone of your own clock and of new slots, as in "Europe/Berlin"; empty: this machine's.
zone = ""

# How recaps and invites name you.
name = ""

# Your own mail address: invitations come from it, and answers to them go there.
email = ""

# The playbook of a new mentee who comes with no programme.
playbook = "one-to-one"

# mentordesk-dark, mentordesk-light, mentordesk-contrast (for tired eyes) or mentordesk-mono.
theme = "mentordesk-dark"

# Nothing on the screen is animated or blinks; false: clocks show minutes in place of seconds, too.
motion = true

# Ring the bell when a call enters its wrap-up and when it is over.
bell = true

# Have the desktop notify, too: "auto" where the terminal is known to understand it, "off", or
# the way yours does it: "osc9", "osc777" or "osc99". Nobody's name is in it.
notify = "auto"

# "calls": while a call runs the screen shows only what its mentee may see, as with F9.
share = "off"

# One line on manner in each brief, in turn from the playbook.
reminders = true

# Your own calendar as a file to subscribe to: "path" is where it is written, again after each
# change; it names people by their "initials", by "handle" or in "full". "alarm" minutes before a
# call calendars remind you; 0: never.
[publish]
path = ""
names = "initials"
alarm = 0

# The calendar on your own server that `mentordesk ics push` fills: its address (https://…), the
# name you log in with, and a command that prints the password ("pass show calendar"); without
# one, the password is asked of the system's keyring.
[caldav]
url = ""
user = ""
password_command = ""

# When you have time for a call that is proposed (`mentordesk propose`): "9-18", "mon-fri".
[propose]
hours = "9-18"
days = "mon-fri"

# Other keys for commands, by the names in docs/keys.md, as in: "call.close" = "ctrl+w"
[keys]
"""


def edited(text: str, before: Settings, after: Settings) -> str:
    """The file's text with what differs set, by a TOML writer that keeps comments and order."""
    document = tomlkit.parse(text)
    for name in Settings._fields:
        value = getattr(after, name)
        if value == getattr(before, name):
            continue
        if name == "keys":
            if any(isinstance(said, Mapping) for said in document.get("keys", {}).values()):
                del document["keys"]
            _edit_keys(document.setdefault("keys", tomlkit.table()), value)
        elif name in TABLES:
            table = document.setdefault(name, tomlkit.table())
            for key, one in value._asdict().items():
                if one != getattr(getattr(before, name), key):
                    table[key] = one
        else:
            document[name] = value
    return tomlkit.dumps(document)


def _edit_keys(table: MutableMapping[str, Any], keys: Mapping[str, str]) -> None:
    """Make a TOML table hold exactly these bindings, touching only the lines that differ."""
    for name in [name for name in table if name not in keys]:
        del table[name]
    for name, key in keys.items():
        if table.get(name) != key:
            table[name] = key


def put(file: StrPath, text: str) -> None:
    """Replace the file at once or not at all, readable by its owner alone; a link stays a link.

    Raises Refusal, with the old file untouched, where it cannot be written.
    """
    path = Path(file).resolve()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, temporary = mkstemp(dir=path.parent, prefix=".settings-")
        try:
            with os.fdopen(number, "wb") as stream:
                stream.write(text.encode())
                stream.flush()
                os.fsync(stream.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink()
            raise
    except OSError as error:
        raise Refusal(
            f"{path} cannot be written: {error.strerror}. Nothing was changed. "
            "Look after the folder's room and rights, then try again."
        ) from error
