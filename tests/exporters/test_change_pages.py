"""The page of every sort of change says what its docstring says, and the committed are current."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from mkdocs_journeys.changes.all import CHANGES, CHANGES_BY_NAME
from mkdocs_journeys.changes.change import CHANGE_LEVELS
from mkdocs_journeys.exporters.change_pages import change_pages
from mkdocs_journeys.exporters.reference import GENERATED

COMMITTED = Path(__file__).parents[2] / "docs" / "about-this-tool" / "reference"

PAGES = change_pages(CHANGES, CHANGE_LEVELS)


def test_the_committed_pages_are_current_and_none_is_left_over() -> None:
    for name, text in PAGES.items():
        committed = (COMMITTED / name).read_text(encoding="utf-8")
        assert committed == text, f"{name} is old: run `journeys reference {COMMITTED}`"
    assert {f"changes/{path.name}" for path in (COMMITTED / "changes").iterdir()} == set(PAGES)


def test_a_page_tells_all_that_its_docstring_says() -> None:
    for name, sort in CHANGES_BY_NAME.items():
        page = PAGES[f"changes/{name}.md"]
        for paragraph in (inspect.getdoc(type(sort)) or "").split("\n\n"):
            assert paragraph in page, name
        assert page.startswith(GENERATED)
        assert f"# {name}\n" in page


def test_a_page_shows_an_edit_a_near_miss_and_how_to_accept_it() -> None:
    for name in CHANGES_BY_NAME:
        page = PAGES[f"changes/{name}.md"]
        fires, _, near = page.partition("## A near miss")
        assert fires.count("```diff") == 1, name
        assert re.search(r"```text\n(breaking|significant|minor|editorial): ", fires), name
        assert near.count("```diff") == 1, name
        assert "```text" not in near, name
        assert re.search(r"^- fingerprint: [0-9a-f]{12}$", near, re.MULTILINE), name


def test_the_list_leads_to_every_sort_once_below_its_level() -> None:
    parts = re.split(r"^## (\w+)$", PAGES["changes/index.md"], flags=re.MULTILINE)
    listed = {
        name: level.lower()
        for level, rows in zip(parts[1::2], parts[2::2], strict=True)
        for name in re.findall(r"^\| \[(\S+)\]\(\1\.md\) \|", rows, re.MULTILINE)
    }
    assert listed == {sort.name: sort.level for sort in CHANGES}
    assert [level.lower() for level in parts[1::2]] == list(CHANGE_LEVELS)
