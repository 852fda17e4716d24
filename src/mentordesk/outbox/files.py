"""Files of the mentor's own, written whole or not at all."""

import os
import tempfile
from pathlib import Path

from mentordesk.domain.errors import Refusal


def write_whole(path: Path, data: bytes) -> None:
    """Write a file of the mentor's (0600) so that it is there whole or as it was before."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise Refusal(
            f"{path} cannot be written ({problem.strerror}). Choose another place."
        ) from problem
