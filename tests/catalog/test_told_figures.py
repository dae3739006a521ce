"""What is a figure in a text, and what is only a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.told_figures import told_by, told_figures
from tests.maps_on_disk import catalog_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("72 % of people ring", "72 %"),
        ("up to 0.5% a year", "0.5%"),
        ("12,5 Prozent rufen an", "12,5 Prozent"),
        ("40 percent, or 40 per cent", "40 percent"),
        ("60\uff05の人", "60\uff05"),
        ("Nearly 9 out of 10", "9 out of 10"),
        ("1 in 3 chats", "1 in 3"),
        ("10% off for 30% of them", "30%"),
        ("A recent study of movers", "A recent study of"),
        ("Studies show that they leave", "Studies show"),
        ("Laut einer Umfrage", "Laut einer Umfrage"),
    ],
)
def test_a_share_and_a_study_are_figures(text: str, shown: str) -> None:
    told = told_by(text)
    assert told is not None
    assert told[0] == shown


@pytest.mark.parametrize(
    "text",
    [
        "I am 100% sure, and 0 % surprised",
        "Zoomed to 200%",
        "20% off, 5 % interest, 7 % VAT",
        "It came 2 in 10 minutes",
        "Built in 1974 in 3 weeks",
        "1.5 in 2",
        "The study is upstairs, the student next door",
        "She studies the bill",
        "",
    ],
)
def test_a_price_a_time_and_a_way_of_speaking_are_none(text: str) -> None:
    assert told_by(text) is None


def test_a_figure_is_told_with_its_sentence_in_one_line(tmp_path: Path) -> None:
    bio = "It is 7.5 degrees.\n  3% of them ring\n  at once! Then it begins."
    catalog = catalog_of(tmp_path, {"personas/bea.yml": f"name: Bea\nbio: |\n  {bio}\n"})
    (told,) = told_figures(catalog, catalog.loaded)
    assert told.text == "3% of them ring at once!"


def test_figures_come_in_the_order_of_files_and_lines_with_their_sources(tmp_path: Path) -> None:
    catalog = catalog_of(
        tmp_path,
        {
            "journeys/order.yml": (
                "title: I order\n"
                "stages:\n"
                "  - id: wait\n"
                "    title: I wait\n"
                "    evidence: [Call notes]\n"
                "    pain_points: [{title: No update, reach: 68% of installs}]\n"
                "    steps:\n"
                "      - {id: ring, title: I ring, summary: 5% of them ring twice, metric: Calls}\n"
            ),
            "personas/bea.yml": "name: Bea\nshare: 23% of homes\n",
        },
    )
    assert [
        (one.about, one.shown, [ref.text for ref in one.sources], one.is_measured)
        for one in told_figures(catalog, catalog.loaded)
    ] == [
        ("No update", "68%", ["Call notes"], False),
        ("I ring", "5%", ["Call notes"], True),
        ("Bea", "23%", [], False),
    ]
