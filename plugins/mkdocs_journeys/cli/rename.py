"""`journeys rename`: another id for a thing, wherever it is mentioned."""

from __future__ import annotations

import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from slugify import slugify

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.docs import uses_in_docs
from mkdocs_journeys.catalog.nouns import NOUNS, an
from mkdocs_journeys.cli.completing import ids
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.cli.mend import Mending, as_diff, write
from mkdocs_journeys.cli.reading import day_of, maps_option, read_catalog
from mkdocs_journeys.cli.sources import Sources, Stamp, stamps
from mkdocs_journeys.cli.uses import meant_by
from mkdocs_journeys.edit.renaming import Renamed, Renaming, renaming, with_counterparts
from mkdocs_journeys.load.editing import edited, still_reads
from mkdocs_journeys.load.ids import RESERVED
from mkdocs_journeys.load.limits import limits_of
from mkdocs_journeys.model.fields import ID_PATTERN
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import INNER_KINDS
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.problems import Edit

LONGEST = 64
"""How many characters an id may have."""

ACTORS = ("persona", "stakeholder")
"""They share their names, because both act."""


@click.command(short_help="Give a thing another id, and edit every mention of it.")
@click.argument("old", shell_complete=ids)
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Print what would change, and write nothing.")
@click.option(
    "--docs",
    default="",
    envvar="JOURNEYS_DOCS",
    help="The folder of hand-written pages; what handbook.yml says, else docs beside the maps.",
)
@maps_option
@debug_option
def rename(old: str, new: str, dry_run: bool, docs: str, maps: str) -> None:
    """Give the thing called OLD the id NEW, and edit every mention in maps and pages.

    OLD is `priya`, `persona/priya` where several things have this id, or
    `switch-to-fibre/chase` for what stands inside a journey. The old id is kept as `formerly`,
    so that old links lead on. A file named after the id is renamed too, and so are a metric's
    readings beside it. Nothing else in any file changes.
    """
    before = stamps([Path(maps), Path(docs or Path(maps).parent / "docs")])
    catalog = read_catalog(maps, day_of(""))
    pages = Path(docs) if docs else Path(maps).parent / (catalog.settings.docs or "docs")
    before = {**stamps([pages]), **before}
    renamed = with_counterparts(catalog, _called(old, catalog), new)
    for key in renamed:
        _refuse_id(key, new, catalog)
    sources = Sources(limits_of(catalog.settings.limits))
    in_docs = uses_in_docs(pages, pages.as_posix(), catalog)
    work = renaming(catalog, renamed, in_docs, sources.of)
    for place in work.impossible:
        raise click.UsageError(f"{place}: write a bare `id:` there first, on a line of its own.")
    # Everything is worked out before anything is written.
    mendings = tuple(_mendings(work, sources))
    for mending in mendings:
        if mending.new_name != mending.file and os.path.lexists(mending.new_name):
            raise click.UsageError(f"{mending.new_name} is there already. Name another id.")
    if dry_run:
        click.echo("".join(as_diff(one) for one in mendings), nl=False)
    else:
        write_all(mendings, before)
    for sentence in _told(renamed, new, work, mendings, catalog, dry_run=dry_run):
        click.echo(sentence, err=True)


def _called(old: str, catalog: Catalog) -> Key:
    """Give the one thing that somebody means; raises click.UsageError where it is none."""
    kind, slash, id_ = old.partition("/")
    found = set(meant_by(old, catalog))
    found |= set(meant_by(f"{kind}:{id_}", catalog)) if slash and kind in NOUNS else set()
    if not slash:
        inside = (key for key in catalog.known if key.kind in INNER_KINDS)
        found |= {key for key in inside if key.id.endswith(f"/{old}")}
    if not found:
        ids = {name for key, one in catalog.known.items() if one.named for name in _names(key)}
        hint = did_you_mean(old, ids)
        raise click.UsageError(f"Nothing in the handbook is called `{old}`. {hint}".rstrip())
    if len(found) > 1:
        several = ", ".join(f"`{key.kind}/{key.id}`" for key in catalog.in_order(found))
        raise click.UsageError(f"Several things are called `{old}`. Name one: {several}.")
    (key,) = found
    one = catalog.known[key]
    if one.thing is None:
        raise click.UsageError(f"{one.place.file} cannot be read. Mend it first: journeys check.")
    if not one.named:
        raise click.UsageError(
            f"`{old}` is only a position. Give “{one.title}” an `id:` first, "
            "for example with: journeys check --fix --select id-missing"
        )
    return key


def _names(key: Key) -> tuple[str, ...]:
    return key.id, f"{key.kind}/{key.id}", key.id.rpartition("/")[2]


def _refuse_id(key: Key, new: str, catalog: Catalog) -> None:
    """Raise click.UsageError for what is no id, and for one that something else has or had."""
    if not re.fullmatch(ID_PATTERN, new) or len(new) > LONGEST or new in RESERVED:
        # The journey stays: `order/wait` becomes `order/waits` by `waits`.
        meant = slugify(new.rpartition("/")[2], max_length=LONGEST, word_boundary=True)
        hint = f" Did you mean `{meant}`?" if meant and meant not in (new, *RESERVED) else ""
        raise click.UsageError(
            f"`{new}` cannot be an id: small letters, digits and single hyphens, at most "
            f"{LONGEST}, and no name that the site needs itself.{hint}"
        )
    if key.id.rpartition("/")[2] == new:
        raise click.UsageError(f"“{catalog.title(key)}” is called `{new}` already.")
    for other in _same_names(key, new):
        if one := catalog.known.get(other):
            taken = f"There is {an(NOUNS[other.kind])} `{new}` already: {one.place}."
            raise click.UsageError(f"{taken} Name another id.")
        now = catalog.former.get(other)
        if now and now != key:
            was = f"`{new}` was the id of “{catalog.title(now)}”, and old links lead there."
            raise click.UsageError(f"{was} Name another id.")


def _same_names(key: Key, new: str) -> Iterator[Key]:
    """Give the names that nothing else may have where this thing gets an id."""
    if key.kind in INNER_KINDS:
        journey = key.id.partition("/")[0]
        yield from (Key(kind, f"{journey}/{new}") for kind in INNER_KINDS)
    else:
        yield from (Key(kind, new) for kind in (ACTORS if key.kind in ACTORS else (key.kind,)))


def _mendings(work: Renaming, sources: Sources) -> Iterator[Mending]:
    """Give what each file becomes, the things themselves first: then old mentions still lead."""
    by_file: dict[str, list[Edit]] = defaultdict(list)
    for edit in work.edits:
        by_file[edit.place.file].append(edit)
    new_names = dict(work.files)
    for file in dict.fromkeys((*work.first, *sorted({*by_file, *new_names}))):
        source = sources.of(file)
        before = source.data if source else b""
        after = edited(source, by_file[file]) if source else b""
        if source and not still_reads(source, after):
            raise AssertionError(f"{file} could not be read any more")
        new_name = new_names.get(file, file)
        if after != before or new_name != file:
            yield Mending(file=file, new_name=new_name, before=before, after=after, problems=())


def write_all(mendings: Iterable[Mending], before: dict[str, Stamp]) -> None:
    """Write one file after the other; the first that cannot be written ends it."""
    written: list[str] = []
    for mending in mendings:
        if sentence := write(mending, before):
            click.echo(sentence, err=True)
            done = f"Written before: {', '.join(written)}." if written else "Nothing was written."
            click.echo(done, err=True)
            sys.exit(2)
        written.append(mending.new_name)


def _told(
    renamed: Renamed,
    new: str,
    work: Renaming,
    mendings: Iterable[Mending],
    catalog: Catalog,
    *,
    dry_run: bool,
) -> Iterator[str]:
    """Say what was done, and what takes a person."""
    files = counted(len(tuple(mendings)), "file")
    for key in renamed:
        old = key.id.rpartition("/")[2]
        if any(old in lost.words for lost in catalog.loaded.unreadable):
            lost = [one.file for one in catalog.loaded.unreadable if old in one.words]
            yield f"{lost[0]} cannot be read: what it says of `{old}` stays."
        word = "would be called" if dry_run else "is called"
        yield f"“{catalog.title(key)}” ({key}) {word} `{new}`."
    for place in work.left:
        yield f"{place}: this mention stays, and still leads there. Edit it by hand."
    yield f"{files} {'would change' if dry_run else 'changed'}."
