"""Many publish at once, and some are killed: what readers see is always whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.publishing.world import World, ended, site, start

pytestmark = pytest.mark.long

ROUNDS, AT_ONCE = 10, 8
KILLS = 40


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World.made(tmp_path)


def test_eight_who_publish_at_once_leave_eight_versions(world: World) -> None:
    clones = [world.clone(f"clone-{number}") for number in range(AT_ONCE)]
    built = site(world.folder / "site", "Order", {"journeys/buy": ["journeys/order"]})
    for turn in range(ROUNDS):
        names = [f"2026.{turn}.{number}" for number in range(AT_ONCE)]
        running = [
            start(clone, name, "latest", "--site", str(built))
            for clone, name in zip(clones, names, strict=True)
        ]
        assert [ended(one)[0] for one in running] == [0] * AT_ONCE
        listed = world.listed()
        assert set(names) <= set(listed)
        assert len(listed) == (turn + 1) * AT_ONCE
        assert sum(aliases == ["latest"] for aliases in listed.values()) == 1
        whole(world)
    for clone in clones:
        # Every loser of a round went on; nobody is left with a branch of its own.
        assert world.git(clone, "for-each-ref", "refs/heads/gh-pages") == ""


def test_whoever_is_killed_leaves_what_was_there_or_all_of_the_new(world: World) -> None:
    """Killed at any moment of its run, with all that it started."""
    luck = random.Random(20261121)
    clone = world.clone("clone")
    built = site(world.folder / "site", "Order")
    for number in range(80):
        (built / f"page-{number}").mkdir()
        (built / f"page-{number}" / "index.html").write_text(f"{number} " * 2000)
    begun = time.monotonic()
    assert ended(start(clone, "2025.1", "latest", "--site", str(built)))[0] == 0
    took = time.monotonic() - begun
    arrived = 0
    for number in range(KILLS):
        before = set(world.listed())
        with start(clone, f"2026.{number}", "latest", "--site", str(built)) as process:
            try:
                # Some are through before: so every moment of a run has its turn, on any machine.
                process.wait(luck.uniform(0, 1.3 * took))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        after = set(world.listed())
        assert before <= after <= before | {f"2026.{number}"}
        arrived += before != after
        whole(world)
    assert 0 < arrived < KILLS
    assert ended(start(world.clone("next"), "2027.1", "latest", "--site", str(built)))[0] == 0
    code, _, told = ended(start(clone, "2027.2", "latest", "--site", str(built)))
    assert code == 0, told
    assert list((clone / ".git" / "journeys").iterdir()) == []


def whole(world: World) -> None:
    """Every version that is listed can be read, and so can every object of the remote."""
    world.git(world.remote, "fsck", "--strict", "--no-dangling")
    names = world.git(world.remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    for version, aliases in world.listed().items():
        assert f"{version}/index.html" in names
        assert set(aliases) <= set(names)
