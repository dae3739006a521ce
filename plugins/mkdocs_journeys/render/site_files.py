"""The files beside our pages: looks, scripts, portraits, logo, old addresses, schemas."""

from __future__ import annotations

import json
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.exporters.project_schema import project_schemas
from mkdocs_journeys.language import spoken
from mkdocs_journeys.load.pictures import picture_file
from mkdocs_journeys.pages.redirects import redirects
from mkdocs_journeys.palette import with_colours
from mkdocs_journeys.render.links import ASSETS, Links
from mkdocs_journeys.render.redirects import LEAD_ON, SCRIPT_NAME, redirect_page
from mkdocs_journeys.render.renames import RENAMES_NAME, renames
from mkdocs_journeys.render.stylesheet import head_script, script, stylesheet, versions_script

STYLE, SCRIPT = f"{ASSETS}/journeys.css", f"{ASSETS}/journeys.js"
HEAD_SCRIPT = f"{ASSETS}/places.js"
"""Must stand in the head of every page, before the scripts of the theme."""
VERSIONS_SCRIPT = f"{ASSETS}/elsewhere.js"
"""Only for a site that has versions beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """A file that is published as it is: where in the site, and its text.

    Where there is a ``path``, it is copied from there instead.
    """

    uri: str
    text: str = ""
    path: str = ""


def site_files(
    catalog: Catalog, links: Links, *, is_review: bool, is_version: bool = False
) -> tuple[SiteFile, ...]:
    """Give the files that the pages of a handbook need; call it in the language of the site.

    What only those see who review an edit comes along where it ``is_review``; what leads from one
    version of the site to another, where it ``is_version``.
    """
    moved = redirects(catalog)
    colours = catalog.settings.palette
    palette = with_colours(colours.wanted if colours else {})
    texts = {
        STYLE: stylesheet(palette, is_review=is_review, is_right_to_left=spoken().is_right_to_left),
        SCRIPT: script(),
        HEAD_SCRIPT: head_script(),
        f"{ASSETS}/{SCRIPT_NAME}": LEAD_ON,
        **dict(redirect_page(one, links) for one in moved),
        **{
            f"{ASSETS}/schema/{kind}.json": json.dumps(one)
            for kind, one in project_schemas(catalog).items()
        },
    }
    if is_version:
        texts[VERSIONS_SCRIPT] = versions_script()
        texts[f"{ASSETS}/{RENAMES_NAME}"] = renames(moved, links)
    return (
        *(SiteFile(uri=uri, text=text) for uri, text in texts.items()),
        *(SiteFile(uri=f"{ASSETS}/{name}", path=path) for name, path in catalog.loaded.pictures),
    )


def logo_of(catalog: Catalog) -> str | None:
    """Give the address of the company's logo, below the site; None where the handbook has none."""
    logo = catalog.settings.logo
    shown = picture_file(logo.spot.file, logo.file) if logo else None
    return f"{ASSETS}/{shown}" if shown in dict(catalog.loaded.pictures) else None
