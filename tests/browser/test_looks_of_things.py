"""Pages of one thing: right for every reader, on every screen, on paper."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Browse
from tests.browser.judgement import faults_of
from tests.browser.page_types import THINGS, looks
from tests.site.project import Built


@pytest.mark.parametrize("kind", looks(THINGS))
def test_a_page_of_one_thing_is_right_for_every_reader(
    browse: Browse, example: Built, policy: str, kind: str
) -> None:
    assert faults_of(browse(example.site, policy=policy), THINGS[kind], kind) == []
