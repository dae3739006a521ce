"""The same wheel on every host, beside every plugin of the list (reference/hosts.md)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.hosts.building import build, called, lay_out
from tests.hosts.cases import CASES, Case
from tests.hosts.environments import (
    HOSTS,
    Host,
    NotInstallable,
    installed,
    python_of,
    versions_in,
)
from tests.site.conftest import once
from tests.site.project import ROOT, Built, Project
from tests.site.versions import run

EVERY_DAY = ("ProperDocs, Material", "ProperDocs, MaterialX")
"""Hosts that are tried with each `make test`, where they are installed; MkDocs itself always is."""

AS_IT_COMES = CASES[0]


@pytest.fixture(scope="session")
def like(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Built:
    """The same site as it is built in our own environment, without a plugin beside ours."""

    def make(folder: Path) -> None:
        folder.mkdir()
        lay_out(Project(folder, drawings), HOSTS[0], AS_IT_COMES).build(strict=True)

    return Built(site=once(tmp_path_factory, "like", make) / "site", log=())


def python_for(host: Host) -> Path:
    """Give the Python of a host, installed now if need be; skips where it cannot be."""
    try:
        return installed(host.environment)
    except NotInstallable as reason:
        pytest.skip(f"pip cannot install it: {reason}")


@pytest.mark.parametrize("host", [one for one in HOSTS if one.name in EVERY_DAY], ids=str)
def test_a_handbook_is_the_same_on_another_host(
    host: Host, wheel: Path, like: Built, project: Project
) -> None:
    python = python_of(host.environment)
    if python is None:
        pytest.skip("not installed yet: `make test-long` does it")
    site = build(python, wheel, lay_out(project, host, AS_IT_COMES), host, AS_IT_COMES, like)
    assert site.faults == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("host", "case"),
    [
        pytest.param(host, case, id=f"{host}, {case.name}")
        for host in HOSTS
        for case in CASES
        if host.environment in (case.only or (host.environment,))
    ],
)
def test_a_handbook_is_the_same_beside_every_plugin(
    host: Host, case: Case, wheel: Path, like: Built, project: Project
) -> None:
    site = build(python_for(host), wheel, lay_out(project, host, case), host, case, like)
    assert site.faults == []


@pytest.mark.long
@pytest.mark.parametrize("host", [one for one in HOSTS if one.module == "properdocs"], ids=str)
def test_mike_publishes_a_version_with_the_host_that_it_finds(
    host: Host, wheel: Path, like: Built, project: Project
) -> None:
    """Where ProperDocs is installed, mike takes it, whoever brought it in."""
    python, book = python_for(host), lay_out(project, host, AS_IT_COMES)
    remote = book.folder.with_name("remote.git")
    run("git", "init", "--quiet", "--bare", str(remote), at=book.folder)
    run("git", "remote", "add", "origin", str(remote), at=book.folder)
    done = called(python, wheel, book.folder, "mike", "deploy", "--push", "2026.1", "latest")
    assert done.returncode == 0, done.stderr
    published = book.folder.with_name("published")
    run("git", "clone", "--quiet", "--branch=gh-pages", str(remote), str(published), at=remote)
    assert "ProperDocs" in run("git", "log", "-1", "--format=%B", at=published)
    [version] = json.loads((published / "versions.json").read_text(encoding="utf-8"))
    assert (version["version"], version["aliases"]) == ("2026.1", ["latest"])
    pages = {
        path.relative_to(published / "2026.1") for path in (published / "2026.1").rglob("*.html")
    }
    assert pages == {path.relative_to(like.site) for path in like.site.rglob("*.html")}
    assert '"provider": "mike"' in (published / "2026.1/personas/bea/index.html").read_text("utf-8")


@pytest.mark.long
def test_the_oldest_material_is_the_one_that_we_ask_for() -> None:
    floor = next(one for one in HOSTS if one.environment == "floor")
    found = versions_in(python_for(floor))
    assert f'"mkdocs-material>={found["mkdocs-material"]},<10"' in (
        ROOT / "pyproject.toml"
    ).read_text(encoding="utf-8")


def test_the_wheel_holds_all_that_lies_in_our_folder(wheel: Path) -> None:
    ours = ROOT / "plugins/mkdocs_journeys"

    def files(folder: Path) -> set[str]:
        found = (path for path in folder.rglob("*") if path.is_file())
        kept = (path for path in found if "__pycache__" not in path.parts)
        return {path.relative_to(folder).as_posix() for path in kept}

    assert files(wheel / "mkdocs_journeys") == files(ours)
