"""A comment has room for every edit: what does not fit is left out in a fixed order, and said."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mkdocs_journeys.changes.all import CHANGES_BY_NAME
from mkdocs_journeys.changes.change import CHANGE_LEVELS, Change
from mkdocs_journeys.cli.diff_formats.comment import MOST as MOST_OF_A_COMMENT
from mkdocs_journeys.cli.diff_formats.rows import LEAST_ROOM, short_row
from mkdocs_journeys.cli.diff_formats.shorter import ROWS_OF_A_MAP
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Place, Span
from mkdocs_journeys.render.mermaid import MOST_CHARACTERS, MOST_EDGES
from tests.cli.comments import comment, diff, live, read, write_pair

MOST = 60_000
FULL = ("--report-url", "https://ci.example/7")


def journey(number: int, steps: int, score: int, *, wordy: str = "", more: str = "") -> str:
    """Write a journey whose steps all feel the same; `wordy` stands in every summary."""
    lines = "".join(
        f"      - id: s{step}\n"
        f"        title: Step {step} of journey {number}\n"
        f"        emotion: {score}\n"
        f"        summary: Nothing much{wordy}\n"
        f"{more}"
        for step in range(steps)
    )
    return f"title: Journey number {number}\nstages:\n  - title: All\n    steps:\n{lines}"


def pair(
    folder: Path, journeys: int, steps: int, *, after: int = -2, wordy: str = "", more: str = ""
) -> Path:
    base = {f"journeys/j{n}.yml": journey(n, steps, -1) for n in range(journeys)}
    head = {
        f"journeys/j{n}.yml": journey(n, steps, after, wordy=wordy, more=more)
        for n in range(journeys)
    }
    return write_pair(folder, base, head)


def counts(folder: Path) -> dict[str, int]:
    changes = json.loads(diff(folder, "base", "head", "--format", "json").stdout)["changes"]
    levels = [one["level"] for one in changes]
    return {level: levels.count(level) for level in levels}


def test_of_500_changes_every_significant_one_has_its_row(tmp_path: Path) -> None:
    folder = pair(tmp_path, 10, 50, wordy=" (really)")
    text = comment(folder, *FULL)
    assert len(text) <= MOST
    assert counts(folder) == {"significant": 500, "editorial": 500}
    rows = read(text).rows
    assert len(rows) == 500
    assert {len(row) for row in rows} == {5}
    assert {row[1] for row in rows} == {"emotion-dropped"}
    assert {row[3] for row in rows} == {"−1 → −2"}
    assert len({(row[2], row[4]) for row in rows}) == 500
    assert "### Journeys: 500 significant, 500 editorial" in text
    assert (
        "Left out: the table of editorial changes, 10 curves, 10 flows, "
        "sentences and links of the table. All of it is in [the full report](https://ci.example/7)."
    ) in text


def test_of_more_rows_than_fit_each_map_keeps_its_first_20(tmp_path: Path) -> None:
    folder = pair(tmp_path, 16, 60)
    text = comment(folder)
    assert len(text) <= MOST
    rows = read(text).rows
    assert len(rows) == 16 * 21
    assert [row[1] for row in rows if not row[0]] == ["and 40 more"] * 16
    assert "640 rows of the table" in text
    assert "All of it is in the output of `journeys diff`." in text


def test_of_thousands_breaking_changes_come_first_and_the_rest_is_counted_by_map(
    tmp_path: Path,
) -> None:
    folder = pair(tmp_path, 60, 60)
    metric = "title: Calls\nunit: calls\nformula: Calls by {}\n"
    write_pair(
        folder,
        {"metrics/calls.yml": metric.format("order")},
        {"metrics/calls.yml": metric.format("customer")},
    )
    text = comment(folder)
    assert len(text) <= MOST
    rows = read(text).rows
    assert [row[0] for row in rows] == ["breaking", *[""] * 60]
    assert rows[0][1] == "metric-redefined"
    assert rows[1][1:3] == ["60 significant", "Journey number 0"]
    assert "1 breaking, 3600 significant" in text


def test_more_maps_than_there_is_room_for_are_counted_too(tmp_path: Path) -> None:
    folder = pair(tmp_path, 1200, 1)
    text = comment(folder)
    assert len(text) <= MOST
    assert re.fullmatch(r"and changes in \d+ more maps and other things", read(text).rows[-1][1])
    assert "1200 significant" in text


def test_editorial_changes_go_first_then_minor_ones_are_counted(tmp_path: Path) -> None:
    folder = pair(tmp_path, 10, 60, after=-1, wordy=" (really)")
    text = comment(folder)
    assert "the table of editorial changes" in text
    assert "minor" not in text
    folder = pair(tmp_path / "minor", 10, 60, after=-1, more="        duration: 2 days\n")
    text = comment(folder)
    assert len(text) <= MOST
    assert "600 minor changes: 600 detail-changed." in text
    # Pictures go only after them: these maps have none that changed, but for the boxes.
    assert read(text).mermaid


def test_curves_go_before_flows_and_those_of_maps_that_changed_least_go_first(
    tmp_path: Path,
) -> None:
    base = {f"journeys/j{n}.yml": journey(n, 70, -1) for n in range(14)}
    head = {
        f"journeys/j{n}.yml": journey(n, 70, -1).replace("emotion: -1", "emotion: -2", n + 1)
        for n in range(14)
    }
    text = comment(write_pair(tmp_path, base, head))
    assert len(text) <= MOST
    seen = read(text)
    flows = [block for block in seen.mermaid if block.startswith("flowchart")]
    assert flows
    assert len(flows) == len(seen.mermaid), "a curve stays while a flow had to go"
    kept = [one.removeprefix("Map: Journey number ") for one in seen.headings[1:]]
    assert kept == [str(n) for n in range(13, 13 - len(kept), -1)]


def test_a_flow_that_mermaid_would_not_draw_is_left_out_with_a_sentence(tmp_path: Path) -> None:
    base = journey(1, 502, -1)
    head = base.replace("emotion: -1", "emotion: -2", 1)
    text = comment(write_pair(tmp_path, {"journeys/j.yml": base}, {"journeys/j.yml": head}))
    assert "The flow is left out: it has 501 ways, and Mermaid draws 500." in text
    assert not any(block.startswith("flowchart") for block in read(text).mermaid)


def test_long_hostile_texts_leave_room_for_every_row(tmp_path: Path) -> None:
    base = {
        f"journeys/j{n}.yml": journey(n, 50, -1).replace("title: Step", f"title: '{'@#|' * 40}' #")
        for n in range(10)
    }
    head = {name: text.replace("emotion: -1", "emotion: -2") for name, text in base.items()}
    text = comment(write_pair(tmp_path, base, head))
    assert len(text) <= MOST
    assert len(read(text).rows) == 500
    assert {len(row) for row in read(text).rows} == {5}
    assert not list(live(text))


@pytest.mark.parametrize("journeys", [1, 3, 9, 27, 81])
def test_whatever_the_size_the_head_stays_and_the_comment_fits(
    journeys: int, tmp_path: Path
) -> None:
    text = comment(
        pair(tmp_path, journeys, 12, wordy=" (really)", more="        duration: 1 day\n"), *FULL
    )
    assert len(text) <= MOST
    assert f"### Journeys: {journeys * 12} significant" in text
    assert "Findings:" in text
    assert "[Full report](https://ci.example/7)" in text
    assert read(text).rows


@pytest.mark.parametrize("name", sorted(CHANGES_BY_NAME))
def test_a_short_row_keeps_to_its_room_whatever_it_says(name: str) -> None:
    place = Place(f"maps/{'@|' * 90}.yml", Span(123_456, 1, 123_456, 1))
    for level in CHANGE_LEVELS:
        for text in ("", "−1", "@|" * 90):
            change = Change(
                name=name,
                level=level,
                key=Key("journey", "order"),
                home=Key("journey", "order"),
                path=("order",),
                where=("I order", f"A {text}"),
                what=text,
                before=text,
                after=text,
                head=place,
            )
            for room in (LEAST_ROOM, 120, 240):
                row = short_row(change, room)
                assert len(row) < room
                assert row.count("|") == 6
                assert row.endswith(":123456 |")


def test_the_manual_tells_the_limits_as_they_are() -> None:
    manual = Path(__file__).parents[2] / "docs/about-this-tool/how-to/review-a-pull-request.md"
    words = " ".join(manual.read_text("utf-8").split())
    assert f"never has more than {MOST_OF_A_COMMENT:,}" in words
    assert f"the first {ROWS_OF_A_MAP} rows of each map" in words
    assert f"more than {MOST_EDGES} ways, or {MOST_CHARACTERS:,} characters" in words
