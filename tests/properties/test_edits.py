"""Whatever `fmt` and `rename` do to a map, all else stays: values, lists, comments, line ends."""

from __future__ import annotations

import codecs
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.fmt import formatted_map
from mkdocs_journeys.edit.map_files import map_files
from mkdocs_journeys.edit.same import says_the_same
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.tree import Node
from mkdocs_journeys.load.yaml_text import read
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.rules.judge import judge
from tests.maps_on_disk import TODAY
from tests.properties.handbooks import Plan, plans
from tests.properties.test_any_handbook import folder, share
from tests.properties.typed import Typist, named_lines

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "maps"

COMMENT = re.compile(r"(?:^|(?<=[ \r\n]))# (?:above|below|behind|dash|head|foot|inside)\b[^\r\n]*")

WAYS: dict[str, Callable[[str], bytes]] = {
    "LF": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "byte-order mark": lambda text: codecs.BOM_UTF8 + text.encode(),
}


def assert_only_order_changes(text: str, thing: type[Thing], way: str) -> None:
    before = WAYS[way](text)
    first = formatted_map("maps/a.yml", before, thing)
    assert not first.problems
    after = first.mending.after
    again = formatted_map("maps/a.yml", after, thing)
    assert again.mending.after == after, "a second time there must be nothing to do"
    shown = after.decode("utf-8-sig")
    root = read(after, "maps/a.yml").root
    assert says_the_same(read(before, "maps/a.yml").root, root)
    assert Counter(COMMENT.findall(shown)) == Counter(COMMENT.findall(before.decode("utf-8-sig")))
    assert after.startswith(codecs.BOM_UTF8) == before.startswith(codecs.BOM_UTF8)
    assert ("\r\n" in shown) == ("\r\n" in before.decode())
    assert "\n" not in shown.replace("\r\n", "") or way != "CRLF"
    assert shown.endswith("\n")
    assert root is not None
    assert astray(root, shown) == []


def astray(root: Node, text: str) -> list[str]:
    """Give the comments that no longer stand with what they say they belong to."""
    places = named_lines(root)
    lines = text.replace("\r\n", "\n").split("\n")
    found = []
    for number, line in enumerate(lines, 1):
        if match := re.search(r"(?:^|\s)# (above|behind) (\S+)$", line):
            said, name = match.groups()
            below = number
            while said == "above" and re.fullmatch(r"\s*(#.*)?", lines[below - 1]):
                below += 1
            if not any(
                below == first if said == "above" else first <= number <= last
                for first, last in places[name]
            ):
                found.append(f"{number}: {line}")
    return found


@pytest.mark.parametrize("way", WAYS)
def test_the_example_typed_untidily_is_put_in_order_and_nothing_else(way: str) -> None:
    moved = 0
    for number, (path, thing) in enumerate(map_files(EXAMPLE)):
        root = read(path.read_bytes(), path.name).root
        assert root is not None
        text = Typist(Random(number * 10 + len(way))).typed(root)
        assert_only_order_changes(text, thing, way)
        moved += formatted_map("maps/a.yml", text.encode(), thing).is_other
    assert moved > 100


@share(2)
@given(plans(), st.integers(0, 2**32), st.sampled_from(sorted(WAYS)))
def test_any_map_typed_untidily_is_put_in_order_and_nothing_else(
    plan: Plan, seed: int, way: str
) -> None:
    with folder() as at:
        maps = plan.draft().lay(at / "maps")
        for path, thing in map_files(maps):
            root = read(path.read_bytes(), path.name).root
            if root is not None:
                assert_only_order_changes(Typist(Random(seed)).typed(root), thing, way)


def test_the_example_has_the_same_findings_in_another_order(tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    shutil.copytree(EXAMPLE, maps)
    before = found_in(maps)
    ran = CliRunner().invoke(main, ["fmt", "--maps", str(maps)])
    assert ran.exit_code == 0
    assert found_in(maps) == before


def found_in(maps: Path) -> Counter[tuple[str, str]]:
    return Counter((one.rule, one.what) for one in judge(catalog_of(maps)))


def catalog_of(maps: Path) -> Catalog:
    return look_up(load(maps, "maps"), TODAY)


def rename(maps: Path, old: Key, new: str) -> dict[Path, str]:
    """Give a thing another id, and give the texts of all maps."""
    asked = ["rename", f"{old.kind}:{old.id}", new, "--maps", str(maps)]
    ran = CliRunner().invoke(main, asked, catch_exceptions=False)
    assert ran.exit_code == 0, ran.stderr
    return {path: path.read_bytes().decode() for path in sorted(maps.rglob("*.yml"))}


def links(catalog: Catalog, words: dict[str, str]) -> Counter[tuple[str, ...]]:
    """Give who mentions whom in which field, with some words of ids replaced."""

    def named(key: Key) -> str:
        return f"{key.kind}:" + "/".join(words.get(word, word) for word in key.id.split("/"))

    return Counter((named(use.user), use.field, named(use.target)) for use in catalog.uses)


@share(4)
@given(plans(), st.integers(0, 2**32))
def test_any_thing_renamed_is_mentioned_by_the_same_others(plan: Plan, seed: int) -> None:
    with folder() as at:
        maps = plan.draft().lay(at / "maps")
        before = catalog_of(maps)
        keys = [key for key, one in before.known.items() if one.named]
        if not keys:
            return
        key = Random(seed).choice(keys)
        rename(maps, key, "quite-another")
        after = catalog_of(maps)
        # Other things may have the same id, in other journeys and kinds: one word for all of them.
        same = {key.id.rpartition("/")[2]: "it", "quite-another": "it"}
        assert links(after, same) == links(before, same)
        assert Key(key.kind, key.id) not in after.known
        assert after.former[key].id.endswith("quite-another")
        rules = Counter(one.rule for one in after.problems)
        assert rules == Counter(one.rule for one in before.problems)


@pytest.mark.parametrize(
    "old",
    [
        "persona:priya",
        "journey:switch-to-fibre",
        "stage:switch-to-fibre/wait-install",
        "step:switch-to-fibre/chase",
        "metric:first-bill-calls",
        "stakeholder:billing",
        "channel:phone",
        "lifecycle:join",
        "evidence:crm-2026-09",
    ],
)
def test_a_thing_renamed_there_and_back_differs_in_what_it_was_called(
    old: str, tmp_path: Path
) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "maps")
    shutil.copytree(ROOT / "docs/about-our-work", tmp_path / "docs")
    maps = tmp_path / "maps"
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    known = Counter(one.what for one in catalog_of(maps).problems)
    kind, _, id_ = old.partition(":")
    journey, slash, word = id_.rpartition("/")
    rename(maps, Key(kind, id_), "quite-another")
    between = catalog_of(maps)
    assert check_docs(tmp_path / "docs", "docs", between) == ()
    assert Counter(one.what for one in between.problems) == known
    rename(maps, Key(kind, f"{journey}{slash}quite-another"), word)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after.keys() == before.keys()
    (file,) = (path for path in before if before[path] != after[path])
    lines = set(after[file].decode().splitlines()) - set(before[file].decode().splitlines())
    assert len(lines) == 1
    assert "quite-another" in lines.pop()
