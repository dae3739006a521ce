"""Pages of one thing: right for every reader, on every screen, on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.judgement import faults_of, onlooker
from tests.browser.page_types import DAILY, THINGS, looks
from tests.browser.visit import Visit
from tests.site.project import Built


@pytest.fixture(scope="module")
def visit(chromium: Browser, example: Built, policy: str) -> Iterator[Visit]:
    with onlooker(chromium, example.site, policy=policy) as visit:
        yield visit


@pytest.mark.parametrize("kind", looks(THINGS, DAILY))
def test_a_page_of_one_thing_is_right_for_every_reader(visit: Visit, kind: str) -> None:
    assert faults_of(visit, THINGS[kind], kind) == []
