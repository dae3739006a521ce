"""Makes the building blocks of ``templates/parts/`` usable in a Jinja environment."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache, partial
from typing import TypeVar

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mkdocs_journeys.changes.differences import short
from mkdocs_journeys.language import Language, gettext, ngettext, pgettext, spoken
from mkdocs_journeys.model.choice_words import choice_word, confidence_words
from mkdocs_journeys.pages.changes import level_in_words
from mkdocs_journeys.pages.map_facts import MapFacts
from mkdocs_journeys.palette import FAMILIES
from mkdocs_journeys.render.curve import curve_slices, height_of, sparkline
from mkdocs_journeys.render.curve_svg import curve_picture
from mkdocs_journeys.render.emotion_lane import (
    curves_of,
    emotion_lane,
    has_room,
    is_wide,
    own_curve,
    whole_percent,
)
from mkdocs_journeys.render.feeling import LABELS, feeling, score_in, signed
from mkdocs_journeys.render.icons import is_icon_name

R = TypeVar("R")


PARTS = {
    "marks": "marks",
    "blocks": "blocks",
    "share": "share",
    "tools": "map_tools",
    "choices": "choices",
    "ties": "ties",
    "entries": "entry",
    "parts": "part",
    "map": "map",
    "others": "other_views",
    "people": "people",
    "personas": "persona",
    "encounters": "encounters",
    "cards": "cards",
    "charts": "charts",
    "work": "work",
    "changed": "changed",
    "released": "released",
}
"""What the macros of a file in ``templates/parts/`` are called by in every template: ``{{
marks.face(1) }}``. A file knows those before it."""


def add_parts(environment: Environment) -> None:
    """Give an environment the macros of ``templates/parts/``, read once and for all pages.

    An ``import`` in each template would make all of them anew for each page, which was a
    twentieth of the whole build. Comes last: they call the functions of an environment. What a
    file says outside of its macros is said in the language spoken here.
    """
    for name, file in PARTS.items():
        template = environment.get_template(f"parts/{file}.html.jinja")
        environment.globals[name] = template.make_module()


def add_blocks(environment: Environment, emotion_labels: tuple[str, ...] = LABELS) -> None:
    """Give an environment the functions and the words that the macros in ``templates/`` call.

    ``emotion_labels`` are the handbook's five words from -2 to 2. The environment must have
    autoescape on: the macros escape nothing themselves.
    """
    lane = for_the_last(partial(emotion_lane, labels=emotion_labels))
    environment.globals.update(
        avatar_family=avatar_family,
        curve_slices=curve_slices,
        curve_picture=lambda facts: curve_picture(facts, lane(facts), emotion_labels),
        curves_of=for_the_last(curves_of),
        emotion_lane=lane,
        feeling=partial(feeling, labels=emotion_labels),
        has_room=has_room,
        height_of=height_of,
        initials=initials,
        is_icon_name=is_icon_name,
        is_wide=is_wide,
        level_in_words=level_in_words,
        own_curve=own_curve,
        score_in=score_in,
        cut=short,
        signed=signed,
        sparkline=lru_cache(maxsize=1024)(sparkline),
        whole_percent=whole_percent,
    )
    environment.filters.update(choice_word=_choice_word, confidence_words=_confidence_words)
    environment.add_extension("jinja2.ext.i18n")
    # The extension's own method; what a template says is escaped where it is put in.
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # see above
        gettext, ngettext, newstyle=True, pgettext=pgettext
    )
    environment.globals["_"] = environment.globals["gettext"] = _say


@lru_cache(maxsize=4096)
def _said(_language: Language, words: str) -> Markup:
    return Markup(gettext(words))  # from a catalogue of ours, never from a map


# A page says a hundred things: this is the extension's own function without what it looks up anew.
# Jinja never calls it when it compiles, so what is said is in the language of the page.
def _say(words: str, /, **variables: object) -> Markup:
    said = _said(spoken(), words)
    return said % variables if variables or "%" in said else said


def for_the_last(work_out: Callable[[MapFacts], R], most: int = 4) -> Callable[[MapFacts], R]:
    """Let what is worked out of a map be known while its pages are written, one after another.

    Told apart by the very map and not by what it says; of other maps than the ``most`` last ones
    nothing is kept.
    """
    known: OrderedDict[int, tuple[MapFacts, R]] = OrderedDict()

    def of(facts: MapFacts) -> R:
        if id(facts) not in known:
            # With the map itself, so that no other one can get its number meanwhile.
            known[id(facts)] = (facts, work_out(facts))
            if len(known) > most:
                known.popitem(last=False)
        return known[id(facts)][1]

    return of


# With the context, so that Jinja does not say a constant once and for all languages when it
# compiles a template.
@pass_context
def _choice_word(_: Context, choice: str | None) -> str:
    return choice_word(choice)


@pass_context
def _confidence_words(_: Context, confidence: str | None) -> str:
    return confidence_words(confidence)


def initials(name: str) -> str:
    """At most two capital letters for an avatar: of the first and of the last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))


def avatar_family(thing: str) -> str:
    """The family whose soft fill an avatar has: always the same one for the same id."""
    return FAMILIES[hashlib.sha256(thing.encode()).digest()[0] % len(FAMILIES)]
