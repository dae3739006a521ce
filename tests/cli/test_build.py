"""`journeys build`: the old site stays until the new one is whole, whatever happens meanwhile."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mkdocs_journeys.cli.site_folder import site_folder
from tests.command_line import RUN, environment

KILLS = 100
SETTINGS = "site_name: Small\ntheme: {name: mkdocs}\nplugins: []\n"
OURS = "site_name: Small\ntheme: {name: mkdocs}\nplugins: [journeys: {engine: none, cache: ''}]\n"
PAGES = 4


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a folder with mkdocs.yml and some pages that a build takes no time for."""
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    write(tmp_path, "first")
    return tmp_path


def write(project: Path, text: str) -> None:
    """Write the pages, all of them with one text."""
    for number in range(PAGES):
        (project / "docs" / f"page-{number}.md").write_text(f"# {text}\n", encoding="utf-8")


def start(project: Path, *arguments: str, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*RUN, "build", *arguments],
        cwd=project,
        env=environment(NO_MKDOCS_2_WARNING="1", **more),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def build(project: Path, *arguments: str, **more: str) -> tuple[int, str]:
    """Run the command to its end; give its exit code and what it told."""
    with start(project, *arguments, **more) as process:
        told = process.communicate(timeout=120)[1]
    assert "Traceback" not in told
    return process.returncode, told


def seen(site: Path) -> set[str]:
    """Give the texts that the pages of a site have; a page that is missing fails the test."""
    pages = [site / f"page-{number}" / "index.html" for number in range(PAGES)]
    texts = {page.read_text(encoding="utf-8").partition("<h1")[2] for page in pages}
    assert (site / "sitemap.xml").is_file()
    return {text.partition(">")[2].partition("<")[0] for text in texts}


def beside(project: Path) -> list[str]:
    return [one.name for one in project.iterdir() if one.name.startswith(".site.")]


def test_a_build_that_fails_leaves_the_old_site_and_says_why(project: Path) -> None:
    assert build(project)[0] == 0
    write(project, "second")
    (project / "docs" / "index.md").write_text("[away](nowhere.md)\n", encoding="utf-8")
    for quiet in ((), ("--quiet",)):
        code, told = build(project, "--strict", *quiet)
        assert (code, seen(project / "site")) == (1, {"first"})
        assert "nowhere.md" in told
        assert "1 warnings in strict mode" in told
        assert "`site` is as it was" in told
    assert "Cleaning" not in told, "quiet"
    (project / "mkdocs.yml").write_text(SETTINGS + "nav: 7\n", encoding="utf-8")
    assert build(project)[0] == 2
    assert seen(project / "site") == {"first"}
    assert beside(project) == []


def test_findings_in_maps_end_a_strict_build_with_one_and_a_flag_says_which_day_it_is(
    project: Path,
) -> None:
    (project / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    (project / "maps" / "personas").mkdir(parents=True)
    person = project / "maps" / "personas" / "bea.yml"
    person.write_text("name: Bea\nreviewed: 2024-01-01\nnmae: Bea\n", encoding="utf-8")
    code, told = build(project, "--strict", "--as-of", "2024-01-02")
    assert code == 1
    assert "maps/personas/bea.yml:3:1" in told
    assert not (project / "site").exists()
    person.write_text("name: Bea\nreviewed: 2024-01-01\n", encoding="utf-8")
    assert "review-overdue" not in build(project, "--as-of", "2024-01-02")[1]
    assert (project / "site" / "personas" / "bea" / "index.html").is_file()
    assert build(project, "--as-of", "tomorrow")[0] == 2


def test_what_no_build_has_written_is_not_deleted_unless_that_is_said(project: Path) -> None:
    (project / "public").mkdir()
    (project / "public" / "letter.txt").write_text("Dear Bea", encoding="utf-8")
    code, told = build(project, "--site-dir", "public")
    assert (code, "`letter.txt`" in told) == (2, True)
    assert (project / "public" / "letter.txt").exists()
    assert build(project, "--site-dir", "public", "--overwrite")[0] == 0
    assert seen(project / "public") == {"first"}
    assert not (project / "public" / "letter.txt").exists()


def test_without_settings_it_says_where_to_run_it(tmp_path: Path) -> None:
    code, told = build(tmp_path)
    assert (code, "no file `mkdocs.yml`" in told) == (2, True)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("site_name: A", "site"),
        ("site_dir: public", "public"),
        ("site_dir: !ENV [NOT_SET, OUT, public]", "from-outside"),
        ("site_dir: !ENV [NOT_SET, public]", "public"),
        ("site_dir: !ENV OUT", "from-outside"),
        ("INHERIT: above/base.yml", "inherited"),
        ("INHERIT: above/base.yml\nsite_dir: own", "own"),
        ("site_dir: /srv/handbook", "/srv/handbook"),
    ],
)
def test_the_folder_of_the_site_is_where_the_host_would_build(
    tmp_path: Path, settings: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUT", "from-outside")
    (tmp_path / "above").mkdir()
    (tmp_path / "above" / "base.yml").write_text("site_dir: inherited\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert site_folder(tmp_path / "mkdocs.yml", None) == tmp_path / found
    assert site_folder(tmp_path / "mkdocs.yml", "given") == tmp_path / "given"


@contextmanager
def file_system(folder: Path, options: str) -> Iterator[None]:
    """Mount a small file system on a folder, where the system lets us."""
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", options, "none", str(folder)]
    if mount is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("Only root of a Linux may mount a small disk here.")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_or_one_that_cannot_be_written_is_said_and_the_old_site_stays(
    project: Path,
) -> None:
    small = project / "small"
    small.mkdir()
    with file_system(small, "size=5m"):
        assert build(project, "--site-dir", "small/site")[0] == 0
        (project / "docs" / "large.bin").write_bytes(bytes(4_000_000))
        code, told = build(project, "--site-dir", "small/site")
        assert (code, "No space left" in told) == (2, True), told
        assert seen(small / "site") == {"first"}
        assert beside(small) == []
        code, told = build(project, "--site-dir", "small", "--overwrite")
        assert (code, "another file system" in told) == (2, True), told

        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
        code, told = build(project, "--site-dir", "small/site")
        assert (code, "cannot be written: Read-only file system" in told) == (2, True), told
        assert seen(small / "site") == {"first"}


def kill(process: subprocess.Popen[str], *, whole: bool) -> None:
    """Kill the command at once; with ``whole``, the host that it runs as well."""
    (os.killpg if whole else os.kill)(process.pid, signal.SIGKILL)
    process.wait()


posix = pytest.mark.skipif(sys.platform == "win32", reason="There are no such kills here.")


@posix
@pytest.mark.long
def test_killed_while_the_host_builds_the_old_site_stays(project: Path) -> None:
    assert build(project)[0] == 0
    before = "first"
    for sign in ("", "sitemap.xml", "page-3/index.html"):
        write(project, f"until {sign}")
        with start(project) as process:
            while not any((folder / "new" / sign).exists() for folder in project.glob(".site.*")):
                assert process.poll() is None
            kill(process, whole=True)
        now = seen(project / "site")
        assert now in ({before}, {f"until {sign}"})
        before = now.pop()
    write(project, "last")
    assert build(project)[0] == 0
    assert seen(project / "site") == {"last"}
    assert beside(project) == [], "what the dead ones left is gone"


@posix
@pytest.mark.long
def test_after_a_hundred_kills_at_any_time_the_site_is_always_the_old_or_the_new_one(
    project: Path,
) -> None:
    start_time = time.monotonic()
    assert build(project)[0] == 0
    lasts = (time.monotonic() - start_time) * 1.2
    pick = random.Random(7)
    before, outcomes = "first", {"old": 0, "new": 0}
    for number in range(KILLS):
        text = f"edit {number}"
        write(project, text)
        with start(project) as process:
            # Never a claim about time: whenever this ends, the site must be whole.
            time.sleep(pick.uniform(0, lasts))
            kill(process, whole=pick.random() < 0.7)
        now = seen(project / "site")
        assert now in ({before}, {text}), f"kill {number}"
        outcomes["new" if now == {text} else "old"] += 1
        before = now.pop()
    print(f"\n{KILLS} kills: {outcomes}")
    write(project, "last")
    assert build(project)[0] == 0
    assert seen(project / "site") == {"last"}
