"""Prose of authors: Markdown with links, emphasis, lists and code, and nothing that runs."""

from __future__ import annotations

import re
from functools import cache

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

TAGS = {"p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "a", "blockquote"}
SCHEMES = {"http", "https", "mailto"}

_PLAIN = re.compile(r"[^*_`\[\]<>\\#|~=\n+-]*")
"""Text in which Markdown finds nothing to do."""


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
    relative address; others lose their address and keep their words.
    """
    if not text:
        return Markup("")
    if _PLAIN.fullmatch(text):
        return Markup("<p>{}</p>").format(text)
    html = _converter().reset().convert(text)
    return Markup(nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES))


def line(text: str | None) -> Markup:
    """Give a title or label as text: nothing in it is Markdown."""
    return escape(text or "")
