"""`journeys diff --format html`: all changes as one page that needs nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from mkdocs_journeys.printable import printable
from tests.cli.comments import comment, diff, northline, read, write_pair
from tests.cli.test_comment_hostile import ALL, pair_of
from tests.git_repository import write

NAMESPACE = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}


@pytest.fixture(scope="module")
def edit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pair(tmp_path_factory.mktemp("edit"), *northline())


def page(folder: Path, *arguments: str) -> str:
    ran = diff(folder, "base", "head", "--format", "html", *arguments)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def parsed(written: str) -> etree._Element:
    """Read it as browsers do; anything that is no valid HTML is an error."""
    builder = html5lib.getTreeBuilder("lxml")
    parser = html5lib.HTMLParser(tree=builder, strict=True, namespaceHTMLElements=True)
    return parser.parse(written).getroot()


def texts(root: etree._Element, path: str) -> list[str]:
    return [
        " ".join(one.xpath("string()").split()) for one in root.xpath(path, namespaces=NAMESPACE)
    ]


def test_every_change_is_told_once_with_its_level_as_a_word(edit: Path) -> None:
    told = json.loads(diff(edit, "base", "head", "--format", "json").stdout)["changes"]
    root = parsed(page(edit))
    assert sorted(texts(root, "//h:p[@class='what']")) == sorted(
        one["says"].replace("`", "") for one in told
    )
    levels = [one["level"] for one in told]
    assert sorted(texts(root, "//h:span[starts-with(@class, 'level')]")) == sorted(levels)
    anchors = root.xpath("//h:li/@id", namespaces=NAMESPACE)
    assert sorted(anchors) == sorted(f"change-{one['fingerprint']}" for one in told)


def test_a_map_is_drawn_with_both_flows_in_one_and_both_curves(edit: Path) -> None:
    root = parsed(page(edit))
    drawn = root.xpath("//s:svg[@class='jm-flow__svg']", namespaces=NAMESPACE)
    assert drawn
    assert any("jm-is-added" in (one.get("class") or "") for one in drawn[0].iter())
    assert not drawn[0].xpath(".//s:a", namespaces=NAMESPACE)
    assert root.xpath("//s:svg[contains(@class, 'jm-both')]", namespaces=NAMESPACE)


def test_a_page_loads_nothing_and_runs_nothing(edit: Path) -> None:
    written = page(edit)
    assert "default-src 'none'" in written
    assert not re.search(r"url\(|@import|<script|<link|<img|src=|\bon\w+=", written)
    assert "prefers-color-scheme: dark" in written
    assert "@media print" in written
    used = set(re.findall(r"var\(--jm-([\w-]+)[,)]", written))
    told = set(re.findall(r"--jm-([\w-]+):", written))
    # Sizes of the site's own type are only used by what never stands here.
    assert used - told <= {"s", "m", "b", "cap", "r", "r-s", "lane", "col", "top"}


def test_every_picture_has_a_symbol_for_each_of_its_signs(edit: Path) -> None:
    written = page(edit)
    wanted = set(re.findall(r'xlink:href="#([^"]+)"', written))
    assert wanted
    assert wanted <= set(re.findall(r'\bid="([^"]+)"', written))


def test_links_lead_into_the_preview_and_to_the_lines(edit: Path) -> None:
    preview = "https://preview.example/7/"
    root = parsed(page(edit, "--preview", preview, "--report-url", "https://ci.example/7"))
    links = root.xpath("//h:a/@href", namespaces=NAMESPACE)
    into = {link for link in links if "/changes/" in link}
    assert into == set(read(comment(edit, "--preview", preview)).links) - {preview}
    assert {"https://ci.example/7", preview} <= set(links)


def test_accepted_changes_stand_below_with_their_reason(edit: Path, tmp_path: Path) -> None:
    folder = write_pair(tmp_path, *northline())
    told = json.loads(diff(edit, "base", "head", "--format", "json").stdout)["changes"]
    line = f"- {{fingerprint: {told[0]['fingerprint']}, reason: <b>agreed, until: 2027-02}}\n"
    write(folder, "head/accepted.yml", line)
    root = parsed(page(folder))
    assert texts(root, "//h:section[@aria-labelledby='accepted']//h:p[@class='why']") == [
        "Accepted: <b>agreed (until 2027-02)"
    ]


def test_where_nothing_changed_it_says_so(edit: Path) -> None:
    ran = diff(edit, "base", "base", "--format", "html")
    assert texts(parsed(ran.stdout), "//h:h1") == ["Nothing changed"]


@pytest.mark.parametrize(
    "name", ["html", "markup", "bidi", "mermaid", "math", "block", "inline diff"]
)
def test_hostile_texts_are_words(name: str, tmp_path: Path) -> None:
    root = parsed(page(pair_of(ALL[name], tmp_path)))
    shown = " ".join(root.xpath("string(//h:main)", namespaces=NAMESPACE).split())
    assert " ".join(printable(" ".join(ALL[name][:60].split())).split()) in shown
    tags = {etree.QName(one).localname for one in root.iter(etree.Element)}
    assert not tags & {"script", "img", "b", "iframe", "object", "link", "a"}


def test_the_report_of_a_review_holds_the_page_too(edit: Path, tmp_path: Path) -> None:
    out = tmp_path / "review"
    diff(edit, "base", "head", "--report", str(out))
    assert (out / "changes.html").read_text("utf-8") == page(edit)
