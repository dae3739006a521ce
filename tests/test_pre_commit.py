"""What runs before a commit in a repository with maps."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command_line import FILES, RUN, environment
from tests.maps_on_disk import write_maps

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for hook in yaml.safe_load(
        (Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text("utf-8")
    )
}


def run(folder: Path, hook: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit does: its entry, and behind it the files that it is for."""
    command, *arguments = shlex.split(hook["entry"])
    assert command == "journeys"
    if hook.get("pass_filenames", True):
        files = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.*")))
        arguments += [file for file in files if re.search(hook["files"], file)]
    return subprocess.run(
        [*RUN, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    write_maps(tmp_path, FILES)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n")
    return tmp_path


def test_maps_are_put_in_order_and_no_other_file_is_handed_over(repository: Path) -> None:
    order = repository / "maps/journeys/order.yml"
    order.write_text("stages: []\ntitle: I order\n")
    ran = run(repository, HOOKS["journeys-fmt"])
    assert (ran.returncode, ran.stderr) == (0, "1 file of 3 put in order.\n")
    assert order.read_text() == "title: I order\nstages: []\n"


def test_findings_of_all_maps_stop_a_commit(repository: Path) -> None:
    ran = run(repository, HOOKS["journeys-check"])
    assert ran.returncode == 1
    assert "[unknown-key]" in ran.stdout
