"""The Atom feed of releases (RFC 4287), for those who want to be told."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from markupsafe import Markup

from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import ngettext, spoken
from mkdocs_journeys.model.choice_words import choice_word
from mkdocs_journeys.pages.changes import CHANGES
from mkdocs_journeys.pages.feed import FeedEntry, FeedFacts
from mkdocs_journeys.pages.release_rows import EntryRow
from mkdocs_journeys.render.feeling import score_in, signed
from mkdocs_journeys.render.links import Links

FEED = "feed.xml"
"""What the feed is called, beside the page of all that changed."""

_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, however it is written."""


def feed_of(facts: FeedFacts, links: Links, title: str) -> str:
    """Write the feed of a site that says where it is published. The same facts, the same bytes."""
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": spoken().tag})
    page = links.from_anywhere(CHANGES, "") or ""
    own = links.from_anywhere(CHANGES, FEED) or ""
    _add(feed, "id", _tag_uri(links.site, facts.since, "changes"))
    _add(feed, "title", _("%(handbook)s: what changed") % {"handbook": title})
    _add(feed, "updated", _moment(facts.when))
    _link(feed, "self", own, "application/atom+xml")
    _link(feed, "alternate", page, "text/html")
    _add(Xml.SubElement(feed, "author"), "name", title)
    for entry in facts.entries:
        _entry(feed, entry, links)
    Xml.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(feed, "unicode")}\n'


def _entry(feed: Xml.Element, entry: FeedEntry, links: Links) -> None:
    own = Xml.SubElement(feed, "entry")
    _add(own, "id", _tag_uri(links.site, entry.when, f"changes/{entry.fingerprint}"))
    _add(own, "title", entry.title)
    _add(own, "updated", _moment(entry.when))
    _link(own, "alternate", links.from_anywhere(entry.page, f"#{entry.anchor}") or "", "text/html")
    for name in dict.fromkeys(
        row.reason.author for row in entry.rows if row.reason and row.reason.author
    ):
        _add(Xml.SubElement(own, "author"), "name", name)
    told = Markup("").join(_told(row) for row in entry.rows)
    if entry.left:
        more = ngettext("%(num)d more change", "%(num)d more changes", entry.left)
        told += Markup("<li>{}</li>").format(more % {"num": entry.left})
    # Readers parse it as HTML once they have read it as text.
    _add(own, "content", Markup("<ul>{}</ul>").format(told), type="html")


def _told(row: EntryRow) -> Markup:
    where = row.thing.text or row.home.text
    about = _("%(thing)s, %(about)s") % {"thing": where, "about": row.about}
    parts = [Markup("<b>{}</b> {}: ").format(choice_word(row.sort), about)]
    if row.before:
        parts.append(Markup("<del>{}</del>").format(_value(row, row.before)))
    if row.before and row.after:
        parts.append(Markup(" → "))
    if row.after:
        parts.append(Markup("<ins>{}</ins>").format(_value(row, row.after)))
    if not row.before and not row.after:
        parts.append(Markup("{}.").format(row.says))
    reason = row.reason
    if reason and (reason.text or reason.number):
        why = " ".join(part for part in (reason.text, reason.number) if part)
        parts.append(Markup("<br><small>{}</small>").format(why))
    return Markup("<li>{}</li>").format(Markup("").join(parts))


def _value(row: EntryRow, value: str) -> str:
    score, words = score_in(value) if row.is_feeling else (None, value)
    return value if score is None else f"{signed(score)} {words}".strip()


def _add(parent: Xml.Element, name: str, text: str, **attributes: str) -> None:
    Xml.SubElement(parent, name, attributes).text = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _link(parent: Xml.Element, rel: str, href: str, type_: str) -> None:
    Xml.SubElement(parent, "link", {"rel": rel, "type": type_, "href": href})


def _tag_uri(site: str, when: datetime, what: str) -> str:
    """Give a name that is the site's alone and stays (RFC 4151)."""
    parts = urlsplit(site)
    path = parts.path.strip("/")
    below = f"{path}/{what}" if path else what
    return f"tag:{parts.hostname or 'localhost'},{when:%Y-%m-%d}:{below}"


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"
