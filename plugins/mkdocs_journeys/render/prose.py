"""Prose of authors: Markdown with links, emphasis, lists and code, and nothing that runs."""

from __future__ import annotations

import re
from functools import cache

import nh3
from markdown import Markdown
from markupsafe import Markup

TAGS = {"p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "a", "blockquote"}
SCHEMES = {"http", "https", "mailto"}

_PLAIN = re.compile(r"[^*_`\[\]<>\\#|~=\n+-]*")
"""Text in which Markdown finds nothing to do."""

_DEEP = re.compile(r"^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t>])){13}|^(?: {4}|\t){13}", re.M)
"""Lists and quotations more than 12 deep: Python-Markdown goes one call deeper for each."""

_MOST_LOOKED_AT = 400_000
"""For each `[` the converter looks through the rest of the text: so many letters, no more."""


@cache
def _converter() -> Markdown:
    converter = Markdown()
    # HTML that an author typed is text: without these two, Markdown shows it as it stands.
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    # Pictures would be asked for from elsewhere; maps have `images:` for them.
    converter.inlinePatterns.deregister("image_link")
    converter.inlinePatterns.deregister("image_reference")
    return converter


def prose(text: str | None) -> Markup:
    """Give prose as safe HTML: paragraphs, links, emphasis, lists and code.

    Nothing gives nothing. Raw HTML is shown as text. Links may lead to http, https, mailto or a
    relative address; others lose their address and keep their words. Text in which nobody would
    find a way (lists 13 deep, thousands of brackets) is shown as it was typed.
    """
    if not text:
        return Markup("")
    if _PLAIN.fullmatch(text) or _is_a_maze(text):
        return Markup("<p>{}</p>").format(text)
    html = _converter().reset().convert(text)
    return Markup(nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES))


def _is_a_maze(text: str) -> bool:
    """Tell whether converting this would take minutes, or end in an error."""
    return bool(_DEEP.search(text)) or text.count("[") * len(text) > _MOST_LOOKED_AT
