"""Old addresses as a file: what was called differently before, for readers of other versions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.redirects import Redirect
from mkdocs_journeys.render.links import Links

RENAMES_NAME, FORMAT = "renames.json", 1


def renames(redirects: Iterable[Redirect], links: Links) -> str:
    """Give the text of old folders of a site, each with what stands for it now."""
    return written({links.folder(page_key(one.old)): (links.folder(one.to),) for one in redirects})


def written(later: Mapping[str, tuple[str, ...]]) -> str:
    """Give the text of folders, without slashes at their ends, each with its later names."""
    lines = ",".join(f"\n{json.dumps(old)}: {json.dumps(news)}" for old, news in later.items())
    return f'{{"schema_version": {FORMAT}, "renames": {{{lines}}}}}\n'
