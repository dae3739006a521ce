"""Files and entries that stand where they cannot be read, and where they belong."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from mkdocs_journeys.load.files import YAML
from mkdocs_journeys.load.tree import Mapping, Node, Scalar
from mkdocs_journeys.load.wording import a
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.handbook import Accepted, Handbook
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.model.shapes import shapes_by_key
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.problems import Place, Problem

_SETTINGS = {PurePosixPath(name).stem: name for name in (Handbook.file, Accepted.file)}


def of_no_kind(shown: str) -> Problem:
    """Tell of a file or folder beside those of the kinds that is called like none of them."""
    path = PurePosixPath(shown)
    stem = path.stem if path.suffix in YAML else path.name
    if path.suffix in YAML and stem in _SETTINGS:
        return Problem(
            place=Place(shown),
            rule="unknown-key",
            what=f"`{path.name}` is not read, only `{_SETTINGS[stem]}` is.",
            mend=f"Rename it to `{_SETTINGS[stem]}`.",
            file_name=_SETTINGS[stem],
        )
    known = [kind.folder for kind in KINDS]
    mend = f"Use one of {', '.join(known)}, or move it elsewhere."
    if path.suffix in YAML:
        # Most of what people put there is a journey; any other kind has a folder beside it.
        right = path.parent / known[0] / path.name
        mend = f"Move it into the folder of its kind, as `{right}`, or call it one of " + (
            f"{', '.join(known)}."
        )
    return Problem(
        place=Place(shown),
        rule="unknown-key",
        what=f"`{stem}` is no kind of thing in a handbook.",
        mend=did_you_mean(stem, known, mend),
    )


def in_wrong_place(kind: type[Entry], node: Node, file: str) -> Problem | None:
    """Tell of an entry that is no thing of its kind at all; None where it may be one.

    Its single keys say nothing then that is worth mending one by one.
    """
    if not isinstance(node, Mapping):
        return None
    fields = shapes_by_key(kind)
    unknown = [(key, value) for key, value in node.entries if key.text not in fields]
    if not unknown:
        return None
    key, value = unknown[0]
    place = Place(file, key.span)
    if len(unknown) == len(node.entries) and not any(isinstance(at, Scalar) for _, at in unknown):
        mend = f"Delete the line `{key.text}:`; each of the {kind.folder} begins with `- `."
        if isinstance(value, Mapping):
            mend = f"Write `- id: {key.text}`, with its lines below it; so with each of them."
        if PurePosixPath(file).stem == kind.folder:
            what = f"Here stands the key `{key.text}` where a list of {kind.folder} is expected."
            return Problem(place=place, rule="wrong-shape", what=what, mend=mend)
    other = next((other for other in KINDS if _all_known(other, node)), None)
    if other is None or len(unknown) < 2:
        return None
    named = " and ".join(f"`{one.text}`" for one, _ in unknown[:2])
    what = f"This stands among the {kind.folder}, and {named} are fields of {a(other.noun)}."
    mend = f"Move it to `{other.folder}/`, or delete these lines."
    return Problem(place=place, rule="unknown-key", what=what, mend=mend)


def _all_known(kind: type[Entry], node: Mapping) -> bool:
    fields = shapes_by_key(kind)
    return all(key.text in fields for key, _ in node.entries)


def without(node: Node, problems: Iterable[Problem]) -> Node:
    """Give a mapping without the entries in which something is wrong."""
    if not isinstance(node, Mapping):
        return node
    wrong = [problem.place.span[:2] for problem in problems]
    kept = [
        (key, value)
        for key, value in node.entries
        if not any(key.span[:2] <= place <= value.span[2:] for place in wrong)
    ]
    return Mapping(tuple(kept), node.span)
