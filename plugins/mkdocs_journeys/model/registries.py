"""What maps mention by id: channels, touchpoints, stakeholders and terms."""

from __future__ import annotations

from typing import Literal

from mkdocs_journeys.model.entry import Actor, Titled
from mkdocs_journeys.model.fields import (
    ChannelRef,
    DoerRef,
    Line,
    Rank,
    StakeholderRef,
    Text,
    Url,
    says,
)
from mkdocs_journeys.model.step import Listening

Family = Literal["digital", "human", "physical", "outside"]


class Channel(Titled):
    """A way in which the customer and we meet."""

    noun = "channel"
    key_kind = "channel"
    folder = "channels"

    icon: Line | None = says("The name of a Material icon, for example `phone-outline`.")
    family: Family | None = says(
        "Digital, person to person, physical, or outside our control.",
        choices_also={"person": "human", "people": "human", "peer": "outside"},
    )
    online: bool | None = says("Whether it is online.")


class Touchpoint(Titled):
    """Something that the customer meets, again and again, in many journeys."""

    noun = "touchpoint"
    key_kind = "touchpoint"
    folder = "touchpoints"

    channel: ChannelRef | None = says("The channel that it belongs to.")
    control: Literal["own", "partner", "third-party"] | None = says("Whose it is.")
    url: Url | None = says("Where it can be seen.")
    systems: tuple[DoerRef, ...] = says("What runs it.", default=(), one="system")
    listening: Listening | None = says("How we listen there.")


class Stakeholder(Actor):
    """A person, team, system or partner with a part in the journey."""

    noun = "stakeholder"
    key_kind = "stakeholder"
    folder = "stakeholders"
    folder_also = ("departments", "teams", "systems")

    kind: Literal["person", "team", "department", "system", "partner", "outside"] | None = says(
        "What they are."
    )
    reports_to: StakeholderRef | None = says("Whom they report to.")
    influence: Rank | None = says("From 1 (hardly any) to 5 (decides).")
    interest: Rank | None = says("From 1 (hardly any) to 5 (lives for it).")
    influences: tuple[DoerRef, ...] = says("Whom or what they influence.", default=())
    training: tuple[Text, ...] = says("What they need to learn.", default=())


class Term(Titled):
    """A word that this company uses in its own way."""

    noun = "term"
    key_kind = "term"
    folder = "terms"
    folder_also = ("glossary",)

    definition: Text | None = says("What it means.")
    also: tuple[Line, ...] = says("Other words for it.", default=())
