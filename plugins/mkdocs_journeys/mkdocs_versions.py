"""What a page gets when mike builds it as one of several versions of the handbook."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

CURRENT = ("latest", "stable")
"""The aliases that a released version carries while it is the current one."""

THEMES = ("material", "materialx")


def tell_versions(config: MkDocsConfig, environment: Mapping[str, str]) -> None:
    """Turn the version selector and the banner of old versions on, where mike builds.

    Only there: anywhere else no versions.json stands beside the site, and asking for it is an
    error in the reader's console. What the user says in ``extra.version`` and in templates of
    the theme's ``custom_dir`` wins.
    """
    if "MIKE_DOCS_VERSION" not in environment or config.theme.name not in THEMES:
        return
    config.extra.setdefault("version", {"provider": "mike", "default": list(CURRENT)})
    own = Path(str(files("mkdocs_journeys"))) / "mkdocs_theme"
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(own))
