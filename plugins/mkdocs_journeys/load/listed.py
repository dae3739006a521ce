"""Files that hold a list of things, and what the things in it are called."""

from __future__ import annotations

from slugify import slugify

from mkdocs_journeys.load.tree import Mapping, Node, Scalar, Sequence
from mkdocs_journeys.load.wording import a
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.problems import Problem


def without_id(entry: Entry) -> Problem:
    """Give the finding for an entry of a list that nobody gave a name."""
    title = getattr(entry, "title", None) or getattr(entry, "name", None) or ""
    example = slugify(title, max_length=64, word_boundary=True)
    return Problem(
        place=entry.spot.of("title", "name"),
        rule="wrong-shape",
        what=f"{a(entry.noun).capitalize()} in a list has no `id`.",
        mend=f"Write `{{id: {example or 'some-word'}, …}}`, or give it a file of its own.",
    )


def items_of(root: Node) -> tuple[Node, ...]:
    """Give what a file holds: each thing of a list, or the one thing that it is."""
    return root.items if isinstance(root, Sequence) else (root,)


def written_id(node: Node) -> str | None:
    """Give the id that stands in a node, also where nothing else of it can be read."""
    if not isinstance(node, Mapping):
        return None
    return next(
        (at.text for key, at in node.entries if key.text == "id" and isinstance(at, Scalar)), None
    )
