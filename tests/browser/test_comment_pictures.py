"""Every picture in a comment is drawn by Mermaid itself, as forges do it."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml
from wcwidth import iter_graphemes

from mkdocs_journeys.render.mermaid import LONGEST_LABEL
from mkdocs_journeys.render.words import clean
from tests.browser.chromium import Browse
from tests.browser.mermaid_itself import VERSIONS, mermaid_script
from tests.cli.comments import comment, northline, read, worse_overnight, write_pair
from tests.cli.test_comment_hostile import ALL

DRAW = """async ([text, name]) => {
  mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})
  await mermaid.parse(text)
  const {svg} = await mermaid.render(name, text)
  document.body.innerHTML = svg
  const all = selector => [...document.body.querySelectorAll(selector)]
  const words = selector => all(selector).map(one => one.textContent)
  return {
    boxes: words('.node'),
    groups: words('.cluster'),
    ways: words('.edgeLabel'),
    lines: document.querySelectorAll('.plot path').length,
    added: words('.node.added'),
    removed: words('.node.removed'),
    changed: words('.node.changed'),
    foreign: words('script, img, iframe, a').length,
  }
}"""


@pytest.fixture(params=VERSIONS)
def draw(request: pytest.FixtureRequest, browse: Browse, tmp_path: Path) -> Any:
    """Draw texts with one version of Mermaid; give what each picture shows."""
    site = tmp_path / "site"
    site.mkdir()
    shutil.copy(mermaid_script(request.param), site / "mermaid.js")
    (site / "index.html").write_text(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Mermaid</title>"
        "<link rel=icon href=data:,><script src=mermaid.js></script><body></body></html>",
        encoding="utf-8",
    )
    page = browse(site).open()

    def drawn(texts: Sequence[str]) -> list[dict[str, Any]]:
        shown = [page.evaluate(DRAW, [text, f"d{n}"]) for n, text in enumerate(texts)]
        assert page.evaluate("window.__x === undefined")
        return shown

    return drawn


def test_a_believable_edit_is_drawn_with_what_came_went_and_changed(
    draw: Any, tmp_path: Path
) -> None:
    flow, curve = draw(read(comment(write_pair(tmp_path, *northline()))).mermaid)
    assert len(flow["boxes"]) == 10
    assert any("★3Ihearnothing,soIchase" in seen(box) for box in flow["boxes"])
    assert sorted(map(seen, flow["groups"])) == ["1Order", "2Wait&install", "3Firstweeks"]
    assert "12%" in map(seen, flow["ways"])
    assert [*map(seen, flow["added"])] == ["4Atextondayfivesayswhereitstands(added)"]
    assert [*map(seen, flow["removed"])] == ["Igetaconfirmation(removed)"]
    assert len(flow["changed"]) == 2
    assert curve["lines"] == 2


def test_every_picture_of_a_whole_handbook_is_drawn(draw: Any, tmp_path: Path) -> None:
    seen_in = read(comment(worse_overnight(tmp_path))).mermaid
    assert len(seen_in) > 8
    for text, shown in zip(seen_in, draw(seen_in), strict=True):
        if text.startswith("flowchart"):
            assert len(shown["boxes"]) == len(re.findall(r"^ +n\d+[\[(]", text, re.M))
        else:
            assert shown["lines"] == text.count("    line [")


def test_hostile_titles_are_read_in_the_picture_as_they_were_typed(
    draw: Any, tmp_path: Path
) -> None:
    titles = [text[:150] for text in ALL.values() if expected(text)]
    base, head = {}, {}
    for number in range(0, len(titles), 25):
        some = titles[number : number + 25]
        base[f"journeys/j{number}.yml"] = journey([*some, "Last"])
        head[f"journeys/j{number}.yml"] = journey([*some, "Last", "New"])
    flows = draw(read(comment(write_pair(tmp_path, base, head))).mermaid)
    assert len(flows) == len(base)
    boxes = {seen(box) for flow in flows for box in flow["boxes"]}
    ways = {seen(way) for flow in flows for way in flow["ways"]}
    for title in titles:
        # Before it stands the number of the step.
        assert any(box.endswith(expected(title)) for box in boxes), title
        assert expected(title) in ways, title
    assert not any(flow["foreign"] for flow in flows)


def journey(titles: Sequence[str]) -> str:
    steps = [
        {"id": f"s{n}", "title": title, "next": [{"to": f"s{n + 1}", "when": title}]}
        for n, title in enumerate(titles)
    ]
    del steps[-1]["next"]
    stages = [{"id": "all", "title": titles[0], "steps": steps}]
    return yaml.safe_dump({"title": titles[0], "stages": stages})


def seen(words: str) -> str:
    """Give words without spaces: where a label breaks into lines is for Mermaid to say."""
    return "".join(words.replace("\u200b", "").split())


def expected(title: str) -> str:
    """Give what a label shows of a title: its beginning, without what nobody can see."""
    letters = list(islice(iter_graphemes(clean(title)), LONGEST_LABEL + 1))
    cut = "".join(letters)
    if len(letters) > LONGEST_LABEL:
        cut = "".join(letters[: LONGEST_LABEL - 1]).rstrip() + "…"
    cut = cut.replace("ﬂ", "fl")
    return seen(
        "".join(
            char for char in cut if unicodedata.category(char) != "Cf" or char in "\u200c\u200d"
        )
    )
