"""Groups of commands; a lazy one imports a command when it runs and knows it from a table."""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

import click

from mentordesk.cli.door import Door


class Entry(NamedTuple):
    """Where a command lives (`module:function`) and its line in the help of its group.

    The line stands here so that help need not import the command; a test keeps both equal.
    """

    where: str
    help: str


class Group(click.Group):
    """A group that says which command might have been meant, and notes which one was."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command. Raises UsageError with near names for another word."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            raise click.UsageError(
                f"There is no command “{name[:40]}”.{self._near(ctx, name)}", ctx
            )
        if isinstance(ctx.obj, Door):
            ctx.obj.command = f"{ctx.command_path} {name}"
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of use, which is the order they were written in."""
        return list(self.commands)

    def _near(self, ctx: click.Context, name: str) -> str:
        from difflib import get_close_matches  # only after a miss

        near = get_close_matches(name, self.list_commands(ctx), 2)
        return f" Did you mean {' or '.join(near)}?" if near else ""


class LazyGroup(Group):
    """A group that knows its commands from a table of entries."""

    def __init__(self, *args: object, table: Mapping[str, Entry], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table, which is the order of use."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None when there is none of that name."""
        entry = self.table.get(cmd_name)
        if entry is None:
            return None
        module, _, function = entry.where.partition(":")
        command: click.Command = getattr(import_module(module), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands' lines from the table, importing none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in self.table.items()])
