"""Pages that gather: right for every reader, on every screen, on paper."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Browse
from tests.browser.judgement import faults_of
from tests.browser.page_types import LISTS, looks
from tests.site.project import Built


@pytest.mark.parametrize("kind", looks(LISTS))
def test_a_page_that_gathers_is_right_for_every_reader(
    browse: Browse, example: Built, policy: str, kind: str
) -> None:
    assert faults_of(browse(example.site, policy=policy), LISTS[kind], kind) == []
