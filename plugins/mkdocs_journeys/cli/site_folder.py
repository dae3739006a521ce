"""The folder that a site is built into, as its settings say, and whether a build has written it."""

from __future__ import annotations

import os
from pathlib import Path

from yaml.nodes import Node, ScalarNode, SequenceNode

from mkdocs_journeys.cli.host_settings import setting

SITE = "site"
"""Where the host builds when nobody says where."""

TRACES = ("sitemap.xml", "assets/journeys")
"""What every site of the host has, and every site with our pages."""


def site_folder(config_file: Path, given: str | None) -> Path:
    """Give the folder of the site; it is seen from mkdocs.yml, as the host sees it.

    Raises UnreadableSettings.
    """
    named = given or plain(setting(config_file, "site_dir")) or SITE
    return config_file.absolute().parent / named


def foreign(site: Path) -> tuple[str, ...]:
    """Name what lies in a folder that no build has written; nothing where it may be replaced.

    What begins with a dot does not count: it stays.
    """
    if not site.is_dir() or any((site / trace).exists() for trace in TRACES):
        return ()
    return tuple(sorted(one.name for one in site.iterdir() if not one.name.startswith(".")))


def plain(node: Node | None) -> str:
    """Give the words of a setting; ``!ENV`` takes the first variable that is set."""
    if node is not None and node.tag == "!ENV":
        many = isinstance(node, SequenceNode) and len(node.value) > 1
        names = node.value[:-1] if many else node.value if isinstance(node.value, list) else [node]
        found = (os.environ[one.value] for one in names if one.value in os.environ)
        return str(next(found, node.value[-1].value if many else ""))
    return str(node.value) if isinstance(node, ScalarNode) else ""
