"""The main pages read from right to left, and in the words of people who write a lot."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from tests.browser.judgement import faults_of, onlooker
from tests.browser.page_types import PAGE_TYPES, looks
from tests.browser.visit import Visit
from tests.site.conftest import once
from tests.site.project import AS_OF, ROOT, Built, Project, run_mkdocs

MAIN = ("home", "journeys", "journey", "stage", "compare", "persona", "opportunities", "metric")

LONG_WORD = "Glasfaseranschlussbereitstellungsterminvereinbarungsbestätigungsschreiben"
# Without what means something in YAML.
LONG = f" and all that comes with it from the first to the last day {LONG_WORD}"
TITLED = re.compile(r"(?m)(?:^|[\s{-])(?:title|name): [^\s'\"{\[|>#&*][^,}\n]*")


def long_winded(maps: Path) -> None:
    """Make every title and every name in a folder of maps a long one."""
    for file in maps.rglob("*.yml"):
        written = file.read_text(encoding="utf-8")
        file.write_text(TITLED.sub(lambda one: one[0].rstrip() + LONG, written), encoding="utf-8")


def built(folder: Path, *, language: str = "en", is_long: bool = False) -> Built:
    """Build the example with another language or with longer words."""
    project = Project(folder, ROOT / ".cache" / "journeys")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["language"] = language
    shutil.copytree(ROOT / "maps", folder / "maps")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    if is_long:
        long_winded(folder / "maps")
    project.write({"mkdocs.yml": yaml.safe_dump(config, sort_keys=False)})
    done = run_mkdocs(folder, "build", JOURNEYS_AS_OF=AS_OF)
    assert done.returncode == 0, done.stderr
    return Built(site=folder / "site", log=())


@pytest.fixture(scope="module")
def right_to_left(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, policy: str
) -> Iterator[Visit]:
    def make(folder: Path) -> None:
        folder.mkdir()
        built(folder, language="ar")

    site = once(tmp_path_factory, "right-to-left", make) / "site"
    with onlooker(chromium, site, policy=policy) as visit:
        yield visit


@pytest.fixture(scope="module")
def wordy(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, policy: str
) -> Iterator[Visit]:
    def make(folder: Path) -> None:
        folder.mkdir()
        built(folder, is_long=True)

    site = once(tmp_path_factory, "wordy", make) / "site"
    with onlooker(chromium, site, policy=policy) as visit:
        yield visit


@pytest.mark.parametrize("kind", looks(MAIN))
def test_a_page_is_right_from_right_to_left(right_to_left: Visit, kind: str) -> None:
    faults = faults_of(right_to_left, PAGE_TYPES[kind], f"{kind}-right-to-left", is_variant=True)
    assert right_to_left.page.locator("body").get_attribute("dir") == "rtl"
    assert faults == []


@pytest.mark.parametrize("kind", looks(MAIN))
def test_a_page_with_long_words_is_right(wordy: Visit, kind: str) -> None:
    faults = faults_of(wordy, PAGE_TYPES[kind], f"{kind}-long", is_variant=True)
    assert wordy.page.get_by_text(LONG_WORD).count() > 0
    assert faults == []
