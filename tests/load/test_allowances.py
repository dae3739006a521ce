"""Comments that allow a finding: where they stand, what they speak of, and what is none."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from mkdocs_journeys.load.allowances import WHOLE_FILE, Allowance
from mkdocs_journeys.load.folder import load
from tests.maps_on_disk import write_maps

ORDER = """\
# 我们的 🎉
# journeys: allow owner-missing – it is new
title: 下单 🎉   # journeys: allow one, two: 理由 🎉
stages:
  # journeys: allow three - because
  # it is so
  - id: choose
    title: I choose

    # journeys: allow four – why
    steps:
      - id: look
        pain_points: [Slow,
          Dear]   # journeys: allow five – why

      # journeys: allow six – why

      - id: pay
  # journeys: allow seven – why
"""


def read(folder: Path, data: bytes) -> tuple[Allowance, ...]:
    write_maps(folder, {"journeys/order.yml": ""}).joinpath("journeys/order.yml").write_bytes(data)
    loaded = load(folder / "maps", "maps")
    assert not [one for one in loaded.problems if one.rule == "yaml-syntax"]
    return loaded.allowances


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["no mark", "byte-order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_each_speaks_of_its_line_its_entry_or_its_file(
    mark: bytes, line_end: str, tmp_path: Path
) -> None:
    found = read(tmp_path, mark + ORDER.replace("\n", line_end).encode())
    assert [
        ([name.name for name in one.names], one.reason, (one.first, one.last)) for one in found
    ] == [
        (["owner-missing"], "it is new", WHOLE_FILE),
        (["one", "two"], "理由 🎉", (3, 3)),
        (["three"], "because", (7, 18)),
        (["four"], "why", (11, 18)),
        (["five"], "why", (14, 14)),
        (["six"], "why", (17, 17)),
        (["seven"], "why", (20, 20)),
    ]
    second = found[1]
    assert str(second.place) == "maps/journeys/order.yml:3:15"
    assert [str(name.place) for name in second.names] == [
        "maps/journeys/order.yml:3:33",
        "maps/journeys/order.yml:3:38",
    ]
    assert tuple(second.whole.span) == (3, 12, 3, 47)


@pytest.mark.parametrize(
    "text",
    [
        'title: "A # journeys: allow orphan – x"\n',
        "title: 'A\n  # journeys: allow orphan – x'\n",
        "title: A\nsummary: |\n  # journeys: allow orphan – x\n",
        "title: A\nsummary: >-\n  B\n\n  # journeys: allow orphan – x\n\n",
        "title: A\n'# journeys: allow orphan – x': b\n",
        "title: A   # journeys: allowing orphan – x\n",
        "title: A   # journeys: allow-orphan – x\n",
        "title: A   # see journeys: allow orphan – x\n",
    ],
)
def test_what_only_looks_like_one_is_none(text: str, tmp_path: Path) -> None:
    assert "journeys: allow" in text
    assert read(tmp_path, (text + "stages: []\n").encode()) == ()


def test_one_may_stand_behind_the_sign_that_opens_a_block_of_text(tmp_path: Path) -> None:
    text = "title: A\nsummary: |   # journeys: allow orphan – x\n  B\nstages: []\n"
    (found,) = read(tmp_path, text.encode())
    assert (found.first, found.last) == (2, 2)


def test_a_file_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    write_maps(tmp_path, {"channels.yml": "- {id: a  # journeys: allow orphan – x\n"})
    assert load(tmp_path / "maps", "maps").allowances == ()
