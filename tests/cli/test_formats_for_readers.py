"""Reports that forges and browsers show: whatever a map says, it is shown as words."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlparse

import html5lib
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mkdocs_journeys.cli.formats import html, markdown
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Place, Problem, Span
from tests.cli.findings import PLAIN, WITH_MANUAL, found_in, of_hostile_texts
from tests.hostile.texts import TEXTS

NAMESPACE = {"h": "http://www.w3.org/1999/xhtml"}

# As forges read it: CommonMark with tables, raw HTML and addresses without brackets.
FORGE = MarkdownIt("commonmark", {"html": True}).enable("table")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Problem, ...]]:
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return folder, of_hostile_texts()


def words_of(cell: Token) -> tuple[str, set[str]]:
    """Give what people read in a cell, and the tags in it."""
    parts = cell.children or []
    tags = {part.content for part in parts if part.type == "html_inline"}
    tags |= {part.type for part in parts if part.type not in ("html_inline", "text")}
    text = "".join(part.content for part in parts if part.type == "text")
    return text, tags


def as_read(text: str) -> str:
    """Give a text as people read it, where backticks are code and spaces side by side are one."""
    shown = " ".join(printable(text).split())
    return shown.replace("`", "") if shown.count("`") % 2 == 0 else shown


def test_markdown_shows_every_text_as_words_in_its_own_cell(
    hostile: tuple[Path, tuple[Problem, ...]],
) -> None:
    problems = hostile[1]
    tokens = FORGE.parse(markdown.write(problems, PLAIN))
    cells = [tokens[number + 1] for number, token in enumerate(tokens) if token.type == "td_open"]
    assert len(cells) == 5 * len(problems)
    for number, problem in enumerate(problems):
        level, what, where, mend, rule = (
            words_of(cell) for cell in cells[5 * number : 5 * number + 5]
        )
        assert (level, rule) == ((problem.level, set()), (problem.rule, set()))
        assert " ".join(what[0].split()) == as_read(problem.what).strip()
        assert " ".join(mend[0].split()) == as_read(problem.mend).strip()
        assert where[0] == printable(str(problem.place))
        assert what[1] | where[1] | mend[1] <= {"<code>", "</code>", "<!-- -->", "text_special"}


def test_markdown_keeps_a_place_as_it_is_copied() -> None:
    place = Place("maps/a.yml", Span(3, 29, 3, 35))
    written = markdown.write([Problem(place=place, rule="orphan", what="x")], PLAIN)
    (cell,) = re.findall("<code>(.*?)</code>", FORGE.render(written))
    # A forge's own mark, which nobody sees, is not copied.
    assert cell.replace("<!-- -->", "") == "maps/a.yml:3:29"


def test_markdown_of_nothing_is_one_line() -> None:
    assert markdown.write((), PLAIN) == "## Nothing to mend\n"


def test_a_page_is_valid_and_shows_every_text_as_words(
    hostile: tuple[Path, tuple[Problem, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, problems = hostile
    monkeypatch.chdir(folder)
    written = html.write(problems, WITH_MANUAL)
    root = html5lib.HTMLParser(
        tree=html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=True
    ).parse(written)
    shown = " ".join(root.xpath("string(//h:main)", namespaces=NAMESPACE).split())
    for problem in problems:
        for text in (problem.what, problem.mend):
            assert " ".join(as_read(text).split()) in shown
    used = {etree.QName(element).localname for element in root.iter(etree.Element)}
    assert used <= {
        *("html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2"),
        *("p", "ol", "li", "span", "code", "pre", "mark", "bdi", "a"),
    }
    attributes = {name for element in root.iter(etree.Element) for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or name in ("src", "style")}
    for link in root.xpath("//h:a/@href", namespaces=NAMESPACE):
        assert urlparse(link).netloc == "manual.example"


def test_a_page_loads_nothing() -> None:
    written = html.write((), PLAIN)
    assert "default-src 'none'" in written
    assert not re.search(r"url\(|@import|<script|<link|src=", written)


def test_a_page_marks_the_word_that_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "shop" / "maps" / "channels.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xef\xbb\xbf" + "- {title: 買<う, id: a, titel: x}\r\n".encode())
    written = html.write(found_in("shop"), PLAIN)
    assert "<code>- {title: 買&lt;う, id: a, <mark>titel</mark>: x}</code>" in written


def test_there_are_texts_to_be_afraid_of(hostile: tuple[Path, tuple[Problem, ...]]) -> None:
    told = "".join(problem.what for problem in hostile[1])
    assert len(TEXTS) > 40
    assert all(piece in told for piece in ("<script>", "{{ 7*7 }}", "javascript:", "| a | b |"))
