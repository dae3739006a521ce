"""The checker itself: what it is there to find, it finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.link_check import dead_links, faults_of, pages_of

FINE = """
<!doctype html><title>Home</title><link rel="icon" href="data:,">
<div class="md-content"><div class="jm"><h2 id="two words">A</h2>
<a href="order/#pay">pay</a> <a href="#two%20words">here</a> <a href="./">home</a>
<a href="https://elsewhere.example/">away</a> <code>[[persona:x]]</code>
<svg viewBox="0 0 1 1"><a xlink:href="order/"><rect/></a></svg></div></div>
"""
ORDER = "<!doctype html><title>Order</title><p id=pay>Pay</p><a href='..'>home</a>"


def site_with(folder: Path, more: str) -> Path:
    for name, content in {"index.html": FINE + more, "order/index.html": ORDER}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_a_site_without_faults_has_none(tmp_path: Path) -> None:
    site = site_with(tmp_path, '<a href="https://own.example/cx/order/">own address</a>')
    pages = pages_of(site)
    assert dead_links(site, pages, "https://own.example/cx/") == []
    assert [fault for page in pages for fault in faults_of(page)] == []


@pytest.mark.parametrize(
    "dead",
    [
        '<a href="gone/">x</a>',
        '<a href="order/#gone">x</a>',
        '<a href="#gone">x</a>',
        '<a href="../up/">x</a>',
        '<a href="../order/">x</a>',
        '<img src="gone.png">',
        '<script src="gone.js"></script>',
        '<script src="https://elsewhere.example/a.js"></script>',
        '<link rel="stylesheet" href="gone.css">',
        '<meta http-equiv="refresh" content="1; url=gone/">',
        '<svg><a xlink:href="gone/"/></svg>',
        '<a href="https://own.example/cx/gone/">x</a>',
    ],
)
def test_a_dead_link_is_found(tmp_path: Path, dead: str) -> None:
    site = site_with(tmp_path, dead)
    assert len(dead_links(site, pages_of(site), "https://own.example/cx/")) == 1


@pytest.mark.parametrize(
    "fault",
    [
        '<p id="a"><b id="a"></b></p>',
        '<div class="jm"><p style="color:red"></p></div>',
        '<div class="jm"><p onclick="x()"></p></div>',
        '<div class="jm"><script>x()</script></div>',
        '<div class="jm"><svg><a href="order/"/></svg></div>',
        "<svg><g></svg>",
        '<div class="md-content"><p>See [[persona:x]]</p></div>',
    ],
)
def test_a_fault_is_found(tmp_path: Path, fault: str) -> None:
    site = site_with(tmp_path, fault)
    assert len(faults_of(pages_of(site)[0])) == 1
