"""Mentions of maps in hand-written Markdown: ``[[kind:id]]`` and embedded views."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.markdown_code import Fence, outside_code
from mkdocs_journeys.load.tree import Mapping, Scalar
from mkdocs_journeys.load.yaml_text import read
from mkdocs_journeys.model.kinds import INNER_KINDS, KINDS
from mkdocs_journeys.nearest import did_you_mean, nearest
from mkdocs_journeys.problems import Place, Problem, Span

DOC_KINDS: tuple[str, ...] = (
    *(kind.key_kind for kind in KINDS),
    "lifecycle",
    *(kind for kind in INNER_KINDS if kind in ("stage", "step", "pain-point")),
)
"""The kinds that a hand-written page may mention."""

VIEWS = (
    *("map", "curve", "flow", "steps"),
    *("swimlane", "blueprint", "circle", "matrix", "story"),
)
"""The views of a journey that a hand-written page may embed; the first where none is named."""

EMBED = "journey"
"""The word behind the fence that embeds a view."""

# In a table the bar is written `\|`.
_MENTION = re.compile(
    r"(?<!\\)\[\[(?P<key>\s*(?P<kind>[A-Za-z][\w-]*)\s*:(?!//)[^\[\]|\n\\]+?)\s*"
    r"(?:\\?\|(?P<words>[^\[\]\n]*?))?\]\]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocMention:
    """One ``[[kind:id]]`` or ``[[kind:id|words]]``.

    ``kind`` and ``id`` are as typed: the kind may be unknown, the id a title. ``words`` is None
    where the title shall be shown. ``start`` and ``end`` are indexes into the text, brackets
    included; ``place`` is that of ``kind:id`` alone.
    """

    kind: str
    id: str
    words: str | None
    start: int
    end: int
    place: Place

    @property
    def key_text(self) -> str:
        """Give what stands before the bar: ``persona:priya``."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocEmbed:
    """One fenced block ``journey``: a view of a journey inside a page.

    ``id`` is empty where it is missing. ``start`` and ``end`` are indexes into the text, from
    the opening fence to the end of the closing one; ``place`` is that of the id. ``problems``
    are those of the block itself: with any, it is better not shown.
    """

    id: str
    view: str
    start: int
    end: int
    place: Place
    problems: tuple[Problem, ...]


def mentions_in(text: str, file: str) -> tuple[DocMention | DocEmbed, ...]:
    r"""Give the mentions and embedded views of a page, in its order; empty where there are none.

    Leaves out what readers see as typed: code blocks, code spans, comments, raw HTML and
    ``\[[``. A double bracket around a word that is nearly no kind of ours is somebody else's.
    """
    if "[[" not in text and EMBED not in text:
        return ()
    prose, fences = outside_code(text)
    lines = Lines(text)
    found: list[DocMention | DocEmbed] = [
        _embed(fence, text, file) for fence in fences if fence.word == EMBED
    ]
    found.extend(_mentions(prose, lines, file))
    return tuple(sorted(found, key=lambda one: one.start))


def kind_meant(kind: str) -> str | None:
    """Give the kind that a word in double brackets names or is a slip of; None for no kind."""
    plain = kind.lower().replace("_", "-")
    return plain if plain in DOC_KINDS else nearest(plain, DOC_KINDS, 2 if len(plain) > 4 else 1)


def _mentions(prose: str, lines: Lines, file: str) -> Iterator[DocMention]:
    for match in _MENTION.finditer(prose):
        if kind_meant(match["kind"]) is None:
            continue
        words = match["words"]
        yield DocMention(
            kind=match["kind"],
            id=match["key"].partition(":")[2].strip(),
            words=words.strip() if words and words.strip() else None,
            start=match.start(),
            end=match.end(),
            place=Place(file, lines.span(match.start("kind"), match.end("key"))),
        )


def _embed(fence: Fence, text: str, file: str) -> DocEmbed:
    """Read the inside of a block with our own reader, and put its places where they stand."""
    reading = read(fence.inside.encode("utf-8", errors="replace"), file)
    opening = Place(file, Lines(text).span(fence.start, fence.opening_end))

    def placed(span: Span) -> Place:
        rows, columns = fence.first_line - 1, fence.indent
        line, column, end_line, end_column = span
        return Place(
            file, Span(line + rows, column + columns, end_line + rows, end_column + columns)
        )

    problems = [
        Problem(place=placed(found.place.span), rule=found.rule, what=found.what, mend=found.mend)
        for found in reading.problems
        if fence.inside.strip()
    ]
    values: dict[str, Scalar] = {}
    for key, value in reading.root.entries if isinstance(reading.root, Mapping) else ():
        if key.text not in ("id", "view"):
            what = f"An embedded view has no field `{key.text}`."
            mend = did_you_mean(key.text, ("id", "view"), "Write `id:` and `view:` only.")
            problems.append(
                Problem(place=placed(key.span), rule="unknown-key", what=what, mend=mend)
            )
        elif isinstance(value, Scalar) and value.text:
            values[key.text] = value
    id_, view = values.get("id"), values.get("view")
    if id_ is None and not problems:
        what = "This embedded view does not say of which journey."
        mend = "Add a line with its id, for example `id: switch-to-fibre`."
        problems.append(Problem(place=opening, rule="wrong-shape", what=what, mend=mend))
    if view and view.text not in VIEWS:
        what = f"`{view.text}` is no view of a journey."
        mend = did_you_mean(view.text, VIEWS, f"Write one of {', '.join(VIEWS)}.")
        problems.append(Problem(place=placed(view.span), rule="wrong-shape", what=what, mend=mend))
    return DocEmbed(
        id=id_.text.strip().removeprefix("journey:") if id_ else "",
        view=view.text if view and view.text in VIEWS else VIEWS[0],
        start=fence.start,
        end=fence.end,
        place=placed(id_.span) if id_ else opening,
        problems=tuple(problems),
    )
