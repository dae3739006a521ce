"""The company's settings: what changes a finding or the words of a page."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator

from mkdocs_journeys.model.entry import in_words
from mkdocs_journeys.model.fields import (
    Id,
    Line,
    StakeholderRef,
    Text,
    Thing,
    Url,
    Whole,
    says,
)
from mkdocs_journeys.model.numbers import unreadable
from mkdocs_journeys.model.picture import Picture
from mkdocs_journeys.model.values import Day, Number, Period, Spelling

LANES = (
    *("steps", "emotion", "moments-of-truth", "thoughts", "needs", "questions", "considerations"),
    *("highlights", "pain-points", "opportunities", "metrics", "physical-evidence", "frontstage"),
    *("backstage", "support", "fail-points"),
)
"""The lanes that a map can show, in our order."""


class Lifecycle(Thing):
    """A part of the life of a customer with us."""

    noun = "lifecycle stage"
    text_field = "id"

    id: Id = says("Its stable name; becomes its address.", required=True)
    title: Line | None = says("What it is called.", also=("name",))
    summary: Text | None = says("What it is.")
    formerly: tuple[Id, ...] = says("Ids that it had before.", default=())

    @property
    def called(self) -> str:
        """Give its title, or its id in words where it has none."""
        return self.title or in_words(self.id)


class Scales(Thing):
    """The words for the ends and the middle of each scale."""

    noun = "scales"

    emotion: tuple[Line, ...] = says(
        "Five words, from very negative to very positive.",
        default=("Very negative", "Negative", "Neutral", "Positive", "Very positive"),
        min_length=5,
        max_length=5,
        list_only=True,
    )


class Row(Thing):
    """A row of the team's own in the map."""

    noun = "row"
    text_field = "title"

    title: Line = says("What it is called; the same word stands below `rows:`.", required=True)
    place: Literal["stage", "step", "journey", "persona"] = says(
        "Where it stands.", default="stage", key="at"
    )
    type: Literal["text", "number", "choice", "curve", "mentions"] = says(
        "What stands in it.", default="text"
    )
    icon: Line | None = says("The name of a Material icon, for example `timer-sand`.")
    unit: Line | None = says("Of what, for a number.")
    least: Number | None = says("The lowest value.")
    most: Number | None = says("The highest value.")
    choices: tuple[Line, ...] = says("What may be chosen.", default=())


COLOUR = Spelling(pattern=r"^#[0-9A-Fa-f]{6}$", like="#463BB8")


def _colour(text: str) -> str:
    if not re.fullmatch(COLOUR.pattern, text):
        raise unreadable(f"`{text}` is no colour", 'Write it like `"#463BB8"`, in quotes.')
    return text


Colour = Annotated[str, COLOUR, AfterValidator(_colour)]


LANGUAGE = Spelling(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$", like="en")


def _language(text: str) -> str:
    if not re.fullmatch(LANGUAGE.pattern, text):
        mend = "Write its tag, for example `en`, `de` or `pt-BR`."
        raise unreadable(f"`{text}` is no tag of a language", mend)
    return text


class Palette(Thing):
    """The company's colours."""

    noun = "palette"
    text_field = "accent"

    accent: Colour | None = says("The colour of links and controls, like `#463BB8`.")
    header: Colour | None = says("The colour of the bar at the top of every page.")
    digital: Colour | None = says("The colour of digital channels.")
    human: Colour | None = says("The colour of channels from person to person.")
    physical: Colour | None = says("The colour of physical channels.")
    outside: Colour | None = says("The colour of channels outside our control.")

    @property
    def wanted(self) -> dict[str, str]:
        """Give the colours that are named, by what they are for."""
        named = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: colour for name, colour in named.items() if isinstance(colour, str)}


class Weights(Thing):
    """How much each value counts in the impact of an opportunity."""

    noun = "weights"

    customer_value: Number = says("The weight of the customer's value.", required=True)
    business_value: Number = says("The weight of the company's value.", required=True)


class RuleSetting(Thing):
    """How one rule shall behave."""

    noun = "rule setting"
    text_field = "level"

    level: Literal["error", "warning", "info", "off"] | None = says("How bad it is, or `off`.")
    max_age: Period | None = says("How old something may be, for rules that ask for an age.")
    least: Number | None = says("The smallest number that is fine, for rules that count.")
    most: Number | None = says("The largest number that is fine, for rules that count.")
    words: tuple[Line, ...] = says("Words to look for besides our own.", default=())


class Override(Thing):
    """Other levels for some files."""

    noun = "override"

    files: tuple[Line, ...] = says(
        "Which files, below maps/, as patterns: `journeys/drafts/**`.", required=True
    )
    rules: dict[str, RuleSetting] = says("The levels there; also for a group.", default={})


class Weblinks(Thing):
    """Addresses that pages lead to."""

    noun = "web links"

    suggest: Url | None = says(
        "Where readers suggest a change; `{title}` and `{place}` are filled in."
    )


class FileLimits(Thing):
    """How much of one file is read before it is refused."""

    noun = "file limits"

    size: Whole = says(
        "How many KiB a file may have, a table of readings too.", default=1_024, ge=1, le=16_384
    )
    depth: Whole = says(
        "How deep lists and mappings may stand in each other.", default=32, ge=1, le=64
    )
    values: Whole = says(
        "How many keys, values, beginnings and ends of lists and mappings a file may have.",
        default=50_000,
        ge=1,
        le=1_000_000,
    )


class Handbook(Thing):
    """The settings in maps/handbook.yml."""

    noun = "handbook"
    file: ClassVar[str] = "handbook.yml"

    format: Whole = says("The version of the YAML.", default=1, ge=1, le=1)
    title: Line | None = says("What the handbook is called.")
    docs: Line | None = says("The folder of hand-written pages whose mentions are checked.")
    owner: StakeholderRef | None = says("The team that answers for it.")
    language: Annotated[Line, LANGUAGE, AfterValidator(_language)] = says(
        "The language of the maps, as a tag: `en`, `pt-BR`.", default="en"
    )
    lifecycle: tuple[Lifecycle, ...] = says(
        "The parts of the life of a customer with us, in order.", default=()
    )
    scales: Scales = says("The words of the scales.", default=Scales())
    review_every: Period | None = says("How often journeys and personas shall be reviewed.")
    evidence_age: dict[str, Period] = says(
        "After which time each kind of evidence is stale.", default={}
    )
    lanes: tuple[Line, ...] = says("Which lanes the map shows, in order.", default=())
    rows: tuple[Row, ...] = says("Rows of the team's own, declared.", default=())
    icons: dict[str, Line] = says(
        "Other Material icons for lanes: `thoughts: comment-text-outline`.", default={}
    )
    palette: Palette | None = says("The company's colours.")
    logo: Picture | None = says("The company's logo, for the header of the site.")
    opportunity_weights: Weights | None = says("What the impact of an opportunity weighs.")
    profile: Literal["minimal", "recommended", "strict"] = says(
        "How much is found.", default="recommended"
    )
    rules: dict[str, RuleSetting] = says("Another level for single rules.", default={})
    overrides: tuple[Override, ...] = says("Other levels for some files.", default=())
    expect: tuple[Line, ...] = says("Experience budgets for all journeys.", default=())
    limits: FileLimits = says("How large a file of maps may be.", default=FileLimits())
    audience: Literal["internal", "public"] = says(
        "For whom it is published; `public` leaves out what is internal.", default="internal"
    )
    weblinks: Weblinks | None = says("Addresses that pages lead to.")


class Accepted(Thing):
    """A change that was accepted in review, in maps/accepted.yml."""

    noun = "accepted change"
    file: ClassVar[str] = "accepted.yml"

    fingerprint: Line = says("Which change, as `journeys diff` prints it.", required=True)
    reason: Text = says("Why it is fine.", required=True)
    until: Day | None = says("Until when.")
