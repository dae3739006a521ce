"""What tests of hosts share: the wheel, the sites, and where drawings are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hosts.environments import unpacked_wheel
from tests.site import conftest as sites
from tests.site.conftest import once

drawings, project = sites.drawings, sites.project


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our wheel, built and unpacked once: a folder for PYTHONPATH."""

    def make(folder: Path) -> None:
        folder.mkdir()
        unpacked_wheel(folder)

    return once(tmp_path_factory, "wheel", make) / "unpacked"
