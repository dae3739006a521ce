"""`journeys new`: a file to fill in, at its right place."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click
from slugify import slugify

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.nouns import NOUNS, an
from mkdocs_journeys.cli.completing import ids
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.new_like import future_of, like
from mkdocs_journeys.cli.reading import day_of, maps_option, read_catalog
from mkdocs_journeys.exporters.blank_form import FIRST_STAGES, Form, Part, blank_form
from mkdocs_journeys.load.ids import RESERVED
from mkdocs_journeys.model.entry import Entry, in_words
from mkdocs_journeys.model.fields import ID_PATTERN
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import KINDS

BY_NAME = {kind.key_kind: kind for kind in KINDS}
LONGEST = 64
"""How many characters an id may have."""

SCHEMAS = ".schema"
"""The folder beside the maps that `journeys init` puts schemas into."""


@click.command(short_help="Begin a new file, with every field explained.")
@click.argument("kind", type=click.Choice(tuple(BY_NAME)))
@click.argument("id_", metavar="[ID]", default="")
@click.option(
    "--from",
    "model",
    metavar="ID",
    default="",
    shell_complete=ids,
    help="With the structure of another of its kind.",
)
@click.option(
    "--future-of",
    "current",
    metavar="ID",
    default="",
    shell_complete=ids,
    help="A future map of this journey, with the same stages and steps.",
)
@click.option(
    "--stages", metavar="TITLES", default="", help="A journey's stages, separated by commas."
)
@maps_option
@debug_option
def new(kind: str, id_: str, model: str, current: str, stages: str, maps: str) -> None:
    """Begin a new file of a KIND: each field as a comment, with what it means.

    The file is maps/<folder>/<ID>.yml, and one that is there is never overwritten.
    """
    if len([one for one in (model, current, stages) if one]) > 1:
        raise click.UsageError("Take one of --from, --future-of and --stages.")
    if kind != Journey.key_kind and (current or stages):
        raise click.UsageError("Only a journey has stages and a future: leave this option out.")
    sort = BY_NAME[kind]
    catalog = read_catalog(maps, day_of(""))
    id_ = _free_id(id_ or (f"{current}-future" if current else f"new-{kind}"), sort, catalog)
    path = Path(maps, sort.folder, f"{id_}.yml")
    form = Form(
        kind=sort,
        title=in_words(id_),
        schema=schema_beside(path, Path(maps), kind),
        said={"status": ("draft",)} if sort is Journey else {},
        stages=_stages(stages) or FIRST_STAGES,
        known=_one_of_each(catalog),
    )
    if current:
        form = future_of(form, current, catalog)
    elif model:
        form = like(form, model, catalog)
    _write_new(path, blank_form(form))
    click.echo(path.as_posix())
    click.echo("Fill it in, then run: journeys check", err=True)


def schema_beside(path: Path, maps: Path, kind: str) -> str:
    """Give the way from a file to the schema of its kind; empty where nobody wrote one.

    It is sought beside the folder of maps and above, up to the top of the project.
    """
    for top in maps.absolute().parents:
        schema = top / SCHEMAS / f"{kind}.json"
        if schema.is_file():
            return Path(os.path.relpath(schema, path.absolute().parent)).as_posix()
        if any((top / sign).exists() for sign in ("mkdocs.yml", ".git")):
            break
    return ""


def _free_id(id_: str, kind: type[Entry], catalog: Catalog) -> str:
    """Refuse what is no id, and one that something has or had."""
    if not re.fullmatch(ID_PATTERN, id_) or len(id_) > LONGEST or id_ in RESERVED:
        meant = slugify(id_, max_length=LONGEST, word_boundary=True)
        hint = f" Did you mean `{meant}`?" if meant and meant not in (id_, *RESERVED) else ""
        raise click.UsageError(
            f"`{id_}` cannot be an id: small letters, digits and single hyphens, at most "
            f"{LONGEST}, and no name that the site needs itself.{hint}"
        )
    # A persona and a stakeholder share their names, because both act.
    actors = ("persona", "stakeholder")
    kinds = actors if kind.key_kind in actors else (kind.key_kind,)
    for key in (Key(one, id_) for one in kinds):
        if one := catalog.known.get(key):
            taken = f"There is {an(NOUNS[key.kind])} `{id_}` already: {one.place}."
            raise click.UsageError(f"{taken} Name another id.")
        if now := catalog.former.get(key):
            was = f"`{id_}` was the id of “{catalog.title(now)}”, and old links lead there."
            raise click.UsageError(f"{was} Name another id.")
    return id_


def _one_of_each(catalog: Catalog) -> dict[str, str]:
    """Give the first id of each kind of thing that can be mentioned."""
    found: dict[str, str] = {}
    for key, one in catalog.known.items():
        if one.named:
            found.setdefault(key.kind, key.id)
    return found


def _stages(titles: str) -> tuple[Part, ...]:
    """Make stages of titles separated by commas; each gets an id of its own."""
    found: list[Part] = []
    for title in (one.strip() for one in titles.split(",")):
        if title:
            found.append(Part(id=_stage_id(title, found), title=title))
    if found:
        found[0] = Part(id=found[0].id, title=found[0].title, steps=FIRST_STAGES[0].steps)
    return tuple(found)


def _stage_id(title: str, before: list[Part]) -> str:
    id_ = slugify(title, max_length=LONGEST - 4, word_boundary=True) or "stage"
    taken = {FIRST_STAGES[0].steps[0].id, *(one.id for one in before)}
    free = (f"{id_}-{number}" for number in range(2, len(taken) + 3))
    return id_ if id_ not in taken else next(one for one in free if one not in taken)


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet; raises click.UsageError for one that is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.UsageError(
            f"{path.as_posix()} is there already and stays as it is. Name another id."
        ) from None
