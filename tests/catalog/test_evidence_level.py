"""How well a claim, a stage and a journey are known.

Cases of one claim stand in evidence_level.yml: no Python is needed to add one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import (
    EvidenceLevel,
    evidence_level,
    is_stale,
    journey_level,
    last_fresh_day,
    lower_median,
    stage_level,
    weakest_stage,
)
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.journey import Journey
from tests.maps_on_disk import catalog_of

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("evidence_level.yml").read_text("utf-8")
)
KNOWN = {
    "handbook.yml": "evidence_age: {interview: 18 months, analytics: 6 months}\n",
    "evidence.yml": """\
        - {id: talks, title: Talks at night, kind: interview, n: 8, date: 2026-05}
        - {id: diaries, title: Diaries, kind: open-answers}
        - {id: small-survey, title: A small survey, kind: survey, n: 29, date: 2026-05}
        - {id: survey, title: A survey, kind: survey, n: 30}
        - {id: old-survey, title: An old survey, kind: survey, date: 1999-05}
        - {id: log, title: The log, kind: analytics, date: 2026-05-21}
        - {id: old-log, title: The old log, kind: analytics, date: 2026-05-20}
        """,
}


def journey_in(folder: Path, stages: str) -> tuple[Catalog, Journey]:
    catalog = catalog_of(folder, KNOWN | {"journeys/a.yml": f"title: A\nstages:\n{stages}"})
    journey = catalog.entry(Journey, "a")
    assert journey is not None
    return catalog, journey


@pytest.mark.parametrize("name", CASES)
def test_a_claim_is_known_as_well_as_its_evidence_allows(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    cites = "[" + ", ".join(f'"{one}"' for one in case["cites"]) + "]"
    catalog, journey = journey_in(
        tmp_path, f"  - {{id: s, title: S, pain_points: [{{title: P, evidence: {cites}}}]}}\n"
    )
    (pain,) = journey.stages[0].pain_points
    assert evidence_level(catalog, pain.evidence) == case["then"]


def test_evidence_around_a_claim_is_not_inherited(tmp_path: Path) -> None:
    catalog = catalog_of(
        tmp_path,
        KNOWN
        | {
            "journeys/a.yml": "title: A\nevidence: [talks, log]\nstages:\n"
            "  - {id: s, title: S, evidence: [talks, log],\n"
            "     steps: [{id: t, title: T, emotion: 1}]}\n"
        },
    )
    journey = catalog.entry(Journey, "a")
    assert journey is not None
    (emotion,) = journey.all_steps[0].emotion
    assert evidence_level(catalog, emotion.evidence) == "assumption"


def test_evidence_is_fresh_to_the_last_day_of_its_age(tmp_path: Path) -> None:
    catalog, _ = journey_in(tmp_path, "  - {id: s, title: S}\n")
    found = {one.id: one for one in catalog.all(Evidence)}
    assert str(last_fresh_day(catalog, found["log"])) == "2026-11-21"
    assert not is_stale(catalog, found["log"])
    assert is_stale(catalog, found["old-log"])
    # A month counts from its last day; 18 months after 31 May 2026.
    assert str(last_fresh_day(catalog, found["talks"])) == "2027-11-30"
    assert last_fresh_day(catalog, found["diaries"]) is None
    assert last_fresh_day(catalog, found["old-survey"]) is None


@pytest.mark.parametrize(
    ("levels", "then"),
    [
        ([], "assumption"),
        (["strong"], "strong"),
        (["strong", "assumption"], "assumption"),
        (["weak", "strong", "assumption"], "weak"),
        (["strong", "moderate", "weak", "strong"], "moderate"),
    ],
)
def test_of_two_middle_levels_the_lower_counts(
    levels: list[EvidenceLevel], then: EvidenceLevel
) -> None:
    assert lower_median(levels) == then


def test_a_stage_is_known_as_well_as_its_middle_claim(tmp_path: Path) -> None:
    # Four claims: score strong, moment moderate, pain point weak, quote assumption.
    catalog, journey = journey_in(
        tmp_path,
        """\
  - id: s
    title: S
    pain_points: [{title: P, evidence: talks}]
    steps:
      - id: t
        title: T
        emotion: {score: 1, evidence: [talks, log]}
        moment_of_truth: {question: Q, evidence: survey}
        quotes: [{text: I said so.}]
        thoughts: [A thought is no claim]
""",
    )
    assert stage_level(catalog, journey.stages[0]) == "weak"


def test_evidence_written_at_a_stage_is_one_claim_more(tmp_path: Path) -> None:
    steps = "steps: [{id: t, title: T, emotion: {score: 1, evidence: survey}, pain_points: [P]}]"
    catalog, journey = journey_in(
        tmp_path,
        f"  - {{id: s, title: S, {steps}}}\n".replace("id: t", "id: u")
        + f"  - {{id: r, title: R, evidence: [talks, log], {steps}}}\n",
    )
    assert [stage_level(catalog, stage) for stage in journey.stages] == ["assumption", "moderate"]


def test_words_without_a_score_are_no_claim(tmp_path: Path) -> None:
    catalog, journey = journey_in(
        tmp_path,
        "  - {id: s, title: S, emotion: {words: glad},\n"
        "     pain_points: [{title: P, evidence: survey}]}\n",
    )
    assert stage_level(catalog, journey.stages[0]) == "moderate"


def test_a_journey_has_the_lower_middle_of_its_stages_and_names_its_weakest(tmp_path: Path) -> None:
    def stage(name: str, cites: str) -> str:
        return f"  - {{id: {name}, title: S, pain_points: [{{title: P, evidence: [{cites}]}}]}}\n"

    catalog, journey = journey_in(
        tmp_path, stage("a1", "talks, log") + stage("b", "talks") + stage("c", "talks")
    )
    assert journey_level(catalog, journey) == "weak"
    weakest = weakest_stage(catalog, journey)
    assert weakest is not None
    assert weakest.id == "b"


def test_a_journey_without_claims_is_an_assumption(tmp_path: Path) -> None:
    catalog, journey = journey_in(tmp_path, "  - {id: s, title: S}\n")
    assert journey_level(catalog, journey) == "assumption"
