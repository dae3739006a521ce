"""The chain from what hurts to what is done: pain point, opportunity, initiative."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.pages.answers import answers_of
from tests.maps_on_disk import catalog_of

FILES = {
    "journeys/a.yml": """\
        title: A
        steps:
          - id: s
            title: S
            pain_points:
              - Nobody scored it
              - {id: p, title: P, severity: high, frequency: often, opportunities: [named, A label],
                 personas: [bea, Somebody], evidence: A hunch}
              - {title: Great, severity: critical, frequency: always}
        """,
    "opportunities.yml": """\
        - {id: named, title: Named}
        - {id: naming, title: Naming, pain_points: [a/p]}
        """,
    "initiatives.yml": """\
        - {id: late, title: Late, opportunities: [naming, named], status: planned, due: 2027-02}
        - {id: dropped, title: Dropped, opportunities: [named], status: dropped}
        - {id: other, title: Other}
        """,
}


def test_pain_points_come_worst_first_with_all_that_answers_them(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FILES)
    answers = answers_of(catalog, catalog.all(Journey))
    assert [(one.pain.title, one.priority) for one in answers] == [
        ("Great", 16),
        ("P", 9),
        ("Nobody scored it", None),
    ]
    one = answers[1]
    assert str(one.key) == "pain-point:a/p"
    assert (str(one.where.to), str(one.journey.to)) == ("step:a/s", "journey:a")
    assert [link.text for link in one.opportunities] == ["Named", "Naming", "A label"]
    assert [link.text for link in one.personas] == ["bea", "Somebody"]
    assert [link.text for link in one.sources] == ["A hunch"]
    assert [(each.link.text, each.status, each.due) for each in one.initiatives] == [
        ("Late", "planned", Day.read("2027-02")),
        ("Dropped", "dropped", None),
    ]


def test_a_pain_point_without_an_id_and_an_answer_is_told_all_the_same(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FILES)
    one = answers_of(catalog, catalog.all(Journey))[2]
    assert one.key is None
    assert one.opportunities == ()
    assert one.initiatives == ()
