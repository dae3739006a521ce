"""Every word of ours is said in the language of the site, and no word of an author is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from lxml import etree, html

from mkdocs_journeys.catalog.audience import shown_of
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.language import (
    ENGLISH,
    LOCALES,
    Language,
    gettext,
    in_direction,
    language_called,
    ngettext,
    speaking,
    with_own_words,
)
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.model.choice_words import choice_word, confidence_words
from mkdocs_journeys.model.values import FREQUENCIES, SEVERITIES
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.feeling import LABELS, feeling, signed
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Writer
from tests.greek import choices, nouns, write_greek
from tests.hostile.texts import handbook_of
from tests.maps_on_disk import TODAY, catalog_of, write_maps
from tools import words as catalogues

ROOT = Path(__file__).parents[1]
GERMAN = LOCALES / "de" / "LC_MESSAGES" / "mkdocs_journeys.po"
PLACE = re.compile(r"%\((\w+)\)[sd]|%%|\{\w+\}|</?\w+>")


@cache
def german() -> Catalog:
    with GERMAN.open("rb") as readable:
        return read_po(readable, locale="de", abort_invalid=True)


def entries(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


# The catalogues


def test_the_catalogues_hold_exactly_what_code_and_templates_say() -> None:
    stale = [
        file.name for file, text in catalogues.catalogues().items() if file.read_bytes() != text
    ]
    assert stale == [], "run make words"


def test_a_word_that_is_said_newly_makes_the_check_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert catalogues.main(["--check"]) == 0
    monkeypatch.setattr(catalogues, "messages", lambda: (("A word that nobody says", None),))
    assert catalogues.main(["--check"]) == 1
    assert "mkdocs_journeys.pot is not current: run make words" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('_("one " "two")', ["one two"]),
        ("f\"<p>{_('inside')}</p>\"", ["inside"]),
        ('ngettext("one", "many", n)', [("one", "many")]),
        ("_(variable)", []),
    ],
)
def test_words_are_found_wherever_python_says_them(source: str, found: list[object]) -> None:
    assert [words for words, _ in catalogues.said_in_python(source)] == found


def test_everything_is_said_in_german() -> None:
    silent = [one.id for one in entries(german()) if not one.string or not all(one.string)]
    assert silent == []
    assert not [one.id for one in entries(german()) if one.fuzzy]


def test_german_has_the_same_places_as_english() -> None:
    for one in entries(german()):
        said = zip(_texts(one.id), _texts(one.string), strict=True)
        for english, translated in said:
            assert sorted(_places(english)) == sorted(_places(translated)), one.id
        assert not one.check(german()), one.id


def test_a_noun_has_one_german_word() -> None:
    nouns = {one.id: one.string for one in entries(german())}
    for english, translated in (
        ("Journey", "Journey"),
        ("Stage", "Phase"),
        ("Step", "Schritt"),
        ("Touchpoint", "Kontaktpunkt"),
        ("Pain point", "Schmerzpunkt"),
        ("Opportunity", "Chance"),
        ("Initiative", "Maßnahme"),
        ("Metric", "Kennzahl"),
    ):
        assert nouns[english] == translated
        for noun, wrong in WRONG_NOUNS.items():
            for one in entries(german()):
                if noun == english:
                    assert wrong not in " ".join(_texts(one.string)), one.id


WRONG_NOUNS = {
    "Journey": "Reise",
    "Touchpoint": "Berührungspunkt",
    "Opportunity": "Gelegenheit",
    "Initiative": "Initiative",
    "Metric": "Metrik",
}
"""Words that would do as well, and would make two of one."""


def _texts(said: Any) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _places(said: str) -> list[str]:
    return [one[0] for one in PLACE.finditer(said)]


# What is said


class Marked(NullTranslations):
    """A language that puts everything of ours into ⟦brackets⟧."""

    def gettext(self, message: str) -> str:
        """Mark words."""
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Mark words with a count."""
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        """Mark a word with several meanings."""
        return f"⟦{message}⟧"


MARKED = Language(Locale.parse("el"), Marked())
"""Greek, as the authors of the maps here write: its months and numbers are no words of ours."""

SAID_TO_LISTENERS = ("aria-label", "title", "alt", "placeholder", "data-l")
SAID_BY_SCRIPTS = re.compile(r"data-jm-(?:said|none|[a-z]+-said)")
LATIN = re.compile(r"[A-Za-z]{2,}")
NO_WORDS = re.compile(
    r"https?://\S+|[\w./-]+\.\w{2,4}|\b[A-Z]{2,3}\b|[a-z0-9]+(?:[-/][a-z0-9]+)+|as such|Life 1"
)
"""Addresses, files, currencies and ids; and what the made-up handbook calls things by itself."""


SPARSE = {
    "journeys/bare.yml": "title: Γυμνό\n",
    "journeys/one.yml": "title: Ένα\npersonas: [eva]\nstages:\n- {id: a, title: Άλφα}\n"
    "- id: b\n  title: Βήτα\n  steps:\n"
    "  - {title: Γάμμα}\n  - {title: Δέλτα, next: [{to: a}, {exit: Έξω}]}\n",
    "journeys/one-future.yml": "title: Μέλλον\nstate: future\nreplaces: [one]\n",
    "personas/eva.yml": "name: Εύα\n",
    "personas/nobody.yml": "name: Κανείς\n",
    "segments/many.yml": "title: Πολλοί\n",
    "stakeholders/team.yml": "name: Ομάδα\n",
    "metrics/pulse.yml": "title: Παλμός\n",
    "metrics/once.yml": "title: Μία\nreadings: [{date: 2026-01, value: 1}]\n",
    "evidence/talk.yml": "title: Λόγια\nkind: interview\n",
    "insights/aha.yml": "title: Αχά\n",
    "opportunities/more.yml": "title: Περισσότερα\n",
    "opportunities/half.yml": "title: Μισό\neffort: 2\n",
    "initiatives/work.yml": "title: Δουλειά\n",
    "channels.yml": "- {id: air, title: Αέρας}\n",
    "touchpoints.yml": "- {id: bill, title: Λογαριασμός}\n",
    "terms.yml": "- {id: word, title: Λέξη}\n",
    "handbook.yml": "lifecycle: [{id: join, title: Μπες}]\n",
}
"""One bare thing of each kind, so that every sentence about what is missing is said."""


def lay(which: str, folder: Path) -> Path:
    """Lay out a handbook whose authors write Greek."""
    if which == "example":
        return write_greek(ROOT / "maps", folder / "maps")
    if which == "full":
        return handbook_of("Λέξη προς λέξη").lay(folder / "maps")
    return write_maps(folder, SPARSE if which == "sparse" else {"handbook.yml": "format: 1\n"})


@pytest.mark.parametrize("which", ["example", "full", "sparse", "empty"])
def test_every_word_of_ours_goes_through_the_catalogue(which: str, tmp_path: Path) -> None:
    catalog = shown_of(look_up(load(lay(which, tmp_path), "maps"), TODAY))
    writer = Writer(catalog=catalog, links=Links(), pictures=Pictures(Sandboxed()), language=MARKED)
    with speaking(MARKED):
        pages = all_pages(catalog)
    unsaid = {
        f"{page.template}: {words}"
        for page in pages
        for words in (
            *not_said(writer.write(page).html),
            *outside(page.title),
            *outside(page.lede),
        )
    }
    assert not unsaid, "\n".join(sorted(unsaid))


def test_no_word_of_an_author_goes_through_the_catalogue(tmp_path: Path) -> None:
    journey = "title: Stages\npersonas: [Owner]\nstages:\n- title: Steps\n  steps:\n"
    journey += "  - {title: Pain points, thoughts: [Very negative], pain_points: [Neutral]}\n"
    catalog = catalog_of(tmp_path, {"journeys/stages.yml": journey})
    speaks = language_called("de")
    with speaking(speaks):
        (page,) = (one for one in all_pages(catalog) if one.template == "journey")
    writer = Writer(catalog=catalog, links=Links(), pictures=Pictures(Sandboxed()), language=speaks)
    tree = html.fromstring(writer.write(page).html)
    texts = " ".join(tree.itertext())
    for word in ("Stages", "Pain points", "Very negative", "Neutral"):
        assert word in texts
    assert "Schmerzpunkte" in texts, "our own heading of the lane, beside the author's words"


def not_said(written: str) -> Iterator[str]:
    """Give every word of a page that stands outside of all brackets."""
    tree = html.fragment_fromstring(written)
    for element in tree.iter(etree.Element):
        for name, value in element.attrib.items():
            if name in SAID_TO_LISTENERS or SAID_BY_SCRIPTS.fullmatch(name):
                yield from outside(value)
    for code in tree.xpath("//code | //pre"):
        for below in code.iter():
            below.text = None
            if below is not code:
                below.tail = None
    yield from outside("\n".join(tree.itertext()))


def outside(text: str) -> list[str]:
    """Give what has Latin letters and stands outside of ⟦brackets⟧, line by line."""
    while text != (peeled := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
        text = peeled
    lines = (NO_WORDS.sub("", line).strip() for line in text.split("\n"))
    return [line for line in lines if LATIN.search(line)]


def test_every_choice_and_every_noun_of_the_model_has_its_word() -> None:
    words = choices() | nouns() | {*SEVERITIES, *FREQUENCIES}
    with speaking(MARKED):
        silent = [word for word in words if not choice_word(word).startswith("⟦")]
    assert silent == []


def test_confidence_is_told_in_words() -> None:
    assert [confidence_words(one) for one in ("low", "high", None)] == [
        "Low confidence",
        "High confidence",
        "",
    ]


# Languages


@pytest.mark.parametrize(
    ("tag", "word", "number", "is_right_to_left"),
    [
        ("en", "Step", "+1.5", False),
        ("de", "Schritt", "+1,5", False),
        ("de-AT", "Schritt", "+1,5", False),
        ("de_CH", "Schritt", "+1.5", False),
        ("fr", "Step", "+1,5", False),
        ("ar", "Step", "+1.5", True),
        ("klingon", "Step", "+1.5", False),
        ("", "Step", "+1.5", False),
    ],
)
def test_a_tag_names_a_language(tag: str, word: str, number: str, is_right_to_left: bool) -> None:
    language = language_called(tag)
    with speaking(language):
        assert (gettext("Step"), signed(1.5)) == (word, number)
    assert language.is_right_to_left == is_right_to_left


def test_a_site_may_run_the_other_way_than_its_language() -> None:
    assert in_direction(ENGLISH, "rtl").is_right_to_left
    assert not in_direction(language_called("ar"), "ltr").is_right_to_left
    assert in_direction(language_called("ar"), "").is_right_to_left


def test_a_language_is_spoken_only_as_long_as_it_is() -> None:
    with speaking(language_called("de")):
        assert gettext("Stage") == "Phase"
    assert gettext("Stage") == "Stage"


def test_the_words_of_the_scale_are_said_as_long_as_they_are_ours() -> None:
    with speaking(language_called("de")):
        assert feeling(-2, LABELS).label == "Sehr negativ"
        assert feeling(-2, ("Neutral", *LABELS[1:])).label == "Neutral"


# Words of the user's own


def own(folder: Path, name: str, entry: str) -> Path:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (folder / name).write_text(head + entry, encoding="utf-8")
    return folder


def test_own_words_stand_before_ours_and_leave_the_others(tmp_path: Path) -> None:
    words = own(tmp_path, "de.po", 'msgid "Journey"\nmsgstr "Kundenreise"\n')
    with speaking(with_own_words(language_called("de-AT"), words)):
        assert (gettext("Journey"), gettext("Stage")) == ("Kundenreise", "Phase")
        assert ngettext("%(num)d map", "%(num)d maps", 2) == "%(num)d Karten"
    with speaking(with_own_words(ENGLISH, words)):
        assert gettext("Journey") == "Journey"


def test_english_can_be_said_differently_too(tmp_path: Path) -> None:
    words = own(tmp_path, "en.po", 'msgid "Journey"\nmsgstr "Experience"\n')
    with speaking(with_own_words(ENGLISH, words)):
        assert gettext("Journey") == "Experience"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ('#, python-format\nmsgid "Due %(day)s"\nmsgstr "Bis %(tag)s"\n', "“Bis %(tag)s”"),
        ("<<<<<<< HEAD\n", "de.po is no catalogue of words"),
    ],
)
def test_own_words_that_cannot_be_said_are_told_with_their_file(
    tmp_path: Path, entry: str, reason: str
) -> None:
    with pytest.raises(ValueError, match=r"de\.po") as told:
        with_own_words(language_called("de"), own(tmp_path, "de.po", entry))
    assert reason in str(told.value)
