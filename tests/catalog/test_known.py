"""What has a name, what had another one before, and who is related to whom."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from tests.maps_on_disk import as_text, catalog_of


def former(catalog: Catalog) -> dict[str, str]:
    return {str(old): str(now) for old, now in catalog.former.items()}


def test_old_ids_of_everything_lead_to_the_thing(tmp_path: Path) -> None:
    files = {
        "handbook.yml": "lifecycle: [{id: find, title: Find, formerly: [discover]}]\n",
        "personas/bea.yml": "name: Bea\nformerly: [beatrice, b]\n",
        "journeys/a.yml": """\
            title: A
            formerly: [z]
            objectives: [{id: o, title: O, formerly: [o1]}]
            hypotheses: [{id: h, title: H, formerly: [h1]}]
            stages:
              - {id: s, title: S, formerly: [s1], steps: [{id: t, title: T, formerly: [t1],
                pain_points: [{id: p, title: P, formerly: [p1]}]}]}
            """,
    }
    catalog = catalog_of(tmp_path, files)
    assert former(catalog) == {
        "lifecycle:discover": "lifecycle:find",
        "persona:beatrice": "persona:bea",
        "persona:b": "persona:bea",
        "journey:z": "journey:a",
        "objective:a/o1": "objective:a/o",
        "hypothesis:a/h1": "hypothesis:a/h",
        "stage:a/s1": "stage:a/s",
        "step:a/t1": "step:a/t",
        "pain-point:a/p1": "pain-point:a/p",
    }
    assert catalog.problems == ()


def test_an_old_id_that_something_bears_today_is_told_and_leads_nowhere(tmp_path: Path) -> None:
    files = {
        "personas/bea.yml": "name: Bea\n",
        "personas/carl.yml": "name: Carl\nformerly: [bea]\n",
    }
    catalog = catalog_of(tmp_path, files)
    assert former(catalog) == {}
    assert as_text(catalog.problems) == (
        "maps/personas/carl.yml:2:12: `bea` is said to be an old id here, and stands at "
        "maps/personas/bea.yml:1:7 too. [duplicate-id]\n"
        "    An old id is never used again: old links would lead astray.\n"
    )


def test_an_old_id_that_two_things_claim_is_told_and_leads_to_the_first(tmp_path: Path) -> None:
    files = {
        "personas/bea.yml": "name: Bea\nformerly: [x]\n",
        "personas/carl.yml": "name: Carl\nformerly: [x]\n",
    }
    catalog = catalog_of(tmp_path, files)
    assert former(catalog) == {"persona:x": "persona:bea"}
    assert [(one.rule, one.place.file) for one in catalog.problems] == [
        ("duplicate-id", "maps/personas/carl.yml")
    ]


def test_the_same_old_id_in_two_journeys_is_no_clash(tmp_path: Path) -> None:
    step = "title: {0}\nsteps: [{{id: t, title: T, formerly: [x]}}]\n"
    files = {f"journeys/{name}.yml": step.format(name) for name in "ab"}
    catalog = catalog_of(tmp_path, files)
    assert former(catalog) == {"step:a/x": "step:a/t", "step:b/x": "step:b/t"}
    assert catalog.problems == ()


def test_what_has_only_a_position_is_known_and_not_named(tmp_path: Path) -> None:
    text = "title: A\nstages: [{title: S, steps: [{title: T}, {id: u, title: U}]}]\n"
    catalog = catalog_of(tmp_path, {"journeys/a.yml": text})
    assert [(str(one.key), one.named) for one in catalog.known.values()] == [
        ("journey:a", True),
        ("stage:a/stage-1", False),
        ("step:a/step-1-1", False),
        ("step:a/u", True),
    ]


def test_a_file_that_cannot_be_read_keeps_its_name(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, {"personas/old-bea.yml": "name: [\n"})
    known = catalog.known[Key("persona", "old-bea")]
    assert (known.title, known.thing) == ("Old bea", None)


RELATED = {
    "journeys/a.yml": "title: A\nsteps: [{id: t, title: T, opportunities: [one]}]\n",
    "opportunities.yml": """\
        - {id: both, title: Both, steps: [a/t]}
        - {id: one, title: One}
        - {id: other, title: Other, steps: [a/t]}
        - {id: none, title: None}
        """,
}


def test_a_link_written_at_either_end_relates_both(tmp_path: Path) -> None:
    files = RELATED | {
        "journeys/a.yml": "title: A\nsteps: [{id: t, title: T, opportunities: [one, both]}]\n"
    }
    catalog = catalog_of(tmp_path, files)
    step = Key("step", "a/t")
    assert [key.id for key in catalog.related(step, "opportunity")] == ["both", "one", "other"]
    for id_ in ("both", "one", "other"):
        assert catalog.related(Key("opportunity", id_), "step") == (step,)
    assert catalog.related(Key("opportunity", "none"), "step") == ()
    assert catalog.related(step, "persona") == ()


def test_a_thing_is_related_to_the_home_of_what_mentions_it_too(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, RELATED)
    assert catalog.related(Key("opportunity", "one"), "journey") == (Key("journey", "a"),)


def test_mentions_of_one_thing_are_the_same_however_they_are_written(tmp_path: Path) -> None:
    files = {
        "channels.yml": "- {id: web, title: Website, formerly: [site]}\n",
        "journeys/a.yml": "title: A\nsteps:\n"
        "  - {title: T, channels: [web, Website, site, Fax, fax]}\n",
    }
    catalog = catalog_of(tmp_path, files)
    (journey,) = catalog.all(Journey)
    refs = journey.all_steps[0].channels
    assert [catalog.identity(ref) for ref in refs] == [*["channel:web"] * 3, "fax", "fax"]
    assert catalog.identity(None) == ""
