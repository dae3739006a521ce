"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

from tests.browser.chromium import browse, chromium, pytest_runtest_makereport
from tests.golden_text import compare_with_golden

__all__ = ["browse", "chromium", "pytest_runtest_makereport"]

TESTS = Path(__file__).parent

# No deadline: two busy cores make any example slow, and that is no finding.
no_clock = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples at every run: a red run is about the change, never about luck.
settings.register_profile("quick", no_clock, max_examples=200, derandomize=True)
settings.register_profile("long", no_clock, max_examples=2_000)
settings.register_profile("nightly", no_clock, max_examples=100_000)
settings.load_profile("quick")


FIRST = ("browser", "site", "hosts", "publishing", "forge")
"""The rooms whose files take longest: a process that begins one last keeps all others waiting."""


# Last, because the order is shuffled before; in each half it stays as that has it.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the rooms that take longest."""
    items.sort(key=lambda item: item.path.relative_to(TESTS).parts[0] not in FIRST)


class Golden(Protocol):
    """Compares a text with a golden; see `golden`."""

    def __call__(self, path: str, text: str) -> None:
        """Raise GoldenDiffersError unless the golden at the path holds the text."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the program gives now into the goldens, to be reviewed like code",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden: `golden("goldens/flow.svg", text)`, seen from the test file."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(path: str, text: str) -> None:
        compare_with_golden(request.path.parent / path, text, update=update)

    return compare
