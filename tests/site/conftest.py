"""What tests of whole sites share."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.neighbours import NotInstallable, installed_neighbours
from tests.site.project import AS_OF, HANDBOOK, ROOT, Built, Project, run_mkdocs
from tests.site.versions import Versions, publish_versions


@pytest.fixture(scope="session")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where drawings are kept for all small handbooks, so that Graphviz runs once for each."""
    return tmp_path_factory.mktemp("drawings")


@pytest.fixture
def project(tmp_path: Path, drawings: Path) -> Project:
    """An empty project that is called as people call folders."""
    folder = tmp_path / "our handbook"
    folder.mkdir()
    return Project(folder, drawings)


@pytest.fixture
def handbook(project: Project) -> Project:
    """A project with a small handbook and a plain mkdocs.yml."""
    return project.write(HANDBOOK).configure()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Built:
    """The small handbook, built once as it comes."""
    return Project(tmp_path_factory.mktemp("small"), drawings).write(HANDBOOK).configure().build()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The handbook of this repository, built once under --strict for all that look at it."""

    def make(folder: Path) -> None:
        done = run_mkdocs(ROOT, "build", "--strict", "-d", str(folder), JOURNEYS_AS_OF=AS_OF)
        (folder.parent / "log").write_text(done.stderr, encoding="utf-8")
        (folder.parent / "exit").write_text(str(done.returncode), encoding="utf-8")

    site = once(tmp_path_factory, "example", make)
    log = (site.parent / "log").read_text(encoding="utf-8")
    assert (site.parent / "exit").read_text(encoding="utf-8") == "0", log
    return Built(site=site, log=tuple(log.splitlines()))


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """A handbook with two releases and `next`, published once with mike."""

    def make(folder: Path) -> None:
        folder.mkdir()
        publish_versions(folder, folder / "drawings")

    folder = once(tmp_path_factory, "versions", make)
    return Versions(
        folder=folder / "published",
        plain=folder / "plain",
        remote=folder / "remote.git",
        work=folder / "work",
    )


@pytest.fixture(scope="session")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PYTHONPATH with plugins of other people; skips where they cannot be installed."""

    def make(folder: Path) -> None:
        folder.mkdir()
        try:
            (folder / "path").write_text(str(installed_neighbours()), encoding="utf-8")
        except NotInstallable as reason:
            (folder / "reason").write_text(str(reason), encoding="utf-8")

    folder = once(tmp_path_factory, "neighbours", make)
    if (folder / "reason").exists():
        pytest.skip(f"pip cannot install them: {(folder / 'reason').read_text(encoding='utf-8')}")
    return (folder / "path").read_text(encoding="utf-8")


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Give a folder that is made once for all processes of a test run."""
    # With xdist each process has a folder below that of the run.
    base = factory.getbasetemp()
    top = (base.parent if base.name.startswith("popen-") else base) / name
    top.mkdir(exist_ok=True)
    with (top / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (top / "done").exists():
            shutil.rmtree(top / "made", ignore_errors=True)
            make(top / "made")
            (top / "done").touch()
    return top / "made"
