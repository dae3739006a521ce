"""Every mention of a thing, edited so that it leads to the same thing under another id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.context import in_context
from mkdocs_journeys.catalog.gap import current_of, futures_of
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.edit.csv_cells import cell_at
from mkdocs_journeys.edit.formerly import called_anew, instead
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.load.tree import Sequence
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import INNER_KINDS
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.walk import everything, mentions
from mkdocs_journeys.problems import Edit, Place

Renamed = Mapping[Key, str]
"""Things by their names of today, each with the id it gets: the last word of its name."""

SourceOf = Callable[[str], Source | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """What has to be done so that things have other ids.

    ``first`` are the files of these things: with them changed, old mentions still lead there.
    ``files`` are paths with the ones that they get. ``left`` are mentions that take a person, and
    ``impossible`` things that do: with any of those, better nothing is done.
    """

    edits: tuple[Edit, ...]
    first: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    left: tuple[Place, ...]
    impossible: tuple[Place, ...]


def with_counterparts(catalog: Catalog, key: Key, new: str) -> Renamed:
    """Give what a new id has to be given to: a step's answers on other maps go with it.

    A step of a future map answers the current one of the same id: that is a mention too.
    """
    journey = catalog.journey_of(key) if key.kind == "step" else None
    if journey is None:
        return {key: new}
    id_ = key.id.partition("/")[2]
    current = current_of(catalog, journey) or journey
    steps = {inner_key("step", current, step.id) for step in current.all_steps}
    found = [inner_key("step", current, id_)]
    for future in futures_of(catalog, current):
        for step in future.all_steps:
            answers = {catalog.meant(ref) for ref in step.replaces}
            if step.id == id_ and step.spot.has("id") and not answers & steps:
                found.append(inner_key("step", future, id_))
    return dict.fromkeys(found if found[0] in steps and key in found else (key,), new)


def renaming(
    catalog: Catalog,
    renamed: Renamed,
    in_docs: Iterable[tuple[Key, Place]],
    source_of: SourceOf,
) -> Renaming:
    """Work out all edits; ``in_docs`` is what hand-written pages mention, and where."""
    edits: set[Edit] = set()
    left: list[Place] = []
    impossible: list[Place] = []
    files: list[tuple[str, str]] = []
    first: list[str] = []
    for key, new in renamed.items():
        thing = catalog.known[key].thing
        assert thing is not None, "what cannot be read is not renamed"
        source = source_of(thing.spot.file)
        old = key.id.rpartition("/")[2]
        anew = called_anew(source, thing, old, new) if source else ()
        edits.update(anew)
        impossible += [] if anew else [thing.spot.of("id")]
        first.append(thing.spot.file)
        if source and isinstance(thing, Entry):
            files += _files(thing, source, new)
    texts = (*_in_maps(catalog), *_in_rows(catalog), *_in_pages(in_docs, source_of))
    for key, place, text in texts:
        if instead_of := _text(text, key, catalog, renamed):
            edit = _edit(place, text, instead_of, source_of)
            edits.update((edit,) if edit else ())
            left += [] if edit else [place]
    moved = {_below(old, catalog): _below(new, catalog) for old, new in files}
    edits.update(_overrides(catalog, moved, source_of))
    return Renaming(
        edits=tuple(sorted(edits)),
        first=tuple(dict.fromkeys(first)),
        files=tuple(files),
        left=tuple(sorted(left)),
        impossible=tuple(impossible),
    )


def _in_maps(catalog: Catalog) -> Iterator[tuple[Key, Place, str]]:
    """Give every mention in a field: what it means, its place, and what is written there."""
    things: list[Thing] = [catalog.settings]
    for entry in catalog.loaded.entries:
        things += (thing for thing, _, _ in in_context(entry))
    for thing in things:
        for _, ref in mentions(thing):
            if key := catalog.meant(ref):
                yield key, ref.place, ref.text


def _in_rows(catalog: Catalog) -> Iterator[tuple[Key, Place, str]]:
    if not catalog.in_rows:
        return
    for entry in catalog.loaded.entries:
        for thing in everything(entry):
            for title, texts in (getattr(thing, "rows", None) or {}).items():
                for number, text in enumerate(texts):
                    if key := catalog.in_rows.get((title, text)):
                        yield key, thing.spot.of(f"rows.{title}.{number}"), text


def _in_pages(
    in_docs: Iterable[tuple[Key, Place]], source_of: SourceOf
) -> Iterator[tuple[Key, Place, str]]:
    for key, place in in_docs:
        source = source_of(place.file)
        said = source.said_at(place.span).strip("'\"") if source else key.id
        yield key, place, said.rpartition(":")[2].strip()


def _text(text: str, key: Key, catalog: Catalog, renamed: Renamed) -> str | None:
    """Give how a mention is written from now on; None where it stays, or is a title."""
    if key.kind not in INNER_KINDS:
        by_id = text == key.id or catalog.former.get(Key(key.kind, text)) == key
        return renamed.get(key) if by_id else None
    home, slash, inner = text.rpartition("/")
    journey = Key("journey", key.id.partition("/")[0])
    home = renamed.get(journey, home) if slash else home
    written = f"{home}{slash}{renamed.get(key, inner)}"
    return written if written != text else None


def _edit(place: Place, old: str, new: str, source_of: SourceOf) -> Edit | None:
    source = source_of(place.file)
    if source is None:
        return None
    if source.has_exact_places:
        return instead(source, place.span, old, new)
    cell = cell_at(source.text, place.span)
    return instead(source, source.lines.span(*cell), old, new) if cell else None


def _files(entry: Entry, source: Source, new: str) -> Iterator[tuple[str, str]]:
    """Give the file of an entry that bears its id, and the readings of a metric beside it."""
    path = PurePosixPath(entry.spot.file)
    if path.stem == entry.id and not isinstance(source.root, Sequence):
        yield str(path), str(path.with_name(f"{new}{path.suffix}"))
    table = path.with_name(f"{entry.id}.csv")
    if isinstance(entry, Metric) and Path(table).is_file():
        yield str(table), str(table.with_name(f"{new}.csv"))


def _below(file: str, catalog: Catalog) -> str:
    return PurePosixPath(file).relative_to(catalog.loaded.folder).as_posix()


def _overrides(catalog: Catalog, moved: Mapping[str, str], source_of: SourceOf) -> Iterator[Edit]:
    """Let settings for one file go with it."""
    for override in catalog.settings.overrides:
        for number, file in enumerate(override.files):
            source = source_of(override.spot.file) if file in moved else None
            if source:
                span = override.spot.of(f"files.{number}", "files").span
                edit = instead(source, span, file, moved[file])
                yield from (edit,) if edit else ()
