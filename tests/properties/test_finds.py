"""What handbooks made at random have found, each as the smallest map that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from tests.maps_on_disk import TODAY, write_maps
from tests.properties.written import dead, parsed, words_of, write_all


def words(folder: Path, page: str, **files: str) -> str:
    named = {f"{name.replace('__', '/')}.yml": text for name, text in files.items()}
    return words_of(parsed(write_all(write_maps(folder, named)).pages[page]))


@pytest.mark.parametrize(
    ("day", "period"),
    [("9999-12-31", "1 year"), ("9999-12-31", "1 day"), ("9900-01-01", "P999Y9999M")],
)
def test_a_review_due_beyond_the_calendar_is_due_on_its_last_day(
    day: str, period: str, tmp_path: Path
) -> None:
    """`check` and the build ended with “year 10000 is out of range”."""
    said = words(
        tmp_path,
        "journeys/a",
        journeys__a=f"title: A\nreviewed: {day}\nreview_every: {period}\nstages: []\n",
    )
    assert "Reviewed" in said


def test_an_icon_that_can_be_none_leaves_no_dead_reference(tmp_path: Path) -> None:
    """A channel with `icon: my phone!` had an empty shape that led to no symbol."""
    maps = write_maps(
        tmp_path,
        {
            "channels.yml": "- {id: phone, title: Phone, icon: my phone!}\n",
            "journeys/a.yml": "title: A\nsteps: [{title: X, channel: phone}, {title: Y}]\n",
        },
    )
    assert not list(dead(write_all(maps)))


@pytest.mark.parametrize(
    "field",
    [
        "mindset: Watching the street",
        "needs: [Watching the street]",
        "moment_of_truth: Watching the street",
        "chapter: Watching the street",
        "next: [{exit: Watching the street}]",
        "note: Watching the street",
    ],
)
def test_what_a_stage_with_steps_says_of_itself_is_shown(field: str, tmp_path: Path) -> None:
    """It was shown only beside an emotion, a pain point or a channel of the stage."""
    journey = f"title: A\nstages:\n  - title: S\n    {field}\n    steps: [{{title: X}}]\n"
    assert "Watching the street" in words(tmp_path, "journeys/a/stage-1", journeys__a=journey)


@pytest.mark.parametrize(
    "field",
    [
        "code: Twelve",
        "opportunities: [{opportunity: tracker, ideas: [Twelve]}]",
        "opportunities: [{opportunity: tracker, title: Twelve}]",
        "pain_points: [{title: P, opportunities: [Twelve]}]",
        "variants: [{for: Somebody, emotion: {score: 1, because: Twelve}}]",
        "alternatives: [{title: Rival, emotion: {score: 1, because: Twelve}}]",
        "next: [{to: b/t, when: Twelve}]",
        "next: [{exit: Out, why: Twelve}]",
    ],
)
def test_what_a_step_says_is_shown_on_the_page_of_its_stage(field: str, tmp_path: Path) -> None:
    """It was read and stood nowhere."""
    step = f"title: A\nstages:\n  - title: S\n    steps:\n      - title: X\n        {field}\n"
    said = words(
        tmp_path,
        "journeys/a/stage-1",
        journeys__a=step,
        journeys__b="title: B\nstages: [{title: S, steps: [{id: t, title: T}]}]\n",
        opportunities__tracker="title: Tracker\n",
    )
    assert "Twelve" in said


def test_a_traveller_who_is_no_persona_is_named(tmp_path: Path) -> None:
    """`personas: [Somebody new]` was read and stood nowhere."""
    said = words(
        tmp_path, "journeys/a", journeys__a="title: A\npersonas: [Somebody new]\nstages: []\n"
    )
    assert "Somebody new" in said


def test_of_two_things_with_one_id_the_first_has_the_page(tmp_path: Path) -> None:
    """Two pages were written to one address; the host called one of them written by hand."""
    maps = write_maps(
        tmp_path,
        {
            "journeys/a.yml": "title: A\nstages: [{id: s, title: One}, {id: s, title: Two}]\n",
            "journeys/b.yml": "id: a\ntitle: B\nstages: []\n",
        },
    )
    written = write_all(maps)
    assert "One" in written.pages["journeys/a/s"]
    assert parsed(written.pages["journeys/a"]).xpath("string(//h1)").startswith("A")


def test_the_stage_that_nobody_wrote_has_no_id_of_its_own(tmp_path: Path) -> None:
    """It took the id of its journey for its own: `rename` found it, and asked to mend that line."""
    maps = write_maps(tmp_path, {"journeys/a.yml": "id: a\ntitle: A\nsteps: [{id: x, title: X}]\n"})
    known = look_up(load(maps, "maps"), TODAY).known
    named = {f"{key.kind}:{key.id}": one.named for key, one in known.items()}
    assert named == {"journey:a": True, "stage:a/stage-1": False, "step:a/x": True}
