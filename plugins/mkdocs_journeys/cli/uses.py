"""`journeys uses`: who mentions a thing, before it is changed or taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.docs import uses_in_docs
from mkdocs_journeys.catalog.mentions import Directory
from mkdocs_journeys.catalog.nouns import NOUNS
from mkdocs_journeys.cli.completing import ids
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.formats.words import as_json, as_name, counted
from mkdocs_journeys.cli.reading import day_of, maps_option, read_catalog
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.walk import mentions
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Place

SCHEMA_VERSION = 1
"""Goes up when a key changes its meaning or is taken away, not when one is added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a thing is mentioned.

    ``by`` is the innermost thing with a name around it, None for settings and hand-written
    pages; ``field`` is the field that it stands in, empty in a page.
    """

    place: Place
    title: str
    by: Key | None
    field: str


@click.command(short_help="Tell who mentions a thing.")
@click.argument("id_", metavar="ID", shell_complete=ids)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How mentions are written.",
)
@click.option(
    "--docs",
    default="",
    envvar="JOURNEYS_DOCS",
    help="The folder of hand-written pages; what handbook.yml says, else docs beside the maps.",
)
@maps_option
@debug_option
def uses(id_: str, form: str, docs: str, maps: str) -> None:
    """Tell who mentions ID, in maps and in hand-written pages, each at its line and column.

    ID is that of anything: `priya`, `persona:priya` where several things have this id, and
    `switch-to-fibre/chase` for what stands inside a journey.
    """
    catalog = read_catalog(maps, day_of(""))
    keys = meant_by(id_, catalog)
    if not keys:
        ids = {key.id for key, one in catalog.known.items() if one.named}
        hint = did_you_mean(id_.rpartition(":")[2], ids)
        raise click.UsageError(f"Nothing in the handbook is called `{id_}`. {hint}".rstrip())
    pages = Path(docs) if docs else Path(maps).parent / (catalog.settings.docs or "docs")
    found = {key: _in_order(_mentions(key, catalog, pages)) for key in keys}
    write = _as_json if form == "json" else _as_text
    click.echo(write(found, catalog), nl=False)
    for key, each in found.items():
        click.echo(_summary(key, each, catalog), err=True)


def meant_by(id_: str, catalog: Catalog) -> tuple[Key, ...]:
    """Give all things that somebody may mean by an id, in the order of the handbook.

    ``kind:id`` and ``journey/id`` name one; a bare id may be that of several. An id that a thing
    had before, and a title, are understood too.
    """
    kind, colon, bare = id_.partition(":")
    kinds = tuple(NOUNS)
    if colon and kind in kinds:
        kinds, id_ = (kind,), bare
    directory = Directory(catalog.known, catalog.former)
    found = {key for one in kinds if (key := directory.find(id_, one, None))}
    if not found and "/" not in id_:
        found = {
            key
            for key, one in catalog.known.items()
            if one.named and key.kind in kinds and key.id.endswith(f"/{id_}")
        }
    return catalog.in_order(found)


def _mentions(key: Key, catalog: Catalog, pages: Path) -> Iterator[Mention]:
    for use in catalog.used_by(key):
        title = catalog.title(use.user)
        if use.user != use.home:
            title = f"{catalog.title(use.home)}: {title}"
        yield Mention(place=use.place, title=title, by=use.user, field=use.field)
    for shape, ref in mentions(catalog.settings):
        if catalog.meant(ref) == key:
            yield Mention(place=ref.place, title="Settings", by=None, field=shape.key)
    for used, place in uses_in_docs(pages, pages.as_posix(), catalog):
        if used == key:
            yield Mention(place=place, title=Path(place.file).name, by=None, field="")


def _in_order(found: Iterator[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(found, key=lambda one: (one.place, one.field)))


def _as_text(found: dict[Key, tuple[Mention, ...]], catalog: Catalog) -> str:
    lines = []
    for each in found.values():
        for one in each:
            by = f" ({one.by})" if one.by else ""
            field = f" [{one.field}]" if one.field else ""
            lines.append(f"{as_name(str(one.place))}: {printable(one.title)}{by}{field}\n")
    return "".join(lines)


def _as_json(found: dict[Key, tuple[Mention, ...]], catalog: Catalog) -> str:
    things = [
        {
            **_thing(key, catalog),
            **_where(catalog.known[key].place),
            "uses": [
                {
                    **_where(one.place),
                    "by": _thing(one.by, catalog) if one.by else None,
                    "field": one.field,
                }
                for one in each
            ],
        }
        for key, each in found.items()
    ]
    return as_json({"schema_version": SCHEMA_VERSION, "things": things})


def _thing(key: Key, catalog: Catalog) -> dict[str, str]:
    return {"kind": key.kind, "id": key.id, "title": catalog.title(key)}


def _where(place: Place) -> dict[str, object]:
    return {"file": place.file, **place.span._asdict()}


def _summary(key: Key, found: tuple[Mention, ...], catalog: Catalog) -> str:
    named = f"The {NOUNS[key.kind]} “{printable(catalog.title(key))}”"
    if not found:
        return f"{named} is mentioned nowhere."
    files = counted(len({one.place.file for one in found}), "file")
    return f"{named} is mentioned {counted(len(found), 'time')} in {files}."
