"""Joins palette, positions and our CSS files into the one style sheet of the published site."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_journeys.palette import OURS, Palette, custom_properties
from mkdocs_journeys.render.room_for_words import BROADEST, GRAIN

ASSETS = Path(__file__).parent / "assets"

FIRST = ("theme.css", "marks.css", "blocks.css", "map.css", "pages.css")
LAST = ("print.css",)
"""Files whose place matters; every other CSS file of ``assets/`` stands between, by name."""

MOST_STAGES = 30
"""Up to this number of stages the map knows its own least width; wider ones only scroll."""


def stylesheet(palette: Palette = OURS) -> str:
    """The text of the style sheet, without comments, the same for the same palette."""
    between = sorted(file.name for file in ASSETS.glob("*.css") if file.name not in {*FIRST, *LAST})
    files = (ASSETS / name for name in (*FIRST, *between, *LAST))
    written = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return custom_properties(palette) + positions() + _squeezed(written)


def script() -> str:
    """The text of the script that adds toolbars, filters, zoom and dates that know today."""
    ends = {"first.js", "last.js"}
    between = sorted(file.name for file in (ASSETS / "js").glob("*.js") if file.name not in ends)
    names = ("first.js", *between, "last.js")
    written = "\n".join((ASSETS / "js" / name).read_text(encoding="utf-8") for name in names)
    return f"(function () {{\n{_without_comments(written)}\n}})();\n"


def head_script() -> str:
    """The text of the script that must stand in the head of a page, before the theme's own."""
    return _without_comments((ASSETS / "places.js").read_text(encoding="utf-8")) + "\n"


def _without_comments(script: str) -> str:
    written = re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)
    return re.sub(r"\n\s*", "\n", written).strip()


def positions() -> str:
    """Classes that stand in for ``style`` attributes, which a strict content policy forbids.

    ``jm-x-0`` to ``jm-x-100`` are percent from where a line of text starts, ``jm-y-0`` to
    ``jm-y-100`` percent from the top, ``jm-n1`` and so on the number of stages of a map, ``jm-w-1``
    and ``jm-b-1`` how broad words on a curve are and how far before their point they begin.
    """
    along = "".join(f".jm .jm-x-{share}{{inset-inline-start:{share}%}}" for share in range(101))
    down = "".join(f".jm .jm-y-{share}{{top:{share}%}}" for share in range(101))
    counts = "".join(f".jm-n{n}{{--jm-n:{n}}}" for n in range(1, MOST_STAGES + 1))
    grains = range(int(BROADEST / GRAIN) + 1)
    words = "".join(
        f".jm-w-{n}{{width:{n * GRAIN:g}rem}}.jm-b-{n}{{margin-inline-start:{-n * GRAIN:g}rem}}"
        for n in grains
    )
    return f"{along}\n{down}\n{counts}\n{words}\n"


def _squeezed(css: str) -> str:
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    one_space = re.sub(r"\s+", " ", without_comments)
    # Not around ":" in front of a pseudo class and not around "+", which calc() needs spaced.
    tight = re.sub(r"\s*([{};,>])\s*", r"\1", one_space).replace(";}", "}")
    return re.sub(r"(?<=[{;])([\w-]+): ", r"\1:", tight).replace("}", "}\n").strip() + "\n"
