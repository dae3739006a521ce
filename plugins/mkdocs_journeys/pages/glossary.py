"""The glossary: the company's own words, and the words of the field."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.registries import Term
from mkdocs_journeys.pages.address import HOME, anchor_of, page_key
from mkdocs_journeys.pages.entries import listed, lost
from mkdocs_journeys.pages.field_words import FieldWord, field_words
from mkdocs_journeys.pages.link import Link, all_mentioned, mentioned
from mkdocs_journeys.pages.page import Find, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFacts:
    """One word of the company; ``old_anchors`` are those it had under its former ids."""

    term: Term
    anchor: str
    old_anchors: tuple[str, ...]
    owner: Link | None
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFacts:
    """Both lists, each by the alphabet. ``lost`` pairs an anchor with a term of a broken file."""

    terms: tuple[TermFacts, ...]
    words: tuple[FieldWord, ...]
    lost: tuple[tuple[str, str], ...]


def glossary_page(catalog: Catalog) -> Page:
    """Give the glossary; the field's words stand in it even where the company has none."""
    terms = sorted(listed(catalog, Term), key=lambda one: (one.called.casefold(), one.id))
    old: dict[Key, tuple[Key, ...]] = {}
    for before, now in catalog.former.items():
        if now.kind == Term.key_kind:
            old[now] = (*old.get(now, ()), before)
    own = {word.casefold() for one in terms for word in (one.called, *one.also)}
    return Page(
        key=page_key("glossary"),
        title=_("Glossary"),
        template="glossary",
        facts=GlossaryFacts(
            terms=tuple(_term(catalog, one, old.get(one.key, ())) for one in terms),
            # Where the company defines a word itself, its definition is the one that counts here.
            words=tuple(one for one in field_words() if one.title.casefold() not in own),
            lost=tuple((anchor_of(link.to), link.text) for link in lost(catalog, Term) if link.to),
        ),
        above=HOME,
        lede=_("The words on these pages, and what we mean by them."),
        finds=tuple(
            Find(
                title=one.called,
                words="\n".join(text for text in (one.definition, one.summary, *one.also) if text),
                anchor=anchor_of(one.key),
            )
            for one in terms
        ),
    )


def _term(catalog: Catalog, term: Term, old: tuple[Key, ...]) -> TermFacts:
    return TermFacts(
        term=term,
        anchor=anchor_of(term.key),
        old_anchors=tuple(anchor_of(key) for key in old),
        owner=mentioned(catalog, term.owner) if term.owner else None,
        sources=all_mentioned(catalog, term.evidence),
    )
