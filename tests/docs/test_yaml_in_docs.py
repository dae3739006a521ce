"""Every piece of YAML that the docs show can be used as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config

from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.judge import judge
from tests.docs.manual import MANUAL, blocks, file_named_in, first_line, hand_written
from tests.maps_on_disk import as_text, catalog_of

LIST_OF_RULES = MANUAL / "reference" / "rules" / "index.md"

# The tutorial shows a mistake on purpose: test_tutorial.py follows it line by line.
PAGES = {
    name: tuple(blocks(text, "yaml", "yml"))
    for name, text in (*hand_written().items(), ("rules", LIST_OF_RULES.read_text("utf-8")))
    if name != "docs/about-this-tool/tutorial.md"
}

BLOCKS = {
    f"{name}:{fence.first_line}": fence.inside for name, fences in PAGES.items() for fence in fences
}

AROUND = {
    "# in a step": (
        "maps/journeys/a.yml",
        "title: A\nstages:\n- title: B\n  steps:\n  - title: C\n",
    ),
    "# in a persona": ("maps/personas/a.yml", "name: A\n"),
}
"""Where a piece of a map belongs, and what stands above it there."""

PIECES = [name for name, text in BLOCKS.items() if first_line(text) in AROUND]
CONFIGURATIONS = [name for name, text in BLOCKS.items() if file_named_in(text) == "mkdocs.yml"]


def errors_in(folder: Path) -> list[Problem]:
    # The pictures that an example names are in no docs.
    return [
        problem
        for problem in judge(catalog_of(folder))
        if problem.level == "error" and problem.rule != "missing-file"
    ]


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_is_yaml_and_says_in_its_first_line_where_it_belongs(name: str) -> None:
    text = BLOCKS[name]
    assert yaml.load(text, yaml.BaseLoader)
    assert file_named_in(text) or first_line(text) in AROUND


@pytest.mark.parametrize("name", [name for name, fences in PAGES.items() if fences])
def test_the_maps_of_a_page_make_one_handbook_without_errors(name: str, tmp_path: Path) -> None:
    for fence in PAGES[name]:
        path = tmp_path / file_named_in(fence.inside)
        if path.is_relative_to(tmp_path / "maps"):
            # Told anew: what the page told until here is whole too.
            assert not path.exists() or as_text(errors_in(tmp_path)) == ""
            write(path, fence.inside)
    assert as_text(errors_in(tmp_path)) == ""


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_of_a_map_is_right_where_it_belongs(name: str, tmp_path: Path) -> None:
    file, above = AROUND[first_line(BLOCKS[name])]
    indent = "    " if "steps" in above else ""
    inside = "".join(indent + line for line in BLOCKS[name].splitlines(keepends=True))
    write(tmp_path / file, above + inside)
    assert as_text(errors_in(tmp_path)) == ""
    assert catalog_of(tmp_path).loaded.entries


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_a_configuration_is_accepted_by_mkdocs(name: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "words").mkdir()
    config = load_config(str(write(tmp_path / "mkdocs.yml", BLOCKS[name])))
    assert "journeys" in config.plugins


def test_the_docs_show_all_of_these() -> None:
    assert len(PIECES) > 1
    assert len(CONFIGURATIONS) > 4
    assert len(BLOCKS) > 20
