"""The mentor's settings ⇄ settings.toml, which stays the mentor's own file, comments and all."""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip, one_line

if TYPE_CHECKING:
    from mentordesk.domain.publishing import Wanted

StrPath = str | os.PathLike[str]
_SCREEN = {"theme", "keys", "notify", "share"}
"""Settings that only the screen looks at."""
THEMES = ("mentordesk-dark", "mentordesk-light", "mentordesk-contrast", "mentordesk-mono")
NOTIFY = ("auto", "off", "osc9", "osc777", "osc99")
SHARE = ("off", "calls")
_WORDS = {"theme": THEMES, "notify": NOTIFY, "share": SHARE}


class Publish(NamedTuple):
    """The mentor's calendar as a file: where ('' for nowhere), whose names how, when it reminds."""

    path: str = ""
    names: str = "initials"
    alarm: int = 0

    @property
    def wanted(self) -> "Wanted":
        """The same as the desk is asked for it."""
        # Only who publishes pays for reading it.
        from mentordesk.domain.publishing import Wanted

        return Wanted(self.names, self.alarm)


class CalDav(NamedTuple):
    """The calendar on the mentor's own server; the password itself is never among the settings."""

    url: str = ""
    user: str = ""
    password_command: str = ""


class Propose(NamedTuple):
    """When the mentor has time for calls, as typed: hours of the day, days of the week."""

    hours: str = "9-18"
    days: str = "mon-fri"


TABLES: "Mapping[str, type[Publish] | type[CalDav] | type[Propose]]" = {
    "publish": Publish,
    "caldav": CalDav,
    "propose": Propose,
}


class Settings(NamedTuple):
    """What a mentor may set; `zone` is an IANA name, empty for the machine's own.

    `keys` maps the id of a binding to the key, or keys with commas between, that it listens to.
    """

    zone: str = ""
    name: str = ""
    theme: str = THEMES[0]
    bell: bool = True
    keys: Mapping[str, str] = {}
    playbook: str = "one-to-one"
    reminders: bool = True
    motion: bool = True
    notify: str = "auto"
    email: str = ""
    publish: Publish = Publish()
    caldav: CalDav = CalDav()
    propose: Propose = Propose()
    share: str = "off"


def load(path: StrPath) -> Settings:
    """Read the settings; a missing file means the defaults. Raises Refusal for a broken one."""
    return _changed(Settings(), _said(path), f"{path}: ")


def load_usable(path: StrPath) -> tuple[Settings, list[str]]:
    """Read the settings for a command, with a sentence for each part that cannot be used.

    A mistake in a setting of the screen alone (`_SCREEN`) is told and its default taken: nobody is
    kept from their desk by a colour. Raises Refusal for every other mistake, like `load`.
    """
    said, where = _said(path), f"{path}: "
    troubles = []
    for name in _SCREEN & said.keys():
        try:
            _checked(name, said[name], where)
        except Refusal as refusal:
            del said[name]
            troubles.append(f"{refusal.sentence} Until then it is as usual.")
    return _changed(Settings(), said, where), sorted(troubles)


def _said(path: StrPath) -> dict[str, Any]:
    """What the file says, unchecked; nothing for a missing one."""
    text = _text(path)
    if text is None:
        return {}
    # Only who has a settings file pays for reading TOML.
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refusal(
            f"{path} is no TOML: {error}. Mend the line, or move the file away for the defaults."
        ) from error


def save(path: StrPath, **changes: object) -> Settings:
    """Write changed settings into the file, leaving all else as it stands, and return them all.

    A missing file begins as the template. `keys` is the whole new table. Raises Refusal, with the
    old file untouched, for a value that is none or a file that cannot be read or written.
    """
    before = load(path)
    settings = _changed(before, changes, "")
    text = _text(path)
    if text is None or settings != before:
        # Most commands only read.
        from mentordesk.settings.writing import TEMPLATE, edited, put

        put(path, edited(TEMPLATE if text is None else text, before, settings))
    return settings


def _text(path: StrPath) -> str | None:
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise Refusal(f"{path} is not UTF-8 text. Save it as UTF-8, or move it away.") from error
    except OSError as error:
        raise Refusal(
            f"{path} cannot be read: {error.strerror}. Make it a readable file."
        ) from error


def _changed(settings: Settings, said: Mapping[str, object], where: str) -> Settings:
    values: dict[str, Any] = {name: _checked(name, value, where) for name, value in said.items()}
    return settings._replace(**values)


def _checked(name: str, value: object, where: str) -> object:
    """A value as Settings keeps it, or a sentence with the place, the name and what goes there."""
    known = Settings.__annotations__
    if name not in known:
        raise Refusal(f"{where}there is no setting “{one_line(name)}”. Use {', '.join(known)}.")
    if name == "keys" and isinstance(value, Mapping):
        return dict(_bindings(value, where))
    if name in TABLES:
        return _table(name, value, where)
    return _plain(name, known[name], value, where)


def _table(name: str, value: object, where: str) -> object:
    """A table of settings that belong together; what is missing in it is as usual."""
    made = TABLES[name]
    said = value._asdict() if isinstance(value, made) else value
    if not isinstance(said, Mapping):
        raise Refusal(f"{where}{name} must be a [{name}] table, not {_shown(value)}.")
    known = made.__annotations__
    for key in said:
        if key not in known:
            raise Refusal(
                f"{where}there is no setting “{one_line(f'{name}.{key}')}”."
                f" Use {', '.join(f'{name}.{one}' for one in known)}."
            )
    return made(**{k: _plain(f"{name}.{k}", known[k], v, where) for k, v in said.items()})


def _words(name: str) -> tuple[str, ...]:
    """The words that a setting may be, none where it may be any text."""
    if name == "publish.names":
        # Only who publishes pays for reading it.
        from mentordesk.domain.publishing import NAMES

        return NAMES
    return _WORDS.get(name, ())


def _plain(name: str, kind: type, value: object, where: str) -> Any:
    """One word, number or yes or no."""
    words = _words(name)
    if words and value not in words:
        known_words = ", ".join(words)
        raise Refusal(f"{where}{name} must be one of {known_words}, not {_shown(value)}.")
    if kind is bool and isinstance(value, bool):
        return value
    if kind is int and type(value) is int and 0 <= value <= 24 * 60:
        return value
    if kind is str and isinstance(value, str):
        return one_line(value)
    wanted = {bool: "true or false", int: "minutes, 0 to 1440"}.get(kind, "text in quotes")
    wanted = "a [keys] table" if name == "keys" else wanted
    raise Refusal(
        f"{where}{name} must be {wanted}, not {_shown(value)}. Change or delete the line."
    )


def _bindings(
    table: Mapping[str, object], where: str, above: str = ""
) -> Iterator[tuple[str, str]]:
    """The keys by binding; a dotted name is the same with and without TOML's quotes."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _bindings(value, where, f"{above}{name}.")
        elif isinstance(value, str) and (key := one_line(value)):
            yield one_line(f"{above}{name}"), key
        else:
            said = f"keys, {one_line(above + name)}"
            raise Refusal(f'{where}{said} must be a key such as "ctrl+w", not {_shown(value)}.')


def _shown(value: object) -> str:
    return clip(f'"{value}"' if isinstance(value, str) else str(value).lower(), 40)
