"""What a mention leads to, and what it was probably meant to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mentions import Directory
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Place
from tests.maps_on_disk import as_text, catalog_of

CHANNELS = """\
- {id: web-shop, title: Web shop, formerly: [site]}
- {id: phone, title: Telephone}
- {id: app, title: App}
"""
ORDER = """\
title: I order
formerly: [first-order]
stages:
  - id: choose
    title: I choose
    steps:
      - {id: compare, title: I compare, formerly: [check], pain_points: [{id: slow, title: Slow}]}
      - {id: ask, title: I ask}
"""


def targets(catalog: Catalog, user: str = "") -> list[str]:
    return [str(use.target) for use in catalog.uses if user in ("", str(use.user))]


def in_step(folder: Path, line: str) -> Catalog:
    """Look up what one step mentions in a handbook with three channels."""
    text = f"title: I pay\nstages:\n  - {{id: pay, title: I pay, {line}}}\n"
    return catalog_of(
        folder,
        {"channels.yml": CHANNELS, "journeys/order.yml": ORDER, "journeys/pay.yml": text},
    )


@pytest.mark.parametrize(
    "typed", ["web-shop", "Web shop", "WEB SHOP", "web shop", "site", '" web-shop "']
)
def test_an_id_a_title_and_an_old_id_lead_to_the_same_thing(typed: str, tmp_path: Path) -> None:
    catalog = in_step(tmp_path, f"channel: {typed}")
    assert targets(catalog) == ["channel:web-shop"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ape", "app"),
        ("phon", "phone"),
        ("phnoe", "phone"),
        ("web-shp", "web-shop"),
        ("webshop", "web-shop"),
    ],
)
def test_a_near_miss_of_an_id_is_a_slip(typed: str, meant: str, tmp_path: Path) -> None:
    catalog = in_step(tmp_path, f"channel: {typed}")
    assert targets(catalog) == []
    assert as_text(catalog.problems) == (
        f"maps/journeys/pay.yml:3:38: No channel is called `{typed}`. [unknown-mention]\n"
        f"    Did you mean `{meant}` (maps/channels.yml)?\n"
    )


@pytest.mark.parametrize(
    "typed", ["tv", "fax", "Letter", "A letter", "Tele phone", "In-store help"]
)
def test_what_is_near_to_nothing_is_a_label(typed: str, tmp_path: Path) -> None:
    catalog = in_step(tmp_path, f"channel: {typed}")
    assert [problem.rule for problem in catalog.problems] == ["not-in-registry"]


def test_what_looks_like_an_id_is_one_where_there_is_a_registry(tmp_path: Path) -> None:
    catalog = in_step(tmp_path, "channel: self-service, touchpoint: self-service")
    assert [problem.rule for problem in catalog.problems] == ["unknown-mention", "not-in-registry"]


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("next: pay", "step:pay/pay"),
        ("next: order/ask", "step:order/ask"),
        ("next: order/choose", "stage:order/choose"),
        ("next: first-order/ask", "step:order/ask"),
        ("next: order/check", "step:order/compare"),
        ("next: first-order/check", "step:order/compare"),
        ("next: order", "journey:order"),
        ("journey: I order", "journey:order"),
    ],
)
def test_steps_are_found_by_journey_and_id_through_every_rename(
    line: str, target: str, tmp_path: Path
) -> None:
    text = f"title: I pay\nsteps: [{{id: pay, title: I pay, {line}}}]\n"
    catalog = catalog_of(tmp_path, {"journeys/order.yml": ORDER, "journeys/pay.yml": text})
    assert targets(catalog) == [target]


def test_a_step_is_not_found_through_its_stage_or_its_title(tmp_path: Path) -> None:
    catalog = in_step(tmp_path, "alongside: [order/choose/ask, I ask, ask]")
    assert targets(catalog) == []
    assert [problem.rule for problem in catalog.problems] == ["unknown-mention"] * 3


def test_a_future_step_replaces_steps_of_the_map_it_answers(tmp_path: Path) -> None:
    future = """\
        title: I shall order
        state: future
        future_of: first-order
        steps:
          - {id: choose-once, title: I choose once, replaces: [compare, ask]}
        """
    catalog = catalog_of(tmp_path, {"journeys/order.yml": ORDER, "journeys/new.yml": future})
    assert targets(catalog) == ["journey:order", "step:order/compare", "step:order/ask"]
    assert [problem.rule for problem in catalog.problems] == ["mention-by-old-id"]


def test_a_mention_belongs_to_the_innermost_thing_with_a_name(tmp_path: Path) -> None:
    text = """\
        title: I pay
        evidence: [talks]
        stages:
          - id: pay
            title: I pay
            evidence: [talks]
            pain_points: [{id: dear, title: Too dear, evidence: [talks]}]
            quotes: [{text: Ouch, evidence: [talks]}]
        """
    catalog = catalog_of(
        tmp_path,
        {"journeys/pay.yml": text, "evidence/talks.yml": "title: Talks\nkind: interview\n"},
    )
    used = catalog.used_by(Key("evidence", "talks"))
    assert sorted(str(use.user) for use in used) == [
        "journey:pay",
        "pain-point:pay/dear",
        "stage:pay/pay",
        "stage:pay/pay",
    ]
    assert {str(use.home) for use in used} == {"journey:pay"}


def test_somebody_may_be_a_persona_a_stakeholder_or_a_segment(tmp_path: Path) -> None:
    catalog = catalog_of(
        tmp_path,
        {
            "personas/bea.yml": "name: Bea\n",
            "stakeholders/billing.yml": "name: Billing desk\n",
            "segments.yml": "- {id: families, title: Families}\n",
            "journeys/pay.yml": "title: I pay\nsteps:\n"
            "  - {id: pay, title: I pay, actors: [bea, Billing desk, families, a clerk]}\n",
        },
    )
    assert targets(catalog) == ["persona:bea", "stakeholder:billing", "segment:families"]
    assert [problem.what for problem in catalog.problems] == [
        "“a clerk” is shown as text: no persona, stakeholder or segment is called so."
    ]


def test_the_settings_mention_things_too(tmp_path: Path) -> None:
    catalog = catalog_of(
        tmp_path,
        {
            "handbook.yml": "owner: cx-tema\n",
            "stakeholders/cx-team.yml": "name: CX team\n",
        },
    )
    assert as_text(catalog.problems) == (
        "maps/handbook.yml:1:8: No stakeholder is called `cx-tema`. [unknown-mention]\n"
        "    Did you mean `cx-team` (maps/stakeholders/cx-team.yml)?\n"
    )


def test_a_thing_whose_file_cannot_be_read_is_known(tmp_path: Path) -> None:
    catalog = catalog_of(
        tmp_path,
        {
            "channels.yml": "- {id: fax, title: Fax\n",
            "personas/bea.yml": "name: [\n",
            "journeys/broken.yml": "id: own-id\nstages: soon\n",
            "journeys/pay.yml": "title: I pay\npersonas: [bea]\npart_of: own-id\nsteps:\n"
            "  - {id: pay, title: I pay, channel: fax, next: own-id/anything}\n",
        },
    )
    assert catalog.problems == ()
    assert targets(catalog) == ["persona:bea", "journey:own-id"]


FULL = {
    "personas/bea.yml": "name: Busy Bea\nformerly: [bee]\n",
    "channels.yml": CHANNELS,
    "journeys/order.yml": ORDER,
    "handbook.yml": "lifecycle: [choose, {id: join, title: Join us}]\n",
}
HERE = Place("docs/index.md")


@pytest.mark.parametrize(
    ("kind", "id_", "key"),
    [
        ("persona", "bea", "persona:bea"),
        ("persona", "Busy Bea", "persona:bea"),
        ("step", "order/ask", "step:order/ask"),
        ("stage", "first-order/choose", "stage:order/choose"),
        ("pain-point", "order/slow", "pain-point:order/slow"),
        ("lifecycle", "join", "lifecycle:join"),
        ("lifecycle", "Join us", "lifecycle:join"),
    ],
)
def test_a_page_mentions_by_kind_and_id(kind: str, id_: str, key: str, tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    directory = Directory(catalog.known, catalog.former)
    found, problem = directory.look_up_in_full(kind, id_, HERE)
    assert (str(found), problem) == (key, None)


@pytest.mark.parametrize(
    ("kind", "id_", "what", "mend"),
    [
        ("persona", "zoe", "No persona is called `zoe`.", "Add a persona of this id"),
        ("channel", "phnoe", "No channel is called `phnoe`.", "Did you mean `phone`"),
        ("channel", "bea", "`bea` is the id of a persona, not of a channel.", "`persona:bea`"),
        ("step", "ask", "`step:ask` does not say in which journey.", "Write `step:order/ask`."),
        ("step", "x", "`step:x` does not say in which journey.", "Write `step:journey/x`."),
        ("step", "order/aks", "No step is called `order/aks`.", "Did you mean `order/ask`"),
        ("stage", "nowhere/x", "No stage is called `nowhere/x`.", "Mention a stage as `journey/"),
        ("Persona", "bea", "`Persona` is no kind", "Did you mean `persona:bea`?"),
        ("pain_point", "order/slow", "`pain_point` is no kind", "`pain-point:order/slow`"),
        ("persona", "bee", "`bee` is the old id of “Busy Bea”.", "Write `bea`."),
    ],
)
def test_a_page_that_mentions_nothing_is_told_what_to_write(
    kind: str, id_: str, what: str, mend: str, tmp_path: Path
) -> None:
    catalog = catalog_of(tmp_path, FULL)
    directory = Directory(catalog.known, catalog.former)
    _, problem = directory.look_up_in_full(kind, id_, HERE)
    assert problem is not None
    assert what in problem.what
    assert mend in problem.mend
