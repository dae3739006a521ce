"""What builds keep for the next one, and what killed ones leave behind."""

from __future__ import annotations

import os
import time
from pathlib import Path

from mkdocs_journeys.kept_files import forget_unfinished, keep, read_kept


def test_what_is_kept_is_read_again_and_a_flipped_bit_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "one"
    keep(file, "key", b"drawing")
    assert read_kept(file, "key") == b"drawing"
    assert read_kept(file, "another key") is None
    file.write_bytes(file.read_bytes().replace(b"drawing", b"drawinG"))
    assert read_kept(file, "key") is None
    assert os.listdir(file.parent) == ["one"]  # noqa: PTH208  # names are enough


def test_what_a_killed_build_began_goes_after_an_hour(tmp_path: Path) -> None:
    old, new = tmp_path / ".kept-old", tmp_path / ".kept-new"
    for file in (old, new, tmp_path / "drawing"):
        file.write_bytes(b"half")
    two_hours_ago = time.time() - 7200
    for file in (old, tmp_path / "drawing"):
        os.utime(file, (two_hours_ago, two_hours_ago))
    forget_unfinished(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".kept-new", "drawing"]
    forget_unfinished(tmp_path / "none")
