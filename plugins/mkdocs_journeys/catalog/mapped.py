"""Which stages and steps of the maps say a thing: an index for those who look for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal, NamedTuple

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.gathered import parts_of
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Experience, Stage

FIELDS = frozenset(
    (
        *("emotion", "moment_of_truth", "pain_points", "touchpoints", "variants", "journey"),
        *("summary", "mindset", "next", "alternatives", "churn_risk", "business"),
        *("quotes", "metrics"),
    )
)
"""What may be asked for; whoever looks for another field adds it here."""
SILENT = "no emotion"
Lack = Literal["no steps", "no goal", "no channel", "no id"]
"""What may be asked for in vain: the first two of stages, the third of steps, an id of both."""


class OnMap(NamedTuple):
    """A journey and those of its stages and steps that are asked for, each with its stage."""

    journey: Journey
    parts: tuple[tuple[Stage, Experience], ...]


class Scored(NamedTuple):
    """A stage or step with one of its scores, from -2 to 2.

    ``is_everybodys`` where the score is that of all who travel the map; else it may be that of
    one of them, of somebody else, or of nobody, where the customer does not see the part.
    ``touchpoints`` are those of the part.
    """

    stage: Stage
    part: Experience
    emotion: Emotion
    score: float
    is_everybodys: bool
    touchpoints: tuple[Ref, ...]


class Index(NamedTuple):
    """What is known of all maps after one walk; journeys stand in the order of their files."""

    by_field: Mapping[str, tuple[OnMap, ...]]
    scored: tuple[tuple[Journey, tuple[Scored, ...]], ...]


def parts_that_say(catalog: Catalog, field: str) -> tuple[OnMap, ...]:
    """Give the stages and steps where one of ``FIELDS`` was written, in the order of files.

    A journey without any is left out. What was written may be an empty list. Looks at all maps,
    drafts and retired ones too.
    """
    assert field in FIELDS, f"{field} is not gathered"
    return _index(catalog, catalog.loaded).by_field.get(field, ())


def parts_without_emotion(catalog: Catalog) -> tuple[OnMap, ...]:
    """Give the stages and steps that do not say how they feel, as ``parts_that_say`` does."""
    return _index(catalog, catalog.loaded).by_field.get(SILENT, ())


def parts_that_lack(catalog: Catalog, what: Lack) -> tuple[OnMap, ...]:
    """Give the stages or steps where something was not written, as ``parts_that_say`` does."""
    return _index(catalog, catalog.loaded).by_field.get(what, ())


def scored_parts(catalog: Catalog) -> tuple[tuple[Journey, tuple[Scored, ...]], ...]:
    """Give every score of every map, in the order of files; a journey without any is left out."""
    return _index(catalog, catalog.loaded).scored


# To walk through every part of a large handbook once for each rule would take longest of all:
# what a rule asks of a part is little, but each part has to be fetched from memory again.
@worked_out_once
def _index(catalog: Catalog, loaded: Loaded) -> Index:
    by_field: dict[str, list[OnMap]] = defaultdict(list)
    scored: list[tuple[Journey, tuple[Scored, ...]]] = []
    for journey in catalog.all(Journey):
        said: dict[str, list[tuple[Stage, Experience]]] = defaultdict(list)
        felt: list[Scored] = []
        for one in parts_of(journey):
            stage, part = one
            written = part.model_fields_set
            for field in written & FIELDS:
                said[field].append(one)
            if "emotion" in written:
                felt.extend(_scores_of(stage, part))
            else:
                said[SILENT].append(one)
            if "id" not in part.spot.fields:
                said["no id"].append(one)
            if part is not stage:
                if "channels" not in written:
                    said["no channel"].append(one)
                continue
            if not stage.steps:
                said["no steps"].append(one)
            if "customer_goal" not in written:
                said["no goal"].append(one)
        for field, parts in said.items():
            by_field[field].append(OnMap(journey, tuple(parts)))
        if felt:
            scored.append((journey, tuple(felt)))
    return Index({field: tuple(each) for field, each in by_field.items()}, tuple(scored))


def _scores_of(stage: Stage, part: Experience) -> list[Scored]:
    is_seen = part.side == "customer"
    return [
        Scored(
            *(stage, part, emotion, emotion.score.value),
            is_seen and emotion.who is None,
            part.touchpoints,
        )
        for emotion in part.emotion
        if emotion.score
    ]
