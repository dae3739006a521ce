"""From what a page tells to a piece of HTML that can be put into any host's page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.problems import Place, Problem, Span
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.layout import NoPicture
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Fragment, Writer
from tests.maps_on_disk import catalog_of

FILES = {
    "journeys/order.yml": """\
        title: I order <now>
        steps: [{id: ask, title: I ask}, {id: pay, title: I pay}]
        """
}
ORDER = Key("journey", "order")


class NeverDraws:
    """An engine that lays nothing out, as where none can be had."""

    name = "none"

    def lay_out(self, dot: str) -> str:
        """Refuse."""
        raise NoPicture("There is no engine on this machine.", is_lasting=False)


def fragment(
    catalog: Catalog, key: Key = ORDER, *, pictures: Pictures | None = None, **more: Any
) -> Fragment:
    drawn = pictures or Pictures(Sandboxed())
    (page,) = (one for one in all_pages(catalog) if one.key == key)
    return Writer(catalog=catalog, links=Links(), pictures=drawn, **more).write(page)


def test_headings_are_told_to_the_host_as_they_stand_on_the_page(tmp_path: Path) -> None:
    written = fragment(catalog_of(tmp_path, FILES))
    shown = html.fromstring(written.html).xpath("//h2[@id]/@id")
    assert [one.anchor for one in written.headings] == shown
    assert [(one.level, one.title) for one in written.headings] == [
        *((2, "Map"), (2, "Flow"), (2, "Other views"), (2, "About this map"), (2, "Used by")),
    ]


def test_icons_stand_once_in_a_page_and_only_those_that_it_uses(tmp_path: Path) -> None:
    tree = html.fromstring(fragment(catalog_of(tmp_path, FILES)).html)
    assert len(tree.xpath('//svg[contains(@class, "jm-sprite")]')) == 1
    symbols = tree.xpath("//symbol/@id")
    used = {one.removeprefix("#") for one in tree.xpath('//use/@*[name()="xlink:href"]')}
    assert len(symbols) == len(set(symbols))
    assert used == set(symbols)


def test_nothing_of_a_page_is_searched_but_what_is_given_on_purpose(tmp_path: Path) -> None:
    written = fragment(catalog_of(tmp_path, FILES))
    root = html.fromstring(written.html)
    assert (root.get("class"), "data-search-exclude" in root.attrib) == ("jm", True)
    assert [one.title for one in written.finds] == ["I ask", "I pay"]


def test_a_template_of_the_author_s_own_replaces_ours(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "journey.html.jinja").write_text(
        "{{ heading('Mine', 'mine') }}<p>{{ facts.journey.title }}</p>", encoding="utf-8"
    )
    catalog = catalog_of(tmp_path, FILES)
    written = fragment(catalog, overrides=own)
    assert [one.title for one in written.headings] == ["Mine"]
    assert "<p>I order &lt;now&gt;</p>" in written.html
    # All others are ours.
    assert (
        fragment(catalog, Key("stage", "order/stage-1"), overrides=own).headings[0].title == "Steps"
    )


def test_a_page_that_is_not_what_its_file_says_now_says_so_first(tmp_path: Path) -> None:
    problem = Problem(
        place=Place("maps/journeys/order.yml", Span(3, 7, 3, 8)),
        rule="yaml-syntax",
        what="<This>.",
        mend="That.",
    )
    catalog = catalog_of(tmp_path, FILES)
    banners = {"maps/journeys/order.yml": (problem,)}
    tree = html.fromstring(fragment(catalog, banners=banners).html)
    first, *_ = (one for one in tree if one.tag != "svg")
    said = " ".join(first.text_content().split())
    assert said.endswith("not what its file says now maps/journeys/order.yml:3:7 <This>.That.")
    assert first.get("role") == "alert"
    # Its stages tell of the same file, and the list of maps does not.
    assert "alert" in fragment(catalog, Key("stage", "order/stage-1"), banners=banners).html
    assert 'role="alert"' not in fragment(catalog, Key("page", "journeys"), banners=banners).html


def test_without_a_picture_there_are_words_and_a_notice(tmp_path: Path) -> None:
    written = fragment(catalog_of(tmp_path, FILES), pictures=Pictures(NeverDraws()))
    assert written.notices == ("Flow: I order <now>: There is no engine on this machine.",)
    tree = html.fromstring(written.html)
    assert not tree.xpath('//svg[contains(@class, "jm-flow__svg")]')
    assert not tree.xpath('//details[contains(@class, "jm-twin")]')
    assert tree.xpath("//h2[@id='flow']/following-sibling::ul//@data-step")[:2] == ["ask", "pay"]
    assert "There is no picture of this flow" in tree.text_content()


def test_a_page_written_twice_is_the_same(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FILES)
    assert fragment(catalog) == fragment(catalog)
