"""A site of the small handbook, built by a host in an environment of its own."""

from __future__ import annotations

import gzip
import html
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.hosts.cases import Case, Plugin
from tests.hosts.environments import Host
from tests.site.link_check import dead_links, faults_of, pages_of
from tests.site.project import AS_OF, HANDBOOK, Built, Project, environment
from tests.site.versions import ALONE, run

SITE_URL = "https://small.example/"
REPOSITORY = "https://git.small.example/cx/book"

GUIDE = """\
# Guide

Ask [[persona:bea]], or read [[step:order/pay|how she pays]].

```journey
id: order
view: flow
```
"""

COMMITS = (
    ("maps/personas/bea.yml", "2026-03-04", "Grace Hall"),
    ("maps/journeys/order.yml", "2026-05-06", "Tom Tallow"),
    ("maps/handbook.yml", "2026-07-08", "Priya Raman"),
    (".", "2026-09-10", "Edith Moss"),
)
"""Which file came on which day, and who brought it."""

_TOLD = re.compile(r"^(WARNING|ERROR|CRITICAL)\b.*", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedSite:
    """A built site, on which host, and for which case; ``like`` is the same without either."""

    built: Built
    like: Built
    host: Host
    case: Case

    @property
    def faults(self) -> list[str]:
        """Give all that is not as promised; empty for a good site."""
        return [
            *self._pages(),
            *self._links(),
            *self._edit_links(),
            *self._words(),
            *self._found(),
            *self._told(),
        ]

    @property
    def addresses(self) -> set[str]:
        """Give the addresses of all pages; one is the same however its file is called."""
        return _addresses(self.built.site)

    def _pages(self) -> Iterator[str]:
        mine = {one for one in self.addresses if not one.startswith(self.case.adds or ("\0",))}
        wanted = _addresses(self.like.site)
        for address in sorted(mine ^ wanted):
            yield f"{address} is {'missing' if address in wanted else 'too many'}"

    def _links(self) -> Iterator[str]:
        pages = pages_of(self.built.site)
        for link in dead_links(self.built.site, pages, SITE_URL):
            if not any(words in link for words in self.case.dead):
                yield f"dead: {link}"
        for fault in (fault for page in pages for fault in faults_of(page)):
            if not any(words in fault for words in (*self.case.faults, *self.host.faults)):
                yield fault

    def _edit_links(self) -> Iterator[str]:
        for address, source in (
            ("personas/bea/", "maps/personas/bea.yml"),
            ("journeys/order/ask/", "maps/journeys/order.yml"),
            ("guide/", "docs/guide.md"),
        ):
            if self.page(address).edit_link != f"{REPOSITORY}/edit/main/{source}":
                yield f"{address} is edited at {self.page(address).edit_link}"

    def _words(self) -> Iterator[str]:
        is_seen = self.host.environment not in self.case.unseen
        for address, words in self.case.shows.items() if is_seen else ():
            if words not in self.page(address).source_as_text:
                yield f"{address} does not say {words}"

    def _found(self) -> Iterator[str]:
        """Look into the search: our pages as they are found elsewhere, and no word of a drawing."""
        found = _searched(self.built.site)
        for address in ("journeys/order/", "journeys/order/ask/", "personas/"):
            wanted = {one["text"] for one in self.like.search_entries if one["location"] == address}
            texts = [words for place, words in found if place == address]
            if not texts or not all(_plain(one) in _plain(" ".join(texts)) for one in wanted):
                yield f"{address} is found by {texts}"
        drawn = [words for place, words in found if place == "guide/" and "Rings the shop" in words]
        yield from (f"a drawing is read: {words}" for words in drawn)

    def _told(self) -> Iterator[str]:
        for told in _TOLD.finditer("\n".join(self.built.log)):
            if not any(words in told[0] for words in self.case.allowed):
                yield told[0]

    def page(self, address: str) -> _Page:
        """Give a page by its address, which ends in a slash."""
        name = address.rstrip("/")
        paths = (self.built.site / name / "index.html", self.built.site / f"{name}.html")
        return _Page(next(path for path in paths if path.is_file()))


class _Page:
    def __init__(self, path: Path) -> None:
        self._page = Built(site=path.parent, log=()).page(path.name)

    @property
    def edit_link(self) -> str | None:
        return self._page.edit_link

    @property
    def source_as_text(self) -> str:
        """All words of the page, and of its head; each run of space is one."""
        page = self._page
        attributes = page.tree.xpath("//meta/@content | //link/@href")
        return " ".join(" ".join([page.tree.text_content(), *map(str, attributes)]).split())


def lay_out(project: Project, host: Host, case: Case) -> Project:
    """Write the project of a case, with its history."""
    files = HANDBOOK | {"docs/guide.md": GUIDE, ".gitignore": "/site/\n"} | dict(case.files)
    project.write(files).configure(
        plugins=tuple(_suited(plugin, host) for plugin in case.before),
        theme={"name": host.theme},
        features=("content.action.edit", "navigation.indexes"),
        repo_url=REPOSITORY,
        edit_uri="edit/main/docs/",
        **case.settings,
    )
    path = project.folder / "mkdocs.yml"
    settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    settings["plugins"] += case.after
    path.write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    run("git", "init", "--quiet", "--initial-branch=main", at=project.folder)
    for name, day, who in COMMITS:
        run("git", "add", name, at=project.folder)
        moment = f"{day}T12:00:00+00:00"
        author = f"{who} <{who.split()[0].lower()}@small.example>"
        run(
            *("git", "commit", "--quiet", "--message", f"On {day}"),
            *("--author", author, "--date", moment),
            at=project.folder,
            GIT_COMMITTER_DATE=moment,
        )
    return project


def _suited(plugin: Plugin, host: Host) -> Plugin:
    """Give a plugin as the oldest Material has it, whose tags knew no marks in pages."""
    return (
        {"tags": {"tags_file": "tags.md"}}
        if (plugin, host.environment)
        == (
            "tags",
            "floor",
        )
        else plugin
    )


def build(
    python: Path, wheel: Path, project: Project, host: Host, case: Case, like: Built
) -> HostedSite:
    """Build strictly; a build that fails fails the test with what it said."""
    done = called(
        python, wheel, project.folder, host.module, "build", "--strict", "-f", "mkdocs.yml"
    )
    assert done.returncode == 0, done.stderr
    built = Built(site=project.folder / "site", log=tuple(done.stderr.splitlines()))
    return HostedSite(built=built, like=like, host=host, case=case)


def called(
    python: Path, wheel: Path, at: Path, *arguments: str, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command of an environment, which finds our wheel and nothing else of ours."""
    first = {"PATH": f"{python.parent}:{environment()['PATH']}", "PYTHONPATH": str(wheel)}
    return subprocess.run(
        [str(python.parent / arguments[0]), *arguments[1:]],
        cwd=at,
        env=environment(**ALONE, TZ="UTC", JOURNEYS_AS_OF=AS_OF, **first, **more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def _addresses(site: Path) -> set[str]:
    files = (path.relative_to(site) for path in site.rglob("*.html"))
    return {_address(path) for path in files} - {"404/"}


def _searched(site: Path) -> list[tuple[str, str]]:
    """Give what a search finds: addresses without anchors, and words; Pagefind packs each page."""
    packed = sorted((site / "search" / "fragment").glob("*"))
    pages = [json.loads(_unpacked(path)) for path in packed]
    if pages:
        urls = [(one["url"].strip("/"), one["content"]) for one in pages]
        return [(_address(Path(url)), words) for url, words in urls]
    text = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    entries = [(one["location"].partition("#")[0], one["text"]) for one in json.loads(text)["docs"]]
    return [(place.removesuffix("index.html").replace(".html", "/"), t) for place, t in entries]


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")


def _plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def _address(path: Path) -> str:
    if path.name == "index.html":
        return f"{path.parent.as_posix()}/".removeprefix("./")
    return f"{path.with_suffix('').as_posix()}/"
