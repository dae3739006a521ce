"""Hostile text is normal text: it stands on the page as it was typed, and does nothing."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import etree, html

from mkdocs_journeys.load.folder import load
from mkdocs_journeys.render.prose import TAGS
from mkdocs_journeys.rules.all import BY_NAME
from tests.hostile.texts import TEXTS, handbook_of
from tests.maps_on_disk import as_text
from tests.properties.said import said
from tests.properties.unsaid import unsaid
from tests.properties.values import HARMLESS
from tests.properties.written import Written, invalid, live, parsed, write_all

ORIGINALS = Path(__file__).parents[3] / "shared" / "hostile" / "payloads.json"

Shape = tuple[str, tuple[str, ...], str]


@cache
def harmless(length: int) -> Written:
    """Write the same handbook of plain words; long ones make a map dense."""
    text = HARMLESS if length < 200 else " ".join([HARMLESS] * (length // len(HARMLESS)))
    with TemporaryDirectory() as folder:
        return write_all(handbook_of(text).lay(Path(folder) / "maps"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_in_every_field_stands_there_as_text(name: str, tmp_path: Path) -> None:
    draft = handbook_of(TEXTS[name])
    written = write_all(draft.lay(tmp_path / "maps"))
    problems = (one for one in written.problems if one.rule != "not-an-address")
    wrong = [one for one in problems if one.level == "error"]
    assert not [one for one in wrong if BY_NAME[one.rule].group in ("reading", "links")], as_text(
        wrong
    )
    assert {entry.id: said(entry) for entry in written.catalog.loaded.entries} == draft.said
    assert not list(unsaid(written))
    plain = harmless(len(TEXTS[name])).pages
    assert written.pages.keys() == plain.keys()
    for folder, page in written.pages.items():
        assert not invalid(page)
        tree = parsed(page)
        assert not list(live(tree))
        assert_same_form(tree, parsed(plain[folder]), folder)


def assert_same_form(tree: html.HtmlElement, other: html.HtmlElement, folder: str) -> None:
    """Two pages may differ in words, and in the Markdown of prose; in nothing else."""
    ours, theirs = forms(tree), forms(other)
    fixed = Counter({form: count for form, count in ours.items() if form[0] not in TAGS})
    assert fixed == Counter({form: n for form, n in theirs.items() if form[0] not in TAGS}), folder
    for tag, attributes, class_ in ours.keys() - theirs.keys():
        assert not class_, f"{folder}: <{tag} class={class_}>"
        assert set(attributes) <= {"href", "rel"}, f"{folder}: <{tag} {attributes}>"
    # A label that is cut has its full text in a <title>.
    assert drawn(tree) <= drawn(other) | {("title", ())}


def drawn(tree: html.HtmlElement) -> set[tuple[str, tuple[str, ...]]]:
    # The sprite has a symbol for whatever may be the name of an icon.
    inside = tree.xpath("//svg[not(@class='jm-sprite')]//*")
    return {(element.tag, tuple(element.attrib)) for element in inside}


def forms(tree: html.HtmlElement) -> Counter[Shape]:
    """Count the elements outside of drawings, whose labels break into lines as they need.

    So do the words on the curve of emotions, which stand there for eyes only.
    """
    return Counter(
        (element.tag, tuple(sorted(element.attrib)), element.get("class") or "")
        for element in tree.iter(etree.Element)
        if not any(above.tag == "svg" for above in element.iterancestors())
        and "jm-pt__w" not in (element.get("class") or "").split()
    )


@pytest.mark.parametrize(
    ("field", "longest"), [("title", 200), ("code", 200), ("summary", 20_000), ("note", 20_000)]
)
def test_a_text_that_is_too_long_is_told_of_at_its_place(
    field: str, longest: int, tmp_path: Path
) -> None:
    text = f"title: x\n{field}: {'x' * (longest + 1)}\n".removeprefix(
        "title: x\n" if field == "title" else ""
    )
    path = tmp_path / "maps" / "journeys" / "a.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    (problem, *_) = load(tmp_path / "maps", "maps").problems
    assert problem.place.span.line == (1 if field == "title" else 2)
    assert "at most" in problem.what
    assert len(problem.what) < 200


@pytest.mark.skipif(not ORIGINALS.is_file(), reason="the originals lie beside the project only")
def test_the_copies_are_the_originals() -> None:
    originals = json.loads(ORIGINALS.read_text("utf-8"))
    assert {f"{one['class']}{one['n']}": one["text"] for one in originals} == TEXTS
