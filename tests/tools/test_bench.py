from datetime import date
from pathlib import Path

import pytest

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.rules.judge import judge
from tools.bench.__main__ import table
from tools.bench.by_hand import markdown_of
from tools.bench.cost import Cost, Failed, compare, run
from tools.bench.handbook import write_handbook
from tools.bench.rows import Row


def test_a_made_up_handbook_has_nothing_to_mend(tmp_path: Path) -> None:
    write_handbook(tmp_path, journeys=40)

    catalog = look_up(load(tmp_path, "maps"), date(2026, 11, 21))

    assert [str(problem) for problem in judge(catalog)] == []


def test_the_same_seed_gives_the_same_handbook(tmp_path: Path) -> None:
    write_handbook(tmp_path / "one", journeys=3, seed=7)
    write_handbook(tmp_path / "two", journeys=3, seed=7)
    write_handbook(tmp_path / "other", journeys=3, seed=8)

    assert _texts(tmp_path / "one") == _texts(tmp_path / "two")
    assert _texts(tmp_path / "one") != _texts(tmp_path / "other")


def test_a_made_up_map_is_about_100_lines_long(tmp_path: Path) -> None:
    write_handbook(tmp_path, journeys=40)

    lines = [len(text.splitlines()) for text in _texts(tmp_path / "journeys").values()]

    assert 90 <= sum(lines) / len(lines) <= 115


def test_a_page_by_hand_has_the_words_the_links_and_the_drawing() -> None:
    html = (
        '<div class="jm"><svg class="jm-sprite"><symbol id="x"/></svg>'
        '<h2 id="steps">Steps<a class="headerlink" href="#steps">¶</a></h2>'
        '<p>She rings <a href="../priya/index.md">Priya &amp; Tom</a> *twice*</p><ul><li>Wait</ul>'
        '<svg viewBox="0 0 9 9"><title>A &lt; B</title><path d="M0 0"/></svg></div>'
    )

    assert markdown_of(html) == (
        "## Steps\n\nShe rings [Priya &amp; Tom](../priya/index.md) \\*twice\\*\n\n- Wait\n\n"
        '<div><svg viewBox="0 0 9 9"><title>A &lt; B</title><path d="M0 0"/></svg></div>\n'
    )


def test_what_children_spend_counts_too(tmp_path: Path) -> None:
    work = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"

    alone = run(["sh", "-c", work], tmp_path).cpu_seconds
    in_a_child = run(["sh", "-c", f"sh -c '{work}'; true"], tmp_path).cpu_seconds

    assert in_a_child > alone / 2


def test_a_program_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="out of paper"):
        run(["sh", "-c", "echo out of paper >&2; exit 3"], tmp_path)


def test_rounds_are_run_in_turn_and_their_median_is_taken() -> None:
    order: list[str] = []
    seconds = iter((9.0, 1.0, 2.0))

    def fast() -> Cost:
        order.append("fast")
        return Cost(cpu_seconds=next(seconds), megabytes=1)

    def slow() -> Cost:
        order.append("slow")
        return Cost(cpu_seconds=5, megabytes=1)

    costs = compare({"fast": fast, "slow": slow}, rounds=3, once=("slow",))

    assert order == ["fast", "slow", "fast", "fast"]
    assert costs["fast"].cpu_seconds == 2


def test_a_bar_that_is_not_met_is_said_so() -> None:
    lines = table(
        [
            Row(what="one", measured=0.4, bar=0.5),
            Row(what="two", measured=0.6, bar=0.5),
            Row(what="three", measured=0.6, bar=None),
        ]
    ).splitlines()

    assert lines[1].endswith("  met")
    assert lines[2].endswith("  NOT MET")
    assert lines[3].split() == ["three", "0.60×", "–"]


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.yml")
    }
