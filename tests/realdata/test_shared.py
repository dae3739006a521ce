"""Real journeys and personas can be said in our YAML: no word of them is lost.

The files are not ours and not part of this project; where they are not at hand, nothing is tested.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.journey import Journey
from tests.realdata import journeys_elsewhere, personas_elsewhere
from tests.realdata.journeys_elsewhere import Maps
from tests.realdata.telling import loaded_without_errors, texts_of

REAL = Path(__file__).parents[3] / "shared" / "realdata"

pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="the real maps are not part of the project and not at hand"
)

SUFFIXES = {".md", ".yml", ".json", ".mmd"}


class Form(NamedTuple):
    """How files of one form are read, and a pattern of what in them is syntax, not words."""

    convert: Callable[[str], Maps]
    syntax: str


GUIDE = Form(journeys_elsewhere.from_step_by_step_markdown, r"^## Step (?=\d)|Step (?=\d)")
GUIDE_JSON = Form(
    journeys_elsewhere.from_step_by_step_json,
    r'"type": "(?:list|paragraph)"|"(?:contents|context|description|details|href|introduction|'
    r'logic|step_by_step_nav|steps|style|text|title|type)":',
)
ROADMAP = Form(
    journeys_elsewhere.from_roadmap,
    r'"(?:additionalSearchTerms|description|id|name|roadmapSteps)":|"step": \d+|": \{\}'
    r'|"industryOnboardingQuestions": \{\}',
)
ROUTES = Form(journeys_elsewhere.from_routes, r"^ +(?:next|query|when):")
MERMAID = Form(
    journeys_elsewhere.from_mermaid, r"^\s*(?:journey|title|section)\b|: *[1-5] *(?=:|$)"
)
PERSONA_LIST = Form(
    personas_elsewhere.from_persona_list,
    r"^docs.*|^[- ]+(?:title|name|job-title|role-description|quote|desc|description|details-more):",
)
PERSONA_PAGE = Form(personas_elsewhere.from_persona_page, r"^(?:title|description|excerpt):|^## .+")
# What stands above the first persona is a page written by hand, no field of anybody.
PERSONAS = Form(personas_elsewhere.from_personas_in_one_page, r"\A(?s:.+?)(?=^## )")
SCOPE = Form(personas_elsewhere.from_scope_and_journeys, r"^#.+|^\d\. ")
# Headings, and in its tables the first line and the first column: titles of steps, told above.
ANALYSED = Form(
    personas_elsewhere.from_analysed_journey,
    r"^#.+|^\| (?:Stage|Этап) .+|^\| [^|]+\||^```mermaid|^graph TD|^ +A\[.+?\]|^\d\. "
    r"|\b[A-E]\d?(?=\[| )|" + MERMAID.syntax,
)

FORMS: dict[str, Form] = {
    "maps/m03": GUIDE,
    **dict.fromkeys(("other/01", "other/04", "other/05"), PERSONA_LIST),
    **dict.fromkeys((f"other/{n}" for n in ("06", "07", "08", "09", "10", "11")), PERSONA_PAGE),
    "other/16": PERSONAS,
    **dict.fromkeys(("other/32", "other/33"), GUIDE_JSON),
    **dict.fromkeys(("other/34", "other/35", "other/36"), ROUTES),
    **dict.fromkeys(("other/40", "other/41", "other/42"), ROADMAP),
    **dict.fromkeys(("other/43", "other/44"), ANALYSED),
    "other/56": SCOPE,
    "mermaid/": MERMAID,
}
"""The form of the files whose path begins so."""


def real_files(*forms: Form) -> list[str]:
    """Give the files of these forms, of any form if none is named, in the order of names."""
    paths = [path for path in sorted(REAL.glob("*/*")) if path.suffix in SUFFIXES]
    names = [path.relative_to(REAL).as_posix() for path in paths]
    return [name for name in names if not forms or form_of(name) in forms]


def form_of(name: str) -> Form:
    return next(form for start, form in FORMS.items() if name.startswith(start))


@pytest.mark.parametrize("name", real_files())
def test_no_word_of_a_real_file_is_lost(name: str, tmp_path: Path) -> None:
    text = (REAL / name).read_text(encoding="utf-8")
    form = form_of(name)
    syntax = re.findall(form.syntax, text, re.MULTILINE)
    said = words([text]) - words(syntax)
    assert said - words(all_texts(written(form.convert(text), tmp_path))) == Counter()


@pytest.mark.parametrize("name", real_files(MERMAID))
def test_a_mermaid_journey_keeps_who_feels_what_in_which_section(name: str, tmp_path: Path) -> None:
    text = (REAL / name).read_text(encoding="utf-8")
    lines = []
    for stage in journey(written(MERMAID.convert(text), tmp_path)).stages:
        lines.append(f"section {stage.title}")
        for step in stage.steps:
            scores = [one.score for one in step.emotion]
            score = f"{scores[0].value + 3:.0f}" if scores and scores[0] else step.rows["score"][0]
            actors = ", ".join(actor.text for actor in step.actors)
            lines.append(":".join(filter(None, [step.title, score, actors])))
    kept = [line.strip() for line in text.splitlines()]
    tasks = [
        line for line in kept if line.startswith("section") or (":" in line and line[0] != "%")
    ]
    assert lines == [re.sub(r"\s*:\s*", ":", line) for line in tasks]


def test_a_guide_says_the_same_from_both_of_its_forms(tmp_path: Path) -> None:
    told = []
    for form, name in (
        (GUIDE, "maps/m03-learn-to-drive.md"),
        (GUIDE_JSON, real_files(GUIDE_JSON)[0]),
    ):
        text = (REAL / name).read_text(encoding="utf-8")
        stages = journey(written(form.convert(text), tmp_path / form.convert.__name__)).stages
        told.append(
            [(one.title, one.summary or "", [step.title for step in one.steps]) for one in stages]
        )
        together = [ref.text for stage in stages for way in stage.next or () for ref in way.all]
        assert together == ["part-3", "part-4"]
    assert told[0] == told[1]


@pytest.mark.parametrize("name", real_files(ROADMAP))
def test_a_roadmap_keeps_which_task_belongs_to_which_step(name: str, tmp_path: Path) -> None:
    text = (REAL / name).read_text(encoding="utf-8")
    grouped: dict[str, list[str]] = {}
    for task in sorted(json.loads(text)["roadmapSteps"], key=lambda task: task["step"]):
        grouped.setdefault(str(task["step"]), []).append(task.get("task") or task["licenseTask"])
    stages = journey(written(ROADMAP.convert(text), tmp_path)).stages
    assert {stage.title: [step.title for step in stage.steps] for stage in stages} == grouped


def test_a_service_keeps_where_an_answer_leads(tmp_path: Path) -> None:
    text = (REAL / "other/35-hapi-govuk-journey-map-branching.yml").read_text(encoding="utf-8")
    steps = journey(written(ROUTES.convert(text), tmp_path)).all_steps
    ways = {
        step.id: [(way.to.text, way.when) for way in step.next if way.to]
        for step in steps
        if step.next
    }
    assert ways == {"question-1": [("complete", "answer: yes"), ("question-2", None)]}


def journey(loaded: Loaded) -> Journey:
    return next(entry for entry in loaded.entries if isinstance(entry, Journey))


def written(maps: Maps, folder: Path) -> Loaded:
    """Write maps as YAML and load them again; raise AssertionError at a finding of level error."""
    for name, data in maps.items():
        path = folder / "maps" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        path.write_text(text, encoding="utf-8")
    return loaded_without_errors(folder / "maps")


def all_texts(loaded: Loaded) -> Iterable[str]:
    return (text for entry in loaded.entries for text in texts_of(entry))


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text))
