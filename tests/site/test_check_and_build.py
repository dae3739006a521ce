"""`journeys check` and a build find the same: what one refuses the other refuses, word for word."""

from __future__ import annotations

import contextlib
import shutil

import pytest

from mkdocs_journeys.cli.checking import check_handbook
from mkdocs_journeys.printable import printable
from tests.cli.in_process import journeys
from tests.maps_on_disk import TODAY, as_text
from tests.properties.handbooks import Plan
from tests.properties.values import HARMLESS, HOSTILE
from tests.site.project import HANDBOOK, ROOT, Project

PLANS = {
    "sparse": Plan(seed=1, texts=(HARMLESS,), full=10, journeys=1, others=1),
    "half": Plan(seed=2, texts=HOSTILE, full=40, journeys=2, others=2, numbered=True),
    "full": Plan(seed=3, texts=HOSTILE, full=100, journeys=1, others=1, lists=True),
}
BROKEN = {
    "maps/journeys/half.yml": "title: [Half\n",
    "maps/personas/slip.yml": "name: Slip\nrolle: Baker\n",
    "maps/journeys/twins.yml": "title: Twins\npersona: personn-1\nstages: [{id: a}, {id: a}]\n",
}


def findings_of_check(project: Project, *levels: str) -> list[str]:
    with contextlib.chdir(project.folder):
        problems = check_handbook("maps", "", TODAY).problems
    return [
        printable(line)
        for line in as_text(one for one in problems if one.level in levels).splitlines()
        if is_finding(line)
    ]


def is_finding(line: str) -> bool:
    return line.startswith(("maps/", "docs/"))


def findings_of_build(log: tuple[str, ...], level: str) -> list[str]:
    told = (line.partition("journeys: ")[2] for line in log if line.startswith(level))
    return [text.split("\n")[0] for text in told if is_finding(text)]


def assert_same(project: Project) -> None:
    errors = findings_of_check(project, "error")
    built = project.build()
    assert sorted(findings_of_build(built.log, "WARNING")) == sorted(errors)
    assert sorted(findings_of_build(built.log, "INFO")) == sorted(
        findings_of_check(project, "warning")
    )
    assert journeys(project.folder, "check").returncode == (1 if errors else 0)
    if errors:
        refused = project.fail(strict=True)
        assert all(line in refused for line in errors)
    else:
        project.build(strict=True)


@pytest.mark.parametrize("name", PLANS)
def test_a_handbook_made_at_random_is_accepted_or_refused_by_both(
    name: str, project: Project
) -> None:
    PLANS[name].draft().lay(project.folder / "maps")
    assert_same(project.configure())


@pytest.mark.parametrize("files", [{}, BROKEN], ids=["a good one", "a broken one"])
def test_a_handbook_is_accepted_or_refused_by_both(files: dict[str, str], project: Project) -> None:
    assert_same(project.write(HANDBOOK | files).configure())


def test_three_broken_files_hide_no_finding_of_our_example(project: Project) -> None:
    shutil.copytree(ROOT / "maps", project.folder / "maps")
    shutil.copytree(ROOT / "docs", project.folder / "docs")
    every = ("error", "warning", "info")
    before = findings_of_check(project, *every)
    assert len(before) > 5
    after = findings_of_check(project.write(BROKEN), *every)
    # What is wrong elsewhere is still said, to the word.
    assert set(before) <= set(after)
    assert journeys(project.folder, "check").returncode == 1
