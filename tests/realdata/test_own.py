"""Three sources as people keep them, written in our YAML: nothing that they say is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona
from tests.realdata.telling import leaves, loaded_without_errors, lost

OWN = Path(__file__).parent / "own"


def told(name: str) -> Loaded:
    return loaded_without_errors(OWN / name / "maps")


def journey(loaded: Loaded, id_: str) -> Journey:
    found = next(entry for entry in loaded.entries if entry.key == Key("journey", id_))
    assert isinstance(found, Journey)
    return found


# A step-by-step guide of a public service


def test_a_step_by_step_guide_loses_no_text() -> None:
    source = json.loads((OWN / "step-by-step" / "source.json").read_text(encoding="utf-8"))
    # How steps and tasks hang together is told by `next` and `optional`: see the tests below.
    said = [text for text in leaves(source) if text not in ("and", "or", "required", "choice")]
    assert len(said) > 30
    assert lost(said, told("step-by-step").entries) == []


def test_a_step_by_step_guide_keeps_and_as_well_as_or() -> None:
    first, *others = journey(told("step-by-step"), "keep-bees").stages
    assert first.next is not None
    ways = [[ref.text for ref in way.all] for way in first.next]
    assert ways == [["learn", "place"], ["learn", "roof"]]
    alongside = {stage.id: [ref.text for ref in stage.alongside] for stage in others}
    assert alongside["place"] == alongside["roof"] == ["learn"]


def test_a_step_by_step_guide_keeps_what_is_required_and_what_is_a_choice() -> None:
    source = json.loads((OWN / "step-by-step" / "source.json").read_text(encoding="utf-8"))
    tasks = [task for step in source["steps"] for task in step["tasks"]]
    steps = journey(told("step-by-step"), "keep-bees").all_steps
    assert [step.optional for step in steps] == [task["style"] == "choice" for task in tasks]


# A table of stages


def table(title: str) -> Iterator[tuple[str, list[str]]]:
    """Give the rows of the table below a heading: the first cell, and the others."""
    text = (OWN / "stage-table" / "source.md").read_text(encoding="utf-8")
    section = text.split(f"# {title}\n")[1].split("\n# ")[0]
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and not line.startswith("|-"):
            yield cells[0], cells[1:]


def test_a_table_of_stages_loses_no_text() -> None:
    text = (OWN / "stage-table" / "source.md").read_text(encoding="utf-8")
    said = [line.removeprefix("# ") for line in text.splitlines() if line and line[0] != "|"]
    for title in ("Ein neues Hörgerät – getting used to a hearing aid", "A bad day with it"):
        for name, cells in table(title):
            said += [part for cell in cells for part in cell.split(";") if part]
            if name not in ("Stage", "Who", "Steps", "Emotion", "Score", "Opens into"):
                said += [name] * len(cells)
    said.remove("A bad day with it")  # in “Opens into”, where ours mentions the map by its id
    assert len(said) > 70
    assert lost(said, told("stage-table").entries) == []


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Ein neues Hörgerät – getting used to a hearing aid", "new-hearing-aid"),
        ("A bad day with it", "bad-day"),
    ],
)
def test_a_table_of_stages_keeps_who_does_and_feels_what_in_which_stage(
    title: str, id_: str
) -> None:
    rows = dict(table(title))
    for number, stage in enumerate(journey(told("stage-table"), id_).stages):
        cells = {name: cells[number] for name, cells in rows.items()}
        (emotion,) = stage.emotion
        assert emotion.score is not None
        assert stage.title == cells["Stage"]
        assert "; ".join(actor.text for actor in stage.actors) == cells["Who"]
        assert "; ".join(step.title for step in stage.steps) == cells["Steps"]
        assert "; ".join(emotion.words) == cells["Emotion"]
        assert emotion.score.value == float(cells["Score"])


def test_a_table_of_stages_opens_into_another_map() -> None:
    loaded = told("stage-table")
    opened = [stage.journey for stage in journey(loaded, "new-hearing-aid").stages]
    assert [ref and ref.text for ref in opened] == [None, None, "bad-day", None]
    assert [ref.text for ref in journey(loaded, "bad-day").part_of] == ["new-hearing-aid"]


# Personas with keys of all sorts

SCALES = ("tech", "patience")
OUR_WORDS = {"name", "job-title", "tagline", "needs", "on", *SCALES}
"""Keys that became fields of ours, or the first half of the name of a row."""


def personas() -> list[tuple[dict[str, object], Persona]]:
    """Give each persona of the source beside ours, by name."""
    source = yaml.load(
        (OWN / "personas" / "source.yml").read_text(encoding="utf-8"), yaml.BaseLoader
    )
    ours = {entry.called: entry for entry in told("personas").entries}
    pairs = [(one, ours[one["name"]]) for one in source]
    return [(one, entry) for one, entry in pairs if isinstance(entry, Persona)]


def test_personas_lose_no_text_and_no_key() -> None:
    pairs = personas()
    assert len(pairs) == 3
    for source, persona in pairs:
        said = list(leaves({key: at for key, at in source.items() if key not in SCALES}))
        said += [key for key, value in source.items() if value and key not in OUR_WORDS]
        assert lost(said, [persona]) == []


def test_personas_keep_where_they_stand_on_a_scale() -> None:
    for source, persona in personas():
        for scale in persona.scales:
            assert scale.title is not None
            low, high = int(scale.low or 0), int(scale.high or 0)
            stands = low + scale.value / 100 * (high - low)
            assert stands == float(str(source[scale.title]))
        assert [scale.title for scale in persona.scales] == list(SCALES)


def test_keys_that_yaml_tools_read_as_yes_and_no_stay_words() -> None:
    rows = next(one.rows for _, one in personas() if one.id == "spaetpendlerin")
    assert (rows["on.yes"], rows["on.no"]) == (("Rides in the front",), ("Never runs",))
