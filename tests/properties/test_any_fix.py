"""Whatever `--fix` mends, all else stays: every value, every comment, every byte."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from mkdocs_journeys.cli.checking import Asked, look
from mkdocs_journeys.cli.mend import mend_all
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.rules.chosen import Chosen
from tests.maps_on_disk import TODAY
from tests.properties.handbooks import Plan, plans
from tests.properties.said import said
from tests.properties.test_any_handbook import folder

EXAMPLE = Path(__file__).parents[2] / "maps"

SLIPS = {
    r"(?m)^(\s*(?:- )?)title: ": r"\1titel: ",
    r"(?m)^(\s*(?:- )?)summary: ": r"\1description: ",
    r"\bchannel: ": "chanel: ",
    r"\bemotion: ": "emotoin: ",
    r"\bpain_points:": "pains:",
    r"\bstages:": "phases:",
    r"\bhandling: ": "handlign: ",
    r"\bconsent: true": "consent: yes",
    r"\bstate: current": "state: as-is",
}
"""What authors write, and every one of these is mended without asking."""

WAYS: dict[str, Callable[[str], bytes]] = {
    "LF": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "byte-order mark": lambda text: codecs.BOM_UTF8 + text.encode(),
}


def mend(maps: Path, *rules: str) -> str:
    asked = Asked(
        maps=str(maps), docs=str(maps), today=TODAY, chosen=Chosen(wanted=frozenset(rules))
    )
    return mend_all(lambda: look(asked, full=True), asked)[1]


def journeys_in(folder: Path) -> dict[Path, str]:
    return {
        path.relative_to(folder): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.yml"))
        if path.relative_to(folder).parts[0] == "journeys"
    }


def lay(folder: Path, files: dict[Path, bytes]) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.mark.parametrize("way", WAYS)
def test_slips_of_the_pen_in_the_example_are_mended_to_the_byte(way: str, tmp_path: Path) -> None:
    right = journeys_in(EXAMPLE)
    wrong = dict(right)
    for pattern, slip in SLIPS.items():
        spoiled = {path: re.sub(pattern, slip, text) for path, text in wrong.items()}
        assert spoiled != wrong, f"nothing in the example is like {pattern}"
        wrong = spoiled
    encode = WAYS[way]
    lay(tmp_path, {path: encode(text) for path, text in wrong.items()})
    mend(tmp_path, "unknown-key", "renamed-key", "yaml-trap")
    assert {path: (tmp_path / path).read_bytes() for path in right} == {
        path: encode(text) for path, text in right.items()
    }


@pytest.mark.parametrize("way", WAYS)
def test_ids_written_into_the_example_change_nothing_else(way: str, tmp_path: Path) -> None:
    blank = {
        path: re.sub(r"(?m)^(\s*)- id: [a-z0-9-]+\n\1  ", r"\1- ", text).replace("{id: ", "{code: ")
        for path, text in journeys_in(EXAMPLE).items()
    }
    files = lay(tmp_path, {path: WAYS[way](text) for path, text in blank.items()})
    before = all_said(files)
    assert "Mended 0" not in mend(files, "id-missing")
    assert all_said(files) == before
    for path, text in blank.items():
        assert lines_but_ids((files / path).read_bytes()) == lines_but_ids(WAYS[way](text))
    assert "Mended 0 findings" in mend(files, "id-missing")


@given(plans())
def test_ids_written_into_any_handbook_change_nothing_else(plan: Plan) -> None:
    with folder() as at:
        maps = plan.draft().lay(at / "maps")
        before = all_said(maps)
        mend(maps, "id-missing", "name-or-title", "renamed-key")
        assert all_said(maps) == before
        assert "Mended 0 findings" in mend(maps, "id-missing", "name-or-title", "renamed-key")


def all_said(maps: Path) -> list[Any]:
    return [_without_ids(said(entry)) for entry in load(maps, "maps").entries]


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(one) for key, one in value.items() if key != "id"}
    return tuple(_without_ids(one) for one in value) if isinstance(value, tuple) else value


def lines_but_ids(data: bytes) -> list[bytes]:
    """Give the lines without ids, and without the key and braces that plain text gets with one."""
    without = re.sub(rb"\bid: [a-z0-9-]+(?:, |\r?\n *)|\btitle: |[{}]", b"", data)
    return without.splitlines(keepends=True)
