"""Our pages as MkDocs files: backed by their YAML, so that edit links and git dates are true."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_journeys.pages.page import Page as Told
from mkdocs_journeys.road import Folders

PLACEHOLDER = "<!-- journeys -->"
"""What stands in the Markdown of a page of ours; the fragment takes its place after conversion."""


class MapFile(File):
    """A page whose source is a YAML file.

    To git plugins its source is that file. What the host converts is a placeholder; the page's
    words are put in after conversion. Knows nothing of what the page tells.
    """

    def __init__(
        self,
        uri: str,
        config: MkDocsConfig,
        *,
        title: str,
        backed_by: Path,
        edit_uri: str | None,
    ) -> None:
        """Take the address below the docs folder, and the file that the page tells of.

        ``title`` is HTML, as the host's templates want it.
        """
        # awesome-nav places pages itself; else ours are placed in on_nav, and the host need
        # not list all of them as missing from somebody's `nav`.
        placed_by_others = "awesome-nav" in config.plugins
        super().__init__(
            uri,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            inclusion=(InclusionLevel.UNDEFINED if placed_by_others else InclusionLevel.NOT_IN_NAV),
        )
        self.title = title
        self.abs_src_path = str(backed_by)
        self.edit_uri = edit_uri

    @property
    def content_string(self) -> str:
        """Give the Markdown that the host converts; the YAML is never read as Markdown."""
        return PLACEHOLDER

    @content_string.setter
    def content_string(self, value: str) -> None:
        raise NotImplementedError("the words of a map come from its YAML")

    @property
    def content_bytes(self) -> bytes:
        """Give the same in UTF-8."""
        return PLACEHOLDER.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        raise NotImplementedError("the words of a map come from its YAML")


def add(files: Files, new: Iterable[File], *, is_served: bool) -> dict[str, str]:
    """Add files of ours; one that somebody wrote by hand for the same address wins.

    Gives the hand-written files where that was so, by those of ours that are left out. Two
    files may have one address: ``order.md``, ``order/index.md`` and ``order/README.md`` do.
    """
    taken = published(files, is_served=is_served)
    kept = {}
    for file in new:
        own = taken.get(file.dest_uri)
        if own is not None:
            kept[file.src_uri] = own.src_uri
            continue
        excluded = files.get_file_from_path(file.src_uri)
        if excluded is not None:
            files.remove(excluded)
        files.append(file)
    return kept


def published(files: Files, *, is_served: bool) -> dict[str, File]:
    """Give the files that will be published, by their address; a draft is while it is served."""
    least = InclusionLevel.DRAFT if is_served else InclusionLevel.NOT_IN_NAV
    return {file.dest_uri: file for file in files if file.inclusion.value >= least.value}


def asset(config: MkDocsConfig, uri: str, content: str | bytes) -> File:
    """Give a file that is published as it is."""
    return File.generated(config, uri, content=content)


def copied(config: MkDocsConfig, uri: str, path: str) -> File:
    """Give a file that is copied from where it lies."""
    return File.generated(config, uri, abs_src_path=path)


def docs_folder(config: MkDocsConfig) -> Path:
    """Give the docs folder of the project; monorepo puts a temporary one in its place."""
    own = getattr(config.plugins.get("monorepo"), "originalDocsDir", None)
    return Path(own or config.docs_dir).resolve()


def edit_uri(config: MkDocsConfig, path: Path) -> str:
    """Give the way from the docs folder, which edit links begin at, to a file of the project."""
    return posixpath.normpath(posixpath.join(*_up(docs_folder(config), path.resolve())))


def _up(start: Path, end: Path) -> tuple[str, ...]:
    common = next((p for p in (start, *start.parents) if end.is_relative_to(p)), start)
    ups = [".."] * len(start.relative_to(common).parts)
    return (*ups, end.relative_to(common).as_posix())


def backing_of(told: Told, folders: Folders, top: Path) -> Path:
    """Give the file that a page tells of: its YAML, else the settings, else mkdocs.yml."""
    if told.source:
        return folders.maps / Path(told.source).relative_to(folders.maps_shown_as)
    settings = folders.maps / "handbook.yml"
    return settings if settings.is_file() else top / "mkdocs.yml"


def shown_as(path: Path, top: Path) -> str:
    """Give a path as its author sees it: from the folder of mkdocs.yml, where it lies below."""
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else path.as_posix()
