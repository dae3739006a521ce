"""What a journey map tells: stages, lanes, and everything that stands in their cells.

Facts only: a thing that has a page is named by its ``Key``, and the renderer asks for its address.
Texts are as the author typed them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.link import Link

Handling = Literal["winning", "at-risk", "failing", "unrated"]
EvidenceLevel = Literal["assumption", "weak", "moderate", "strong"]
Family = Literal["", "digital", "human", "physical", "outside"]
LaneGroup = Literal["experience", "insight", "blueprint", "own"]

LaneForm = Literal[
    "steps",
    "emotion",
    "moments",
    "thoughts",
    "pain-points",
    "opportunities",
    "metrics",
    "curve",
    "tags",
    "texts",
]
"""How the cells of a lane look: the first seven have fields of their own in ``StageColumn``, and a
``curve`` lane takes its points from ``StageColumn.curves``."""

LaneLine = Literal["", "interaction", "visibility", "internal interaction"]
"""The line of a service blueprint that runs above a lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One row of the map.

    ``name`` is unique in the map (``pain-points``, or a team's own row). ``icon`` is the name of an
    icon. ``tags`` and ``texts`` lanes take their cells from ``StageColumn.entries``. ``title`` is
    the team's own where the group is ``own``, else words of ours, in English.
    """

    name: str
    title: str
    form: LaneForm
    group: LaneGroup
    icon: str
    line: LaneLine = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFact:
    """One step. ``anchor`` is its id (its address in the page is ``#step-<anchor>``).

    ``channel``, ``family`` and ``icon`` are those of its first channel, ``channels`` the families
    and ids of all of them. ``who`` are ids of personas where it is not for everybody. ``notes``
    are short remarks: "optional", "alongside 3", "back to 8: missed slot, 17%". ``is_unseen``: the
    company's side, which the customer does not see. ``opens`` is another journey. ``formerly`` are
    old ids.
    """

    number: str
    title: str
    anchor: str
    to: Key | None = None
    channel: str = ""
    family: Family = ""
    icon: str = ""
    channels: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    is_moment: bool = False
    is_unseen: bool = False
    notes: tuple[str, ...] = ()
    opens: Link | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """One feeling on the map, in the order of the steps.

    ``x`` runs from 0 to 100 within the stage. ``score`` is from -2 to 2, or None where there are
    words only (shown, no point) or nothing at all (a gap). ``line`` counts ``MapFacts.travellers``
    from 0; None is the marked point of somebody who has no line here, named in ``who``.
    ``at`` is what a listener hears first: "Step 10". ``when`` is the case it holds for.
    ``channels`` are families and ids of the channels of its step.
    """

    x: float
    at: str
    score: float | None = None
    word: str = ""
    line: int | None = 0
    who: str = ""
    when: str = ""
    channels: tuple[str, ...] = ()
    is_moment: bool = False
    is_assumption: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPoint:
    """One value of a team's own curve. ``x`` runs from 0 to 100 within the stage.

    ``share`` is from 0 (the least) to 1 (the most), or None where nothing is written for a step;
    ``text`` is the value as printed, ``at`` what a listener hears first: "Step 10".
    """

    x: float
    at: str
    share: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentFact:
    """A moment of truth: the customer's question. ``at`` is where: "step 10"."""

    question: str
    handling: Handling = "unrated"
    at: str = ""
    to: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFact:
    """What somebody said. ``lang`` as in BCP 47. ``who`` is the id of the persona it speaks for."""

    text: str
    said_by: str = ""
    to: Key | None = None
    lang: str = ""
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PainFact:
    """A pain point. ``is_gone``: a future map designs it out. ``who`` are ids of personas."""

    title: str
    severity: str = ""
    frequency: str = ""
    reach: str = ""
    to: Key | None = None
    who: tuple[str, ...] = ()
    is_assumption: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityFact:
    """What could be done. ``code`` is the team's own number."""

    title: str
    code: str = ""
    to: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricFact:
    """A number at this stage, as printed, with its unit; ``target`` likewise."""

    title: str
    value: str = ""
    target: str = ""
    to: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageColumn:
    """One stage with the cells of all lanes; an empty tuple is an empty cell.

    ``chapter`` is given on the first stage of a chapter only. ``entries`` are the cells of the
    ``tags`` and ``texts`` lanes, as pairs of lane name and entries, ``curves`` those of the
    ``curve`` lanes.
    """

    number: str
    title: str
    anchor: str
    to: Key | None = None
    customer_goal: str = ""
    timing: str = ""
    chapter: str = ""
    evidence: EvidenceLevel = "assumption"
    formerly: tuple[str, ...] = ()
    steps: tuple[StepFact, ...] = ()
    points: tuple[CurvePoint, ...] = ()
    moments: tuple[MomentFact, ...] = ()
    thoughts: tuple[Link, ...] = ()
    quotes: tuple[QuoteFact, ...] = ()
    pain_points: tuple[PainFact, ...] = ()
    opportunities: tuple[OpportunityFact, ...] = ()
    metrics: tuple[MetricFact, ...] = ()
    entries: tuple[tuple[str, tuple[Link, ...]], ...] = ()
    curves: tuple[tuple[str, tuple[RowPoint, ...]], ...] = ()

    def of(self, lane: str) -> tuple[Link, ...]:
        """The entries of one lane, empty when the stage has none there."""
        return dict(self.entries).get(lane, ())

    def curve(self, lane: str) -> tuple[RowPoint, ...]:
        """The points of a team's own curve, empty when the stage has none there."""
        return dict(self.curves).get(lane, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelChoice:
    """One channel of the map, by which its steps can be found."""

    id: str
    title: str
    family: Family
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFacts:
    """A whole map.

    ``lanes`` are those that have something in at least one stage, in the handbook's order.
    ``travellers`` are the names of the personas with a curve, in the journey's order, and
    ``traveller_ids`` their ids: with one, the curve has faces and areas; with more, each has a
    marker of its own shape and its name. ``channels`` are those of the registry that its steps use.
    """

    title: str
    state: Literal["current", "future"]
    lanes: tuple[Lane, ...]
    stages: tuple[StageColumn, ...]
    travellers: tuple[str, ...] = ()
    traveller_ids: tuple[str, ...] = ()
    families: tuple[Family, ...] = ()
    channels: tuple[ChannelChoice, ...] = ()

    @property
    def is_dense(self) -> bool:
        """Whether there are so many words that a print on one A3 sheet needs the smaller size."""
        return self.lines_on_paper > LINES_ON_A3

    @property
    def lines_on_paper(self) -> int:
        """About how many lines of text the map is high when it is printed on A3, landscape.

        A row is as high as its fullest cell; narrower columns break their texts more often.
        """
        width = LETTERS_ACROSS_A3 // max(len(self.stages), 1)
        return sum(
            1 + max((_lines(stage, lane, width) for stage in self.stages), default=0)
            for lane in self.lanes
        )


LETTERS_ACROSS_A3 = 200
"""Letters that fit beside each other in all columns of a printed map."""

LINES_ON_A3 = 60
"""Lines of a map that fit on an A3 sheet under the head of its page; tried out in Chromium."""


def _lines(stage: StageColumn, lane: Lane, width: int) -> int:
    def high(text: str) -> int:
        return -(-len(text) // width)

    match lane.form:
        case "steps":
            return sum(high(step.title + "12 icon") + 1 for step in stage.steps)
        case "emotion":
            return 8
        case "curve":
            return 4
        case "moments":
            return sum(high(moment.question + "icon") + 1 for moment in stage.moments)
        case "thoughts":
            thoughts = sum(high(thought.text) for thought in stage.thoughts)
            return thoughts + sum(high(quote.text + "line") + 1 for quote in stage.quotes)
        case "pain-points":
            return sum(high(pain.title) + 1 for pain in stage.pain_points)
        case "opportunities":
            return sum(high(one.title + one.code + "icon") for one in stage.opportunities)
        case "metrics":
            return sum(high(metric.title) + 2 for metric in stage.metrics)
        case "tags":
            return high("".join(f"[{one.text} {one.note}] " for one in stage.of(lane.name)))
        case "texts":
            return sum(high(f"{one.text} {one.note}") for one in stage.of(lane.name))
