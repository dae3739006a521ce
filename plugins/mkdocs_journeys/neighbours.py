"""Other plugins of a site that need a word: what goes wrong beside them, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A plugin by the name it has in mkdocs.yml, what happens beside it, and what to do.

    ``is_impossible`` says that no site can be built; else what happens is small.
    """

    plugin: str
    what: str
    mend: str
    is_impossible: bool


NEIGHBOURS = (
    Neighbour(
        plugin="i18n",
        what="mkdocs-static-i18n takes only pages that are Markdown files in the docs folder.",
        mend="Take `i18n` out of `plugins:`, and build a site for each language.",
        is_impossible=True,
    ),
    Neighbour(
        plugin="print-site",
        what="On the page of print-site, links in drawings lead nowhere.",
        mend="What they lead to stands in the words below each drawing.",
        is_impossible=False,
    ),
    Neighbour(
        plugin="macros",
        what="mkdocs-macros runs what stands in braces in your own pages, whoever wrote it.",
        mend="Build the edits of strangers without it. Words of maps are never run.",
        is_impossible=False,
    ),
)
"""Those that were tried beside ours and are not fine (reference/hosts.md tells of all)."""

LAST = "print-site"
"""A plugin that warns by itself where another one stands behind it."""
