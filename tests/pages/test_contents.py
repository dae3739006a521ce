"""The table of contents of the handbook, and the addresses of its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.pages.address import HOME, address, anchor_of, page_key
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.pages.contents import Branch, contents
from mkdocs_journeys.pages.page import Page
from tests.maps_on_disk import catalog_of
from tests.pages.journey_maps import FULL, SPARSE


def page(name: str, above: Key | None = HOME) -> Page:
    return Page(key=page_key(name), title=name, template="t", facts=None, above=above)


def told(branches: tuple[Branch, ...]) -> list[object]:
    return [
        (one.page.key.id, told(one.below)) if one.below else one.page.key.id for one in branches
    ]


def test_lists_stand_below_the_first_of_their_section(tmp_path: Path) -> None:
    tree = contents(all_pages(catalog_of(tmp_path, FULL)))
    assert told(tree)[:2] == [
        "",
        (
            "journeys",
            [
                ("lifecycle", ["find", "leave"]),
                *("moments", "pain-points", "quotes", "reviews"),
                # The comparison hangs under the future map, the stages under their journey.
                ("order", ["order/choose", "order/wait", "order/use"]),
                ("order-future", ["order-future/choose", "order-future"]),
                ("sleep", ["sleep/stage-1"]),
            ],
        ),
    ]
    assert [one.page.key.id for one in tree[2:]] == [
        *("personas", "touchpoints", "opportunities", "metrics", "evidence", "how-to-read"),
    ]


def test_every_listed_page_stands_in_it_once(tmp_path: Path) -> None:
    pages = all_pages(catalog_of(tmp_path, FULL))

    def keys(branches: tuple[Branch, ...]) -> list[Key]:
        return [key for one in branches for key in (one.page.key, *keys(one.below))]

    found = keys(contents(pages))
    assert sorted(map(str, found)) == sorted(str(one.key) for one in pages if one.is_listed)


def test_lists_with_nothing_in_them_are_left_out(tmp_path: Path) -> None:
    tree = contents(all_pages(catalog_of(tmp_path, SPARSE)))
    names = [one.page.key.id for one in tree]
    assert names[:2] == ["", "journeys"]
    assert not {"metrics", "evidence", "touchpoints"} & set(names)


def test_a_page_that_belongs_to_no_section_comes_last() -> None:
    tree = contents((page("changes"), page("metrics"), page("", None), page("journeys")))
    assert told(tree) == ["", "journeys", "metrics", "changes"]


@pytest.mark.parametrize(
    ("key", "then"),
    [
        ("page:", ("", "")),
        ("page:moments", ("moments", "")),
        ("journey:order", ("journeys/order", "")),
        ("stage:order/choose", ("journeys/order/choose", "")),
        ("step:order/compare", ("journeys/order", "step-compare")),
        ("step-of-stage:order/choose/compare", ("journeys/order/choose", "step-compare")),
        ("pain-point:order/hum", ("journeys/order", "pain-point-hum")),
        ("objective:order/calm", ("journeys/order", "objective-calm")),
        ("hypothesis:order/noise", ("journeys/order", "hypothesis-noise")),
        ("lifecycle:find", ("lifecycle/find", "")),
        ("compare:order-future", ("compare/order-future", "")),
        ("term:hum", ("glossary", "term-hum")),
        ("evidence:talks", ("evidence/talks", "")),
        ("opportunity:record", ("opportunities/record", "")),
    ],
)
def test_an_address_is_made_from_ids(key: str, then: tuple[str, str]) -> None:
    kind, _, id_ = key.partition(":")
    assert address(Key(kind, id_)) == then


def test_every_kind_has_an_address_of_its_own() -> None:
    found = {address(Key(kind.key_kind, "x")) for kind in KINDS}
    assert len(found) == len(KINDS)


def test_the_anchor_of_a_thing_names_its_kind() -> None:
    assert anchor_of(Key("step", "order/chase")) == "step-chase"
    assert anchor_of(Key("term", "hum")) == "term-hum"


def test_no_two_pages_share_an_address(tmp_path: Path) -> None:
    pages = all_pages(catalog_of(tmp_path, FULL))
    found = [address(one.key) for one in pages]
    assert len(set(found)) == len(found)
    assert not any(one.anchor for one in found)
