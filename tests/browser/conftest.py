"""A real Chromium for tests, and a site for it to visit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.content_policy import build_theme_alone, policy_of
from tests.site import conftest as sites

# Built once for all tests of a run, whichever folder they stand in.
example, versions, drawings = sites.example, sites.versions, sites.drawings


@pytest.fixture(scope="session")
def theme_alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the theme without us, built once."""
    return sites.once(tmp_path_factory, "theme", build_theme_alone)


@pytest.fixture(scope="session")
def policy(theme_alone: Path) -> str:
    """The strictest Content-Security-Policy under which the theme works, without us."""
    return policy_of(theme_alone)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not browser"` leaves them out."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
