"""Finished drawings, each made once: kept under a hash of everything it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

import wcwidth

from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.kept_files import forget_unfinished, keep, read_kept
from mkdocs_journeys.language import spoken
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.palette import FEELINGS
from mkdocs_journeys.render.column_layout import column_layout
from mkdocs_journeys.render.dot import write_dot
from mkdocs_journeys.render.engines import Engine
from mkdocs_journeys.render.flow_svg import draw
from mkdocs_journeys.render.flow_words import spoken_words
from mkdocs_journeys.render.icons import FACES
from mkdocs_journeys.render.layout import Layout, NoPicture, read_layout
from mkdocs_journeys.render.merged_layout import merged_layout

DRAWN_BY = (
    "captions.py",
    "column_layout.py",
    "dot.py",
    "flow_boxes.py",
    "flow_svg.py",
    "flow_ways.py",
    "flow_words.py",
    "layout.py",
    "merged_layout.py",
    "shapes.py",
    "words.py",
)
"""The files of this room that decide what a drawing looks like: when one changes, all are redrawn.

Of ``icons.py`` and ``palette.py`` only the names of faces and feelings count, not colours.
"""

_ANSWERS_KEPT = 512
_ANSWER, _PICTURE = b"none", b"picture"


class Pictures:
    """Draws graphs and keeps the drawings.

    ``folder`` is where they are kept from one build to the next, None for nowhere. What is found
    there is checked before it is used, and written so that builds that share a folder never see
    half a file. ``drawn`` and ``reused`` count drawings, ``lay_outs`` the runs of Graphviz. Reads
    no maps. Of the folder, only what killed builds left unfinished is taken away.
    """

    def __init__(self, engine: Engine, folder: Path | None = None) -> None:
        self.drawn = 0
        self.reused = 0
        self.lay_outs = 0
        self._engine = engine
        self._folder = folder
        if folder:
            forget_unfinished(folder)
        self._notice: str | None = None
        self._answers: dict[str, str] = {}

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know about the folder; mostly nothing."""
        return () if self._notice is None else (self._notice,)

    def picture(self, graph: Graph, *, href: Callable[[Key], str], prefix: str) -> str | NoPicture:
        """The drawing of a graph as inline SVG, or why there is none.

        ``href`` and ``prefix`` are those of `draw`.
        """
        try:
            key = _key(graph, href, prefix, self._engine.name)
        except NoPicture as none:
            return none
        kept = self._read(key)
        if kept is not None:
            self.reused += 1
            return kept
        try:
            svg = draw(
                graph,
                self._layout(graph),
                href=href,
                prefix=prefix,
                is_mirrored=spoken().is_right_to_left,
            )
        except NoPicture as none:
            if none.is_lasting:
                self._write(key, _ANSWER, none.reason)
            return none
        self.drawn += 1
        self._write(key, _PICTURE, svg)
        return svg

    def _layout(self, graph: Graph) -> Layout:
        if not graph.across:
            return column_layout(graph)
        if graph.base is not None:
            return merged_layout(graph, self._layout(graph.base))
        # Graphviz reads no words, so journeys of one shape ask it the same question. They may
        # differ in ways that it is not asked for, hence its answer is kept, and not the layout.
        dot = write_dot(graph)
        answer = self._answers.get(dot)
        if answer is None:
            self.lay_outs += 1
            answer = self._engine.lay_out(dot)
            if len(self._answers) < _ANSWERS_KEPT:
                self._answers[dot] = answer
        return read_layout(answer, graph)

    def _read(self, key: str) -> str | NoPicture | None:
        if self._folder is None:
            return None
        content = read_kept(self._folder / _file_name(key), key)
        if content is None:
            return None
        kind, _, text = content.partition(b"\n")
        return text.decode() if kind == _PICTURE else NoPicture(text.decode(), is_lasting=True)

    def _write(self, key: str, kind: bytes, text: str) -> None:
        if self._folder is None or self._notice is not None:
            return
        content = kind + b"\n" + text.encode()
        try:
            keep(self._folder / _file_name(key), key, content)
        except OSError as trouble:
            self._notice = (
                f"Drawings cannot be kept in {self._folder.name}"
                f" ({trouble.strerror or 'it cannot be written'}); every build draws them anew."
            )


def _key(graph: Graph, href: Callable[[Key], str], prefix: str, engine: str) -> str:
    targets = (*(node.to for node in graph.nodes), *(group.to for group in graph.clusters))
    addresses = tuple(None if target is None else href(target) for target in targets)
    words = (*spoken_words(), spoken().is_right_to_left)
    return _hashed((graph, addresses, prefix, words, engine, _fingerprint()))


def _hashed(made_from: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(made_from).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _fingerprint() -> str:
    """A hash of the code that draws, and of what it takes from elsewhere."""
    room = files(__package__ or "mkdocs_journeys.render")
    digest = hashlib.sha256(repr((FACES, FEELINGS, wcwidth.__version__)).encode())
    for name in DRAWN_BY:
        # Checked out with other line ends, it is the same code.
        digest.update(room.joinpath(name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _file_name(key: str) -> str:
    return f"{key}.drawing"
