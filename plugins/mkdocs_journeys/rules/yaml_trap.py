"""Something that YAML takes for something else."""

from __future__ import annotations

from functools import cache

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.load.tree import Mapping, Scalar
from mkdocs_journeys.load.yaml_quoting import in_quotes
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.shapes import shapes_by_key
from mkdocs_journeys.problems import Edit, Place, Problem, Span
from mkdocs_journeys.rules.rule import Rule


class YamlTrap(Rule):
    """Finds what YAML takes for something else: `no`, a comma in braces, a key without value.

    A `#` with a space in front of it begins a comment: *I am customer #4711* ends before it.
    Text stays as it is typed, so `no`, `010` and `12:30` are fine wherever text is expected.

    ## Why it matters to the customer
    A trap changes what was written without a word: half of a sentence about her is cut off, or
    a consent that was given becomes one that was not.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    quotes:
      - {text: It took ages, really, said_by: Interview 07}
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    quotes:
      - {text: "It took ages, really", said_by: Interview 07}
    stages: []
    ```
    """

    name = "yaml-trap"
    group = "reading"
    level = "warning"

    def edits(self, problem: Problem, source: Source, catalog: Catalog) -> tuple[Edit, ...]:
        """Put a text in quotes that a comma in braces has cut; write `true` for `yes`.

        None where the rest behind the comma may be a field without a value: that takes a person.
        """
        if problem.fixes:
            return super().edits(problem, source, catalog)
        *around, key = source.way_to(problem.place.span) or (None,)
        braces = around[-1] if around else None
        if not isinstance(braces, Mapping) or not isinstance(key, Scalar):
            return ()
        span = _cut_text(braces, key)
        if span is None or "#" in source.said_at(span):
            return ()
        return (Edit(Place(problem.place.file, span), in_quotes(source.said_at(span))),)


def _cut_text(braces: Mapping, key: Scalar) -> Span | None:
    """Give the stretch of the text that ``key`` was cut off; None where that is not certain."""
    entries = braces.entries
    at = next(number for number, (one, _) in enumerate(entries) if one is key)
    first = last = at
    while first and _is_bare(entries[first]):
        first -= 1
    while last + 1 < len(entries) and _is_bare(entries[last + 1]):
        last += 1
    text = entries[first][1]
    pieces = [one for one, _ in entries[first + 1 : last + 1]]
    if not isinstance(text, Scalar) or not (text.plain and text.text):
        return None
    if any(not one.plain or one.text in _fields() for one in pieces):
        return None
    return Span(*text.span[:2], *pieces[-1].span[2:])


def _is_bare(entry: tuple[Scalar, object]) -> bool:
    """Tell whether a key stands in braces with neither colon nor value."""
    key, value = entry
    return isinstance(value, Scalar) and value.is_empty and value.span[:2] == key.span[2:]


@cache
def _fields() -> frozenset[str]:
    """Give every word that is a field of anything."""
    waiting, found = [Thing], set[str]()
    while waiting:
        thing = waiting.pop()
        found.update(shapes_by_key(thing))
        waiting.extend(thing.__subclasses__())
    return frozenset(found)
