"""What holds of every comparison, shown on the example handbook edited at random."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.changes.all import CHANGES_BY_NAME
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.compare import compare
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.problems import Place
from tests.changes.rewriting import (
    MAPS,
    copy_of_the_example,
    edit,
    move,
    rewrite,
    take_out,
    yaml_files,
)
from tests.maps_on_disk import TODAY
from tests.properties.handbooks import Plan, plans

SOME = settings(max_examples=max(12, settings().max_examples // 16))
"""An example reads a hundred files twice."""

MAY_GO_UNSEEN = {
    *("state", "status", "format", "language", "scales", "emotion", "at", "profile", "audience"),
    *("channel", "channels", "id", "use"),
}
"""Keys whose value may be what holds without them, by default, by touchpoint or by file name."""

SEEDS = st.integers(0, 2**32)

POSITION = re.compile(r"\d{1,2}|(stage|step)-\d+(-\d+)?")
"""What leads to a thing by where it stands in a list."""


def read(maps: Path) -> Catalog:
    return look_up(load(maps, "maps"), TODAY)


@cache
def northline() -> Catalog:
    return read(MAPS)


@contextmanager
def edited(seed: int, edits: int) -> Iterator[tuple[Path, Catalog]]:
    random = Random(seed)
    with TemporaryDirectory() as name:
        maps = copy_of_the_example(Path(name))
        for _ in range(edits):
            edit(maps, random)
        yield maps, read(maps)


def write_otherwise(maps: Path, random: Random, share: float) -> None:
    for path in yaml_files(maps):
        if random.random() < share:
            rewrite(path, random)
            if random.random() < 0.5:
                move(path, random)


def test_a_handbook_differs_from_itself_in_nothing() -> None:
    assert compare(northline(), read(MAPS)) == ()


@SOME
@given(seed=SEEDS)
def test_a_handbook_written_otherwise_has_not_changed(seed: int) -> None:
    random = Random(seed)
    with TemporaryDirectory() as name:
        maps = copy_of_the_example(Path(name))
        write_otherwise(maps, random, share=0.2)
        found = compare(northline(), read(maps))
    assert [one.explain() for one in found] == []


@SOME
@given(seed=SEEDS, edits=st.integers(1, 8))
@example(seed=2232, edits=1)
def test_the_way_back_is_the_mirror_of_the_way_there(seed: int, edits: int) -> None:
    with edited(seed, edits) as (_, head):
        there, back = compare(northline(), head), compare(head, northline())
    assert Counter(map(_pair, there)) == Counter(map(_mirror, back))


@SOME
@given(one=plans(), other=plans(), of_one_plan=st.booleans())
def test_any_two_handbooks_mirror_each_other(one: Plan, other: Plan, of_one_plan: bool) -> None:
    second = replace(one, seed=one.seed ^ 5) if of_one_plan else other
    with TemporaryDirectory() as name:
        base, head = (
            read(plan.draft().lay(Path(name) / side / "maps"))
            for side, plan in (("base", one), ("head", second))
        )
        there, back = compare(base, head), compare(head, base)
    assert Counter(map(_pair, there)) == Counter(map(_mirror, back))


@SOME
@given(seed=SEEDS, edits=st.integers(1, 8))
def test_a_change_keeps_its_fingerprint_when_lines_move(seed: int, edits: int) -> None:
    with edited(seed, edits) as (maps, head):
        before = compare(northline(), head)
        write_otherwise(maps, Random(seed), share=0.15)
        after = compare(northline(), read(maps))
    assert sorted(one.fingerprint for one in before) == sorted(one.fingerprint for one in after)
    assert sorted(one.explain() for one in before) == sorted(one.explain() for one in after)


@SOME
@given(seed=SEEDS, edits=st.integers(1, 8))
@example(seed=388, edits=1)
@example(seed=1024355, edits=4)
def test_every_change_stands_at_something_and_says_what_is_different(seed: int, edits: int) -> None:
    with edited(seed, edits) as (maps, head):
        for one in compare(northline(), head):
            assert one.base or one.head
            assert one.before != one.after or one.name == "link-broken", one
            assert one.base is None or _text(one.base, MAPS), one
            assert one.head is None or _text(one.head, maps), one
            assert not any(POSITION.fullmatch(part) for part in one.path), one
            assert "\n" not in one.explain() + one.before + one.after


@SOME
@given(seed=SEEDS)
def test_what_is_taken_out_is_told(seed: int) -> None:
    random = Random(seed)
    with TemporaryDirectory() as name:
        maps = copy_of_the_example(Path(name))
        key = take_out(random.choice(yaml_files(maps)), random)
        head = read(maps)
        found = compare(northline(), head)
    assert found or key in MAY_GO_UNSEEN or head.loaded.unreadable


def test_changes_come_in_the_same_order_every_time() -> None:
    with edited(7, 8) as (_, head):
        first = compare(northline(), head)
        assert first == compare(northline(), head)
        assert len(first) > 3


def _text(place: Place, maps: Path) -> str:
    path = maps.parent / place.file
    lines = path.read_bytes().decode("utf-8-sig").splitlines(keepends=True)
    span = place.span
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    return lines[span.line - 1][span.column - 1 :]


def _pair(one: Change) -> tuple[object, ...]:
    return one.name, one.key.kind, one.before, one.after, one.base, one.head


def _mirror(one: Change) -> tuple[object, ...]:
    name = CHANGES_BY_NAME[one.name].mirror
    return name, one.key.kind, one.after, one.before, one.head, one.base
