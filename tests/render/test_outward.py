"""Addresses that authors give: only those of the web become links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.render.outward import outward


@pytest.mark.parametrize(
    "address",
    [
        "https://work.example/FS-201",
        "http://work.example",
        "HTTPS://work.example/a?b=c#d",
        "https://[2001:db8::1]/x",
        "https://straße.example/ä",
    ],
)
def test_a_web_address_is_a_link(address: str) -> None:
    assert outward(address) == address


def test_blanks_around_an_address_do_not_matter() -> None:
    assert outward("  https://work.example/x \n") == "https://work.example/x"


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "FS-201",
        "work.example/FS-201",
        "/etc/passwd",
        "//work.example/x",
        "file:///etc/passwd",
        "ftp://work.example/x",
        "mailto:somebody@work.example",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "ht\ttps://work.example",
        "https://work.example/a b",
        "https:work.example",
        "https://",
        "http:///path",
        "https://[half",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "https\u2028://work.example",
    ],
)
def test_anything_else_stays_text(address: str | None) -> None:
    assert outward(address) == ""


@given(st.text())
def test_no_text_stops_it_and_nothing_but_the_web_passes(address: str) -> None:
    assert outward(address) == "" or outward(address).lower().startswith(("http://", "https://"))
