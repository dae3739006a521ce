"""The reference says what the declarations say, and its examples hold."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.exporters.json_schema import FILES
from mkdocs_journeys.exporters.reference import GENERATED, example_of, reference
from mkdocs_journeys.exporters.takes import escape, slug
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.model.shapes import shapes_of
from mkdocs_journeys.rules.judge import judge
from tests.exporters.things import all_things

COMMITTED = Path(__file__).parents[2] / "docs" / "about-this-tool" / "reference"

LINK = re.compile(r"\]\(([a-z-]*\.md)?(?:#([a-z-]+))?\)")


def test_the_committed_reference_is_current() -> None:
    for name, text in reference().items():
        committed = (COMMITTED / name).read_text(encoding="utf-8")
        assert committed == text, f"{name} is old: run `journeys reference {COMMITTED}`"


def test_no_page_of_the_committed_reference_is_left_over() -> None:
    pages = {path.name: path.read_text(encoding="utf-8") for path in COMMITTED.glob("*.md")}
    generated = {name for name, text in pages.items() if text.startswith(GENERATED)}
    assert generated == set(reference())


@pytest.mark.parametrize("kind", FILES)
def test_every_field_of_a_kind_stands_on_its_page_and_those_of_all_things_on_the_first(
    kind: str,
) -> None:
    rows = rows_of(reference()[f"{kind}.md"]) | rows_of(reference()["index.md"])
    for shape in shapes_of(FILES[kind]):
        assert (shape.key, escape(shape.words.meaning)) in rows


def test_every_field_of_everything_stands_in_the_reference() -> None:
    rows = {row for text in reference().values() for row in rows_of(text)}
    fields = [shape for thing in all_things() for shape in shapes_of(thing)]
    assert len(fields) > 300
    for shape in fields:
        assert (shape.key, escape(shape.words.meaning)) in rows


def rows_of(page: str) -> set[tuple[str, str]]:
    """Give the field and the meaning of each row of the tables on a page."""
    cells = [re.split(r"(?<!\\)\|", line) for line in page.splitlines() if line.startswith("| `")]
    return {(row[1].split("`")[1], row[3].strip()) for row in cells}


def test_every_page_begins_by_saying_that_it_is_generated() -> None:
    assert all(text.startswith(GENERATED) for text in reference().values())


def test_every_link_leads_to_a_page_and_a_heading() -> None:
    pages = reference()
    headings = {name: anchors(text) for name, text in pages.items()}
    found = 0
    for name, text in pages.items():
        for page, anchor in LINK.findall(text):
            found += 1
            assert (page or name) in pages
            assert not anchor or anchor in headings[page or name], f"{name}: {page}#{anchor}"
    assert found > 50


def anchors(text: str) -> list[str]:
    return [slug(heading) for heading in re.findall(r"^##? (.+)$", text, re.MULTILINE)]


def test_no_heading_stands_twice_on_a_page() -> None:
    for name, text in reference().items():
        assert len(anchors(text)) == len(set(anchors(text))), name


def test_every_row_of_a_table_has_all_its_cells() -> None:
    for text in reference().values():
        for line in text.splitlines():
            if line.startswith("| `"):
                assert len(re.findall(r"(?<!\\)\|", line)) == 6, line


def test_the_examples_are_one_handbook_without_errors(tmp_path: Path) -> None:
    for kind in FILES:
        text = example_of(kind)
        path = tmp_path / text.splitlines()[0].removeprefix("# ")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load(tmp_path / "maps", "maps")
    problems = judge(look_up(loaded, date(2026, 11, 21)))
    assert [str(one.place) + " " + one.what for one in problems if one.level == "error"] == []
    assert {entry.key_kind for entry in loaded.entries} | {"handbook", "accepted"} == set(FILES)
    assert loaded.settings.title
    assert loaded.accepted
