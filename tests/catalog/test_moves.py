"""How often a customer is passed on: between channels, and between owners."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.moves import channel_switches, first_channel, hand_offs, switches
from mkdocs_journeys.model.journey import Journey
from tests.maps_on_disk import catalog_of

REGISTRY = {
    "channels.yml": """\
        - {id: web, title: Website, family: digital, icon: web}
        - {id: phone, title: Telephone, family: human}
        """,
    "touchpoints.yml": """\
        - {id: shop-page, title: Shop page, channel: web}
        - {id: poster, title: Poster}
        """,
    "stakeholders.yml": "- {id: billing, name: Billing}\n- {id: field, name: Field}\n",
}


def journey_of(folder: Path, *steps: str, more: str = "") -> tuple[Catalog, Journey]:
    lines = "".join(
        f"  - {{id: s{n}, title: S{n}{', ' if step else ''}{step}}}\n"
        for n, step in enumerate(steps, 1)
    )
    text = f"title: A\n{more}steps:\n{lines}"
    catalog = catalog_of(folder, REGISTRY | {"journeys/a.yml": text})
    journey = catalog.entry(Journey, "a")
    assert journey is not None
    return catalog, journey


@pytest.mark.parametrize(
    ("steps", "count"),
    [
        (("channel: web", "channel: web"), 0),
        (("channel: web", "channel: phone", "channel: web"), 2),
        # One channel in common is no switch.
        (("channels: [web, phone]", "channels: [phone, email]", "channel: Email"), 0),
        (("channels: [web, phone]", "channel: email"), 1),
        # Nobody knows the channel of a step in between.
        (("channel: web", "", "channel: web"), 0),
        (("channel: web", "", "channel: phone"), 1),
        # A touchpoint brings its channel, unless the step names one.
        (("channel: web", "touchpoint: shop-page"), 0),
        (("channel: phone", "touchpoint: shop-page"), 1),
        (("channel: phone", "{channel: phone, touchpoint: shop-page}"), 0),
        (("channel: web", "touchpoint: poster", "channel: web"), 0),
        # By its title it is the same channel.
        (("channel: web", "channel: Website"), 0),
        # What the company does unseen is no switch for the customer.
        (("channel: web", "channel: phone, side: company", "channel: web"), 0),
        ((), 0),
        (("channel: web",), 0),
    ],
)
def test_neighbours_that_share_no_channel_are_a_switch(
    steps: tuple[str, ...], count: int, tmp_path: Path
) -> None:
    catalog, journey = journey_of(tmp_path, *(step.strip("{}") for step in steps or ("",)))
    assert channel_switches(catalog, journey) == count


def test_each_switch_names_the_channels_on_both_sides(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, "channel: web", "channels: [phone, email]")
    found = [
        ([one.text for one in before], [one.text for one in after])
        for before, after in switches(catalog, journey)
    ]
    assert found == [(["web"], ["phone", "email"])]


@pytest.mark.parametrize(
    ("step", "then"),
    [
        ("channel: web", ("Website", "digital", "web")),
        ("channel: phone", ("Telephone", "human", "")),
        ("channel: fax", ("fax", "", "")),
        ("touchpoint: shop-page", ("Website", "digital", "web")),
        ("touchpoint: poster", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_step_is_drawn_by_its_first_channel(
    step: str, then: tuple[str, str, str], tmp_path: Path
) -> None:
    catalog, journey = journey_of(tmp_path, step)
    assert first_channel(catalog, journey.all_steps[0]) == then


def handed_over(catalog: Catalog, journey: Journey) -> list[tuple[str, str]]:
    return [(before.id, after.id) for before, after in hand_offs(catalog, journey)]


def test_a_hand_off_is_where_the_owner_changes(tmp_path: Path) -> None:
    catalog, journey = journey_of(
        tmp_path, "owner: billing", "owner: Billing", "owner: field", "owner: billing"
    )
    assert handed_over(catalog, journey) == [("s2", "s3"), ("s3", "s4")]


def test_a_step_without_an_owner_has_that_of_the_journey(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, "", "owner: field", "", more="owner: billing\n")
    assert handed_over(catalog, journey) == [("s1", "s2"), ("s2", "s3")]


def test_a_step_without_an_owner_has_that_of_its_stage_first(tmp_path: Path) -> None:
    text = """\
        title: A
        owner: billing
        stages:
          - {id: x, title: X, owner: field,
             steps: [{id: s1, title: S, owner: billing}, {id: s2, title: T}]}
          - {id: y, title: Y, steps: [{id: s3, title: U}]}
        """
    catalog = catalog_of(tmp_path, REGISTRY | {"journeys/a.yml": text})
    journey = catalog.entry(Journey, "a")
    assert journey is not None
    assert handed_over(catalog, journey) == [("s1", "s2"), ("s2", "s3")]


def test_steps_that_nobody_owns_are_passed_over(tmp_path: Path) -> None:
    catalog, journey = journey_of(tmp_path, "owner: billing", "", "owner: billing", "", "")
    assert handed_over(catalog, journey) == []
