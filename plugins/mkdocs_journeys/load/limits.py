"""How much of a file is read before it is refused: bounds against accidents and against malice."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.model.handbook import FileLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds for one YAML file; they are changed in handbook.yml, never in a map.

    The widest real map is far below all of them. A file beyond a bound has no root and one
    problem that says which.
    """

    file_bytes: int = 1024 * 1024
    depth: int = 32
    """Lists and mappings inside each other; the outermost counts as 1."""
    events: int = 50_000
    """Keys, values, and starts and ends of lists and mappings."""
    scalar_characters: int = 20_000
    findings: int = 100
    """After so many problems a file is not read further; the last one says so."""


LIMITS = Limits()
"""The bounds where nothing else is configured."""


def limits_of(settings: FileLimits) -> Limits:
    """Give the bounds that handbook.yml sets; its own file was read with the usual ones."""
    return Limits(file_bytes=settings.size * 1024, depth=settings.depth, events=settings.values)
