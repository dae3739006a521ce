"""The files beside our pages, as MkDocs has them."""

from __future__ import annotations

import os

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_journeys.mkdocs_files import asset, copied
from mkdocs_journeys.mkdocs_look import is_version, show_logo
from mkdocs_journeys.pages.changes import CHANGES
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.site_files import logo_of, site_files
from mkdocs_journeys.road import Handbook


def assets_of(handbook: Handbook, config: MkDocsConfig, links: Links) -> list[File]:
    """Give the files that the pages of a handbook need; call it in the language of the site."""
    is_review = any(page.key == CHANGES for page in handbook.pages)
    return [
        copied(config, one.uri, one.path) if one.path else asset(config, one.uri, one.text)
        for one in site_files(
            handbook.catalog, links, is_review=is_review, is_version=is_version(os.environ)
        )
    ]


def show_logo_of(handbook: Handbook, config: MkDocsConfig) -> None:
    """Give the theme the company's logo, now that the handbook says which."""
    if uri := logo_of(handbook.catalog):
        show_logo(config, uri)
