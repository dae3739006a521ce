"""A folder that is put in the place of another one, with a kill at every single step of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from mkdocs_journeys import swap
from mkdocs_journeys.swap import CannotSwap, beside, by_exchange, by_link, by_renames

NAMES = ("index.html", "a/index.html", "b/c/index.html")

BUILD_AND_DIE = """
import os, signal, sys
from pathlib import Path
from mkdocs_journeys import swap

site, text, way, last = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
STEPS = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod",
         "ctypes.dlsym", "ctypes.get_errno")
done = 0

def at_each_step(event, arguments):
    global done
    if event in STEPS:
        if done == last:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1

sys.addaudithook(at_each_step)
with swap.beside(site) as place:
    for name in sys.argv[5:]:
        (place.new / name).parent.mkdir(parents=True, exist_ok=True)
        (place.new / name).write_text(text)
    place.put_in((getattr(swap, way),))
"""
"""Builds a site of one text, and is killed before a step of the file system, counted from 0."""


def write(folder: Path, text: str) -> None:
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def read(site: Path) -> set[str]:
    return {(site / name).read_text(encoding="utf-8") for name in NAMES}


def put(site: Path, text: str, way: swap.Way | None = None) -> None:
    with beside(site) as place:
        write(place.new, text)
        place.put_in((way,) if way else None)


def beginnings(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def builds_and_dies(site: Path, way: str, last: int) -> bool:
    """Build a site and be killed; tell whether it came so far as to be killed."""
    command = [sys.executable, "-c", BUILD_AND_DIE, str(site), "new", way, str(last), *NAMES]
    code = subprocess.run(command, check=False, timeout=60).returncode
    assert code in (0, -signal.SIGKILL)
    return code != 0


@pytest.mark.skipif(os.name != "posix", reason="There are no such kills on this system.")
@pytest.mark.parametrize(
    "way",
    [
        "by_exchange",
        pytest.param("by_link", marks=pytest.mark.long),
        pytest.param("by_renames", marks=pytest.mark.long),
    ],
)
def test_killed_at_any_step_the_site_is_the_old_or_the_new_one(tmp_path: Path, way: str) -> None:
    for last in count():
        folder = tmp_path / str(last)
        folder.mkdir()
        site = folder / "site"
        for text in ("older", "old"):  # the second one makes a link of the folder
            put(site, text, getattr(swap, way))
        if not builds_and_dies(site, way, last):
            assert last > 8, "so many steps it takes at least"
            assert read(site) == {"new"}
            return
        if way == "by_renames" and not site.exists():
            # Between two renames there is none, as the docs say, until somebody builds again.
            with beside(site):
                pass
        assert read(site) in ({"old"}, {"new"}), f"killed before step {last}"
        put(site, "next")
        assert read(site) == {"next"}, "and the next build goes through"
        left = [name for name in beginnings(folder) if name != "site"]
        assert left == ([site.readlink().parts[0]] if site.is_symlink() else [])


def test_the_first_site_appears_whole_and_nothing_else_does(tmp_path: Path) -> None:
    put(tmp_path / "public" / "handbook", "new")
    assert read(tmp_path / "public" / "handbook") == {"new"}
    assert beginnings(tmp_path / "public") == ["handbook"]


@pytest.mark.parametrize("way", [by_exchange, by_link, by_renames])
def test_each_way_swaps_again_and_again(tmp_path: Path, way: swap.Way) -> None:
    site = tmp_path / "site"
    for text in ("one", "two", "three"):
        put(site, text, way)
        assert read(site) == {text}
    assert len(beginnings(tmp_path)) == (2 if way is by_link else 1)


def test_a_link_of_ours_becomes_a_folder_again_where_two_can_be_exchanged(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for way, text in ((by_link, "one"), (by_link, "two"), (by_renames, "three")):
        put(site, text, way)
        assert read(site) == {text}
    assert not site.is_symlink()
    assert beginnings(tmp_path) == ["site"]


def test_the_link_of_somebody_else_stays_and_leads_to_the_new_site(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "real", "old")
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere" / "real")
    put(tmp_path / "site", "new")
    assert (tmp_path / "site").is_symlink()
    assert read(tmp_path / "elsewhere" / "real") == {"new"}
    assert beginnings(tmp_path / "elsewhere") == ["real"]


def test_what_begins_with_a_dot_stays_and_the_rest_goes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, "old")
    (site / ".git" / "refs").mkdir(parents=True)
    (site / ".git" / "refs" / "main").write_text("abc", encoding="utf-8")
    (site / ".nojekyll").touch()
    (site / "CNAME").write_text("handbook.example", encoding="utf-8")
    with beside(site) as place:
        write(place.new, "new")
        (place.new / ".nojekyll").write_text("from docs", encoding="utf-8")
        place.put_in()
    assert (site / ".git/refs/main").read_text(encoding="utf-8") == "abc"
    assert (site / ".nojekyll").read_text(encoding="utf-8") == "from docs"
    assert not (site / "CNAME").exists()


def test_who_may_look_into_the_old_folder_may_look_into_the_new_one(tmp_path: Path) -> None:
    put(tmp_path / "site", "old")
    (tmp_path / "site").chmod(0o751)
    put(tmp_path / "site", "new")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o751


def test_a_build_that_fails_leaves_the_site_and_nothing_beside_it(tmp_path: Path) -> None:
    put(tmp_path / "site", "old")
    with suppress(InterruptedError), beside(tmp_path / "site") as place:
        write(place.new, "half")
        raise InterruptedError
    assert read(tmp_path / "site") == {"old"}
    assert beginnings(tmp_path) == ["site"]


def test_two_builds_at_once_do_not_hurt_each_other_and_the_last_one_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, "old")
    with beside(site) as one:
        write(one.new, "one")
        with beside(site) as two:
            assert one.new.exists(), "a living build is not cleaned away"
            write(two.new, "two")
            one.put_in()
            assert read(site) == {"one"}
            two.put_in()
        assert read(site) == {"two"}
    assert read(site) == {"two"}
    assert beginnings(tmp_path) == ["site"]


def test_a_folder_of_somebody_else_with_a_similar_name_is_not_cleaned_away(tmp_path: Path) -> None:
    for name in (".site.journey", ".sites.journeys-1", "site.journeys-2"):
        (tmp_path / name).mkdir()
    put(tmp_path / "site", "new")
    assert len(beginnings(tmp_path)) == 4


def test_a_file_or_another_file_system_in_the_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a letter", encoding="utf-8")
    with pytest.raises(CannotSwap, match="is a file"), beside(tmp_path / "site"):
        pass
    if Path("/proc").is_dir() and os.path.ismount("/proc"):
        with pytest.raises(CannotSwap, match="another file system"), beside(Path("/proc")):
            pass
