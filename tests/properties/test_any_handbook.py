"""Whatever a valid handbook says, and however it says it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.model.shapes import shapes_of
from mkdocs_journeys.model.walk import everything
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.all import BY_NAME
from mkdocs_journeys.rules.judge import judge
from tests.maps_on_disk import TODAY, as_text
from tests.properties.draft import lay_file
from tests.properties.handbooks import Plan, plans
from tests.properties.said import said
from tests.properties.unsaid import unsaid
from tests.properties.values import HARMLESS, HOSTILE, TEXTS
from tests.properties.written import (
    Written,
    dead,
    invalid,
    live,
    parsed,
    repeated_ids,
    write_all,
)

FULL = Plan(full=100, journeys=2, others=2, texts=HOSTILE, seed=1, numbered=True)
PLAIN = replace(FULL, texts=(HARMLESS,), seed=2)


def share(part: int) -> settings:
    """Take one in so many of the examples of a run: pages take longer to write than to read.

    What fails is not made smaller, which would take minutes: a plan is small as it is.
    """
    return settings(
        max_examples=max(4, settings().max_examples // part),
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
    )


@contextmanager
def folder() -> Iterator[Path]:
    """A folder of its own for each example, which a fixture is not."""
    with TemporaryDirectory() as name:
        yield Path(name)


def found_in(maps: Path) -> tuple[Problem, ...]:
    return judge(look_up(load(maps, "maps"), TODAY))


@given(plans())
@example(FULL)
@example(PLAIN)
def test_what_is_written_is_what_is_read(plan: Plan) -> None:
    draft = plan.draft()
    with folder() as at:
        loaded = load(draft.lay(at / "maps"), "maps")
        problems = judge(look_up(loaded, TODAY))
    # Addresses that are none are in the drafts on purpose.
    errors = [one for one in problems if one.level == "error" and one.rule != "not-an-address"]
    # Later groups judge what is said; these two, whether it can be read and followed.
    assert not [one for one in errors if BY_NAME[one.rule].group in ("reading", "links")], as_text(
        errors
    )
    assert {entry.id: said(entry) for entry in loaded.entries} == draft.said


def faults(written: Written) -> list[str]:
    """Say what is wrong with the pages of a handbook."""
    found = list(dead(written))
    for at, html in written.pages.items():
        tree = parsed(html)
        wrong = (*invalid(html), *live(tree), *repeated_ids(tree))
        found += [f"{at}: {one}" for one in wrong]
    return found


@share(8)
@given(plans())
@example(FULL)
@example(PLAIN)
def test_every_page_is_whole_and_nothing_in_it_runs(plan: Plan) -> None:
    with folder() as at:
        written = write_all(plan.draft().lay(at / "maps"))
    assert not faults(written)


@share(8)
@given(plans())
@example(FULL)
@example(PLAIN)
@example(Plan(seed=0, texts=("<script>window.__x=1</script>",), full=97, journeys=1, others=1))
def test_every_text_stands_on_the_page_of_its_thing(plan: Plan) -> None:
    with folder() as at:
        written = write_all(replace(plan, numbered=True).draft().lay(at / "maps"))
    assert not list(unsaid(written))


@share(20)
@given(plans(most=0))
@example(replace(FULL, full=0, journeys=1, others=0))
@example(replace(FULL, full=0, lists=True))
def test_a_sparse_handbook_has_all_its_pages(plan: Plan) -> None:
    with folder() as at:
        written = write_all(plan.draft().lay(at / "maps"))
    assert not faults(written)
    assert not list(unsaid(written))


@share(20)
@given(plans(), st.randoms(use_true_random=False))
@example(FULL, random.Random(1))
def test_the_order_of_files_on_disk_and_in_memory_changes_no_byte(
    plan: Plan, random: random.Random
) -> None:
    draft = plan.draft()
    names = list(draft.files)
    random.shuffle(names)
    shuffled = replace(draft, files={name: draft.files[name] for name in names})
    with folder() as at:
        first = write_all(draft.lay(at / "one" / "maps"))
        second = write_all(shuffled.lay(at / "two" / "maps", backwards=True))
    assert first.pages == second.pages
    assert first.problems == second.problems


BROKEN = st.binary(min_size=1, max_size=200) | st.sampled_from(
    [
        b"title: [",
        b"- a\n- b\n",
        b"a: &x b",
        b"title: x\nstages: [{}]\n",
        b"id: journey-1\n",
        b"\xff",
    ]
)


@share(4)
@given(plans(), BROKEN)
def test_a_broken_file_changes_no_other_finding(plan: Plan, broken: bytes) -> None:
    draft = plan.draft()
    slips = {"journeys/slip.yml": "title: Slip\nchanel: web\npersonas: [persona-11]\n"}
    draft = replace(draft, files=draft.files | slips)
    with folder() as at:
        maps = draft.lay(at / "maps")
        before = found_in(maps)
        lay_file(maps / "journeys" / "zz-broken.yml", broken)
        after = found_in(maps)
    assert tuple(one for one in after if not one.place.file.endswith("zz-broken.yml")) == before


@share(20)
@given(plans(), TEXTS)
@example(FULL, "<b>")
def test_another_title_changes_no_address(plan: Plan, title: str) -> None:
    draft = plan.draft()
    renamed = {
        name: yaml.safe_dump(retitled(yaml.load(text, yaml.BaseLoader), title), allow_unicode=True)
        for name, text in draft.files.items()
    }
    with folder() as at:
        before = write_all(draft.lay(at / "one" / "maps"))
        after = write_all(replace(draft, files=renamed).lay(at / "two" / "maps"))
    assert sorted(before.pages) == sorted(after.pages)
    for where, html in before.pages.items():
        assert anchors(html) == anchors(after.pages[where])


def retitled(value: Any, title: str) -> Any:
    """Give what a file says, everything in it under another title or name."""
    if isinstance(value, list):
        return [retitled(one, title) for one in value]
    if isinstance(value, dict):
        return {
            key: title
            if key in ("title", "name") and isinstance(one, str)
            else retitled(one, title)
            for key, one in value.items()
        }
    return value


def anchors(html: str) -> set[str]:
    # Drawings name their parts by number, and the sprite its icons.
    return {id_ for id_ in parsed(html).xpath("//@id") if not id_.startswith("jm-")}


@share(20)
@given(plans())
@example(FULL)
@example(replace(FULL, texts=("☗AĖ\ufffb¯𤁣0°",)))
def test_a_file_in_a_subfolder_gives_the_same_page(plan: Plan) -> None:
    draft = replace(plan, lists=False).draft()
    deeper = {
        # Named like the file, so that it keeps its place among the others.
        name.replace("/", f"/{Path(name).stem}/", 1): text.replace(
            "../journeys/", "../../journeys/"
        )
        for name, text in draft.files.items()
    }
    with folder() as at:
        first = write_all(draft.lay(at / "one" / "maps"))
        second = write_all(replace(draft, files=deeper).lay(at / "two" / "maps"))
    # What cannot be read is told with its file.
    moved = {
        page: re.sub(r"(maps/\w+)/[\w-]+/([\w-]+\.yml)", r"\1/\2", words)
        for page, words in shortened(second).items()
    }
    assert shortened(first) == moved
    assert [page.source for page in first.told.values()] != [
        page.source for page in second.told.values()
    ] or not draft.said


def shortened(written: Written) -> dict[str, str]:
    """Give pages with one way up from every file: a source is named as its author wrote it."""
    return {
        at: html.replace("../../journeys/", "../journeys/") for at, html in written.pages.items()
    }


def test_all_fields_of_all_kinds_are_filled_sooner_or_later() -> None:
    filled: set[str] = set()
    for seed in range(20):
        with folder() as at:
            draft = replace(FULL, full=80, seed=seed).draft()
            for entry in load(draft.lay(at / "maps"), "maps").entries:
                filled |= {
                    f"{type(thing).__name__}.{attribute}"
                    for thing in everything(entry)
                    for attribute in thing.model_fields_set
                }
    declared = {
        f"{thing.__name__}.{shape.attribute}"
        for kind in KINDS
        for thing in things_in(kind)
        for shape in shapes_of(thing)
    }
    # The steps of a journey without stages are read as those of its one stage.
    assert declared - filled == {"Journey.steps"}


def things_in(thing: type[Thing]) -> set[type[Thing]]:
    """Give the classes of all that may stand in a thing, itself included."""
    found = {thing}
    for shape in shapes_of(thing):
        if shape.thing and shape.thing not in found:
            found |= things_in(shape.thing)
    return found
