"""Files that are kept from one build to the next: checked when read, never half written."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_UNFINISHED = ".kept-"
_LONG_AGO = 3600
"""After so many seconds nobody writes at a file any more."""


def read_kept(file: Path, key: str) -> bytes | None:
    """Give what was kept under a key; None where there is nothing, or not what was written."""
    try:
        entry = file.read_bytes()
    except OSError:
        return None
    checksum, _, content = entry.partition(b"\n")
    return content if checksum == _checksum(key, content) else None


def keep(file: Path, key: str, content: bytes) -> None:
    """Write a file so that nobody ever sees a part of it. Raises OSError where that fails."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=file.parent)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=file.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as open_file:
            open_file.write(_checksum(key, content) + b"\n" + content)
        unfinished.replace(file)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def forget_unfinished(folder: Path) -> None:
    """Take away what killed builds have begun; what somebody may be writing now stays."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        # Another build may tidy up at the same time, and a folder may be read only.
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - _LONG_AGO:
                left.unlink()


def _checksum(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).hexdigest().encode()
