"""Mentions and embedded views in hand-written Markdown, and what is none of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.load.docs import DocEmbed, DocMention, mentions_in
from mkdocs_journeys.load.markdown_code import outside_code
from mkdocs_journeys.problems import Span
from tests.maps_on_disk import as_text, catalog_of


def keys(text: str) -> list[str]:
    return [one.key_text for one in mentions_in(text, "a.md") if isinstance(one, DocMention)]


def embeds(text: str) -> list[DocEmbed]:
    return [one for one in mentions_in(text, "a.md") if isinstance(one, DocEmbed)]


def test_a_mention_knows_its_words_and_where_it_stands() -> None:
    text = "# Us\r\nAsk [[persona:bea|our Bea]] 😀 or [[ step: order/ask ]].\n"
    found = mentions_in(text, "docs/us.md")
    assert [text[one.start : one.end] for one in found] == [
        "[[persona:bea|our Bea]]",
        "[[ step: order/ask ]]",
    ]
    one, two = found
    assert isinstance(one, DocMention)
    assert isinstance(two, DocMention)
    assert (one.kind, one.id, one.words) == ("persona", "bea", "our Bea")
    assert (two.kind, two.id, two.words) == ("step", "order/ask", None)
    assert one.place.span == Span(2, 7, 2, 18)
    assert str(two.place) == "docs/us.md:2:37"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[persona:bea]]", ["persona:bea"]),
        ("[[persona:Busy Bea]]", ["persona:Busy Bea"]),
        ("[[persona:bea|]]", ["persona:bea"]),
        ("| [[persona:bea\\|Bea]] |", ["persona:bea"]),
        ("[[persona:a]][[persona:b]]", ["persona:a", "persona:b"]),
        ("**[[persona:bea]]**", ["persona:bea"]),
        ("[[personna:bea]]", ["personna:bea"]),
        ("\\[[persona:bea]]", []),
        ("[[Page]]", []),
        ("[[wiki:Page]]", []),
        ("[[https://web.example]]", []),
        ("[[persona:]]", []),
        ("[[persona:bea]", []),
        ("[[persona:\nbea]]", []),
        ("`[[persona:bea]]`", []),
        ("``a ` [[persona:bea]]``", []),
        ("`a\n[[persona:bea]]`", []),
        ("`a\n\n[[persona:bea]] `b", ["persona:bea"]),
        ("\\`[[persona:bea]]`", ["persona:bea"]),
        ("```\n[[persona:bea]]\n```", []),
        ("~~~ md\n[[persona:bea]]\n~~~\n[[persona:tom]]", ["persona:tom"]),
        ("````\n```\n[[persona:bea]]\n````", []),
        ("```\n[[persona:bea]]", ["persona:bea"]),
        ("    ```\n    [[persona:bea]]\n    ```", []),
        ("> ```\n> [[persona:bea]]\n> ```", []),
        ("<!-- [[persona:bea]] -->", []),
        ("<!--\n```\n-->\n[[persona:bea]]\n\n```\nx\n```", ["persona:bea"]),
        ("a <!-- b\n[[persona:bea]] --> [[persona:tom]]", ["persona:tom"]),
        ("`<!--` [[persona:bea]] `-->`", ["persona:bea"]),
        ("<pre>\n[[persona:bea]]\n</pre>", []),
        ("<code>[[persona:bea]]</code>", []),
        ("Text\n\n    [[persona:bea]]", []),
        ("    [[persona:bea]]", []),
        ("\t[[persona:bea]]", []),
        ("Text\n    [[persona:bea]]", ["persona:bea"]),
        ("- One\n\n    [[persona:bea]]", ["persona:bea"]),
        ("- One\n\n        [[persona:bea]]", []),
        ("1. One\n    - Two\n\n        [[persona:bea]]", ["persona:bea"]),
        ("- One\n\nText\n\n    [[persona:bea]]", []),
        ("!!! note\n\n    [[persona:bea]]", ["persona:bea"]),
        ('??? note "More"\n    [[persona:bea]]', ["persona:bea"]),
        ('=== "Tab"\n\n    [[persona:bea]]\n\n        [[persona:tom]]', ["persona:bea"]),
    ],
)
def test_what_readers_see_as_typed_is_no_mention(text: str, found: list[str]) -> None:
    assert keys(text) == found


def test_a_view_is_embedded_by_a_fenced_block() -> None:
    text = "Look:\n\n``` journey\nid: order\nview: curve\n```\nEnd\n"
    (one,) = embeds(text)
    assert text[one.start : one.end] == "``` journey\nid: order\nview: curve\n```"
    assert (one.id, one.view, one.problems) == ("order", "curve", ())
    assert one.place.span == Span(4, 5, 4, 10)


@pytest.mark.parametrize(
    ("block", "id_", "view", "problems"),
    [
        ("id: order", "order", "map", ""),
        ("id: journey:order", "order", "map", ""),
        (
            "id: order\nview: crve",
            "order",
            "map",
            "a.md:3:7: `crve` is no view of a journey. [wrong-shape]\n    Did you mean `curve`?\n",
        ),
        (
            "id: order\nveiw: flow",
            "order",
            "map",
            "a.md:3:1: An embedded view has no field `veiw`. [unknown-key]\n"
            "    Did you mean `view`?\n",
        ),
        (
            "",
            "",
            "map",
            "a.md:1:1: This embedded view does not say of which journey. [wrong-shape]\n"
            "    Add a line with its id, for example `id: switch-to-fibre`.\n",
        ),
        (
            'id: "order',
            "",
            "map",
            "a.md:2:5: The quote that opens here is never closed. [yaml-syntax]\n"
            '    Close it with `"` at the end of the text.\n',
        ),
        (
            "order",
            "",
            "map",
            "a.md:1:1: This embedded view does not say of which journey. [wrong-shape]\n"
            "    Add a line with its id, for example `id: switch-to-fibre`.\n",
        ),
    ],
)
def test_a_block_that_cannot_be_shown_is_told(
    block: str, id_: str, view: str, problems: str
) -> None:
    (one,) = embeds(f"```journey\n{block}\n```\n")
    assert (one.id, one.view) == (id_, view)
    assert as_text(one.problems) == problems


def test_an_indented_block_keeps_its_places() -> None:
    (one,) = embeds("- See\n\n    ```journey\n    id: order\n    view: flo\n    ```\n")
    assert one.place.span == Span(4, 9, 4, 14)
    assert one.problems[0].place.span == Span(5, 11, 5, 14)


def test_pages_in_all_folders_are_checked_in_order(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, {"personas/bea.yml": "name: Bea\n"})
    docs = tmp_path / "docs"
    for name in ("b.md", "a/z.md", ".hidden/x.md", "a.txt"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("\ufeff[[persona:zoe]]\n[[persona:bea]]\n", encoding="utf-8")
    assert as_text(check_docs(docs, "docs", catalog)) == "".join(
        f"docs/{name}:1:3: No persona is called `zoe`. [unknown-mention]\n"
        "    Add a persona of this id, or mention one that exists.\n"
        for name in ("b.md", "a/z.md")
    )


def test_a_link_to_a_page_of_the_handbook_that_is_not_there_is_found(tmp_path: Path) -> None:
    order = "title: I order\nformerly: [buy]\nstages: [{id: pay, title: I pay}]\n"
    catalog = catalog_of(tmp_path, {"journeys/order.yml": order})
    docs = tmp_path / "docs"
    (docs / "journeys" / "ours").mkdir(parents=True)
    (docs / "journeys" / "ours" / "index.md").write_text("# Ours\n")
    (docs / "team").mkdir()
    (docs / "team" / "a.md").write_text(
        "[a](../journeys/ordre/index.md), [b](../journeys/buy/index.md#map)\n"
        "[c](../personas/zoe/index.md) and [d](../journeys/order/paying/index.md)\n"
        # All of these are there, or are not ours to know.
        "[e](../journeys/order/index.md) [f](../journeys/order/pay/index.md#x) [g](b.md)\n"
        "[h](../journeys/index.md) [i](../journeys/ours/index.md) `[j](../personas/x/index.md)`\n"
        "[k](../../personas/x/index.md) [l](/personas/x/index.md) [m](../journeys/ordre/)\n"
        "[n](https://x.example/personas/y/index.md) [o](../channels/deep/er/index.md)\n",
        encoding="utf-8",
    )
    assert as_text(check_docs(docs, "docs", catalog)) == (
        "docs/team/a.md:1:5: `../journeys/ordre/index.md` leads to no page: no journey is called "
        "`ordre`. [dead-link]\n    Did you mean `[[journey:order]]`?\n"
        "docs/team/a.md:1:38: `../journeys/buy/index.md` leads to no page: no journey is called "
        "`buy`. [dead-link]\n    It is called `order` now; `[[journey:order]]` would have led on.\n"
        "docs/team/a.md:2:5: `../personas/zoe/index.md` leads to no page: no persona is called "
        "`zoe`. [dead-link]\n"
        "    Mention it by its id, for example `[[persona:…]]`, or take the link out.\n"
        "docs/team/a.md:2:39: `../journeys/order/paying/index.md` leads to no page: no stage is "
        "called `order/paying`. [dead-link]\n    Did you mean `[[stage:order/pay]]`?\n"
    )


def test_no_folder_of_pages_has_no_problems(tmp_path: Path) -> None:
    assert check_docs(tmp_path / "docs", "docs", catalog_of(tmp_path)) == ()


MARKDOWN = st.text(alphabet="[]:|`~<>!-=\\ \t\n\r>aperson#*1.é😀", max_size=60)


@given(MARKDOWN)
def test_blanking_out_code_moves_nothing(text: str) -> None:
    prose, fences = outside_code(text)
    assert len(prose) == len(text)
    assert [sign for sign in prose if sign in "\r\n"] == [sign for sign in text if sign in "\r\n"]
    assert all(shown in (" ", typed) for shown, typed in zip(prose, text, strict=True))
    assert all(0 <= fence.start <= fence.opening_end <= fence.end for fence in fences)


@given(MARKDOWN, MARKDOWN)
def test_every_mention_stands_where_it_says(before: str, after: str) -> None:
    text = f"{before}[[persona:bea]]{after}"
    for one in mentions_in(text, "a.md"):
        if isinstance(one, DocMention):
            assert text[one.start : one.start + 2] == "[["
            assert text[one.end - 2 : one.end] == "]]"
