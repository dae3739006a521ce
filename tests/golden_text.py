"""Goldens: what the program wrote on a good day, kept beside the tests."""

from __future__ import annotations

import difflib
from pathlib import Path


class GoldenDiffersError(AssertionError):
    """What was written now is not what the golden holds."""


def compare_with_golden(path: Path, text: str, *, update: bool) -> None:
    """Raise GoldenDiffersError with the differences, or write the text there on update.

    Compares bytes: line ends and the end of the file count. A golden that is not there differs
    from every text.
    """
    written = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == written:
        return
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
        return
    if not path.is_file():
        raise GoldenDiffersError(f"There is no golden {path}.\n{HOW_TO_UPDATE}")
    kept = path.read_bytes().decode("utf-8")
    lines = difflib.unified_diff(
        kept.splitlines(keepends=True),
        text.splitlines(keepends=True),
        fromfile=f"{path.name} (golden)",
        tofile=f"{path.name} (now)",
    )
    shown = "".join(line if line.endswith("\n") else f"{line}\n(no line end)\n" for line in lines)
    raise GoldenDiffersError(f"{path} is not what is written now.\n{shown}{HOW_TO_UPDATE}")


HOW_TO_UPDATE = "If it should be so: pytest --update-golden, then review the diff like code."
