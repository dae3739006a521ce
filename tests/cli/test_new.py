"""`journeys new` begins files that the loader takes, and never touches one that is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mkdocs_journeys.exporters.blank_form import FIRST_STAGES, OF_STAGES, OF_STEPS, Form, blank_form
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.model.shapes import shapes_of
from mkdocs_journeys.model.step import Stage, Step
from tests.cli.in_process import journeys
from tests.cli.quiet import lay

ORDER = """\
title: I order, and wait
personas: [bea, tom]
stages:
  - id: choose
    title: "Choose: at last"
    lifecycle: buy
    steps:
      - {id: pick, title: I pick a slot, channel: web, emotion: -2, pain_points: [Too many]}
      - title: Nobody gave me an id
        channels: [web, "by post, or so"]
  - id: pay
    title: I pay
"""
BOOK = {
    "maps/journeys/order.yml": ORDER,
    "maps/personas/bea.yml": "name: Bea\nrole: Baker\ngoals: [Bread]\nformerly: [busy-bea]\n",
    "maps/personas/tom.yml": "name: Tom\n",
    "maps/channels.yml": "- {id: web, title: Website, family: digital}\n",
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return lay(tmp_path, BOOK)


def rules_in(folder: Path, path: str = "maps") -> list[str]:
    ran = journeys(folder, "check", "--format", "json", "--fail-on", "never", path)
    return [one["rule"] for one in json.loads(ran.stdout)["problems"]]


@pytest.mark.parametrize("kind", [kind.key_kind for kind in KINDS])
def test_a_new_file_of_every_kind_stands_at_its_place_and_has_nothing_to_mend(
    kind: str, book: Path
) -> None:
    ran = journeys(book, "new", kind, "my-own")
    (path,) = ran.stdout.splitlines()
    assert (ran.returncode, ran.stderr) == (0, "Fill it in, then run: journeys check\n")
    assert Path(path).stem == "my-own"
    assert rules_in(book, path) == []
    (found,) = [one for one in load(book / "maps", "maps").entries if one.id == "my-own"]
    assert found.key_kind == kind
    assert found.called == "My own"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.key_kind))
def test_every_field_is_explained_and_is_taken_once_its_mark_is_off(
    kind: type, tmp_path: Path
) -> None:
    """Files are left out: there are none."""
    form = Form(kind=kind, title="Mine", said={}, stages=FIRST_STAGES, known={})
    text = blank_form(form)
    opened = re.sub(r"^( *)# (?=\w+: )(?!images?:|file:)", r"\1", text, flags=re.MULTILINE)
    hidden = {"id", "formerly", "stages", "steps", "image", "images", "file"}
    keys = {shape.key for shape in shapes_of(kind)} - hidden
    assert keys <= set(re.findall(r"^(\w+):", opened, re.MULTILINE))
    for shape in shapes_of(kind):
        assert shape.attribute in hidden or f" # {shape.words.meaning}" in text
    lay(tmp_path, {f"maps/{form.kind.folder}/mine.yml": opened})
    problems = load(tmp_path / "maps", "maps").problems
    assert [str(one.place) + one.what for one in problems] == []


def test_what_is_shown_of_stages_and_steps_exists() -> None:
    for thing, shown in ((Stage, OF_STAGES), (Step, OF_STEPS)):
        assert {*shown} <= {shape.attribute for shape in shapes_of(thing)}


def test_without_an_id_it_has_one_that_says_so(book: Path) -> None:
    assert journeys(book, "new", "term").stdout == "maps/terms/new-term.yml\n"


def test_stages_get_ids_of_their_own_in_any_script(book: Path) -> None:
    journeys(
        book, "new", "journey", "j", "--stages", "Find it: now, 支払う,, Find it now, first step"
    )
    assert rules_in(book, "maps/journeys/j.yml") == []
    (journey,) = [one for one in load(book / "maps", "maps").entries if one.id == "j"]
    assert isinstance(journey, Journey)
    titles = ["Find it: now", "支払う", "Find it now", "first step"]
    assert [stage.title for stage in journey.stages] == titles
    assert len({stage.id for stage in journey.stages} | {"first-step"}) == 5
    assert all(re.fullmatch(r"[a-z0-9-]+", stage.id) for stage in journey.stages)


def test_a_future_map_has_the_same_steps_and_claims_nothing(book: Path) -> None:
    assert journeys(book, "new", "journey", "--future-of", "order").returncode == 0
    assert rules_in(book, "maps/journeys/order-future.yml") == ["id-missing"]
    entries = {one.id: one for one in load(book / "maps", "maps").entries}
    now, then = entries["order"], entries["order-future"]
    assert isinstance(now, Journey)
    assert isinstance(then, Journey)
    assert (then.state, then.status) == ("future", "draft")
    assert then.future_of
    assert then.future_of.text == "order"
    assert [one.text for one in then.personas] == ["bea", "tom"]
    assert [(one.id, one.title) for one in then.stages] == [
        (one.id, one.title) for one in now.stages
    ]
    assert [(one.id, one.title) for one in then.all_steps] == [
        (one.id, one.title) for one in now.all_steps
    ]
    pick, second = then.all_steps
    assert not pick.emotion
    assert not pick.pain_points
    assert [ref.text for ref in second.channels] == ["web", "by post, or so"]
    assert not second.spot.has("id"), "a position is no id"


@pytest.mark.parametrize(
    "title",
    [
        *(
            "yes",
            "010",
            "- a",
            "# b",
            "a: b",
            "a #b",
            "{a: b}",
            "[a]",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
        ),
        *(
            "`a`",
            "a, b",
            "it's",
            'say "a"',
            """it's "a" """.strip(),
            "a\\b",
            "a:",
            "a  b",
            "?",
            "|",
        ),
        *("支払う", "👩‍🔧 comes", "a\xa0b", "\u202eabc"),
    ],
)
def test_every_title_is_copied_letter_by_letter(title: str, tmp_path: Path) -> None:
    said = json.dumps(title, ensure_ascii=not title.isprintable())
    said = said.replace("\\ud83d\\udc69", "👩").replace("\\ud83d\\udd27", "🔧")
    order = f"title: I order\nstages: [{{id: a, title: {said}, channels: [{said}, web]}}]\n"
    lay(tmp_path, {"maps/journeys/order.yml": order})
    assert journeys(tmp_path, "new", "journey", "--future-of", "order").returncode == 0
    assert rules_in(tmp_path, "maps/journeys/order-future.yml") == []
    now, then = load(tmp_path / "maps", "maps").entries
    assert isinstance(now, Journey)
    assert isinstance(then, Journey)
    assert now.stages[0].title == then.stages[0].title == title
    assert [ref.text for ref in then.stages[0].channels] == [title, "web"]


def test_the_structure_of_another_is_taken_over_and_not_its_words(book: Path) -> None:
    journeys(book, "new", "persona", "ann", "--from", "busy-bea")
    text = (book / "maps/personas/ann.yml").read_text(encoding="utf-8")
    opened = re.findall(r"^(\w+):(.*?) +#", text, re.MULTILINE)
    assert opened == [("name", " Ann"), ("role", ""), ("goals", "")]
    assert rules_in(book, "maps/personas/ann.yml") == []
    journeys(book, "new", "journey", "again", "--from", "order")
    text = (book / "maps/journeys/again.yml").read_text(encoding="utf-8")
    assert "id: pick" in text
    assert "Too many" not in text


def test_nothing_is_overwritten_and_no_name_given_twice(book: Path) -> None:
    (book / "maps/terms").mkdir()
    (book / "maps/terms/mine.yaml").write_text("title: [broken\n", encoding="utf-8")
    for kind, id_, said in (
        ("journey", "order", "There is a journey `order` already: maps/journeys/order.yml:1:8."),
        ("channel", "web", "There is a channel `web` already: maps/channels.yml:1:8."),
        ("stakeholder", "bea", "There is a persona `bea` already: maps/personas/bea.yml:1:7."),
        ("persona", "busy-bea", "`busy-bea` was the id of “Bea”"),
        ("term", "mine", "There is a term `mine` already: maps/terms/mine.yaml:1:1."),
    ):
        ran = journeys(book, "new", kind, id_)
        assert ran.returncode == 2
        assert said in ran.stderr
    assert (book / "maps/journeys/order.yml").read_text(encoding="utf-8") == ORDER


def test_a_file_that_the_handbook_does_not_read_stays_too(book: Path) -> None:
    (book / "maps/terms").mkdir()
    (book / "maps/terms/mine.yml").symlink_to(book / "nowhere.yml")
    ran = journeys(book, "new", "term", "mine")
    assert ran.returncode == 2
    assert not (book / "nowhere.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("journey", "Busy Bea"), "Did you mean `busy-bea`?"),
        (("journey", "index"), "no name that the site needs itself"),
        (("journey", "../up"), "cannot be an id"),
        (("journey", "x", "--from", "ordre"), "Did you mean `order`?"),
        (("persona", "x", "--stages", "a,b"), "Only a journey has stages"),
        (("journey", "x", "--stages", "a", "--from", "order"), "Take one of"),
        (("journey", "x", "--maps", "atlas"), "There is no folder `atlas`"),
    ],
)
def test_what_cannot_be_begun_is_said_plainly(
    arguments: tuple[str, ...], said: str, book: Path
) -> None:
    ran = journeys(book, "new", *arguments)
    assert ran.returncode == 2
    assert said in ran.stderr


def test_a_future_has_no_future(book: Path) -> None:
    journeys(book, "new", "journey", "--future-of", "order")
    ran = journeys(book, "new", "journey", "--future-of", "order-future")
    assert ran.returncode == 2
    assert "is a future map itself" in ran.stderr


def test_editors_are_led_to_the_schema_from_any_depth(book: Path) -> None:
    assert journeys(book, "schema", "--project", "--output", ".schema").returncode == 0
    journeys(book, "new", "journey", "j")
    first, *_ = (book / "maps/journeys/j.yml").read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../../.schema/journey.json"
    journeys(book / "maps", "new", "term", "t", "--maps", ".")
    first, *_ = (book / "maps/terms/t.yml").read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../../.schema/term.json"
