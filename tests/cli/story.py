"""Stories of the command line: a script of commands at given times, played into a transcript.

Lines are `at <day> <time> <zone>`, `$ mentordesk …`, `write <file> <<END` and `# …`; what follows
`<<END` up to a line END is the input, or the file's content.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from tests.cli.shell import Shell

HERE = Path(__file__).parents[1]
_HEREDOC = re.compile(r"(?P<line>.*\S) <<END")


def play(script: str, shell: Shell, folder: Path) -> str:
    """Run a story with files in `folder`; its lines with what each command printed."""
    lines = iter(script.splitlines())
    return "".join(_played(line, lines, shell, folder) for line in lines)


def _played(line: str, lines: Iterator[str], shell: Shell, folder: Path) -> str:
    found = _HEREDOC.fullmatch(line)
    body = "".join(f"{one}\n" for one in iter(lambda: next(lines), "END")) if found else ""
    said = f"{line}\n{body}END\n" if found else f"{line}\n"
    word, _, rest = (found["line"] if found else line).partition(" ")
    if word == "at":
        shell.at(rest)
    elif word == "write":
        (folder / rest).write_text(body, encoding="utf-8")
    elif word == "$":
        return said + _output(rest, body, shell)
    return said


def _output(command: str, stdin: str, shell: Shell) -> str:
    program, *words = shlex.split(command)
    assert program == "mentordesk", command
    result = shell.run(words, stdin, code=None)
    code = f"[exit {result.exit_code}]\n" if result.exit_code else ""
    return result.output + code
