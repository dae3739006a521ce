"""The files beside our pages: looks, scripts, portraits, logo, old addresses, schemas."""

from __future__ import annotations

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_journeys.exporters.project_schema import project_schemas
from mkdocs_journeys.load.pictures import picture_file
from mkdocs_journeys.mkdocs_files import asset, copied
from mkdocs_journeys.mkdocs_look import show_logo
from mkdocs_journeys.pages.changes import CHANGES
from mkdocs_journeys.pages.redirects import redirects
from mkdocs_journeys.palette import with_colours
from mkdocs_journeys.render.links import ASSETS, Links
from mkdocs_journeys.render.redirects import LEAD_ON, SCRIPT_NAME, redirect_page
from mkdocs_journeys.render.stylesheet import head_script, script, stylesheet
from mkdocs_journeys.road import Handbook

STYLE, SCRIPT = f"{ASSETS}/journeys.css", f"{ASSETS}/journeys.js"
HEAD_SCRIPT = f"{ASSETS}/places.js"  # mkdocs_theme/main.html puts it in


def assets_of(handbook: Handbook, config: MkDocsConfig, links: Links) -> list[File]:
    """Give the files that the pages of a handbook need; call it in the language of the site."""
    colours = handbook.catalog.settings.palette
    palette = with_colours(colours.wanted if colours else {})
    is_review = any(page.key == CHANGES for page in handbook.pages)
    return [
        asset(config, STYLE, stylesheet(palette, is_review=is_review)),
        asset(config, SCRIPT, script()),
        asset(config, HEAD_SCRIPT, head_script()),
        asset(config, f"{ASSETS}/{SCRIPT_NAME}", LEAD_ON),
        *(
            copied(config, f"{ASSETS}/{shown}", path)
            for shown, path in handbook.catalog.loaded.pictures
        ),
        *(asset(config, *redirect_page(one, links)) for one in redirects(handbook.catalog)),
        *(
            asset(config, f"{ASSETS}/schema/{kind}.json", json.dumps(one))
            for kind, one in project_schemas(handbook.catalog).items()
        ),
    ]


def show_logo_of(handbook: Handbook, config: MkDocsConfig) -> None:
    """Give the theme the company's logo, now that the handbook says which."""
    logo = handbook.catalog.settings.logo
    shown = picture_file(logo.spot.file, logo.file) if logo else None
    if shown in dict(handbook.catalog.loaded.pictures):
        show_logo(config, f"{ASSETS}/{shown}")
