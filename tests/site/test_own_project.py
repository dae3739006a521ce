"""Somebody's own project: an empty environment, one line in mkdocs.yml, one YAML file."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from tests.site.link_check import dead_links, faults_of, pages_of
from tests.site.project import ROOT, Built, environment

MKDOCS_YML = """\
site_name: Our shop
theme: material
plugins: [journeys]
"""
JOURNEY = """\
title: Buy a bicycle
stages:
  - title: Choose
    steps: [Looks at ten bicycles, Rides one]
  - title: Take home
    steps: [Pays, Rides home in the rain]
"""


def pip(python: Path | str, *arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--python", str(python), "--quiet"]
    done = subprocess.run(
        [*command, "--disable-pip-version-check", *arguments],
        capture_output=True,
        text=True,
        env=environment(),
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_wheel_one_line_and_one_file_give_a_site(tmp_path: Path) -> None:
    """Takes most of a minute on a busy machine: it builds and installs all for real."""
    pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT))
    (wheel,) = tmp_path.glob("mkdocs_journeys-*.whl")
    venv.create(tmp_path / "empty", with_pip=False)
    commands = tmp_path / "empty" / "bin"
    pip(commands / "python", "install", f"{wheel}[material]")

    shop = tmp_path / "our shop"
    for name, content in (
        ("mkdocs.yml", MKDOCS_YML),
        ("docs/about.md", "# About us\n\nSee [[journey:buy-a-bicycle]].\n"),
        ("maps/journeys/buy-a-bicycle.yml", JOURNEY),
    ):
        (shop / name).parent.mkdir(parents=True, exist_ok=True)
        (shop / name).write_text(content, encoding="utf-8")
    done = subprocess.run(
        [str(commands / "mkdocs"), "build", "--strict"],
        cwd=shop,
        capture_output=True,
        text=True,
        env=environment(),
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    checked = subprocess.run(
        [str(commands / "journeys"), "check"], cwd=shop, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr

    built = Built(site=shop / "site", log=tuple(done.stderr.splitlines()))
    page = built.page("journeys/buy-a-bicycle")
    assert "Rides home in the rain" in page.text
    assert page.tree.xpath("//*[contains(@class, 'jm')]//svg//a[@*[name()='xlink:href']]")
    pages = pages_of(built.site)
    assert [fault for one in pages for fault in faults_of(one)] == []
    assert dead_links(built.site, pages) == []
    assert (built.site / "assets" / "journeys" / "journeys.css").stat().st_size > 10_000
