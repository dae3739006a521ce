"""Findings as SARIF 2.1.0, the form that code scanning and viewers of findings read.

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; numbers of sections below
are its own.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs_journeys.cli.formats.addresses import from_top
from mkdocs_journeys.cli.formats.columns import has_columns
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.sarif_rules import LEVELS, described
from mkdocs_journeys.cli.formats.words import as_json, as_name
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.all import RULES

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
TOP = "%SRCROOT%"
"""What viewers put the top of the repository in place of."""

FINGERPRINT = "journeysFinding/v1"
"""GitHub's own kind is left to GitHub, which warns of any that it has not computed itself."""

_NUMBERS = {rule.name: number for number, rule in enumerate(RULES)}


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one run with every rule and a result for each finding."""
    driver: dict[str, Any] = {
        "name": "journeys",
        "semanticVersion": version("mkdocs-journeys"),
        "rules": [described(rule, look.manual) for rule in RULES],
    }
    if look.manual:
        driver["informationUri"] = look.manual
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(problem) for problem in problems],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def as_message(text: str) -> str:
    """Give a text as SARIF shows it: braces are placeholders (3.11.5), brackets links (3.11.6)."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    if "](" not in doubled:
        return doubled
    return doubled.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _result(problem: Problem) -> dict[str, Any]:
    words = (printable(part) for part in (problem.what, problem.mend) if part)
    location: dict[str, Any] = {"physicalLocation": _physical(problem.place)}
    if problem.about:
        location["logicalLocations"] = [{"fullyQualifiedName": as_name(problem.about)}]
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": _NUMBERS[problem.rule],
        "level": LEVELS[problem.level],
        "message": {"text": as_message("\n".join(words))},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: problem.fingerprint},
    }
    if problem.also:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(place)}
            for number, place in enumerate(problem.also)
        ]
    if problem.fixes:
        result["fixes"] = [_fix(problem)]
    return result


def _fix(problem: Problem) -> dict[str, Any]:
    """Give the edits of one finding, which all are in its own file."""
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
        for edit in problem.fixes
    ]
    change = {
        "artifactLocation": _artifact(problem.fixes[0].place.file),
        "replacements": replacements,
    }
    return {
        "description": {"text": as_message(printable(problem.mend or problem.what))},
        "artifactChanges": [change],
    }


def _physical(place: Place) -> dict[str, Any]:
    return {"artifactLocation": _artifact(place.file), "region": _region(place)}


def _artifact(file: str) -> dict[str, str]:
    named = from_top(file)
    if Path(named).is_absolute():
        return {"uri": f"file://{quote(os.fsencode(named))}"}
    return {"uri": quote(os.fsencode(named)), "uriBaseId": TOP}


def _region(place: Place) -> dict[str, int]:
    """Give a region; its end column is exclusive as ours is (3.30.8). A CSV has whole lines."""
    span = place.span
    if not has_columns(place.file):
        return {"startLine": span.line, "endLine": span.end_line}
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
