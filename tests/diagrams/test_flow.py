"""The flow of a journey and of a stage, as a graph: boxes, groups and ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_journeys.catalog.audience import shown_of
from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.diagrams.flow import flow_of, flow_of_stage
from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.model.journey import Journey
from tests.conftest import Golden
from tests.diagrams.graph_text import as_text
from tests.maps_on_disk import TODAY, catalog_of

MAPS = Path(__file__).parents[2] / "maps"
BRANCHING = {
    "channels.yml": """\
        - {id: web, title: Website, family: digital, icon: web}
        - {id: phone, title: Telephone, family: human, icon: phone-outline}
        - {id: post, title: Post, family: physical}
        - {id: fax, title: Fax}
        """,
    "touchpoints.yml": "- {id: desk, title: The desk, channel: phone}\n",
    "personas/bea.yml": "name: Bea\n",
    "personas/carl.yml": "name: Carl\n",
    "journeys/complain.yml": "title: I complain\nsteps: [{id: write, title: I write}]\n",
    "journeys/order.yml": """\
        title: I order a lamp
        personas: [bea, carl]
        stages:
          - id: choose
            title: I choose
            steps:
              - id: compare
                title: I compare
                channels: [web, phone]
                emotion: [{who: bea, score: -1, words: [lost]}, {who: carl, score: 2}]
                moment_of_truth: {question: Will it hum?, handling: failing}
                next: [{to: pay, when: it is clear}, {to: ask, rate: 20%}]
              - id: ask
                title: I ask
                touchpoint: desk
                emotion: {words: [heard, heard]}
                moment_of_truth: Do they know?
                next: [{to: compare, when: no answer}, {exit: I give up, rate: 5%, why: Too slow}]
              - {id: pay, title: I pay, channel: fax, next: [{all: [wait, pack]}]}
          - {id: wait, title: I wait, channel: post, emotion: -0.5}
          - id: use
            title: I read
            steps:
              - {id: pack, title: They pack it, side: company}
              - {id: hum, title: It hums, journey: complain, next: [{end: I sleep}]}
              - {id: read, title: I read, channel: A lamp, next: []}
              - {id: never, title: I never come here}
        """,
}


def journey(catalog: Catalog, id_: str) -> Journey:
    found = catalog.entry(Journey, id_)
    assert found is not None
    return found


def whole(graph: Graph) -> Iterator[str]:
    """Give what is wrong with a graph: every way must lead from a box to a box."""
    names = [node.name for node in graph.nodes]
    yield from (name for name in set(names) if names.count(name) > 1)
    for edge in graph.edges:
        yield from (end for end in (edge.tail, edge.head) if end not in names)
    for cluster in graph.clusters:
        yield from (name for name in cluster.nodes if name not in names)


@pytest.fixture(scope="module")
def example() -> Catalog:
    return shown_of(look_up(load(MAPS, "maps"), TODAY))


def test_the_flow_of_the_example_journey(example: Catalog, golden: Golden) -> None:
    graph = flow_of(example, journey(example, "switch-to-fibre"))
    assert not list(whole(graph))
    golden("goldens/switch-to-fibre.txt", as_text(graph))


def test_the_flow_of_a_stage_of_the_example(example: Catalog, golden: Golden) -> None:
    fibre = journey(example, "switch-to-fibre")
    graph = flow_of_stage(example, fibre, fibre.stages[3])
    assert not list(whole(graph))
    golden("goldens/switch-to-fibre-stage.txt", as_text(graph))


def test_every_flow_of_the_example_holds_together(example: Catalog) -> None:
    for one in example.all(Journey):
        assert not list(whole(flow_of(example, one)))
        for stage in one.stages:
            assert not list(whole(flow_of_stage(example, one, stage)))


def test_branches_loops_exits_and_maps_that_a_step_opens(tmp_path: Path, golden: Golden) -> None:
    catalog = catalog_of(tmp_path, BRANCHING)
    golden("goldens/branching.txt", as_text(flow_of(catalog, journey(catalog, "order"))))


def test_a_stage_shows_where_it_leads_out(tmp_path: Path, golden: Golden) -> None:
    catalog = catalog_of(tmp_path, BRANCHING)
    order = journey(catalog, "order")
    graph = flow_of_stage(catalog, order, order.stages[0])
    assert not list(whole(graph))
    golden("goldens/branching-stage.txt", as_text(graph))


def test_a_journey_of_bare_stages_is_a_row_of_boxes(tmp_path: Path, golden: Golden) -> None:
    text = """\
        title: A table of stages
        stages:
          - {id: find, title: I find it, channel: web, emotion: 1}
          - {id: buy, title: I buy it, next: [{to: use, when: in stock}, {exit: sold out}]}
          - {id: use, title: I use it, moment_of_truth: Does it last?}
        """
    catalog = catalog_of(tmp_path, {"journeys/table.yml": text})
    golden("goldens/bare-stages.txt", as_text(flow_of(catalog, journey(catalog, "table"))))


def test_a_step_leads_through_a_bare_stage_and_not_past_it(tmp_path: Path) -> None:
    """A way was drawn around a stage without steps, beside the one through it."""
    text = """\
        title: A
        stages:
          - {id: s, title: S, steps: [{id: a, title: A}]}
          - {id: bare, title: B}
          - {id: t, title: T, steps: [{id: c, title: C}]}
        """
    catalog = catalog_of(tmp_path, {"journeys/a.yml": text})
    graph = flow_of(catalog, journey(catalog, "a"))
    assert [(edge.tail, edge.head) for edge in graph.edges] == [("a", "bare"), ("bare", "c")]


def test_one_of_a_thing_is_said_as_one(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, {"journeys/a.yml": "title: A\nsteps: [{id: s, title: S}]\n"})
    graph = flow_of(catalog, journey(catalog, "a"))
    assert graph.description.startswith("1 stage and 1 step,")
