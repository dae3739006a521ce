"""Old addresses lead on to where things live now."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.pages.address import address
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.pages.redirects import redirects
from tests.maps_on_disk import catalog_of
from tests.pages.people_maps import PEOPLE


def ways(catalog: Catalog) -> dict[str, str]:
    return {one.old: str(one.to) for one in redirects(catalog)}


def test_an_old_id_of_every_kind_leads_on(tmp_path: Path) -> None:
    kinds = [kind for kind in KINDS if kind.key_kind != "term"]
    more = {"journeys": "stages: [{title: A}]", "evidence": "kind: survey"}
    files = {
        f"{kind.folder}/now.yml": f"title: Now\nformerly: [old]\n{more.get(kind.folder, '')}\n"
        for kind in kinds
    }
    # A persona and a stakeholder share one namespace.
    files["stakeholders/here.yml"] = files.pop("stakeholders/now.yml").replace("old", "old-team")
    found = ways(catalog_of(tmp_path, files))
    assert found.pop("stakeholders/old-team") == "stakeholder:here"
    assert found.pop("journeys/old/stage-1") == "stage:now/stage-1"
    assert found == {
        f"{kind.folder}/old": f"{kind.key_kind}:now"
        for kind in kinds
        if kind.key_kind != "stakeholder"
    }


def test_a_renamed_journey_takes_the_pages_of_its_stages_along(tmp_path: Path) -> None:
    found = ways(catalog_of(tmp_path, PEOPLE))
    assert found == {
        "journeys/first-order": "journey:order",
        "journeys/first-order/choose": "stage:order/choose",
        "journeys/first-order/pick": "stage:order/choose",
        "journeys/first-order/use": "stage:order/use",
        "journeys/order/pick": "stage:order/choose",
        "lifecycle/again": "lifecycle:renew",
        "personas/beatrice": "persona:bea",
    }


def test_a_renamed_future_map_takes_its_comparison_along(tmp_path: Path) -> None:
    future = "title: Tomorrow\nfuture_of: order\nformerly: [later]\nstages: [{id: s, title: S}]\n"
    found = ways(catalog_of(tmp_path, PEOPLE | {"journeys/tomorrow.yml": future}))
    assert found["compare/later"] == "compare:tomorrow"
    assert "compare/first-order" not in found


def test_an_old_folder_that_is_a_page_today_leads_nowhere_else(tmp_path: Path) -> None:
    files = PEOPLE | {
        "personas/carl.yml": "name: Carl\nformerly: [bea]\n",
        "journeys/tomorrow.yml": "title: T\nformerly: [order]\nstages: [{id: choose, title: S}]\n",
    }
    catalog = catalog_of(tmp_path, files)
    taken = {address(page.key).folder for page in all_pages(catalog)}
    assert not taken & set(ways(catalog))
    assert "personas/bea" not in ways(catalog)


def test_an_old_id_that_two_things_claim_leads_to_the_first(tmp_path: Path) -> None:
    files = {
        name: f"name: {name}\nformerly: [x]\n" for name in ("personas/a.yml", "personas/b.yml")
    }
    assert ways(catalog_of(tmp_path, files)) == {"personas/x": "persona:a"}


def test_an_old_id_that_could_never_be_an_address_is_left_out(tmp_path: Path) -> None:
    files = {"personas/a.yml": "name: A\nformerly: [index, con]\n"}
    assert ways(catalog_of(tmp_path, files)) == {}


def test_old_terms_and_steps_have_anchors_and_no_folders(tmp_path: Path) -> None:
    files = {
        "terms.yml": "- {id: hum, formerly: [noise]}\n",
        "journeys/a.yml": "title: A\nsteps: [{id: s, title: S, formerly: [r]}]\n",
    }
    assert ways(catalog_of(tmp_path, files)) == {}


def test_every_old_address_leads_to_a_page_that_is_there(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, PEOPLE)
    pages = {page.key for page in all_pages(catalog)}
    assert {one.to for one in redirects(catalog)} <= pages
