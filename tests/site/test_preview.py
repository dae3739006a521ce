"""A preview that is compared with a branch shows reviewers what an edit changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.preview import EDITED, branched, preview_of
from tests.site.project import Built, Project


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Built:
    return preview_of(Project(tmp_path_factory.mktemp("preview"), drawings))


def test_all_changes_are_on_one_page_with_their_levels_and_words(preview: Built) -> None:
    page = preview.page("changes")
    assert "Rings the shop got worse for Bea Brook, −1 → −2" in page.text
    assert "Waits for an answer" in page.text
    levels = [cell.text_content() for cell in page.article.xpath(".//td[1]")]
    assert levels == sorted(levels, key=["Breaking", "Significant", "Minor", "Editorial"].index)
    assert "Significant" in levels


def test_the_changed_journey_leads_to_its_comparison_and_others_do_not(preview: Built) -> None:
    (way,) = preview.page("journeys/order").article.find_class("jm-compared")
    (link,) = way.iter("a")
    assert link.get("href") == "../../changes/journeys/order/"
    assert not preview.page("personas/bea").article.find_class("jm-compared")


def test_the_comparison_shows_the_flow_and_both_curves(preview: Built) -> None:
    page = preview.page("changes/journeys/order")
    drawing = page.article.find_class("jm-flow__svg")[0]
    said = {
        one.get("aria-label", "").partition(".")[0]: one
        for one in drawing.xpath(".//*[@aria-label]")
    }
    assert "jm-is-added" in said["3 Waits for an answer"].get("class")
    assert said["3 Waits for an answer"].get("aria-label", "").endswith("New.")
    assert "jm-is-changed" in said["4 Pays in two goes"].get("class")
    assert "jm-is-" not in said["1 Searches for a price"].get("class")
    assert page.article.find_class("jm-both")
    assert "main, circles" in page.text


def test_the_steps_are_told_one_by_one_with_what_was_struck_out(preview: Built) -> None:
    table = preview.page("changes/journeys/order").article.xpath(".//table")[-1]
    told = {
        row.get("data-step"): [" ".join(cell.text_content().split()) for cell in row]
        for row in table.xpath(".//tbody/tr")
    }
    assert list(told) == ["search", "call", "wait", "pay"]
    assert [cells[0] for cells in told.values()] == ["Kept", "Changed", "Added", "Changed"]
    (before,) = table.xpath(".//tr[@data-step='call']//del")
    (after,) = table.xpath(".//tr[@data-step='call']//ins")
    assert (before.text, after.text) == ("−1", "−2")
    assert table.xpath(".//tr[@data-step='pay']//del")[0].text == "Pays at once"


def test_every_change_has_an_address_of_its_own(preview: Built) -> None:
    page = preview.page("changes")
    anchors = page.article.xpath(".//tr[@id]/@id")
    assert len(anchors) == len(set(anchors)) == len(page.article.xpath(".//tbody/tr"))
    own = preview.page("changes/journeys/order").article.xpath(".//tr[@id]/@id")
    assert set(own) <= set(anchors)


def test_without_a_base_there_is_no_trace_of_it(small: Built) -> None:
    assert not small.has("changes")
    assert not small.page("journeys/order").article.find_class("jm-compared")
    style = (small.site / "assets/journeys/journeys.css").read_text()
    assert "jm-compared" not in style


def test_nothing_changed_is_said(project: Project) -> None:
    built = branched(project).configure(journeys={"compare_with": "main"}).build()
    assert "Nothing changed." in built.page("changes").text


def test_a_branch_that_git_does_not_know_ends_the_build_with_a_sentence(project: Project) -> None:
    said = branched(project).configure(journeys={"compare_with": "nowhere"}).fail()
    assert "git knows no commit `nowhere`" in said
    assert "Traceback" not in said


def test_the_environment_can_name_the_base_in_ci(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    branched(project).write({"maps/journeys/order.yml": EDITED})
    monkeypatch.setenv("JOURNEYS_COMPARE_WITH", "main")
    assert project.build().has("changes/journeys/order")
