"""Makes the building blocks of ``templates/parts/`` usable in a Jinja environment."""

from __future__ import annotations

import hashlib
from functools import partial

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from mkdocs_journeys.language import gettext, ngettext, pgettext
from mkdocs_journeys.model.choice_words import choice_word, confidence_words
from mkdocs_journeys.palette import FAMILIES
from mkdocs_journeys.render.curve import curve_slices, height_of, sparkline
from mkdocs_journeys.render.emotion_lane import (
    curves_of,
    emotion_lane,
    has_room,
    is_wide,
    own_curve,
    whole_percent,
)
from mkdocs_journeys.render.feeling import LABELS, feeling, signed
from mkdocs_journeys.render.icons import is_icon_name


def add_blocks(environment: Environment, emotion_labels: tuple[str, ...] = LABELS) -> None:
    """Give an environment the functions and the words that the macros in ``templates/`` call.

    ``emotion_labels`` are the handbook's five words from -2 to 2. The environment must have
    autoescape on: the macros escape nothing themselves.
    """
    environment.globals.update(
        avatar_family=avatar_family,
        curve_slices=curve_slices,
        curves_of=curves_of,
        emotion_lane=partial(emotion_lane, labels=emotion_labels),
        feeling=partial(feeling, labels=emotion_labels),
        has_room=has_room,
        height_of=height_of,
        initials=initials,
        is_icon_name=is_icon_name,
        is_wide=is_wide,
        own_curve=own_curve,
        signed=signed,
        sparkline=sparkline,
        whole_percent=whole_percent,
    )
    environment.filters.update(choice_word=_choice_word, confidence_words=_confidence_words)
    environment.add_extension("jinja2.ext.i18n")
    # The extension's own method; what a template says is escaped where it is put in.
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # see above
        gettext, ngettext, newstyle=True, pgettext=pgettext
    )


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
