"""Parse events to a tree: lists, mappings and text, each with its exact place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from yaml.error import YAMLError
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from mkdocs_journeys.load.decode import FORBIDDEN, RULE
from mkdocs_journeys.load.limits import Limits
from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.tree import Mapping, Node, Scalar, Sequence
from mkdocs_journeys.load.yaml_beyond import (
    COLON,
    alias,
    anchors_and_tags,
    bare_key,
    invisible_in_key,
    keyless_value,
    merge_key,
    rest_of_file,
    written_as_key,
)
from mkdocs_journeys.load.yaml_errors import explain
from mkdocs_journeys.load.yaml_escapes import forbidden_escape
from mkdocs_journeys.load.yaml_parser import EventParser
from mkdocs_journeys.load.yaml_quoting import Refusal, shown
from mkdocs_journeys.problems import START, Place, Problem, Span


class _StopReading(Exception):  # noqa: N818 - the end of reading, not an error
    """Nothing more is to be read: the problem that says why is already noted."""


_new = tuple.__new__

_NOTHING = Scalar("", START)
"""Stands where something was refused, so that reading can go on and find the rest."""


class Builder:
    """One file being read: takes events, gives nodes, notes problems; used once.

    ``refused`` is true when the tree is not to be used. Knows nothing of bytes and encodings.
    """

    def __init__(self, text: str, file: str, limits: Limits, parser: type[EventParser]) -> None:
        self.text = text
        self.file = file
        self.limits = limits
        self._longest = limits.scalar_characters
        self.problems: list[Problem] = []
        self.refused = False
        self._lines: Lines | None = None
        # Counted here and not in the loops below: it costs nothing, and a file with too many
        # events ends as StopIteration wherever the reading stands.
        self._pull = islice(iter(parser(text).get_event, None), limits.events).__next__

    @property
    def lines(self) -> Lines:
        """The lines of the text, looked for only when something is wrong."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def document(self) -> Node | None:
        """Build the tree of the only document; None when there is none to use."""
        try:
            return self._outermost()
        except _StopReading:
            return None

    def _outermost(self) -> Node | None:
        try:
            self._pull()
            if self._pull().__class__ is StreamEndEvent:
                self._refuse(self._empty())
                return None
            root = self._node(self._pull(), 0)
            end = self._pull().end_mark.index
        except StopIteration:
            what = f"The file has more than {self.limits.events:,} keys, values and brackets."
            self._refuse((START, what, "Split it into several maps."))
            return None
        except YAMLError as error:
            self._refuse_syntax(explain(self.text, self.lines, error))
            return None
        # Looked at as text: the parser would go on into directives and whole further documents.
        if more := rest_of_file(self.text, self.lines, end):
            self._refuse(more)
        elif isinstance(root, Scalar) and root.is_empty and not self.refused:
            self._refuse(self._empty())
        return root

    def _empty(self) -> Refusal:
        what = "The file says nothing yet." if self.text.strip() else "The file is empty."
        return START, what, "Write the map, starting with `title:`, or delete the file."

    def _node(self, event: Any, depth: int) -> Node:
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is MappingStartEvent:
            return self._mapping(event, depth + 1)
        if kind is SequenceStartEvent:
            return self._sequence(event, depth + 1)
        self._refuse(alias(self.lines, event))
        return _NOTHING

    def _scalar(self, event: Any) -> Scalar:
        text: str = event.value
        start, end = event.start_mark, event.end_mark
        # A third of the reading time is spent in this method: tuple.__new__ saves a call each.
        place = (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        span = _new(Span, place)
        if event.anchor is not None or event.tag is not None:
            self._refuse_all(anchors_and_tags(self.text, self.lines, event))
        if len(text) > self._longest:
            self._too_long(text, span)
        style = event.style
        if not style:
            return _new(Scalar, (text, span, True))
        if style == '"':
            if FORBIDDEN.search(text):
                self._refuse(forbidden_escape(self.text, self.lines, start.index, end.index))
        elif style != "'":
            span = _block_span(self.text[start.index : end.index], span)
        return _new(Scalar, (text, span, False))

    def _sequence(self, opening: Any, depth: int) -> Sequence:
        self._open(opening, depth)
        pull, node, scalar = self._pull, self._node, self._scalar
        items: list[Node] = []
        while (event := pull()).__class__ is not SequenceEndEvent:
            items.append(scalar(event) if event.__class__ is ScalarEvent else node(event, depth))
        last = items[-1].span if items else None
        return _new(Sequence, (tuple(items), _span(opening, event, last)))

    def _mapping(self, opening: Any, depth: int) -> Mapping:
        self._open(opening, depth)
        pull, node, scalar = self._pull, self._node, self._scalar
        entries: list[tuple[Scalar, Node]] = []
        lines_of_keys: dict[str, int] = {}
        while (event := pull()).__class__ is not MappingEndEvent:
            key = scalar(event) if event.__class__ is ScalarEvent else self._no_key(event, depth)
            text = key[0]
            if text in ("", "<<") or not text.isascii():
                self._check_key(key, event)
            inside = pull()
            # Asked here too, and not only in _node: most values are text, and a call costs.
            value = scalar(inside) if inside.__class__ is ScalarEvent else node(inside, depth)
            if not value[0] and isinstance(value, Scalar) and value.is_empty:
                value = self._left_out(key, entries, event, opening.flow_style)
            first = lines_of_keys.setdefault(text, key[1][0])
            if len(lines_of_keys) > len(entries):
                entries.append((key, value))
            else:
                self._duplicate(key, first)
        last = entries[-1][1].span if entries else None
        return _new(Mapping, (tuple(entries), _span(opening, event, last)))

    def _no_key(self, event: Any, depth: int) -> Scalar:
        node = self._node(event, depth)
        if node is not _NOTHING:
            self._refuse(written_as_key(node))
        return _NOTHING

    def _check_key(self, key: Scalar, event: Any) -> None:
        if key is _NOTHING:
            return
        if hidden := invisible_in_key(self.text, self.lines, event):
            self._refuse(hidden)
        elif key.plain and key.text == "<<":
            self._refuse(merge_key(key))
        elif key.is_empty:
            self._refuse(keyless_value(key))

    def _open(self, opening: Any, depth: int) -> None:
        if opening.anchor is not None or opening.tag is not None:
            self._refuse_all(anchors_and_tags(self.text, self.lines, opening))
        if depth > self.limits.depth:
            what = f"Lists and mappings stand more than {self.limits.depth} deep in each other."
            self._refuse((_span(opening, opening, None), what, "Write it flatter."))
            raise _StopReading

    def _too_long(self, text: str, span: Span) -> None:
        most = self.limits.scalar_characters
        what = f"This text has {len(text):,} characters; at most {most:,} are read."
        self._refuse((span, what, "Shorten it, or move it to a page and link to that."))

    def _left_out(
        self, key: Scalar, entries: list[tuple[Scalar, Node]], event: Any, in_braces: bool
    ) -> Scalar:
        """Place an empty value right behind its colon: the two parsers place it differently."""
        line, column = key.span.end_line, key.span.end_column
        colon = COLON.match(self.text, event.end_mark.index)
        if colon and "\n" not in colon.group():
            column += len(colon.group())
        if in_braces and not colon:
            self._note("yaml-trap", key.span, *bare_key(key, entries))
        return Scalar("", Span(line, column, line, column))

    def _duplicate(self, key: Scalar, first: int) -> None:
        if key is _NOTHING:
            return
        again = key.span.line
        where = f"on line {first} and again on line {again}" if first != again else "on this line"
        what = f"`{shown(key.text)}` stands twice in one mapping, {where}."
        self._note("duplicate-key", key.span, what, "Keep one of the two.")

    def _refuse_all(self, refusals: Iterable[Refusal]) -> None:
        for refusal in refusals:
            self._refuse(refusal)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused = True
        self._note(RULE, *refusal)

    def _refuse_syntax(self, refusal: Refusal) -> None:
        """Let one sentence about a stretch of text stand for all that was found inside it."""
        span = refusal[0]
        self.problems = [
            problem
            for problem in self.problems
            if not span[:2] <= problem.place.span[:2] < span[2:]
        ]
        self._refuse(refusal)

    def _note(self, rule: str, span: Span, what: str, mend: str) -> None:
        place = Place(self.file, span)
        self.problems.append(Problem(place=place, rule=rule, what=what, mend=mend))
        if len(self.problems) > self.limits.findings:
            self.refused = True
            raise _StopReading


def _span(opening: Any, closing: Any, last: Span | None) -> Span:
    """Give the stretch of a list or mapping: brackets included, or up to the last thing in it.

    A block has no closing mark of its own: the parser's is where the next thing starts. So has
    a pair in a list, ``[a: b]``, whose opening mark is empty.
    """
    start = opening.start_mark
    own = opening.flow_style and opening.end_mark.index > start.index
    if own or last is None:
        end = closing.end_mark
        return _new(Span, (start.line + 1, start.column + 1, end.line + 1, end.column + 1))
    return _new(Span, (start.line + 1, start.column + 1, last[2], last[3]))


def _block_span(block: str, span: Span) -> Span:
    """Let a block of text end with its last line that says something.

    The parser's end lies behind the blank lines that follow, as far as the next key.
    """
    lines = block.splitlines()
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    before = span.column - 1 if len(lines) == 1 else 0
    end_column = before + len(lines[-1]) + 1
    return Span(span.line, span.column, span.line + len(lines) - 1, end_column)
