"""The page of the handbook's health on a published site."""

from __future__ import annotations

import pytest

from tests.site.project import HANDBOOK, Project

FAX = HANDBOOK | {
    "maps/channels.yml": HANDBOOK["maps/channels.yml"] + "- {id: fax, title: Fax}\n",
    "docs/about.md": "# About\n\nSee [[persona:bee]].\n",
}
REPOSITORY = "https://git.small.example/cx/handbook"


def test_what_the_log_tells_stands_on_the_page_with_a_way_to_mend_it(project: Project) -> None:
    project.write(FAX).configure(repo_url=REPOSITORY, edit_uri="edit/main/docs/")
    built = project.build()
    page = built.page("health")
    assert built.logged("Nobody mentions the channel “Fax”")
    assert "Nobody mentions the channel “Fax”." in page.text
    found = dict(page.links("//*[@id='findings-list']"))
    assert found["maps/channels.yml:3"] == f"{REPOSITORY}/edit/main/maps/channels.yml#L3"
    assert found["docs/about.md:3"] == f"{REPOSITORY}/edit/main/docs/about.md#L3"
    assert found["Fax"] == "../channels/fax/"
    # This site has no manual, so the names of the rules lead nowhere.
    assert "orphan" not in found
    assert not [one for one in built.search_entries if "Nobody mentions" in one["text"]]


@pytest.mark.long
def test_our_own_manual_explains_each_rule_and_a_warning_fails_no_strict_build(
    project: Project,
) -> None:
    page = "# orphan\n\nNobody mentions it.\n"
    own = {"docs/manual/reference/rules/orphan.md": page, "docs/about.md": "# About\n"}
    built = project.write({**FAX, **own}).configure(strict=True).build()
    found = dict(built.page("health").links("//*[@id='findings-list']"))
    assert found["orphan"] == "../manual/reference/rules/orphan/"
    assert found["Fax"] == "../channels/fax/"


@pytest.mark.long
def test_the_page_can_be_left_out(project: Project) -> None:
    built = project.write(FAX).configure(journeys={"health": False}).build()
    assert not built.has("health")
    assert "health/" not in built.page("reviews").source
