"""Where pages of ours lead outside of the handbook: forms to edit a file, pages of rules."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_journeys.mkdocs_files import edit_uri
from mkdocs_journeys.mkdocs_pages import mended_edit_url
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.all import BY_NAME

_RULE_PAGES = "reference/rules"
"""Where our manual has them; a site without the manual has none."""


def edit_links(problems: Iterable[Problem], config: MkDocsConfig, top: Path) -> dict[str, str]:
    """Give where each file with a finding is edited, by its name; empty where nobody said.

    A file whose name is no valid text has no address.
    """
    names = dict.fromkeys(one.place.file for one in problems)
    found = ((name, _edit_url(top / name, config)) for name in names if _is_text(name))
    return {name: url for name, url in found if url}


def _edit_url(path: Path, config: MkDocsConfig) -> str | None:
    # A page that is never written: how an address is made is the host's business.
    file = File.generated(config, "edited.md", content="", inclusion=InclusionLevel.EXCLUDED)
    file.edit_uri = edit_uri(config, path)
    return mended_edit_url(Page(None, file, config).edit_url)


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def rule_pages(files: Files) -> dict[str, str]:
    """Give the pages of this site that explain a rule, by its name."""
    found = {}
    for file in files.documentation_pages():
        path = PurePosixPath(file.src_uri)
        if path.stem in BY_NAME and path.parent.as_posix().endswith(_RULE_PAGES):
            found[path.stem] = file.url
    return found
