"""The pages of the sorts of change as Markdown: one for each, from its docstring, and their list.

Knows what such a page looks like; which sorts there are, it is told.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Protocol, TypedDict

from mkdocs_journeys.exporters.reference import heading
from mkdocs_journeys.exporters.takes import escape

FOLDER = "changes"
"""The folder of the pages, below that of the reference."""

SOURCE = "the docstring in mkdocs_journeys/changes/"

INTRODUCTION = """\
What `journeys diff` tells of an edit, most important first. A change is named for what is
different. **Breaking**: something outside this file that relied on the old map stops being true or
reachable. **Significant**: it changes what the company says of the experience, or has promised to
do about it. **Minor**: readers can see it. **Editorial**: other words for the same.

Here stands the level that a change has unless its page says otherwise. What happens to a draft
never breaks anything.
"""

HOW_TO_ACCEPT = """\
## Accept it

`journeys diff` prints the fingerprint of the change. Write it with a reason into
[`maps/accepted.yml`](../accepted.md):

```yaml
# maps/accepted.yml
- fingerprint: {fingerprint}
  reason: Agreed with the teams that rely on it
  until: 2027-02
```
"""


class Sort(Protocol):
    """What a page tells of a sort of change; the rest stands in the docstring of its class."""

    @property
    def name(self) -> str:
        """Give its name, which is its address too."""

    @property
    def level(self) -> str:
        """Give how much it matters where its page says nothing else."""

    @property
    def mirror(self) -> str:
        """Give the change that is told with the sides exchanged."""


class Edit(TypedDict):
    """An edit of maps: what it is in words, its lines as a patch, and what is told of it.

    ``fingerprint`` is that of the first change told, empty where nothing is.
    """

    title: str
    patch: str
    told: list[str]
    fingerprint: str


def change_pages(sorts: Sequence[Sort], levels: Iterable[str]) -> dict[str, str]:
    """Give the pages: ``changes/<file>`` to Markdown, first the list, then one for each sort.

    The list holds the levels in the order given; a level without a sort is left out.
    """
    pages = {f"{FOLDER}/index.md": _list(sorts, levels)}
    for sort in sorts:
        pages[f"{FOLDER}/{sort.name}.md"] = _page(sort)
    return pages


def first_sentence(sort: Sort) -> str:
    """Give what a sort of change says, in one sentence."""
    return " ".join(_docstring(sort).partition("\n\n")[0].split())


def change_in_words(sort: Sort) -> str:
    """Give the page of a sort of change without what belongs to the site around it."""
    return "\n".join((f"# {sort.name}", "", f"change · {sort.level}", "", _docstring(sort), ""))


def _list(sorts: Sequence[Sort], levels: Iterable[str]) -> str:
    lines = [*heading("Changes", SOURCE), INTRODUCTION]
    for level in levels:
        rows = [
            f"| [{sort.name}]({sort.name}.md) | {escape(first_sentence(sort))} |"
            for sort in sorts
            if sort.level == level
        ]
        if rows:
            lines += [f"## {level.capitalize()}", "", "| Change | What it says |", "|---|---|"]
            lines += [*rows, ""]
    return "\n".join(lines)


def _page(sort: Sort) -> str:
    sentence, _, rest = _docstring(sort).partition("\n\n")
    other = f" The way back is [{sort.mirror}]({sort.mirror}.md)."
    examples = _examples()[sort.name]
    lines = [*heading(sort.name, SOURCE), sentence, ""]
    lines += [
        f"Level **{sort.level}**; see [Changes](index.md)." + other * (sort.mirror != sort.name)
    ]
    lines += ["", rest, "", "## An edit that it is told of", "", *_shown(examples["told"])]
    lines += ["## A near miss", "", *_shown(examples["near_miss"])]
    return "\n".join((*lines, HOW_TO_ACCEPT.format(fingerprint=examples["told"]["fingerprint"])))


def _shown(edit: Edit) -> list[str]:
    title = edit["title"][:1].upper() + edit["title"][1:]
    told = "\n".join(edit["told"])
    lines = [f"{title}:", "", "```diff", edit["patch"].rstrip("\n"), "```", ""]
    return lines + (["```text", told, "```", ""] if told else [])


@cache
def _examples() -> dict[str, dict[str, Edit]]:
    # Taken from tests/changes/, where every one of them is shown to be true.
    path = files("mkdocs_journeys.exporters").joinpath("examples/changes.json")
    examples: dict[str, dict[str, Edit]] = json.loads(path.read_text("utf-8"))
    return examples


def _docstring(sort: Sort) -> str:
    return inspect.getdoc(type(sort)) or ""
