"""Every row of a comment leads to its change in the preview."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.cli.comments import diff, read
from tests.site.preview import EDITED, branched
from tests.site.project import BEA, HANDBOOK, Built, Project

PREVIEW = "https://preview.example/7/"

MORE = {
    "maps/handbook.yml": "format: 1\ntitle: A Smaller Handbook\nowner: sales\n",
    "maps/journeys/order.yml": EDITED,
    "maps/journeys/straße.yml": "title: Find the street\npersonas: [bea]\nstages: []\n",
    "maps/personas/bea.yml": BEA.replace("Night baker", "Day baker"),
    "maps/channels.yml": HANDBOOK["maps/channels.yml"].replace("Telephone", "Phone"),
    "maps/terms.yml": "- {id: line, title: Line, text: What one orders.}\n",
    "maps/metrics/calls.yml": "title: Calls\nunit: calls\n",
}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> tuple[Project, Built]:
    project = branched(Project(tmp_path_factory.mktemp("preview"), drawings)).write(MORE)
    return project, project.configure(journeys={"compare_with": "main"}).build()


@pytest.mark.parametrize("address", [PREVIEW, PREVIEW.rstrip("/"), f"{PREVIEW}?a=b#top"])
def test_every_link_into_the_preview_is_there(address: str, edited: tuple[Project, Built]) -> None:
    project, built = edited
    text = diff(project.folder, "main", "--format", "markdown", "--preview", address).stdout
    seen = read(text)
    links = [link.removeprefix(PREVIEW) for link in seen.links if "/changes/" in link]
    assert len(links) == sum(len(table) - 1 for table in seen.tables)
    folders = set()
    for link in links:
        folder, _, anchor = unquote(link).partition("/#")
        folders.add(folder)
        assert built.page(folder).article.xpath("//tr[@id=$anchor]", anchor=anchor), link
    assert {folder.split("/")[1] for folder in folders} >= {
        *("journeys", "personas", "channels", "metrics", "terms")
    }
