"""What happens behind a step: the service blueprint."""

from __future__ import annotations

from mkdocs_journeys.model.fields import DoerRef, Line, PainPointRef, Text, Thing, says


class Deed(Thing):
    """Something that is done for the customer, and by whom."""

    noun = "blueprint entry"
    text_field = "does"

    who: DoerRef | None = says("Who or what does it.")
    does: Line | None = says("What is done.")


class FailPoint(Thing):
    """Where the delivery can break."""

    noun = "fail point"
    text_field = "title"

    title: Line = says("What can break.", required=True)
    mitigation: Text | None = says("What keeps it from hurting the customer.")
    pain_point: PainPointRef | None = says("The pain point that it leads to.")


class Blueprint(Thing):
    """The five lanes behind a step, from what the customer can touch to what nobody sees."""

    noun = "blueprint"

    physical_evidence: tuple[Line, ...] = says("What the customer can see or hold.", default=())
    frontstage: tuple[Deed, ...] = says(
        "What staff and systems do in the customer's sight.", default=(), also=("onstage",)
    )
    backstage: tuple[Deed, ...] = says("What staff do out of sight.", default=())
    support: tuple[Deed, ...] = says(
        "Systems and partners that make it possible.", default=(), also=("support_processes",)
    )
    fail_points: tuple[FailPoint, ...] = says("Where it can break.", default=())
