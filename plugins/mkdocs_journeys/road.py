"""The whole road, written once: from a folder of maps to pages, read top to bottom."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs_journeys.catalog.audience import shown_of, shown_of_then, told_now
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.history.past import Releases
from mkdocs_journeys.history.release import History
from mkdocs_journeys.language import ENGLISH, Language, speaking
from mkdocs_journeys.load.collector import no_search_for_circles
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.known_files import KnownFiles
from mkdocs_journeys.load.last_good import keep_last_good
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.handbook import Handbook as Settings
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.pages.changes import Base, change_pages, with_ways
from mkdocs_journeys.pages.health import health_pages
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.recent import with_recent
from mkdocs_journeys.pages.releases import release_links, release_pages
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.repository import Repository
from mkdocs_journeys.rules.judge import judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where maps and hand-written pages lie, each with the name that its author uses for it.

    ``docs`` is None where there are no hand-written pages to check.
    """

    maps: Path
    maps_shown_as: str
    docs: Path | None = None
    docs_shown_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handbook:
    """A handbook that has been read, looked up and judged; nothing of it is written yet.

    ``catalog`` holds what may be shown to those whom it is published for, ``loaded`` all that
    was read.
    """

    loaded: Loaded
    catalog: Catalog
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...]
    history: History | None = None

    @property
    def banners(self) -> dict[str, tuple[Problem, ...]]:
        """Give the errors of each file, for those who are mending it.

        Those of handbook.yml stand under the empty name too: for pages that no file is behind.
        """
        found: dict[str, list[Problem]] = defaultdict(list)
        for problem in self.problems:
            if problem.level == "error":
                found[problem.place.file].append(problem)
        banners = {file: tuple(problems) for file, problems in found.items()}
        settings = f"{self.loaded.folder}/{Settings.file}"
        return banners | ({"": banners[settings]} if settings in banners else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The maps as they were at a commit, written to a folder. ``name`` is what it is called."""

    maps: Path
    name: str
    commit: str


@contextmanager
def before_edit(maps: Path, ref: str) -> Iterator[Folder | None]:
    """Give the maps as they were where this edit left a branch, for as long as they are read.

    None where ``ref`` is empty. Raises GitError where git does not know.
    """
    if not ref:
        yield None
        return
    repository = Repository.around(maps)
    commit = repository.merge_base(ref)
    with tempfile.TemporaryDirectory(prefix="journeys-") as beside:
        repository.write_files(commit, repository.path_of(maps), Path(beside, "maps"))
        yield Folder(maps=Path(beside, "maps"), name=ref, commit=commit)


@no_search_for_circles()
def read_handbook(
    folders: Folders,
    today: date,
    before: Handbook | None = None,
    language: Language = ENGLISH,
    base: Folder | None = None,
    *,
    has_health: bool = True,
    releases: Releases | None = None,
    known: KnownFiles | None = None,
) -> Handbook:
    """Read, look up, judge, and decide what every page tells, in the language of the site.

    A folder that is not there gives a handbook without maps. Problems never stop it: what can
    be read is told, and what cannot has a page that says why, or the page that it had
    ``before``, while the handbook is served. With a ``base``, the handbook as it was, there are
    pages that compare both. ``has_health``: whether there is a page of what was found.
    With ``releases``, there are pages of what each of them changed. Files in ``known`` that did not
    change are not read again.
    """
    if releases:
        known = releases.known
    elif known is None and base:
        known = {}
    loaded = load(folders.maps, folders.maps_shown_as, known=known)
    if before is not None:
        loaded = keep_last_good(loaded, before.loaded)
    catalog = look_up(loaded, today)
    in_docs = check_docs(folders.docs, folders.docs_shown_as, catalog) if folders.docs else ()
    shown = shown_of(catalog)
    problems = judge(catalog, in_docs)
    then = _base(base, folders, catalog, known) if base else None
    history = releases.history(catalog, shown, known or {}) if releases else None
    with speaking(language):
        pages = all_pages(shown)
        if has_health:
            pages = (*pages, *health_pages(shown, catalog, problems))
        pages = with_recent(pages, shown, history)
        if then is not None:
            about = tuple(change_pages(shown, then, release_links(history)))
            pages = (*with_ways(pages, about), *about)
        pages = (*pages, *release_pages(shown, history, is_preview=then is not None))
    return Handbook(loaded=loaded, catalog=shown, problems=problems, pages=pages, history=history)


def _base(base: Folder, folders: Folders, now: Catalog, known: KnownFiles | None) -> Base:
    catalog = look_up(load(base.maps, folders.maps_shown_as, known=known), now.today)
    shown = shown_of_then(catalog, told_now(now))
    return Base(name=base.name, commit=base.commit, catalog=shown)
