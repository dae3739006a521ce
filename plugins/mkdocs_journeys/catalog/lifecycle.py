"""The life of a customer with us, as handbook.yml declares it."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.problems import Problem


def unknown_stage_of_life(ref: Ref, declared: Iterable[str]) -> Problem:
    """Report a word for a part of that life which is none of those that are declared."""
    ids = ", ".join(f"`{id_}`" for id_ in declared)
    return Problem(
        place=ref.place,
        rule="unknown-lifecycle-stage",
        what=f"“{ref.text}” is no stage of the lifecycle in handbook.yml.",
        mend=f"Write one of {ids}, or add it there.",
    )
