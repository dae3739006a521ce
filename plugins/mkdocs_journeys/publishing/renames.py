"""What was called differently in another version: told once, beside the versions, for all."""

from __future__ import annotations

import json
from collections import defaultdict

from mkdocs_journeys.render.renames import written


def merged(texts: tuple[bytes | None, ...]) -> str:
    """Give one text of what several say: old folders of a site, each with its later ones, sorted.

    What is no such text says nothing: a reader then lands one page higher.
    """
    later: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for old, news in _read(text).items():
            later[old].update(news)
    return written({old: tuple(sorted(news)) for old, news in sorted(later.items())})


def _read(text: bytes | None) -> dict[str, list[str]]:
    try:
        told = json.loads(text or b"{}")
    except ValueError:
        return {}
    renames = told.get("renames") if isinstance(told, dict) else None
    return {
        old: [one for one in news if isinstance(one, str)]
        for old, news in (renames if isinstance(renames, dict) else {}).items()
        if isinstance(news, list)
    }
