"""One playbook file: its text, and where in it something is wrong."""

from collections.abc import Mapping
from pathlib import Path

from mentordesk.domain.playbook import Playbook, PlaybookProblem, read

LARGEST = 1_000_000


def text_of(path: Path) -> str:
    """The text of a file, without a byte order mark. Raises PlaybookProblem naming it."""
    try:
        if path.is_dir():
            raise _problem(f"{path} is a folder. Name the playbook's file in it")
        if path.exists() and not path.is_file():
            raise _problem(f"{path} is not a file that can be read")
        if path.stat().st_size > LARGEST:
            raise _problem(f"{path} is too large for a playbook (over 1 MB)")
        return _decoded(path.read_bytes(), path)
    except FileNotFoundError:
        raise _problem(f"There is no file {path}. See: mentordesk playbook list") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise _problem(f"{path} could not be read: {why}") from None


def playbook_in(text: str, path: Path) -> Playbook:
    """The playbook a text holds. Raises PlaybookProblem naming the file and the line or key."""
    return read(_table(text, path), str(path))


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02x}"
        raise _problem(
            f"{path}, line {line}: expected UTF-8 text, found {found}. Save it as UTF-8"
        ) from None


def _table(text: str, path: Path) -> Mapping[str, object]:
    import tomllib  # 2 ms that only reading a file needs

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _problem(f"{path}: lists or tables are nested too deeply") from None
    except ValueError as error:  # TOMLDecodeError, and numbers too long for int()
        raise _problem(_located(str(error), text, path)) from None


def _located(message: str, text: str, path: Path) -> str:
    """tomllib's message with its place in front: `x.toml, line 3, column 7: …`."""
    what, found, place = message.removesuffix(")").rpartition(" (at ")
    if not found:
        return f"{path}: {message}"
    if place == "end of document":
        place = f"line {text.count(chr(10)) + 1}"
    return f"{path}, {place}: {what}"


def _problem(sentence: str) -> PlaybookProblem:
    return PlaybookProblem([f"{sentence}."])
