"""The edit button opens the YAML that a page tells of."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_journeys.mkdocs_pages import mended_edit_url
from tests.site.project import HANDBOOK, Project

REPOSITORY = "https://git.small.example/cx/handbook"


@pytest.mark.parametrize(
    ("settings", "link"),
    [
        (
            {"repo_url": REPOSITORY, "edit_uri": "edit/main/docs/"},
            f"{REPOSITORY}/edit/main/maps/personas/bea.yml",
        ),
        (
            {"repo_url": REPOSITORY, "edit_uri_template": "blob/main/docs/{path}"},
            f"{REPOSITORY}/blob/main/maps/personas/bea.yml",
        ),
        (
            {"edit_uri_template": "https://git.small.example/-/ide/main/docs/{path}"},
            "https://git.small.example/-/ide/main/maps/personas/bea.yml",
        ),
        (
            {"edit_uri_template": "https://edit.example/?file=docs/{path}&at=main"},
            "https://edit.example/?file=maps/personas/bea.yml&at=main",
        ),
        (
            {"edit_uri_template": "https://edit.example/open#docs%2F{path!q}"},
            "https://edit.example/open#maps%2Fpersonas%2Fbea.yml",
        ),
    ],
)
def test_the_edit_button_opens_the_yaml(
    project: Project, settings: dict[str, Any], link: str
) -> None:
    project.write(HANDBOOK | {"docs/guide.md": "# Guide\n"})
    built = project.configure(features=("content.action.edit",), **settings).build(strict=True)
    assert built.page("personas/bea").edit_link == link
    assert built.page("journeys/order/ask").edit_link == link.replace(
        "personas/bea", "journeys/order"
    ).replace("personas%2Fbea", "journeys%2Forder")
    guide = built.page("guide").edit_link
    assert guide == link.replace("maps/personas/bea.yml", "docs/guide.md").replace(
        "maps%2Fpersonas%2Fbea.yml", "docs%2Fguide.md"
    )


def test_a_page_that_gathers_from_many_files_has_no_edit_button(project: Project) -> None:
    project.write(HANDBOOK)
    project.configure(
        features=("content.action.edit",), repo_url=REPOSITORY, edit_uri="edit/main/docs/"
    )
    built = project.build(strict=True)
    assert [built.page(folder).edit_link for folder in ("", "journeys", "quotes", "glossary")] == [
        None
    ] * 4


@pytest.mark.parametrize(
    ("link", "mended"),
    [
        (None, None),
        ("https://x.example/a/b.md", "https://x.example/a/b.md"),
        ("https://x.example/e/deep/docs/../../maps/a.yml", "https://x.example/e/maps/a.yml"),
        ("https://x.example/../a.yml", "https://x.example/../a.yml"),
    ],
)
def test_only_the_way_out_of_the_docs_folder_is_shortened(
    link: str | None, mended: str | None
) -> None:
    assert mended_edit_url(link) == mended
