"""What a list can be narrowed by: the choices a reader has, each with how many it leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from slugify import slugify

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.language import pgettext
from mkdocs_journeys.model.choice_words import choice_word
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.link import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice: its value in the address, its words, and how many items have it."""

    value: str
    title: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """All choices of one sort: ``name`` is their key in the address and the items' attribute.

    ``everything`` are the words for no choice at all, ``of`` how many items there are.
    """

    name: str
    label: str
    everything: str
    choices: tuple[Choice, ...]
    of: int

    @property
    def is_useful(self) -> bool:
        """Tell whether choosing would leave anything out."""
        return any(choice.count < self.of for choice in self.choices)


def narrowing(*sorts: Choices) -> tuple[Choices, ...]:
    """Give the sorts that narrow their list; none for a list in which all is alike."""
    return tuple(one for one in sorts if one.is_useful)


def by_words(
    name: str,
    label: str,
    items: Iterable[str],
    *,
    order: Iterable[str] = (),
    titles: dict[str, str] | None = None,
    everything: str = "",
) -> Choices:
    """Give the choices of a list by a word that each item has, or an empty one.

    They stand in the ``order`` given, others after it as they come. ``titles`` say the words,
    else they are words of the model.
    """
    words = tuple(items)
    said = titles or {}
    return Choices(
        name=name,
        label=label,
        everything=everything or pgettext("everything in a list", "All"),
        choices=tuple(
            Choice(value=word, title=said.get(word) or choice_word(word), count=words.count(word))
            for word in dict.fromkeys((*order, *words))
            if word and word in words
        ),
        of=len(words),
    )


def by_things(
    catalog: Catalog,
    name: str,
    label: str,
    items: Iterable[Collection[Key | None]],
    *,
    everything: str = "",
) -> Choices:
    """Give the choices of a list by the things that each item is about, in the handbook's order."""
    about = tuple({key for key in keys if key} for keys in items)
    return Choices(
        name=name,
        label=label,
        everything=everything or pgettext("everything in a list", "All"),
        choices=tuple(
            Choice(value=key.id, title=catalog.title(key), count=sum(key in keys for keys in about))
            for key in catalog.in_order({key for keys in about for key in keys})
        ),
        of=len(about),
    )


def keys_of(links: Iterable[Link | None]) -> tuple[Key, ...]:
    """Give what these links lead to; words alone lead nowhere."""
    return tuple(link.to for link in links if link and link.to)


def as_value(words: str | None) -> str:
    """Turn an author's own words into a value for the address; empty for none."""
    return slugify(words, allow_unicode=True) if words else ""
