"""Prose of authors: Markdown with links, emphasis, lists and code, and nothing that runs."""

from __future__ import annotations

import time

import pytest
from lxml import html

from mkdocs_journeys.render.prose import prose


@pytest.mark.parametrize(
    ("written", "then"),
    [
        (None, ""),
        ("", ""),
        ("A plain line", "<p>A plain line</p>"),
        ("Less < more & 5 > 3", "<p>Less &lt; more &amp; 5 &gt; 3</p>"),
        ("*so*, **so**", "<p><em>so</em>, <strong>so</strong></p>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("One  \nTwo", "<p>One<br>\nTwo</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("    code <b>", "<pre><code>code &lt;b&gt;\n</code></pre>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<b onclick=x>*a*</b>", "<p>&lt;b onclick=x&gt;<em>a</em>&lt;/b&gt;</p>"),
        ("<!-- *a* -->", "<p>&lt;!-- <em>a</em> --&gt;</p>"),
        ("&lt;b&gt; and &copy;", "<p>&amp;lt;b&amp;gt; and &amp;copy;</p>"),
        ("{{ page }} {% raw %}", "<p>{{ page }} {% raw %}</p>"),
    ],
)
def test_prose_becomes_paragraphs_lists_and_code(written: str | None, then: str) -> None:
    assert prose(written) == then


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("[a](https://e.example/x?y=1#z)", "https://e.example/x?y=1#z"),
        ("[a](http://e.example)", "http://e.example"),
        ("[a](mailto:a@e.example)", "mailto:a@e.example"),
        ("[a](../guides/night.md)", "../guides/night.md"),
        ("[a](#step-ask)", "#step-ask"),
        ("[a][b]\n\n[b]: https://e.example", "https://e.example"),
        ("<https://e.example>", "https://e.example"),
        ("[a](javascript:alert(1))", None),
        ("[a](JaVaScRiPt:alert(1))", None),
        ("[a](java&#115;cript:alert(1))", None),
        ("[a](data:text/html;base64,PHNjcmlwdD4=)", None),
        ("[a](vbscript:x)", None),
        ("[a](file:///etc/passwd)", None),
        ("[a](tel:123)", None),
        ("[a][b]\n\n[b]: javascript:alert(1)", None),
        ("[a](\tjavascript:alert(1))", None),
    ],
)
def test_a_link_leads_to_the_web_or_keeps_only_its_words(written: str, address: str | None) -> None:
    tree = html.fromstring(f"<div>{prose(written)}</div>")
    (link,) = tree.xpath("//a")
    assert link.get("href") == address
    assert link.text
    assert not [name for name in link.attrib if name.startswith("on")]


@pytest.mark.parametrize(
    "written", ["![x](https://e.example/x.png)", "![x][y]\n\n[y]: https://e.example/x.png"]
)
def test_pictures_are_shown_as_typed_and_not_loaded(written: str) -> None:
    tree = html.fromstring(f"<div>{prose(written)}</div>")
    assert not tree.xpath("//img")
    assert tree.text_content().startswith("![x]")


def test_a_link_that_was_opened_once_is_not_known_in_the_next_text() -> None:
    prose("[b]: https://e.example\n\n*a*")
    assert prose("*a* [b]") == "<p><em>a</em> [b]</p>"


MAZES = {
    "lists in lists on one line": "- " * 5_000 + "x",
    "numbered lists in lists": "1. " * 5_000 + "x",
    "quotations in quotations": "> " * 5_000 + "x",
    "lists in lists by room": "\n".join("    " * depth + "* x" for depth in range(90)),
    "brackets": "[" * 20_000,
    "as many brackets as are looked at": "[" * 630,
    "links that never close": "[a](" * 4_000,
    "references that never close": "[a][b" * 4_000,
    "stars": "*a " * 6_000,
    "many stars": "a" + "*" * 19_999,
    "emphasis that never closes": "**a *b " * 2_500,
    "lines below": "_a_" * 6_000,
    "code that never closes": "`a``b" * 4_000,
    "tags that never close": "<a " * 6_000,
    "addresses that never close": "<http://" * 2_500,
    "marks of all kinds": "*_`[<" * 4_000,
    "backslashes": "\\" * 20_000,
    "signs by number": "&#" * 10_000,
    "blanks": " " * 19_000 + "*",
    "empty lines": "\n" * 19_000 + "*a*",
}


@pytest.mark.parametrize("name", MAZES)
def test_text_in_which_nobody_would_find_a_way_ends_quickly(name: str) -> None:
    """Brackets took minutes, lists in lists ended in an error and broke every text after them."""
    begun = time.process_time()
    said = prose(MAZES[name])
    assert time.process_time() - begun < 2
    assert said
    assert prose("*after*") == "<p><em>after</em></p>"


@pytest.mark.parametrize(
    "name", ["brackets", "lists in lists on one line", "lists in lists by room"]
)
def test_a_maze_is_shown_as_it_was_typed(name: str) -> None:
    (shown,) = html.fromstring(f"<div>{prose(MAZES[name])}</div>")
    assert shown.tag == "p"
    assert shown.text == MAZES[name]


def test_lists_as_deep_as_anybody_writes_are_lists() -> None:
    deep = "\n".join("    " * depth + "* x" for depth in range(8))
    assert len(html.fromstring(f"<div>{prose(deep)}</div>").xpath("//ul")) == 8


def test_a_page_of_text_may_hold_many_links() -> None:
    text = "Somebody said [so](https://e.example) once. " * 60
    assert len(html.fromstring(f"<div>{prose(text)}</div>").xpath("//a[@href]")) == 60
