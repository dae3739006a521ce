"""Every change, on real files: each case in <change>.yml is two folders of maps and what differs.

``base`` holds the files by path below ``maps/``, ``head`` those that are not the same there (an
empty text takes a file away). ``then`` are the changes that the file is named for: level and
sentence, and below them the tokens on both sides as they stand in the files; nothing for a near
miss.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from mkdocs_journeys import changes
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.changes.all import CHANGES, CHANGES_BY_NAME
from mkdocs_journeys.changes.change import CHANGE_LEVELS, Change
from mkdocs_journeys.changes.change_kind import ChangeKind, FieldChange
from mkdocs_journeys.changes.compare import compare
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.problems import Place
from tests.maps_on_disk import TODAY

HERE = Path(__file__).parent
HEADINGS = ["Why it matters", "Level"]

# The loader of the standard tags only: cases are text, and `no` in them stays `no`.
CASES = {
    (path.stem, name): case
    for path in sorted(HERE.glob("*.yml"))
    for name, case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader).items()
}


def catalog_in(folder: Path, files: Mapping[str, str]) -> Catalog:
    for name, content in files.items():
        if content:
            path = folder / "maps" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())
    return look_up(load(folder / "maps", "maps"), TODAY)


def sides_of(case: Mapping[str, Mapping[str, str]], folder: Path) -> tuple[Catalog, Catalog]:
    base = catalog_in(folder / "base", case["base"])
    return base, catalog_in(folder / "head", {**case["base"], **case["head"]})


def told(found: list[Change], folder: Path) -> str:
    return "".join(
        f"{one.level}: {one.explain()}\n"
        f"    {token(one.base, folder / 'base')} → {token(one.head, folder / 'head')}\n"
        for one in found
    )


def token(place: Place | None, folder: Path) -> str:
    """Give what stands at a place, cut straight from the file; of several lines the first."""
    if place is None:
        return "nothing"
    lines = (folder / place.file).read_bytes().decode("utf-8-sig").splitlines(keepends=True)
    line, column, end_line, end_column = place.span
    if line == end_line:
        text = lines[line - 1][column - 1 : end_column - 1]
    else:
        text = lines[line - 1][column - 1 :].rstrip() + " …"
    return f"{place} {text}"


@pytest.mark.parametrize(("change", "name"), CASES)
def test_a_case_gives_exactly_its_changes(change: str, name: str, tmp_path: Path) -> None:
    case = CASES[change, name]
    found = [one for one in compare(*sides_of(case, tmp_path)) if one.name == change]
    assert told(found, tmp_path) == case["then"]


@pytest.mark.parametrize(("change", "name"), CASES)
def test_the_way_back_gives_the_mirror_of_a_case(change: str, name: str, tmp_path: Path) -> None:
    base, head = sides_of(CASES[change, name], tmp_path)
    assert sorted(mirrored(compare(head, base))) == sorted(as_told(compare(base, head)))


@pytest.mark.parametrize("name", CHANGES_BY_NAME)
def test_every_change_has_a_case_that_tells_it_and_a_near_miss(name: str) -> None:
    outcomes = {bool(case["then"]) for (change, _), case in CASES.items() if change == name}
    assert outcomes == {True, False}


def test_every_case_file_is_named_for_a_change() -> None:
    assert {change for change, _ in CASES} <= set(CHANGES_BY_NAME)


def test_no_change_is_forgotten_in_the_list() -> None:
    folder = Path(inspect.getfile(changes)).parent
    written = {
        member
        for path in folder.glob("*.py")
        for member in vars(import_module(f"{changes.__name__}.{path.stem}")).values()
        if inspect.isclass(member) and issubclass(member, ChangeKind)
    }
    assert {type(kind) for kind in CHANGES} == written - {ChangeKind, FieldChange}


def test_names_are_given_once_and_say_the_class() -> None:
    assert len(CHANGES_BY_NAME) == len(CHANGES)
    for kind in CHANGES:
        assert type(kind).__name__ == kind.name.title().replace("-", "")


def test_the_mirror_of_a_mirror_is_the_change_itself() -> None:
    for kind in CHANGES:
        assert CHANGES_BY_NAME[kind.mirror].mirror == kind.name


@pytest.mark.parametrize("kind", CHANGES, ids=lambda kind: kind.name)
def test_the_page_of_a_change_has_its_fixed_headings(kind: ChangeKind) -> None:
    page = inspect.getdoc(kind) or ""
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == HEADINGS
    assert page.startswith("Says that ")
    assert page.partition("\n\n")[0].endswith(".")
    policy = page.partition("## Level\n")[2]
    assert policy.startswith(kind.level.title())


def test_a_field_is_told_by_one_change_only() -> None:
    fields = [field for kind in CHANGES for field in (*kind.tells, *kind.names)]
    # The owner of an initiative has a change of its own, and is left out of the other.
    assert len(fields) == len(set(fields))


def as_told(found: tuple[Change, ...]) -> Iterator[tuple[str, ...]]:
    for one in found:
        assert one.level in CHANGE_LEVELS
        sides = (one.before, one.after, str(one.base), str(one.head))
        yield one.name, one.key.kind, *sides


def mirrored(found: tuple[Change, ...]) -> Iterator[tuple[str, ...]]:
    for one in found:
        sides = (one.after, one.before, str(one.head), str(one.base))
        yield CHANGES_BY_NAME[one.name].mirror, one.key.kind, *sides
