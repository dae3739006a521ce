"""How icons get on a page: one sprite, with a symbol for each icon that the page uses.

The drawings come from the installed theme where its folder is given, else from the small set of our
own in ``assets/icons/``. The names are in ``model/icon_names.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.model.icon_names import FACES as FACES

OUR_DRAWINGS = Path(__file__).parent / "assets" / "icons"
"""Our own drawings, one SVG file each, named like the icon."""


def used_in(html: str) -> tuple[str, ...]:
    """The names of the icons that a piece of our HTML or SVG refers to, sorted, each once."""
    return tuple(sorted(set(_REFERENCE.findall(html))))


def is_icon_name(name: str) -> bool:
    """Tell whether an icon could be called so; of what could not, there is no symbol."""
    return _NAME.fullmatch(name) is not None


def sprite(names: Iterable[str], folder: Path | None) -> Markup:
    """One invisible ``<svg>`` with a symbol ``jm-i-<name>`` for each icon, sorted by name.

    ``folder`` is a theme's folder of Material icons, or None. An icon with no drawing in the folder
    and none of ours gets a dot; a name that is no icon name is left out. Of a drawing file nothing
    is taken but its view box and the data of its paths. Also holds the two gradients of the emotion
    curve. Stands once in a page, before anything that uses it.
    """
    # Not display:none: gradients inside such an element stop working in some browsers.
    return Markup(
        '<svg class="jm-sprite" width="0" height="0" aria-hidden="true" focusable="false">'
        f"<defs>{definitions(names, folder)}</defs></svg>"
    )


def definitions(names: Iterable[str], folder: Path | None) -> str:
    """What stands in a sprite: the gradients, then the symbol of each icon, sorted by name."""
    symbols = "".join(_symbol(name, folder) for name in sorted(set(names)) if _NAME.fullmatch(name))
    return f"{_GRADIENTS}{symbols}"


class _Drawing(NamedTuple):
    view_box: str
    paths: tuple[str, ...]
    is_line: bool


_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REFERENCE = re.compile(r"#jm-i-([a-z0-9]+(?:-[a-z0-9]+)*)")
_VIEW_BOX = re.compile(r'viewBox="(-?[\d.]+(?: -?[\d.]+){3})"')
_PATH = re.compile(r'<path\b[^>]*?\sd="([MmLlHhVvCcSsQqTtAaZz\d\s.,eE+-]+)"')
_DOT = _Drawing("0 0 24 24", ("M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8",), False)
_GRADIENTS = (
    '<linearGradient id="jm-g-line" gradientUnits="userSpaceOnUse" x1="0" y1="20" x2="0" y2="80">'
    '<stop offset="0" class="jm-s-p2"/><stop offset=".28" class="jm-s-p1"/>'
    '<stop offset=".5" class="jm-s-0"/><stop offset=".72" class="jm-s-n1"/>'
    '<stop offset="1" class="jm-s-n2"/></linearGradient>'
    '<linearGradient id="jm-g-area" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="100">'
    '<stop offset=".5" class="jm-s-above"/><stop offset=".5" class="jm-s-below"/></linearGradient>'
)


def _symbol(name: str, folder: Path | None) -> str:
    drawing = _drawing(name, folder)
    attributes = (
        ' fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"'
        ' stroke-linejoin="round"'
        if drawing.is_line
        else ""
    )
    paths = "".join(f'<path{attributes} d="{data}"/>' for data in drawing.paths)
    return f'<symbol id="jm-i-{name}" viewBox="{drawing.view_box}">{paths}</symbol>'


@lru_cache(maxsize=1024)
def _drawing(name: str, folder: Path | None) -> _Drawing:
    for home in (folder, OUR_DRAWINGS):
        if home is not None and (found := _read(home / f"{name}.svg")) is not None:
            return found
    return _DOT


def _read(file: Path) -> _Drawing | None:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    paths = tuple(_PATH.findall(text))
    view_box = _VIEW_BOX.search(text)
    if not paths or view_box is None:
        return None
    return _Drawing(view_box[1], paths, 'stroke="currentColor"' in text)
