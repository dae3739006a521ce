"""A small handbook, written and then built by Zensical, with each `make test` where it is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.in_process import journeys
from tests.hosts.building import GUIDE, SITE_URL
from tests.hosts.environments import python_of
from tests.site.link_check import dead_links, faults_of, pages_of
from tests.site.project import HANDBOOK, ORDER, Project, environment

HOSTILE = (
    "</p><script>alert(1)</script> & \"q\" 'x' {{ 7*7 }} {% raw %} [[persona:bea]] *a* `b` <b>"
)


@pytest.fixture
def python() -> Path:
    found = python_of("zensical")
    if found is None:
        pytest.skip("not installed yet: `make test-long` does it")
    return found


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
def test_hostile_words_and_deep_views_are_built_without_an_issue(
    folders: bool, python: Path, project: Project
) -> None:
    order = ORDER.replace("Order a line", json.dumps(HOSTILE))
    listed = GUIDE + "\n- A list\n\n    ```journey\n    id: order\n    view: curve\n    ```\n"
    project.write(
        HANDBOOK | {"maps/journeys/order.yml": order, "docs/a/guide.md": listed}
    ).configure(use_directory_urls=folders, markdown_extensions=["pymdownx.superfences"])
    assert journeys(project.folder, "write", "out").returncode == 0
    done = subprocess.run(
        [str(python), "-m", "zensical", "build", "--strict"],
        cwd=project.folder / "out",
        env=environment(NO_COLOR="1"),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "No issues found" in done.stdout + done.stderr, done.stdout + done.stderr
    pages = pages_of(project.folder / "out/site")
    assert dead_links(project.folder / "out/site", pages, SITE_URL) == []
    faults = [fault for page in pages for fault in faults_of(page)]
    assert [one for one in faults if "a mention is left" not in one] == []  # it was typed so
    for page in pages:
        assert "alert(1)" not in " ".join(page.tree.xpath("//script/text()")), page.address
    journey = next(page for page in pages if page.address == "journeys/order/index.html")
    headings = [" ".join(one.text_content().split()) for one in journey.tree.iter("h1")]
    assert any(HOSTILE in one for one in headings)
    assert journey.tree.findtext(".//title") == f"{HOSTILE} - Small"
