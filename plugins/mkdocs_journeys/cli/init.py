"""`journeys init`: a handbook that works, to write over."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.cli.reading import day_of
from mkdocs_journeys.cli.schema import as_text
from mkdocs_journeys.exporters.json_schema import FILES
from mkdocs_journeys.exporters.project_schema import project_schemas
from mkdocs_journeys.load.collector import no_search_for_circles
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.handbook import Accepted, Handbook
from mkdocs_journeys.repository import GitError, Repository

STARTER = files("mkdocs_journeys.cli").joinpath("starter")
"""What is laid out as it is. A name that begins with `dot-` is hidden there."""

OF_FORGE = {"github": ".github/", "gitlab": ".gitlab-ci.yml"}
"""Files that only one forge reads, by what their names begin with."""

SCHEMAS = ".schema"
SETTINGS = ".vscode/settings.json"
PINS = "requirements.txt"

PINNED = ("mkdocs", "mkdocs-material")
"""What decides how a site looks, beside ourselves."""

NEW_ONLY = ("mkdocs.yml", "docs/index.md", "maps")
"""What must not be there yet: a handbook around somebody's own of these would be half of one."""


@click.command(short_help="Begin a handbook that works.")
@click.argument(
    "folder", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path), default="."
)
@click.option(
    "--forge",
    type=click.Choice((*OF_FORGE, "none")),
    help="Whose workflows are laid out; known by where the repository comes from, else github.",
)
@debug_option
def init(folder: Path, forge: str | None) -> None:
    """Begin a handbook in DIR: settings, one example map, what editors need, and workflows.

    The workflows check every pull request, post what it changes as one comment, and publish the
    handbook. Forgejo and Gitea read those of GitHub.

    A file that is there already is never overwritten.
    """
    there = [name for name in NEW_ONLY if (folder / name).exists()]
    if there:
        raise click.UsageError(
            f"Already there in `{folder}`: {', '.join(f'`{name}`' for name in there)}. "
            "Nothing is overwritten. In a site of yours write `- journeys` below "
            "`plugins:` in mkdocs.yml, and begin maps with `journeys new`."
        )
    laid_out = {
        **dict(_for_forge(forge or forge_of(folder))),
        PINS: pins(),
        SETTINGS: json.dumps({"yaml.schemas": schemas_by_file()}, indent=2) + "\n",
    }
    written = [name for name, text in laid_out.items() if _is_new(folder / name, text)]
    kept = [name for name in laid_out if name not in written]
    for name, text in _schemas(folder / "maps").items():
        (written if _is_new(folder / name, text) else kept).append(name)
    where = "here" if folder.resolve() == Path.cwd() else f"to {folder.as_posix()}"
    click.echo(f"{counted(len(written), 'file')} written {where}.", err=True)
    for name in kept:
        click.echo(f"{name} was there already and stays as it is.", err=True)
    if top := _top_above(folder, laid_out):
        click.echo(
            f"Forges read workflows only at the top of a repository: move those files to {top}, "
            "and let their steps run in this folder (`working-directory:`).",
            err=True,
        )
    click.echo(f"Next: {_next(folder)}")


def forge_of(folder: Path) -> str:
    """Give the forge that a folder's repository comes from; GitHub where nothing is known."""
    try:
        address = Repository.around(folder).origin()
    except GitError:
        return "github"
    return "gitlab" if "gitlab" in address else "github"


def _top_above(folder: Path, laid_out: Iterable[str]) -> str:
    """Give the top of the repository where workflows were laid out elsewhere; else nothing."""
    if not any(name.startswith(tuple(OF_FORGE.values())) for name in laid_out):
        return ""
    try:
        top = Repository.around(folder).top
    except GitError:
        return ""
    return "" if top is None or top.resolve() == folder.resolve() else top.as_posix()


def _for_forge(forge: str) -> Iterator[tuple[str, str]]:
    others = tuple(begin for name, begin in OF_FORGE.items() if name != forge)
    return ((name, text) for name, text in _starter(STARTER) if not name.startswith(others))


def pins() -> str:
    """Give requirements.txt: ourselves, the host and the theme, as they are installed here."""
    lines = [f"mkdocs-journeys[material]=={version('mkdocs-journeys')}"]
    lines += [f"{name}=={found}" for name in PINNED if (found := _version(name))]
    return "\n".join(lines) + "\n"


def schemas_by_file() -> dict[str, list[str]]:
    """Give the schemas for an editor, each with the files that it is for."""
    return {f"{SCHEMAS}/{kind}.json": [*_files_of(thing)] for kind, thing in FILES.items()}


def _files_of(thing: type[Thing]) -> Iterator[str]:
    if thing in (Handbook, Accepted):
        yield f"maps/{thing.file}"
    elif issubclass(thing, Entry):
        yield f"maps/{thing.folder}.yml"
        yield f"maps/{thing.folder}/**/*.yml"


def _starter(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    """Give the files of the starter, by the names that they get."""
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{above}{'.' if one.name.startswith('dot-') else ''}{one.name.removeprefix('dot-')}"
        if one.is_dir():
            yield from _starter(one, f"{name}/")
        else:
            yield name, one.read_text("utf-8")


@no_search_for_circles()
def _schemas(maps: Path) -> dict[str, str]:
    catalog = look_up(load(maps, maps.as_posix()), day_of(""))
    return {
        f"{SCHEMAS}/{kind}.json": as_text(one) for kind, one in project_schemas(catalog).items()
    }


def _is_new(path: Path, text: str) -> bool:
    """Write a file, and tell whether that was possible; one that is there stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True


def _next(folder: Path) -> str:
    """Give what to type now; the theme may not be installed yet."""
    go = "" if folder.resolve() == Path.cwd() else f"cd {shlex.quote(folder.as_posix())} && "
    install = "" if _version("mkdocs-material") else f"pip install -r {PINS} && "
    return f"{go}{install}mkdocs serve"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
