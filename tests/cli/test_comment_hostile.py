"""Nothing that stands in a map comes to life in a comment."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import category

import pytest
import yaml

from mkdocs_journeys.cli.formats.inert import inert_within
from tests.cli.comments import MARK, comment, diff, live, read, write_pair
from tests.hostile.texts import TEXTS
from tests.properties.handbooks import Plan

OWN = {
    "mention": "@octocat and cx@northline.example",
    "references": "#123 GH-123 org/repo#5 !7 %8 $9 ~bug &4 ^alert 0a1b2c3 [cadence:3]",
    "table": "a | b || c \\| d",
    "code": "`code` ``` ~~~ `",
    "markup": "**b** _i_ ~~s~~ [x](javascript:alert(1)) ![p](https://evil.test/p.png)",
    "address": "https://evil.test www.evil.test mailto:a@evil.test <https://evil.test>",
    "html": "<img src=x onerror=alert(1)> <!-- journeys: review --> </details> &lt;b&gt;",
    "workflow": "::error::gone %0A##[group]x ::set-output name=x::y",
    "quick action": "/close",
    "block": "- [ ] done\n# head\n> quote\n1. one\n---\n```\nfence",
    "emoji": ":smile: :+1:",
    "bidi": "a\u202eb\u2066c\u2069",
    "mermaid": 'end"]; n1 --> n2 %%{init: {"theme":"dark"}}%% style x fill:#fff; click n1 call x()',
    "mermaid's own": "ﬂ°°60¶ßscript #quot; #lt; style a : #x; classDef b : #c;",
    "math": "$x$ $$y$$ $`z`$",
    "inline diff": "{+ a +} [- b -] {{toc}} ==m==",
    "nothing": "\u200b",
    "long": "@a|" * 60,
}
REFUSED = {
    # No map can be read with these in it; a branch or a file may still be called so.
    "lines": "a\r\nb\rc\u2028d\x85e",
    "control": "a\x1b[31mb\x00c\x07",
}
ALL = {**TEXTS, **OWN}


def journey(text: str, **edit: object) -> str:
    """Write a journey whose every text is this one."""
    cut = text[:150]
    steps = [
        {"id": "a", "title": cut, "emotion": {"score": 1, "words": [cut[:60]]}},
        {
            "id": "b",
            "title": f"{cut} b",
            "emotion": edit.get("emotion", 0),
            "pain_points": [{"id": "p", "title": cut, "severity": "high"}],
            "next": [{"to": "c", "when": cut}, {"exit": cut, "why": cut}],
            "moment_of_truth": {"question": cut, "handling": edit.get("handling", "failing")},
        },
        {"id": "c", "title": cut, "emotion": 2},
    ]
    if "new" in edit:
        steps.insert(1, {"id": "new", "title": cut, "channel": cut})
    told = {
        "title": cut,
        "summary": f"{text[:3000]} {edit.get('summary', '')}",
        "owner": cut,
        "personas": [cut],
        "stages": [{"id": "s", "title": cut, "steps": steps}],
    }
    return yaml.safe_dump(told, sort_keys=False)


def pair_of(text: str, folder: Path) -> Path:
    metric = {"title": text[:150], "unit": text[:20], "formula": text[:150]}
    before = {
        "journeys/one.yml": journey(text),
        "journeys/gone.yml": journey(text),
        "metrics/m.yml": yaml.safe_dump(metric),
    }
    after = {
        "journeys/one.yml": journey(text, emotion=-2, handling="winning", new=1, summary="x"),
        "journeys/gone.yml": "",
        "metrics/m.yml": yaml.safe_dump({**metric, "formula": f"x {text[:150]}"}),
    }
    return write_pair(folder, before, after)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    return comment(pair_of("Plain", tmp_path_factory.mktemp("plain")))


@pytest.mark.parametrize("name", ALL)
def test_a_hostile_text_is_words_in_a_table_of_five_columns(
    name: str, plain: str, tmp_path: Path
) -> None:
    text = comment(pair_of(ALL[name], tmp_path))
    seen, like = read(text), read(plain)
    assert not list(live(text))
    assert not seen.links
    assert {len(row) for table in seen.tables for row in table} == {5}
    # The same changes: as many rows, pictures and headings as with a plain text.
    assert [row[0] for row in seen.rows] == [row[0] for row in like.rows]
    assert len(seen.mermaid) == len(like.mermaid)
    assert len(seen.headings) == len(like.headings)
    assert text.startswith(f"{MARK}\n")
    assert text.count(MARK) == 1
    for line in text.split("\n"):
        assert line == line.strip("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        assert not line.startswith(("::", "/", "##["))
        assert "::" not in line
        assert "##[" not in line


def test_a_text_is_read_as_it_was_typed(tmp_path: Path) -> None:
    typed = "R&D @ 5 | *all* [x](y) <b> #1 https://a.example/b_c_d `e` 50% :+1: 1234567"
    head = f"title: {yaml.safe_dump(typed)}stages: []\n"
    pair = ({"journeys/a.yml": "title: Plain\nstages: []\n"}, {"journeys/a.yml": head})
    seen = read(comment(write_pair(tmp_path, *pair)))
    assert seen.tables[0][1][3] == f"Plain → {typed}"


def test_files_and_branches_may_be_called_anything(tmp_path: Path) -> None:
    name = "journeys/x](javascript:1) @octocat #1 |.yml"
    one = "id: one\ntitle: I order\nstages: [{id: pay, title: I pay, emotion: 1}]\n"
    folder = write_pair(tmp_path, {name: one}, {name: one.replace("emotion: 1", "emotion: -1")})
    (folder / "head").rename(folder / "<b>@octocat|#1`")
    text = diff(folder, "base", "<b>@octocat|#1`", "--format", "markdown").stdout
    assert not list(live(text))
    assert not read(text).links
    assert [len(row) for row in read(text).rows] == [5] * len(read(text).rows)
    assert "x](javascript:1) @octocat #1 |.yml:3" in read(text).rows[0][4]


@pytest.mark.parametrize("name", [*ALL, *REFUSED])
def test_a_text_fits_its_room_and_is_never_cut_within_a_sign(name: str) -> None:
    for room in (0, 1, 5, 20, 80, 10_000):
        written = inert_within((ALL | REFUSED)[name], room)
        assert len(written) <= room
        assert re.fullmatch(r"(?:[^&<]|&#\d+;|<!-- -->)*", written)
        assert written.isprintable() or not {"Cc", "Zl"} & set(map(category, written))


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 4, 5])
def test_two_handbooks_with_nothing_but_hostile_texts_in_every_field(
    seed: int, tmp_path: Path
) -> None:
    # With other seeds everything comes, goes and changes: every sort of change is told.
    for side, more in (("base", 0), ("head", 100)):
        texts = tuple(text[:400] for text in ALL.values())
        Plan(seed=seed + more, texts=texts, full=90).draft().lay(tmp_path / side)
    text = comment(tmp_path)
    seen = read(text)
    assert len(text) <= 60_000
    assert seen.rows
    assert {len(row) for table in seen.tables for row in table} == {5}
    assert not list(live(text))
    assert not seen.links
