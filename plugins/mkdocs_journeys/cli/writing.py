"""Files written so that nobody ever meets half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside the old one and put it in its place; its mode and its links stay.

    Raises OSError where that is impossible; then the old file is untouched.
    """
    real = Path(os.path.realpath(path))
    # The name begins with a point: whoever reads the folder meanwhile leaves it out.
    handle, beside = tempfile.mkstemp(prefix=f".{real.name[:40]}.", dir=real.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(real.stat().st_mode & 0o7777 if real.exists() else _usual_mode())
        Path(beside).replace(real)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    """Give the mode of a new file: mkstemp makes one that only its owner can read."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
