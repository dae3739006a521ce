"""Folders with maps to check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import FILES
from tests.maps_on_disk import write_maps


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    write_maps(tmp_path, FILES)
    return tmp_path


@pytest.fixture
def fine(tmp_path: Path) -> Path:
    order = "title: I order\nstages: []\n"
    write_maps(tmp_path, {"journeys/order.yml": order, "handbook.yml": "profile: minimal\n"})
    return tmp_path
