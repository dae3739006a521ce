"""The rules as a SARIF report describes them, from the same docstrings as their pages."""

from __future__ import annotations

import inspect
from typing import Any

from mkdocs_journeys.cli.formats.addresses import rule_page
from mkdocs_journeys.problems import Level
from mkdocs_journeys.rules.rule import Rule

LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_SEVERITIES: dict[Level, str] = {
    "error": "error",
    "warning": "warning",
    "info": "recommendation",
}
"""What GitHub reads out of the properties."""


def described(rule: Rule, manual: str) -> dict[str, Any]:
    """Give the descriptor of a rule; with the address of its page where the manual is known."""
    sentence, _, rest = (inspect.getdoc(type(rule)) or "").partition("\n\n")
    more = rest.partition("## ")[0].strip()
    text = f"{sentence}\n\n{rest}"
    descriptor: dict[str, Any] = {
        "id": rule.name,
        "name": type(rule).__name__,
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": " ".join(f"{sentence} {more}".split())},
        "help": {"text": text, "markdown": f"# {rule.name}\n\n{text}"},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
        "properties": {"tags": [rule.group], "problem.severity": _SEVERITIES[rule.level]},
    }
    if page := rule_page(manual, rule.name):
        descriptor["helpUri"] = page
    return descriptor
