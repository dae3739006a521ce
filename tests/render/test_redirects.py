"""Pages at addresses that things had before, and dates as people read them."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.redirects import Redirect
from mkdocs_journeys.render.dates import printed
from mkdocs_journeys.render.links import Links, Style
from mkdocs_journeys.render.redirects import redirect_page

OLD = Redirect(old="journeys/first-order/pick", to=Key("stage", "order/choose"))


@pytest.mark.parametrize(
    ("style", "way"),
    [("folder", "../../order/choose/"), ("file", "../../order/choose/index.html")],
)
def test_an_old_page_leads_on_with_and_without_a_script(style: Style, way: str) -> None:
    file, text = redirect_page(OLD, Links(style=style))
    tree = html.fromstring(text)
    assert file == "journeys/first-order/pick/index.html"
    assert tree.xpath('//meta[@http-equiv="refresh"]/@content') == [f"1; url={way}"]
    assert tree.xpath("//a[@data-lead-on]/@href") == [way]
    assert tree.xpath('//link[@rel="canonical"]/@href') == [way]
    assert tree.xpath("//script/@src") == ["../../../assets/journeys/lead-on.js"]


def test_no_search_engine_keeps_an_old_page_and_no_script_stands_in_it() -> None:
    tree = html.fromstring(redirect_page(OLD, Links())[1])
    assert tree.xpath('//meta[@name="robots"]/@content') == ["noindex"]
    assert [one.text for one in tree.xpath("//script")] == [None]


def test_below_a_prefix_old_pages_lie_there_too() -> None:
    file, text = redirect_page(OLD, Links(prefix="cx"))
    assert file == "cx/journeys/first-order/pick/index.html"
    assert 'href="../../order/choose/"' in text


@pytest.mark.parametrize(
    ("day", "then"),
    [(date(2026, 11, 3), "3 November 2026"), (date(999, 1, 31), "31 January 999")],
)
def test_a_day_is_printed_in_words(day: date, then: str) -> None:
    assert printed(day) == then
