"""A handbook checked from the command line, and which of its findings were asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.cli.baseline import compare, read_baseline
from mkdocs_journeys.cli.changed_since import changed_since
from mkdocs_journeys.cli.formats.words import LEVELS, counted, tally
from mkdocs_journeys.cli.sources import Sources
from mkdocs_journeys.load.collector import leave_alone, no_search_for_circles
from mkdocs_journeys.load.files import is_folder
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.limits import limits_of
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.all import RULES
from mkdocs_journeys.rules.chosen import ALL_RULES, Chosen
from mkdocs_journeys.rules.dead_link import DeadLink, web_addresses
from mkdocs_journeys.rules.in_full import in_full
from mkdocs_journeys.rules.judge import judge
from mkdocs_journeys.rules.missing_file import MissingFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which handbook somebody wants checked, and which findings they want to see.

    ``maps`` and ``docs`` are folders as their author types them. ``paths`` are files and folders,
    none for all. ``baseline`` is None and ``since``, a commit, is empty where not asked for.
    ``online`` allows to visit web addresses.
    """

    maps: str
    docs: str
    today: date
    paths: tuple[str, ...] = ()
    chosen: Chosen = ALL_RULES
    baseline: Path | None = None
    since: str = ""
    online: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check of a handbook gave.

    ``files`` counts the maps that were read; ``pages`` is the folder of hand-written pages.
    """

    catalog: Catalog
    problems: tuple[Problem, ...]
    files: int
    pages: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The findings that were asked for. ``notes`` are sentences about those left out."""

    checked: Checked
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    sources: Sources


@no_search_for_circles()
def check_handbook(
    maps: str, docs: str, today: date, chosen: Chosen = ALL_RULES, *, online: bool = False
) -> Checked:
    """Read and judge a handbook; ``maps`` and ``docs`` are folders as their author types them.

    Without ``docs``, it is what handbook.yml says, else ``docs``, beside the folder of maps.
    Raises click.UsageError where a folder that was asked for is not there.
    """
    folder = Path(maps)
    if not folder.is_dir():
        raise click.UsageError(
            f"There is no folder `{maps}`. Name the folder of your maps with --maps. "
            "`journeys init` begins one."
        )
    loaded = load(folder, folder.as_posix())
    catalog = look_up(loaded, today)
    pages = Path(docs) if docs else folder.parent / (loaded.settings.docs or "docs")
    if docs and not pages.is_dir():
        raise click.UsageError(f"There is no folder `{docs}` of hand-written pages.")
    found = check_docs(pages, pages.as_posix(), catalog)
    found += tuple(_no_pages(catalog, pages)) if not docs else ()
    found += tuple(_visited(catalog)) if online else ()
    files = {entry.spot.file for entry in loaded.entries}
    files |= {lost.file for lost in loaded.unreadable}
    problems = judge(catalog, found, chosen)
    # It stays until the command ends: to write the findings need not search it either.
    leave_alone()
    return Checked(catalog=catalog, problems=problems, files=len(files), pages=pages)


def look(asked: Asked, *, full: bool) -> Shown:
    """Check a handbook and give the findings asked for; ``full`` ones have edits and all.

    Raises click.UsageError where that is impossible.
    """
    checked = check_handbook(asked.maps, asked.docs, asked.today, asked.chosen, online=asked.online)
    sources = Sources(limits_of(checked.catalog.settings.limits))
    problems, notes = checked.problems, []
    if asked.baseline:
        everything = in_full(problems, checked.catalog, sources.of)
        # Who does not go online cannot know which web addresses open by now.
        not_sought = () if asked.online else (DeadLink.name,)
        compared = compare(everything, read_baseline(asked.baseline), not_sought)
        problems = compared.new
        notes = [*_old(compared.old)]
        if asked.chosen == ALL_RULES:
            notes += _mended(compared.mended)
    if asked.since:
        changed = changed_since(asked.since, Path(asked.maps))
        problems = tuple(one for one in problems if real_path(one.place.file) in changed)
    tops = [os.path.realpath(path) for path in asked.paths]
    problems = tuple(one for one in problems if is_within(one.place.file, tops))
    if full and not asked.baseline:
        problems = in_full(problems, checked.catalog, sources.of)
    return Shown(checked=checked, problems=problems, notes=tuple(notes), sources=sources)


def real_path(file: str) -> str:
    """Give the real path of a file, whose own link is not followed: its finding stands there."""
    parent, name = os.path.split(file)
    return os.path.join(os.path.realpath(parent), name)  # noqa: PTH118  # beside realpath


def is_within(file: str, tops: Iterable[str]) -> bool:
    """Tell whether a file is one of these real paths or lies below one; with none it always is."""
    tops = tuple(tops)
    if not tops:
        return True
    real = real_path(file)
    return any(real == top or real.startswith(top.rstrip(os.sep) + os.sep) for top in tops)


def is_bad(problems: Iterable[Problem], fail_on: str) -> bool:
    """Tell whether any finding is of this level or worse; never for ``never``."""
    return fail_on != "never" and any(
        LEVELS.index(problem.level) <= LEVELS.index(fail_on) for problem in problems
    )


def summary(shown: Shown) -> str:
    """Give the last lines: how much was found and in how many files of maps, and the notes."""
    found = tally(shown.problems)
    files = counted(shown.checked.files, "file")
    return "\n".join((f"{found or 'Nothing to mend'} in {files} of maps.", *shown.notes))


def _no_pages(catalog: Catalog, pages: Path) -> Iterable[Problem]:
    """Tell where handbook.yml names a folder of pages that is not there."""
    named = catalog.settings.docs
    if named and not is_folder(pages):
        yield Problem(
            place=catalog.settings.spot.of("docs"),
            rule=MissingFile.name,
            what=f"The folder `{named}` of hand-written pages is not there.",
            mend=f"It is sought beside the folder of maps, as `{pages.as_posix()}`: correct its "
            "name, or delete this line.",
        )


def _visited(catalog: Catalog) -> Iterable[Problem]:
    """Visit every web address in the maps; nobody else uses the network."""
    # Only here: who does not ask for it need not load it.
    from mkdocs_journeys.cli.online import visit

    rule = next(rule for rule in RULES if isinstance(rule, DeadLink))
    return rule.unanswered(catalog, visit(web_addresses(catalog)))


def _old(number: int) -> tuple[str, ...]:
    return (f"{counted(number, 'finding')} of the baseline left out.",) if number else ()


def _mended(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    are = "is" if number == 1 else "are"
    found = counted(number, "finding")
    return (f"{found} of the baseline {are} mended: --update-baseline takes them out.",)
