"""The table of contents of the model: every kind that has a folder and pages."""

from __future__ import annotations

from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.evidence import Evidence, Insight
from mkdocs_journeys.model.improvement import Initiative, Opportunity
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.persona import Persona, Segment
from mkdocs_journeys.model.registries import Channel, Stakeholder, Term, Touchpoint

KINDS: tuple[type[Entry], ...] = (
    Journey,
    Persona,
    Segment,
    Channel,
    Touchpoint,
    Stakeholder,
    Metric,
    Evidence,
    Insight,
    Opportunity,
    Initiative,
    Term,
)

INNER_KINDS = ("stage", "step", "pain-point", "objective", "hypothesis")
"""Kinds that live inside a journey and are mentioned ``journey/id`` from elsewhere."""


def kind_of_folder(name: str) -> type[Entry] | None:
    """Give the kind that a folder or a list file below maps/ holds, by its right name only."""
    return next((kind for kind in KINDS if kind.folder == name), None)
