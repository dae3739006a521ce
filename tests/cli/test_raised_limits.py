"""A team that lets files be larger can have them put in order, renamed and mended too."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from tests.cli.in_process import journeys
from tests.maps_on_disk import write_maps

LARGE = "# " + "a long history\n# " * 90_000 + "\n"
"""A comment of more than the usual 1,024 KiB."""

MAPS = {
    "handbook.yml": "limits: {size: 4096}\n",
    "journeys/order.yml": f"{LARGE}stages: [{{id: go, title: Go, channel: wbe}}]\ntitle: I order\n",
    "channels.yml": "- {id: web, title: Web}\n",
}


@pytest.fixture
def order(tmp_path: Path) -> Path:
    return write_maps(tmp_path, MAPS) / "journeys" / "order.yml"


def test_it_is_put_in_order(order: Path, tmp_path: Path) -> None:
    done = journeys(tmp_path, "fmt")
    assert (done.returncode, done.stdout) == (0, "")
    assert order.read_text().removeprefix(LARGE).startswith("title: I order\n")


def test_standard_input_has_the_same_limits(order: Path, tmp_path: Path) -> None:
    with contextlib.chdir(tmp_path):
        done = CliRunner().invoke(main, ["fmt", "-"], input=order.read_bytes())
    assert done.exit_code == 0
    assert done.stdout.removeprefix(LARGE).startswith("title: I order\n")


def test_what_it_mentions_is_renamed(order: Path, tmp_path: Path) -> None:
    order.write_text(order.read_text().replace("wbe", "web"))
    done = journeys(tmp_path, "rename", "channel:web", "site")
    assert done.returncode == 0, done.stderr
    assert "channel: site" in order.read_text()


def test_a_slip_in_it_is_mended(order: Path, tmp_path: Path) -> None:
    journeys(tmp_path, "check", "--fix")
    assert "channel: web" in order.read_text()


def test_without_raised_limits_it_stays_as_it_is(order: Path, tmp_path: Path) -> None:
    before = order.read_bytes()
    (tmp_path / "maps" / "handbook.yml").unlink()
    done = journeys(tmp_path, "fmt")
    assert done.returncode == 1
    assert "at most 1,048,576 are read" in done.stdout
    assert order.read_bytes() == before
