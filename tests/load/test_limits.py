"""Every limit on what is read, at the limit and one beyond it; and how a company changes one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.known_files import KnownFiles
from mkdocs_journeys.load.limits import LIMITS, limits_of
from mkdocs_journeys.model.handbook import FileLimits
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.journey_large import JourneyLarge
from mkdocs_journeys.rules.journey_too_large import JourneyTooLarge
from mkdocs_journeys.rules.rule import Rule
from mkdocs_journeys.rules.too_many_maps import TooManyMaps
from tests.maps_on_disk import catalog_of, write_maps

MIB = 1024 * 1024
ADDRESS = "https://research.example/"


def of_size(count: int) -> str:
    return "title: T\n#".ljust(count - 1, "x") + "\n"


def of_depth(count: int) -> str:
    return "title: T\nzzz: " + "[" * (count - 1) + "]" * (count - 1) + "\n"


def of_values(count: int) -> str:
    """Write a file that is read in so many events, 10 of them around the texts of a list."""
    return f"title: T\nzzz: [{', '.join('x' * (count - 10))}]\n"


def found(folder: Path, files: dict[str, str]) -> list[Problem]:
    problems = load(write_maps(folder, files), "maps").problems
    return [one for one in problems if one.rule not in ("unknown-key", "file-name-differs")]


@pytest.mark.parametrize(
    ("write", "most", "told"),
    [
        (of_size, MIB, "1,048,577 bytes; at most 1,048,576"),
        (of_depth, 32, "more than 32 deep"),
        (of_values, 50_000, "more than 50,000 keys, values"),
        (lambda count: f"title: T\nsummary: {'x' * count}\n", 20_000, "20,001 characters"),
        (lambda count: f"title: {'x' * count}\n", 200, "201 characters; at most 200"),
        (lambda count: f"id: {'x' * count}\ntitle: T\n", 64, "cannot be an id"),
    ],
    ids=["size", "depth", "values", "text", "title", "id"],
)
def test_a_map_is_read_up_to_a_limit_and_not_one_beyond(
    write: Callable[[int], str], most: int, told: str, tmp_path: Path
) -> None:
    assert found(tmp_path / "inside", {"journeys/a.yml": write(most)}) == []
    (one,) = found(tmp_path / "beyond", {"journeys/a.yml": write(most + 1)})
    assert told in one.what
    assert len(one.what) < 200


def test_an_address_has_at_most_2048_characters(tmp_path: Path) -> None:
    for count, problems in ((2_048, 0), (2_049, 1)):
        text = f"- {{id: e, title: E, kind: interview, url: {ADDRESS.ljust(count, 'x')}}}\n"
        assert len(found(tmp_path / str(count), {"evidence.yml": text})) == problems


# In handbook.yml, and never in a map.


def test_without_a_word_of_it_the_limits_are_ours() -> None:
    assert limits_of(FileLimits()) == LIMITS


@pytest.mark.parametrize(
    ("setting", "write", "most"),
    [
        ("size: 1", of_size, 1024),
        ("size: 1100", of_size, 1100 * 1024),
        ("depth: 8", of_depth, 8),
        ("depth: 64", of_depth, 64),
        ("values: 1000", of_values, 1_000),
        ("values: 60000", of_values, 60_000),
    ],
)
def test_a_company_sets_the_limits_of_its_files(
    setting: str, write: Callable[[int], str], most: int, tmp_path: Path
) -> None:
    settings = {"handbook.yml": f"limits: {{{setting}}}\n"}
    assert found(tmp_path / "inside", settings | {"journeys/a.yml": write(most)}) == []
    (one,) = found(tmp_path / "beyond", settings | {"journeys/a.yml": write(most + 1)})
    assert (one.rule, one.place.file) == ("yaml-syntax", "maps/journeys/a.yml")


@pytest.mark.parametrize("setting", ["depth: 65", "size: 16385", "values: 1000001", "size: 0"])
def test_no_limit_can_be_lifted_altogether(setting: str, tmp_path: Path) -> None:
    files = {"handbook.yml": f"limits: {{{setting}}}\n", "journeys/a.yml": of_depth(33)}
    assert [(one.rule, one.place.file) for one in found(tmp_path, files)] == [
        ("wrong-shape", "maps/handbook.yml"),
        ("yaml-syntax", "maps/journeys/a.yml"),
    ]


def test_the_settings_themselves_and_the_maps_cannot_lift_them(tmp_path: Path) -> None:
    settings = of_depth(33).replace("title: T\n", "limits: {depth: 64}\n")
    limits = {"handbook.yml": settings, "journeys/a.yml": "limits: {depth: 64}\n" + of_depth(33)}
    assert [one.place.file for one in found(tmp_path, limits)] == [
        "maps/handbook.yml",
        "maps/journeys/a.yml",
    ]


def test_a_table_of_readings_keeps_to_the_size_too(tmp_path: Path) -> None:
    rows = "date,value\n".ljust(1024, "\n")
    files = {"handbook.yml": "limits: {size: 1}\n", "metrics/nps.yml": "title: NPS\n"}
    assert found(tmp_path / "inside", files | {"metrics/nps.csv": rows}) == []
    (one,) = found(tmp_path / "beyond", files | {"metrics/nps.csv": rows + "\n"})
    assert one.place.file == "maps/metrics/nps.csv"


def test_a_file_is_read_again_when_the_limits_change(tmp_path: Path) -> None:
    known: KnownFiles = {}
    maps = write_maps(tmp_path, {"journeys/a.yml": of_depth(33)})
    assert len(load(maps, "maps", known=known).entries) == 0
    write_maps(tmp_path, {"handbook.yml": "limits: {depth: 33}\n"})
    assert len(load(maps, "maps", known=known).entries) == 1


# What is refused as a whole: the bounds of `check` and of strict builds, each set by its rule.


def of_steps(count: int) -> str:
    return f"title: T\nsteps: [{', '.join(['S'] * count)}]\n"


def of_ways(count: int) -> str:
    """Write a journey of 100 steps with so many ways between them, each step naming some."""
    named: list[list[str]] = [[] for _ in range(100)]
    for way in range(count):
        named[way % 100].append(f"s{way * 7 % 100}")
    steps = (
        f"  - {{id: s{number}, title: S, next: [{{all: [{', '.join(to)}]}}]}}\n"
        for number, to in enumerate(named)
    )
    return f"title: T\nsteps:\n{''.join(steps)}"


@pytest.mark.parametrize(
    ("rule", "write", "most"),
    [
        (JourneyLarge(), of_steps, 200),
        (JourneyLarge(), of_ways, 1_000),
        (JourneyTooLarge(), of_steps, 500),
        (JourneyTooLarge(), of_ways, 5_000),
    ],
    ids=["200 steps", "1,000 ways", "500 steps", "5,000 ways"],
)
def test_a_journey_may_be_so_large_and_no_larger(
    rule: Rule, write: Callable[[int], str], most: int, tmp_path: Path
) -> None:
    inside = catalog_of(tmp_path / "inside", {"journeys/a.yml": write(most)})
    beyond = catalog_of(tmp_path / "beyond", {"journeys/a.yml": write(most + 1)})
    assert list(rule.find(inside)) == []
    (one,) = rule.find(beyond)
    assert f"{most + 1:,}" in one.what
    assert one.level == ("warning" if most in (200, 1_000) else "error")


@pytest.mark.long
def test_a_site_may_have_20000_files_of_maps_and_no_more(tmp_path: Path) -> None:
    for number in range(20_000):
        path = tmp_path / "maps" / "stakeholders" / f"t{number // 200}" / f"s{number}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("name: S\n", encoding="utf-8")
    assert list(TooManyMaps().find(catalog_of(tmp_path))) == []
    one_more = {"stakeholders/zz.yml": "name: S\n"}
    (found_,) = TooManyMaps().find(catalog_of(tmp_path, one_more))
    assert found_.place.file == "maps/stakeholders/zz.yml"
    assert "20,001" in found_.what
