"""Findings of real handbooks, in full, for the formats to write."""

from __future__ import annotations

from pathlib import Path

import yaml

from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.sources import Sources
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.in_full import in_full
from mkdocs_journeys.rules.judge import judge
from tests.hostile.texts import TEXTS
from tests.maps_on_disk import TODAY, write_maps

PLAIN = Look(sources=False, colour=False)
WITH_MANUAL = Look(sources=False, colour=False, manual="https://manual.example/")

CASES = Path(__file__).parent.parent / "rules"


def found_in(folder: str) -> tuple[Problem, ...]:
    """Give what is found in ``folder/maps`` and ``folder/docs``, seen from where we are."""
    catalog = look_up(load(Path(folder, "maps"), f"{folder}/maps"), TODAY)
    docs = check_docs(Path(folder, "docs"), f"{folder}/docs", catalog)
    return in_full(judge(catalog, docs), catalog, Sources().of)


def one_of_each_rule() -> tuple[Problem, ...]:
    """Make one mistake of each kind, each in a handbook below where we are, and find it."""
    found: list[Problem] = []
    for path in sorted(CASES.glob("*.yml")):
        cases = yaml.load(path.read_text("utf-8"), yaml.BaseLoader).values()
        given: dict[str, str] = next((case["given"] for case in cases if case["then"]), {})
        for name, content in given.items():
            file = Path(path.stem, "maps", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8", newline="")
        found.extend(one for one in found_in(path.stem) if one.rule == path.stem)
    return tuple(sorted(found, key=lambda one: one.place))


def of_hostile_texts() -> tuple[Problem, ...]:
    """Find mistakes in a handbook here whose ids, titles, keys and files are attacks somewhere."""
    files = {
        f"journeys/{number}.yml": yaml.safe_dump(
            {
                "title": text[:100],
                "channel_s": 1,
                text[:60]: text,
                "owner": {text[:60]: 1},
                "stages": [{"title": text[:100], "chanel": text, "pain_points": {text[:60]: 1}}],
            },
            allow_unicode=True,
            sort_keys=False,
        )
        for number, text in enumerate(sorted(TEXTS.values()))
    }
    files |= {f"personas/{name}.yml": "nmae: Bea\n" for name in HOSTILE_NAMES}
    write_maps(Path("hostile"), files)
    return found_in("hostile")


HOSTILE_NAMES = (
    "a|b",
    "`a`",
    "<b>x<",
    "@bea",
    "##[add-mask]x",
    "::error::x",
    "100%41",
    "a, b: c",
    "a\nb",
    "a\r\nb",
    "\x1b[31m",
    "[x](javascript:1)",
    "{0}",
    "#1 & ]]>",
    "\ufffe",
)
