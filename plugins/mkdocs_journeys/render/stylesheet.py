"""Joins palette, positions and our CSS files into the one style sheet of the published site."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_journeys.palette import OURS, Palette, custom_properties
from mkdocs_journeys.render.room_for_words import BROADEST, GRAIN

ASSETS = Path(__file__).parent / "assets"

FIRST = ("theme.css", "marks.css", "blocks.css", "map.css", "pages.css")
LAST = ("print.css",)
DIRECTION = "direction.css"
"""Files whose place matters; every other CSS file of ``assets/`` stands between, by name."""

MOST_STAGES = 30
"""Up to this number of stages the map knows its own least width; wider ones only scroll."""

HEIGHTS = (20, 80)
"""Where the points of a curve stand, from the happiest to the saddest, in percent from the top."""

_WIDE = re.compile(r'class="jm-(map|rankings|board)[ "]')

_IN_SCRIPT = re.compile(
    r"""(?P<as_it_is>"[^"\n]*"|'[^'\n]*'|/(?:\\.|\[[^]\n]*\]|[^/\s\\[])+/)"""
    r"""|(?<![-+])\x20?(?P<sign>[-+*=<>!?:&|,;(){}]+)\x20?(?![-+])"""
)
"""Words in quotes and patterns, which may hold anything, and signs that need no blanks around."""


def stylesheet(
    palette: Palette = OURS, *, is_review: bool = False, is_right_to_left: bool = False
) -> str:
    """The text of the style sheet, without comments, the same for the same palette.

    What only those see who review an edit comes along where it ``is_review``, what only pages need
    that run from right to left where the language of the site ``is_right_to_left``.
    """
    apart = {*FIRST, *LAST} if is_right_to_left else {*FIRST, *LAST, DIRECTION}
    between = sorted(file.name for file in ASSETS.glob("*.css") if file.name not in apart)
    files = [ASSETS / name for name in (*FIRST, *between, *LAST)]
    files += sorted((ASSETS / "review").glob("*.css")) if is_review else []
    written = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return custom_properties(palette) + positions() + _squeezed(written)


def of_pictures() -> str:
    """The style of flows and curves by themselves, for a page of changes that is not of a site."""
    names = ("flow.css", "figures.css", "review/changes.css")
    return _squeezed("\n".join((ASSETS / name).read_text(encoding="utf-8") for name in names))


def is_wide(html: str) -> bool:
    """Tell whether a page needs more width than a text: a map, a ranking or a board stands in it.

    The style sheet wants to know it before any of those is there.
    """
    return bool(_WIDE.search(html))


def script() -> str:
    """The text of the script that adds toolbars, filters, zoom and dates that know today."""
    ends = {"first.js", "last.js"}
    between = sorted(file.name for file in (ASSETS / "js").glob("*.js") if file.name not in ends)
    names = ("first.js", *between, "last.js")
    written = "\n".join((ASSETS / "js" / name).read_text(encoding="utf-8") for name in names)
    return f"(()=>{{\n{_without_comments(written)}\n}})();\n"


def head_script() -> str:
    """The text of the script that must stand in the head of a page, before the theme's own."""
    return _without_comments((ASSETS / "places.js").read_text(encoding="utf-8")) + "\n"


def versions_script() -> str:
    """The text of the script that leads to the same page of another version."""
    return _without_comments((ASSETS / "elsewhere.js").read_text(encoding="utf-8")) + "\n"


def _without_comments(script: str) -> str:
    """Leave out comments, and blanks that no browser asks for; lines stay, they end statements."""
    written = re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)
    lines = re.sub(r"\n\s*", "\n", written).strip()
    return _IN_SCRIPT.sub(lambda found: found["as_it_is"] or found["sign"], lines)


def positions() -> str:
    """Classes that stand in for ``style`` attributes, which a strict content policy forbids.

    ``jm-x-0`` to ``jm-x-100`` are percent from where a line of text starts, ``jm-y-20`` to
    ``jm-y-80`` percent from the top, ``jm-n1`` and so on the number of stages of a map, ``jm-w-1``
    and ``jm-b-1`` how broad words on a curve are and how far before their point they begin.
    """
    along = "".join(f".jm-x-{n}{{--x:{n}%}}" for n in _numbers(0, 100))
    across = ".jm [class*=jm-x-]{inset-inline-start:var(--x)}"
    down = "".join(f".jm .jm-y-{n}{{top:{n}%}}" for n in _numbers(*HEIGHTS))
    counts = "".join(f".jm-n{n}{{--jm-n:{n}}}" for n in _numbers(1, MOST_STAGES))
    grains = _numbers(0, int(BROADEST / GRAIN))
    wide = "".join(f".jm-w-{n}{{--w:{n}}}" for n in grains)
    before = "".join(f".jm-b-{n}{{--b:{n}}}" for n in grains)
    words = (
        f".jm-pt__w{{width:calc(var(--w)*{GRAIN}rem);"
        f"margin-inline-start:calc(var(--b)*-{GRAIN}rem)}}"
    )
    return f"{along}{across}{down}{counts}{wide}{before}{words}\n"


def _numbers(first: int, last: int) -> tuple[int, ...]:
    """Give whole numbers by their last digit: such neighbours pack a quarter smaller."""
    return tuple(sorted(range(first, last + 1), key=lambda n: n % 10))


def _squeezed(css: str) -> str:
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    one_space = re.sub(r"\s+", " ", without_comments)
    # Not around ":" in front of a pseudo class and not around "+", which calc() needs spaced.
    tight = re.sub(r"\s*([{};,>])\s*", r"\1", one_space).replace(";}", "}")
    return re.sub(r"(?<=[{;])([\w-]+): ", r"\1:", tight).strip() + "\n"
