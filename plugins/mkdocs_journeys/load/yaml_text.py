"""YAML text to a tree whose every key and value knows its place.

Scalars stay text: nothing is read as a number, a date or a yes. What YAML can do beyond lists,
mappings and text (anchors, aliases, tags, merge keys, several documents) is refused, each with
a sentence. Works on parse events, because libyaml's own tree builder crashes on deep nesting.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.load.decode import cut, decode
from mkdocs_journeys.load.limits import LIMITS, Limits
from mkdocs_journeys.load.tree import Node
from mkdocs_journeys.load.yaml_cut import cut_by_hash
from mkdocs_journeys.load.yaml_parser import PARSER, EventParser
from mkdocs_journeys.load.yaml_tree import Builder
from mkdocs_journeys.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one file gave: its tree, or None when it cannot be read, and what is wrong in it."""

    root: Node | None
    problems: tuple[Problem, ...]


def read(
    data: bytes, file: str, limits: Limits = LIMITS, *, parser: type[EventParser] = PARSER
) -> Reading:
    """Read one YAML file; never raises for any bytes.

    The root is None when anything was refused or could not be parsed. It stays when keys were
    written twice (the first value is kept) or when YAML's rules swallowed something.
    Reports yaml-syntax, duplicate-key and yaml-trap, in the order of the file.
    """
    text, problems = decode(data, file, limits)
    if problems or len(data) > limits.file_bytes:
        return Reading(root=None, problems=problems)
    builder = Builder(text, file, limits, parser)
    root = builder.document()
    if root is not None and not builder.refused:
        builder.problems += [
            Problem(place=Place(file, span), rule="yaml-trap", what=what, mend=mend)
            for span, what, mend in cut_by_hash(text, root)
        ]
    found = sorted(builder.problems, key=lambda problem: problem.place.span)
    return Reading(root=None if builder.refused else root, problems=cut(found, limits))
