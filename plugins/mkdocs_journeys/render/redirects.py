"""Pages at addresses that things had before: they lead on, with the anchor."""

from __future__ import annotations

from markupsafe import escape

from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import spoken
from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.redirects import Redirect
from mkdocs_journeys.render.links import Links

SCRIPT_NAME = "lead-on.js"
LEAD_ON = """// Without a script the page leads on as well; this carries the anchor along.
var link = document.querySelector("a[data-lead-on]");
if (link) location.replace(link.href.split("#")[0] + location.hash);
"""


def redirect_page(redirect: Redirect, links: Links) -> tuple[str, str]:
    """Give the file of a redirect, below the site, and its HTML in the language spoken."""
    here = page_key(redirect.old)
    way = links.href(here, redirect.to)
    language = spoken()
    direction = ' dir="rtl"' if language.is_right_to_left else ""
    html = (
        f'<!doctype html>\n<html lang="{language.tag}"{direction}>\n<meta charset="utf-8">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(_('This page has moved'))}</title>\n"
        f'<link rel="canonical" href="{way}">\n'
        # Without one a browser asks the host for /favicon.ico, which may lie outside this site.
        '<link rel="icon" href="data:,">\n'
        f'<meta http-equiv="refresh" content="1; url={way}">\n'
        f'<p><a data-lead-on href="{way}">{escape(_("This page has moved."))}</a></p>\n'
        f'<script src="{links.asset(here, SCRIPT_NAME)}"></script>\n</html>\n'
    )
    return f"{links.folder(here)}/index.html", html
