"""How a field of a map is declared: once, with its meaning, its other words and its shape.

Four shapes are ours: a *mention* (``Ref``), *one or many* (a tuple that has a singular key),
*text or thing* (a ``Thing`` whose ``text_field`` takes plain text), and *text as typed* (``str``:
nothing an author wrote is turned into a number, a date or a truth value).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from mkdocs_journeys.model.numbers import read_whole
from mkdocs_journeys.problems import Place, Spot

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of another thing by its id or title, before anybody has looked it up."""

    text: str
    place: Place = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class To:
    """The kinds that a mention may lead to.

    ``label`` is true where a value that is not in the registry is still worth showing as text.
    """

    kinds: tuple[str, ...]
    label: bool = True


ChannelRef = Annotated[Ref, To(("channel",))]
EvidenceRef = Annotated[Ref, To(("evidence",))]
HypothesisRef = Annotated[Ref, To(("hypothesis",), label=False)]
InitiativeRef = Annotated[Ref, To(("initiative",), label=False)]
InsightRef = Annotated[Ref, To(("insight",), label=False)]
JourneyRef = Annotated[Ref, To(("journey",), label=False)]
LifecycleRef = Annotated[Ref, To(("lifecycle",))]
MetricRef = Annotated[Ref, To(("metric",))]
ObjectiveRef = Annotated[Ref, To(("objective",))]
OpportunityRef = Annotated[Ref, To(("opportunity",))]
PainPointRef = Annotated[Ref, To(("pain-point",), label=False)]
PersonaRef = Annotated[Ref, To(("persona",))]
PlaceRef = Annotated[Ref, To(("stage", "step", "journey"), label=False)]
"""A stage or a step; within its own journey by the bare id."""
SegmentRef = Annotated[Ref, To(("segment",))]
StageRef = Annotated[Ref, To(("stage",), label=False)]
StakeholderRef = Annotated[Ref, To(("stakeholder",))]
StepRef = Annotated[Ref, To(("step",), label=False)]
TouchpointRef = Annotated[Ref, To(("touchpoint",))]
WhoRef = Annotated[Ref, To(("persona", "stakeholder", "segment"))]
"""Somebody who acts or feels: a persona, a stakeholder or a segment; else plain text."""
DoerRef = Annotated[Ref, To(("stakeholder", "touchpoint"))]
"""Who or what delivers a part of the service."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a declaration says beside its type."""

    meaning: str
    key: str = ""
    """The key in YAML, where it differs from the attribute."""
    one: str = ""
    """The singular key that may be written instead (``channel`` for ``channels``)."""
    also: tuple[str, ...] = ()
    """Other words of the field for the same key: understood, with a finding."""
    choices_also: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Other words for a choice, each with the right one."""
    list_only: bool = False
    """Whether a single value without a list is refused."""
    example: str = ""


def says(
    meaning: str,
    *,
    key: str = "",
    one: str = "",
    also: tuple[str, ...] = (),
    choices_also: Mapping[str, str] = NOTHING,
    list_only: bool = False,
    example: str = "",
    default: Any = None,
    required: bool = False,
    **limits: Any,
) -> Any:
    """Declare a field: what it means, its other words, and its limits (``ge``, ``le`` …).

    An optional field without a ``default`` is None, a list is empty.
    """
    words = Words(meaning, key, one, also, choices_also, list_only, example)
    # pydantic keeps what stands in json_schema_extra untouched; shapes.py reads it back.
    extra: dict[str, Any] = {"words": words}
    if default == {}:
        # Any other default that can change is copied deeply for every thing that is made.
        return Field(default_factory=dict, json_schema_extra=extra, **limits)
    return Field(... if required else default, json_schema_extra=extra, **limits)


ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"

Id = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$", max_length=64)]
Line = Annotated[str, StringConstraints(max_length=200)]
"""A title, a name or a label: one line of plain text."""
Text = Annotated[str, StringConstraints(max_length=20_000)]
"""Prose. Markdown is welcome (links, emphasis, lists, code); HTML is shown as text."""
Url = Annotated[str, StringConstraints(max_length=2_048)]
Whole = Annotated[int, BeforeValidator(read_whole)]
Count = Annotated[int, BeforeValidator(read_whole), Field(ge=0)]
Rank = Annotated[int, BeforeValidator(read_whole), Field(ge=1, le=5)]
Confidence = Literal["low", "medium", "high"]


class Thing(BaseModel):
    """Anything that an author writes as a mapping. Says nothing about files or pages."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        hide_input_in_errors=True,
        # Most things are only read inside of others: none needs a validator of its own.
        defer_build=True,
    )

    noun: ClassVar[str] = "thing"
    """What messages call it, with its article left off."""
    text_field: ClassVar[str] = ""
    """The field that plain text goes to, or nothing where a mapping is required."""

    spot: Spot = Field(default_factory=lambda: Spot(""), exclude=True, repr=False)
    evidence: tuple[EvidenceRef, ...] = says(
        "Where we know it from: ids of evidence. Without it, it is an assumption and shown as one.",
        default=(),
        also=("sources",),
    )
    confidence: Confidence | None = says("The team's own belief, shown beside the evidence.")

    @classmethod
    def from_text(cls, text: str) -> dict[str, str]:
        """Give the fields that plain text stands for."""
        return {cls.text_field: text}

    @classmethod
    def reshape(cls, data: dict[str, Any]) -> None:
        """Complete a short form in place, before it is validated. Most things have none."""
