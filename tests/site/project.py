"""Somebody's own project on disk: maps, hand-written pages, mkdocs.yml; and what it becomes."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]
"""This repository."""

AS_OF = "2026-11-21"

ORDER = """\
title: Order a line
personas: [bea]
owner: sales
stages:
  - id: ask
    title: Ask around
    steps:
      - id: search
        title: Searches for a price
        emotion: 1
        channel: web
        action: Compares three pages
      - id: call
        title: Rings the shop
        emotion: -1
        channel: phone
        action: Waits nine minutes
        quotes: [{text: Is there anybody?, said_by: Bea, consent: true}]
        pain_points: [{id: silence, title: Nobody picks up the phone}]
  - id: buy
    title: Buy it
    steps:
      - {id: pay, title: Pays at once, emotion: 2, channel: web, action: Types a number}
"""
BEA = """\
name: Bea Brook
role: Night baker
summary: She sleeps when the shops are open.
"""

HANDBOOK: dict[str, str] = {
    "maps/handbook.yml": "format: 1\ntitle: Small Handbook\n",
    "maps/journeys/order.yml": ORDER,
    "maps/personas/bea.yml": BEA,
    "maps/channels.yml": "- {id: web, title: Web site, family: digital}\n"
    "- {id: phone, title: Telephone, family: human}\n",
    "maps/stakeholders/sales.yml": "name: Sales team\nkind: team\n",
}
"""A small handbook without a finding of level error."""


class Page:
    """One published page, read as HTML. Knows its file, not the site around it."""

    def __init__(self, file: Path) -> None:
        self.source = file.read_text(encoding="utf-8")
        self.tree = html.document_fromstring(self.source)

    @property
    def text(self) -> str:
        """The words of the article, each run of space one space."""
        return " ".join(self.article.text_content().split())

    @property
    def article(self) -> html.HtmlElement:
        """What stands between the sidebars."""
        return self.tree.find_class("md-content")[0]

    def links(self, xpath: str) -> list[tuple[str, str]]:
        """Give words and target of every link below the elements that an XPath finds."""
        return [
            (" ".join(link.text_content().split()), link.get("href", ""))
            for found in self.tree.xpath(xpath)
            for link in found.iter("a")
        ]

    @property
    def edit_link(self) -> str | None:
        """The target of the edit button, None where there is none."""
        found = self.tree.xpath("//a[contains(@class, 'md-content__button')]/@href")
        return str(found[0]) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A published site and what was logged on the way, a line for each message."""

    site: Path
    log: tuple[str, ...]

    def page(self, folder: str) -> Page:
        """Give a page by its folder, empty for the first one, or by its file."""
        return Page(
            self.site / folder if folder.endswith(".html") else self.site / folder / "index.html"
        )

    def has(self, path: str) -> bool:
        """Tell whether a file or folder of the site is there."""
        return (self.site / path).exists()

    def logged(self, words: str) -> list[str]:
        """Give the messages that hold these words."""
        return [line for line in self.log if words in line]

    @property
    def search_entries(self) -> list[dict[str, Any]]:
        """What the search index holds, in its order."""
        index = (self.site / "search" / "search_index.json").read_text(encoding="utf-8")
        entries: list[dict[str, Any]] = json.loads(index)["docs"]
        return entries


class Project:
    """A folder with mkdocs.yml. Builds through MkDocs itself, in this process or its own."""

    def __init__(self, folder: Path, cache: Path) -> None:
        """Take an empty folder, and where drawings are kept for all tests."""
        self.folder = folder
        self.cache = cache

    def write(self, files: Mapping[str, str]) -> Project:
        """Write files, texts without their common indentation."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(content), encoding="utf-8")
        return self

    def configure(
        self,
        *,
        features: tuple[str, ...] = (),
        theme: Mapping[str, Any] | None = None,
        plugins: tuple[str | dict[str, Any], ...] = ("search",),
        journeys: Mapping[str, Any] | None = None,
        **settings: Any,
    ) -> Project:
        """Write mkdocs.yml; ``journeys`` are the options of our plugin, which comes last."""
        options = {"as_of": AS_OF, "cache": str(self.cache), **(journeys or {})}
        config = {
            "site_name": "Small",
            "site_url": "https://small.example/",
            "theme": {
                "name": "material",
                "font": False,
                "features": list(features),
                **(theme or {}),
            },
            "plugins": [*plugins, {"journeys": options}],
            "extra": {"generator": False},
            **settings,
        }
        (self.folder / "docs").mkdir(parents=True, exist_ok=True)
        return self.write({"mkdocs.yml": yaml.safe_dump(config, sort_keys=False)})

    def build(self, **settings: Any) -> Built:
        """Build in this process; an aborted build raises SystemExit."""
        logger = logging.getLogger("mkdocs")
        kept = _Kept()
        level = logger.level
        logger.addHandler(kept)
        logger.setLevel(logging.INFO)
        try:
            config = load_config(str(self.folder / "mkdocs.yml"), **settings)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except SystemExit as ended:
            ended.add_note("\n".join(kept.lines))
            raise
        finally:
            logger.removeHandler(kept)
            logger.setLevel(level)
        return Built(site=Path(config.site_dir), log=tuple(kept.lines))

    def fail(self, **settings: Any) -> str:
        """Build in this process, and give what was logged until the build was aborted."""
        try:
            self.build(**settings)
        except SystemExit as ended:
            return "\n".join((*ended.__notes__, str(ended)))
        raise AssertionError("The build went through.")

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `mkdocs` as a person does, in the project's folder."""
        return run_mkdocs(self.folder, *arguments, **environment)

    def build_apart(self, **environment: str) -> Built:
        """Build strictly in a process of its own; one that fails fails the test."""
        done = self.run("build", "--strict", **environment)
        assert done.returncode == 0, done.stderr
        return Built(site=self.folder / "site", log=tuple(done.stderr.splitlines()))


class _Kept(logging.Handler):
    """Keeps what is logged, as `WARNING message`."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()}")


def environment(**more: str) -> dict[str, str]:
    """Give the environment of commands that tests run: ours, without what would change a site."""
    changing = ("SOURCE_DATE_EPOCH", "JOURNEYS_AS_OF", "MIKE_DOCS_VERSION", "PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if name not in changing}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    # Material's notice about its own future hides what a test wants to see.
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return kept | {"PATH": path} | quiet | more


def run_mkdocs(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` in a folder, with these variables in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
