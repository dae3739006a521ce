"""A trait of a persona that the law protects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.writing import Written, place_of
from mkdocs_journeys.model.persona import Persona, Trait
from mkdocs_journeys.model.walk import all_of
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

# The special categories of Article 9 GDPR, and convictions (Article 10), in the words that
# personas use; a trailing star stands for any ending.
CATEGORIES = {
    "religion": "religio* muslim* christians christianity catholic* protestant* jewish jew jews"
    " hindu* buddhist* sikh* atheis* konfession* muslimisch* katholisch* evangelisch* jüdisch*",
    "origin": "ethnic* racial caste hautfarbe ethnisch* migrationshintergrund skin?colo*",
    "sexuality": "sexual* gay lesbian* homosexual* heterosexual* bisexual* lgbt* queer schwul*"
    " lesbisch*",
    "politics": "political* politics party?member* votes?for politisch* parteimitglied*"
    " conservative?voter* labour?voter*",
    "a trade union": "trade?union* union?member* gewerkschaft*",
    "convictions": "criminal* convicted ex-offender* prison* vorbestraft*",
    "health": "hiv cancer depression depressive diabet* epilep* pregnan* drug?addict* alcoholic*"
    " dementia autis* schizophren* bipolar burn?out mental?illness disease* krankheit*"
    " schwanger* süchtig*",
}
"""Needs that follow from a body, such as *uses a screen reader*, are no trait of this sort."""

_NAMES = re.compile(
    "race|faith|origin|denomination|health|illness|union|party|glaube|herkunft|gesundheit",
    re.IGNORECASE,
)
"""Words that mean this as the name of something in `demographics`, and else a lot of things."""


class SensitiveTrait(Rule):
    """Finds traits of personas that the law protects, such as faith, origin, health and politics.

    Looks at `demographics` and at all lists of traits, for words that tell of religion, ethnic
    origin, sexuality, politics, trade unions, convictions and illness. Such traits are rarely
    what a journey is shaped by. Needs that follow from a body (*uses a screen reader*, *cannot
    climb stairs*) are not meant: they belong on the map.

    ## Why it matters to the customer
    Faith or illness explain nothing about how she orders, and invite stereotypes. What matters
    is what she needs. If a trait comes from real people, they were promised that it stays with
    us.

    ## Example
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    demographics: {Religion: Catholic}
    ```

    ## Write instead
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    needs: [No visits on Sunday mornings]
    ```

    ## Options
    `words`: more words to look for; a star stands for any ending: `words: [dialect*]`.
    """

    name = "sensitive-trait"
    group = "words-and-privacy"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every persona; one finding a trait."""
        pattern = _pattern(self.setting(catalog).words)
        for persona in catalog.all(Persona):
            for name in persona.demographics:
                yield from self._in_demographics(persona, name, pattern)
            for trait in all_of(persona, (Trait,)):
                if isinstance(trait, Trait) and (found := pattern.search(trait.title)):
                    place = trait.spot.of("title")
                    written = Written(thing=trait, field="title", text=trait.title, place=place)
                    yield self._finding(persona, written, found)

    def _in_demographics(
        self, persona: Persona, name: str, pattern: re.Pattern[str]
    ) -> Iterator[Problem]:
        """Look at the name of an entry first: what stands behind it tells nothing more."""
        path = f"demographics.{name}"
        place = persona.spot.of(path, "demographics")
        if found := pattern.search(name) or _NAMES.fullmatch(name):
            written = Written(thing=persona, field="demographics", text=name, place=place)
            yield self._finding(persona, written, found)
            return
        for number, value in enumerate(persona.demographics[name]):
            if found := pattern.search(value):
                place = persona.spot.of(f"{path}.{number}", path)
                written = Written(thing=persona, field="demographics", text=value, place=place)
                yield self._finding(persona, written, found)

    def _finding(self, persona: Persona, written: Written, found: re.Match[str]) -> Problem:
        category = (found.lastgroup or "more").replace("_", " ")
        about = "" if category == "more" else f", which tells of {category}"
        return self.problem(
            place_of(written, found.start(), found.end()),
            f"A trait of {persona.called} says “{found[0]}”{about}.",
            "Say what they need because of it, or leave it out.",
        )


@cache
def _pattern(more: tuple[str, ...]) -> re.Pattern[str]:
    categories = {
        **CATEGORIES,
        **({"more": " ".join(word.replace(" ", "?") for word in more)} if more else {}),
    }
    groups = (
        f"(?P<{category.replace(' ', '_')}>{'|'.join(map(_word, words.split()))})"
        for category, words in categories.items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    """Turn a word into a pattern: ``?`` is a space or a hyphen, ``*`` any ending."""
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\?", "[ -]?")
