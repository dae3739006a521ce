from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.golden_text import GoldenDiffersError, compare_with_golden


def test_a_golden_that_is_equal_says_nothing(golden: Golden) -> None:
    golden("goldens/greeting.txt", "Good day, Bea.\n您好 مرحبا 👋\n")


def test_a_golden_that_differs_shows_both_lines(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("one\ntwo\n", encoding="utf-8")
    with pytest.raises(GoldenDiffersError, match=r"(?s)-two\n\+2\n.*--update-golden"):
        compare_with_golden(kept, "one\n2\n", update=False)
    assert kept.read_text(encoding="utf-8") == "one\ntwo\n"


@pytest.mark.parametrize("now", ["one\r\n", "one", "one\n\n"])
def test_line_ends_and_the_end_of_the_file_count(tmp_path: Path, now: str) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_bytes(b"one\n")
    with pytest.raises(GoldenDiffersError):
        compare_with_golden(kept, now, update=False)


def test_a_golden_that_is_not_there_is_no_match(tmp_path: Path) -> None:
    with pytest.raises(GoldenDiffersError, match="There is no golden"):
        compare_with_golden(tmp_path / "new.txt", "", update=False)


def test_update_writes_the_golden_to_the_byte(tmp_path: Path) -> None:
    new = tmp_path / "goldens" / "new.txt"
    compare_with_golden(new, "a\nb\r\nc", update=True)
    assert new.read_bytes() == b"a\nb\r\nc"
