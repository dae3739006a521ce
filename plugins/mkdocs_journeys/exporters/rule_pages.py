"""The pages of the rules as Markdown: one for each rule, from its docstring, and their list.

Knows what a page of a rule looks like; which rules there are, it is told.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from typing import Protocol

from mkdocs_journeys.exporters.reference import heading
from mkdocs_journeys.exporters.takes import escape

FOLDER = "rules"
"""The folder of the pages, below that of the reference."""

SOURCE = "the docstring in mkdocs_journeys/rules/"

INTRODUCTION = """\
What `journeys check` and every build look for. A rule is named for what is wrong. An **error**
means that something is lost or broken until it is mended; a **warning** weakens the map; an
**info** is a hint.

Change levels in `maps/handbook.yml`, for one rule, for a whole group, or for some files only:

```yaml
# maps/handbook.yml
profile: recommended            # minimal: errors only; strict: warnings are errors
rules:
  orphan: info
  not-in-registry: off
  stage-count: {most: 12}       # an option; the page of a rule says which it takes
overrides:
  - {files: [journeys/drafts/**], rules: {links: info}}
```

A single finding may stay where a comment in the map says why, behind the value or above the thing:
`# journeys: allow orphan – business customers get it in March`.
"""


class Rule(Protocol):
    """What a page tells of a rule; the rest stands in the docstring of its class."""

    @property
    def name(self) -> str:
        """Give its name, which is its address too."""

    @property
    def group(self) -> str:
        """Give the name of its group."""

    @property
    def level(self) -> str:
        """Give how bad it is where the settings say nothing else."""


def rule_pages(rules: Sequence[Rule], groups: Iterable[str]) -> dict[str, str]:
    """Give the pages: ``rules/<file>`` to Markdown, first the list, then one for each rule.

    The list holds the groups in the order given; a group without rules is left out.
    """
    pages = {f"{FOLDER}/index.md": _list(rules, groups)}
    for rule in rules:
        pages[f"{FOLDER}/{rule.name}.md"] = _page(rule)
    return pages


def _list(rules: Sequence[Rule], groups: Iterable[str]) -> str:
    lines = [*heading("Rules", SOURCE), INTRODUCTION]
    for group in groups:
        rows = [
            f"| [{rule.name}]({rule.name}.md) | {rule.level} | {escape(_first(rule))} |"
            for rule in rules
            if rule.group == group
        ]
        if rows:
            lines += [f"## {_spoken(group)}", "", "| Rule | Level | What it finds |"]
            lines += ["|---|---|---|", *rows, ""]
    return "\n".join(lines)


def _page(rule: Rule) -> str:
    sentence, _, rest = _docstring(rule).partition("\n\n")
    where = f"Group *{_spoken(rule.group).lower()}*, level **{rule.level}**."
    change = f"To change the level: `rules: {{{rule.name}: off}}` in `maps/handbook.yml`"
    return "\n".join(
        [
            *heading(rule.name, SOURCE),
            sentence,
            "",
            f"{where} {change}; see [Rules](index.md).",
            "",
            rest,
            "",
        ]
    )


def _docstring(rule: Rule) -> str:
    return inspect.getdoc(type(rule)) or ""


def _first(rule: Rule) -> str:
    return _docstring(rule).partition("\n")[0]


def _spoken(group: str) -> str:
    return group.replace("-", " ").capitalize()
