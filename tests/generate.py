"""The generated pages and the playbook's schema: `make docs` writes them, a test compares."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from mentordesk import playbooks
from mentordesk.cli.root import mentordesk

DOCS = Path(__file__).parents[1] / "docs"
_WIDTH = 80
_CLI = """# Commands

<!-- Written by `make docs` from the commands themselves; do not edit. -->

Every screen has a twin here. Exit codes: 0 done, 1 refused with a sentence on stderr, 2 wrong
usage. What `--json` prints is in [json.md](json.md).

"""


def commands(
    command: click.Command = mentordesk, parent: click.Context | None = None
) -> Iterator[click.Context]:
    """Every command as a context that knows its full name, in the order of use."""
    context = click.Context(
        command,
        parent,
        command.name,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, context)


def cli_page() -> str:
    """docs/cli.md: a table of all commands, then the help of each."""
    every = list(commands())
    rows = [
        f"| [`{c.command_path}`](#{c.command_path.replace(' ', '-')}) | {_first_line(c)} |\n"
        for c in every
        if not isinstance(c.command, click.Group)
    ]
    pages = [f"\n## {c.command_path}\n\n```text\n{c.get_help()}\n```\n" for c in every]
    return _CLI + "| command | |\n|---|---|\n" + "".join(rows) + "".join(pages)


def _first_line(context: click.Context) -> str:
    return (context.command.help or "").partition("\n")[0]


_KEYS = """# Keys

<!-- Written by `make docs` from the commands themselves; do not edit. -->

Every command below has a name, and listens to other keys when you say so in settings.toml
(`mentordesk settings path` tells where that is):

```toml
[keys]
"today.settle" = "ctrl+d"
```

While a text area has the focus, letters are text. During a call, `ctrl+g` and then a letter does
what the letter does on the agenda. `F1` shows the keys of what has the focus, `ctrl+p` every
command by its name.
"""


def keys_page() -> str:
    """docs/keys.md: what every key does, by the place it does it in."""
    from mentordesk.tui.commands import commands

    by_place: dict[str, list[str]] = {}
    for one in commands():
        row = f"| {_keys(one.keys)} | {one.name} | {one.says} | `{one.id}` |\n"
        by_place.setdefault(one.where, []).append(row)
    head = "\n| key | | | name |\n|---|---|---|---|\n"
    return _KEYS + "".join(
        f"\n## {place.replace('_', '-').capitalize()}\n{head}{''.join(rows)}"
        for place, rows in by_place.items()
    )


def _keys(keys: str) -> str:
    """`slash,j` as `/` `j`."""
    return " ".join(f"`{ {'slash': '/'}.get(key, key) }`" for key in keys.split(","))


def schema_page() -> str:
    """docs/playbook.schema.json: what editors complete playbooks with."""
    return json.dumps(playbooks.schema(), indent=2, ensure_ascii=False) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "keys.md": keys_page,
    "playbook.schema.json": schema_page,
}


def main() -> None:
    """Write every page anew."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
