"""Hand-written pages: mentions become Markdown links, embedded views a place to be filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import markdown

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.docs import Embed, LinkedPage, linked
from mkdocs_journeys.render.links import Links
from tests.maps_on_disk import catalog_of

FILES = {
    "journeys/order.yml": "title: I order *now* [x]\nformerly: [first-order]\n"
    "steps: [{id: ask, title: I ask}]\n",
    "journeys/lost.yml": "title: [\n",
    "personas/bea.yml": "name: Bea\n",
}


def on_page(folder: Path, text: str, uri: str = "guides/night.md") -> LinkedPage:
    return linked(text, uri, catalog_of(folder, FILES), Links())


@pytest.mark.parametrize(
    ("written", "then"),
    [
        ("[[persona:bea]]", "[Bea](../personas/bea/index.md)"),
        ("[[persona:bea|her]]", "[her](../personas/bea/index.md)"),
        ("[[step:order/ask]]", "[I ask](../journeys/order/index.md#step-ask)"),
        ("[[journey:first-order|so]]", "[so](../journeys/order/index.md)"),
        ("[[journey:lost|it]]", "[it](../journeys/lost/index.md)"),
        ("[[persona:nobody]]", "[[persona:nobody]]"),
        ("`[[persona:bea]]`", "`[[persona:bea]]`"),
        ("no mention", "no mention"),
    ],
)
def test_a_mention_becomes_a_link_that_the_host_checks(
    written: str, then: str, tmp_path: Path
) -> None:
    page = on_page(tmp_path, f"See {written} for more.\n")
    assert page == LinkedPage(markdown=f"See {then} for more.\n", embeds=())


def test_a_title_stays_the_words_it_is_whatever_stands_in_it(tmp_path: Path) -> None:
    page = on_page(tmp_path, "[[journey:order]]\n")
    assert markdown(page.markdown) == (
        '<p><a href="../journeys/order/index.md">I order &#42;now&#42; &#91;x&#93;</a></p>'
    )


def test_a_view_becomes_a_mark_that_goes_through_the_converter(tmp_path: Path) -> None:
    page = on_page(tmp_path, "Before\n\n```journey\nid: first-order\nview: map\n```\n\nAfter\n")
    (embed,) = page.embeds
    assert embed == Embed(number=1, journey=Key("journey", "order"), view="map")
    assert embed.mark in markdown(page.markdown)
    assert "```" not in page.markdown


def test_views_of_a_page_are_numbered_in_order(tmp_path: Path) -> None:
    block = "```journey\nid: order\nview: {}\n```\n\n"
    page = on_page(tmp_path, block.format("curve") + block.format("flow"))
    assert [(one.number, one.view) for one in page.embeds] == [(1, "curve"), (2, "flow")]


@pytest.mark.parametrize("id_", ["nobody", "lost"])
def test_a_view_of_what_cannot_be_shown_stays_as_it_was_typed(id_: str, tmp_path: Path) -> None:
    text = f"```journey\nid: {id_}\nview: map\n```\n"
    assert on_page(tmp_path, text) == LinkedPage(markdown=text, embeds=())
