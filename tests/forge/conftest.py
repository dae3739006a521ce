"""Forges to post at, and a report to be posted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.forge.jobs import REPORT
from tests.forge.servers import Forge, github, gitlab, served

OF_JOBS = ("GITHUB_", "GITLAB_", "CI_", "JOURNEYS_TOKEN")


@pytest.fixture(autouse=True)
def of_no_job(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the job that these tests may be running in."""
    for name in tuple(os.environ):
        if name.startswith(OF_JOBS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def at_github() -> Iterator[Forge]:
    with served(github) as forge:
        yield forge


@pytest.fixture
def at_gitlab() -> Iterator[Forge]:
    with served(gitlab) as forge:
        forge.most, forge.pages = 1_000_000, (20, 100)
        yield forge


@pytest.fixture
def report(tmp_path: Path) -> Path:
    (tmp_path / "review").mkdir()
    (tmp_path / "review/comment.md").write_text(REPORT, encoding="utf-8")
    return tmp_path
