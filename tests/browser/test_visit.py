from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import Browse
from tests.browser.static_host import served
from tests.browser.visit import Visit


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site, quiet at its start page."""
    pages = {
        "index.html": "<title>Home</title><a href='order/'>Order</a>",
        "order/index.html": "<title>Order</title><a href='../'>Home</a>",
        "404.html": "<title>Not here</title>",
        "noisy.html": "<title>Noisy</title><script>console.warn('careful')</script>",
        "broken.html": "<title>Broken</title><script>throw new Error('oh no')</script>",
        "leaving.html": "<title>Leaving</title><img src='http://pictures.example/a.png' alt=''>",
    }
    for name, content in pages.items():
        page = tmp_path / "site" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<!doctype html><link rel=icon href='data:,'>{content}", encoding="utf-8")
    return tmp_path / "site"


def complaints_at(chromium: Browser, site: Path, path: str) -> tuple[str, ...]:
    """What a visit to one page tells, without failing the test."""
    with served(site) as address:
        context = chromium.new_context()
        visit = Visit(context, address)
        visit.open(path)
        told = visit.complaints()
        context.close()
    return told


def test_a_quiet_site_is_walked_without_a_complaint(browse: Browse, site: Path) -> None:
    page = browse(site).open()
    page.get_by_role("link", name="Order").click()
    assert page.title() == "Order"


def test_a_site_can_live_below_a_path(browse: Browse, site: Path) -> None:
    visit = browse(site, under="/handbook/2.0/")
    page = visit.open("order/")
    assert page.url.endswith("/handbook/2.0/order/")
    page.get_by_role("link", name="Home").click()
    assert page.title() == "Home"


def test_a_missing_page_is_answered_with_the_404_page_of_the_site(
    browse: Browse, site: Path
) -> None:
    visit = browse(site)
    visit.expect_complaint("404")
    assert visit.open("no/such/page/").title() == "Not here"


def test_the_reader_can_be_given_a_dark_scheme(browse: Browse, site: Path) -> None:
    page = browse(site, color_scheme="dark").open()
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is True


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("noisy.html", "console warning: careful"),
        ("broken.html", "script: oh no"),
        ("leaving.html", "left the host: http://pictures.example/a.png"),
        ("missing.html", "404"),
    ],
)
def test_what_no_reader_should_cause_is_told(
    chromium: Browser, site: Path, path: str, told: str
) -> None:
    assert any(told in complaint for complaint in complaints_at(chromium, site, path))


def test_an_expected_complaint_that_never_comes_is_told(chromium: Browser, site: Path) -> None:
    with served(site) as address:
        context = chromium.new_context()
        visit = Visit(context, address)
        visit.expect_complaint("404")
        visit.open()
        assert visit.complaints() == ("expected, but it never came: 404",)
        context.close()
