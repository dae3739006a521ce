"""What hurts the customer."""

from __future__ import annotations

from typing import Literal

from mkdocs_journeys.model.fields import (
    Id,
    Line,
    OpportunityRef,
    PersonaRef,
    Text,
    Thing,
    says,
)
from mkdocs_journeys.model.values import Frequency, Severity


class PainPoint(Thing):
    """Something that hurts, how much, how often and whom."""

    noun = "pain point"
    text_field = "title"

    id: Id | None = says("Its stable name within the journey.")
    title: Line = says("What hurts, in one line.", required=True, also=("name",))
    summary: Text | None = says("What happens.", also=("description",))
    kind: Literal["friction", "bottleneck", "gap", "confusion"] | None = says(
        "What sort of trouble it is."
    )
    severity: Severity | None = says("How much it hurts: low, medium, high or critical.")
    frequency: Frequency | None = says("How often: rare, sometimes, often or always.")
    reach: Line | None = says("How many it meets, as typed: `68% of installs`.")
    personas: tuple[PersonaRef, ...] = says("Whom it hurts.", default=(), one="persona")
    opportunities: tuple[OpportunityRef, ...] = says(
        "What would ease it.", default=(), one="opportunity"
    )
    formerly: tuple[Id, ...] = says("Ids that it had before.", default=())
