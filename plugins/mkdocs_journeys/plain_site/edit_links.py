"""The way to edit the YAML that a page tells of, as the settings of a site say it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from mkdocs_journeys.plain_site.settings import SiteSettings

KNOWN_FORGES = {
    "github.com": "edit/master/docs/",
    "gitlab.com": "edit/master/docs/",
    "bitbucket.org": "src/default/docs/",
}
"""Where pages are edited when nobody says so, as MkDocs has it."""


def edit_link(settings: SiteSettings, docs: Path, path: Path) -> str | None:
    """Give the address where a file of the project is edited; None where nobody says where.

    ``edit_uri`` leads to the folder ``docs``; an ``edit_uri_template`` knows pages only.
    """
    repo = settings.word("repo_url")
    known = KNOWN_FORGES.get(urlsplit(repo).hostname or "", "")
    edit_uri = settings.word("edit_uri") or ("" if settings.names("edit_uri") else known)
    if not edit_uri or settings.names("edit_uri_template") or edit_uri.startswith(("?", "#")):
        return None
    start = urljoin(f"{repo.rstrip('/')}/" if repo else "", f"{edit_uri.rstrip('/')}/")
    way = os.path.relpath(path.resolve(), docs.resolve())
    return urljoin(start, quote(Path(way).as_posix()))
