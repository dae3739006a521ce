"""What the theme gets from us: a script and previews in the head, and the selector of versions."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

CURRENT = ("latest", "stable")
"""The aliases that a released version carries while it is the current one."""

THEMES = ("material", "materialx")


def join_theme(config: MkDocsConfig) -> None:
    """Put our templates of the theme before its own; those of the user's ``custom_dir`` win."""
    if config.theme.name in THEMES:
        own = Path(str(files("mkdocs_journeys"))) / "mkdocs_theme"
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(own))


def tell_versions(config: MkDocsConfig, environment: Mapping[str, str]) -> None:
    """Turn the version selector and the banner of old versions on, where mike builds.

    Only there: anywhere else no versions.json stands beside the site, and asking for it is an
    error in the reader's console. What the user says in ``extra.version`` wins.
    """
    if "MIKE_DOCS_VERSION" in environment and config.theme.name in THEMES:
        config.extra.setdefault("version", {"provider": "mike", "default": list(CURRENT)})
