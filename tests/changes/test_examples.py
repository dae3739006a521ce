"""The examples that the reference shows of changes are cases of this corpus, and so are true."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Any

from mkdocs_journeys.changes.all import CHANGES_BY_NAME
from mkdocs_journeys.changes.compare import compare
from tests.changes.test_changes import CASES, sides_of
from tests.conftest import Golden

SHOWN = "../../plugins/mkdocs_journeys/exporters/examples/changes.json"


def patch(case: dict[str, dict[str, str]]) -> str:
    """Give the lines of an edit as a patch, with what stands around them."""
    lines: list[str] = []
    for name, after in case["head"].items():
        before = case["base"].get(name, "")
        if before != after:
            sides = before.splitlines(), after.splitlines()
            named = (
                f"maps/{name}" if before else "/dev/null",
                f"maps/{name}" if after else "/dev/null",
            )
            found = difflib.unified_diff(*sides, *named, lineterm="", n=2)
            lines += [line for line in found if not line.startswith("@@")]
    return "\n".join(lines)


def example(change: str, folder: Path, *, is_told: bool) -> dict[str, Any]:
    """Give the shortest case of a change, or of what is none after all."""
    cases = [
        (name, case)
        for (about, name), case in CASES.items()
        if about == change and bool(case["then"]) == is_told
        # Nobody sees a byte-order mark in an example.
        if "\ufeff" not in patch(case)
    ]
    name, case = min(cases, key=lambda one: len(patch(one[1])))
    found = [one for one in compare(*sides_of(case, folder / name)) if one.name == change]
    return {
        "title": name,
        "patch": patch(case),
        "told": [f"{one.level}: {one.explain()}" for one in found],
        "fingerprint": found[0].fingerprint if found else "",
    }


def test_the_reference_shows_a_case_and_a_near_miss_of_every_change(
    golden: Golden, tmp_path: Path
) -> None:
    examples = {
        change: {
            "told": example(change, tmp_path / change / "told", is_told=True),
            "near_miss": example(change, tmp_path / change / "near", is_told=False),
        }
        for change in CHANGES_BY_NAME
    }
    golden(SHOWN, json.dumps(examples, ensure_ascii=False, indent=1) + "\n")
    assert all(one["near_miss"]["patch"] for one in examples.values())
