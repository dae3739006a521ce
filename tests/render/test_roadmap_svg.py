"""The roadmap as numbers: days in their months, words beside their bars, ways between them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.diagrams.roadmap import Lane, Roadmap, Wait, Work
from mkdocs_journeys.language import language_called, speaking
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.roadmap_scale import LEFT
from mkdocs_journeys.render.roadmap_svg import RoadmapDrawing, draw_roadmap
from mkdocs_journeys.render.words import width

FIRST, LAST = date(2026, 11, 1), date(2028, 1, 31)


def work(
    name: str, start: date | None, end: date | None, title: str = "Live order tracker"
) -> Work:
    return Work(
        key=Key("initiative", name),
        title=title,
        code="",
        status="planned",
        progress="planned",
        horizon="next",
        start=start,
        end=end,
        is_overdue=False,
    )


def roadmap(*works: Work, waits: tuple[Wait, ...] = ()) -> Roadmap:
    return Roadmap(
        today=date(2026, 11, 21),
        first=FIRST,
        last=LAST,
        lanes=(Lane(title="Field Service", to=None, works=works),),
        works=works,
        waits=waits,
    )


def numbers(path: str) -> list[float]:
    return [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", path)]


days = st.integers(-400, 900).map(lambda many: FIRST + timedelta(days=many))
spans = st.tuples(days | st.none(), days | st.none())
words = st.text(st.sampled_from("abc تتبع配 "), max_size=90)


@given(st.lists(st.tuples(spans, words), min_size=1, max_size=12))
def test_every_bar_and_its_words_stand_in_the_picture(
    given: list[tuple[tuple[date | None, date | None], str]],
) -> None:
    works = tuple(
        work(str(place), min(start, end) if start and end else start, end, title)
        for place, ((start, end), title) in enumerate(given)
    )
    drawn = draw_roadmap(roadmap(*works))
    assert len(drawn.lanes[0].bars) == len(works)
    for bar in drawn.lanes[0].bars:
        assert bar.x >= LEFT - 16
        assert bar.right <= drawn.width + 16
        wide = width(bar.beside, 14)
        left = bar.beside_x - (wide if bar.beside_anchor == "end" else 0)
        assert left >= LEFT - 20
        assert left + wide <= drawn.width + 1
        assert width(bar.inside, 14, bold=True) <= bar.width
        assert bar.y + bar.height <= drawn.height


def test_a_bar_ends_with_the_last_of_its_days_where_the_next_one_begins() -> None:
    drawn = draw_roadmap(
        roadmap(
            work("a", date(2026, 12, 1), date(2026, 12, 31)),
            work("b", date(2027, 1, 1), date(2027, 1, 31)),
        )
    )
    first, second = drawn.lanes[0].bars
    january = drawn.months[2][0]
    assert abs(second.x - january) < 2
    assert abs(first.right - january) < 2
    assert [text for _, _, text in drawn.months][:4] == ["Nov 26", "Dec", "Jan 27", "Feb"]


def test_today_stands_in_its_month() -> None:
    drawn = draw_roadmap(roadmap(work("a", FIRST, LAST)))
    november, december = drawn.months[0][0], drawn.months[1][0]
    assert november < drawn.now < december
    assert drawn.now_box[0] <= drawn.now <= sum(drawn.now_box)


def test_what_goes_on_beyond_the_picture_has_a_pointed_end() -> None:
    drawn = draw_roadmap(
        roadmap(
            work("inside", FIRST, LAST),
            work("before", FIRST - timedelta(days=1), LAST),
            work("beyond", FIRST, LAST + timedelta(days=1)),
        )
    )
    assert [bar.is_cut for bar in drawn.lanes[0].bars] == [False, True, True]
    assert drawn.has_cuts


def test_words_that_fit_stand_in_their_bar_and_others_beside_it() -> None:
    drawn = draw_roadmap(
        roadmap(
            work("long", date(2027, 1, 1), date(2027, 12, 31)),
            work("short", date(2027, 1, 1), date(2027, 1, 31)),
            work("end", date(2027, 12, 15), LAST),
            work("point", None, date(2027, 6, 1)),
        )
    )
    assert [(bar.inside, bar.beside, bar.beside_anchor) for bar in drawn.lanes[0].bars] == [
        ("Live order tracker", "", "start"),
        ("", "Live order tracker", "start"),
        ("", "Live order tracker", "end"),
        ("", "Live order tracker", "start"),
    ]
    assert drawn.has_points


def tied(first: Work, then: Work) -> RoadmapDrawing:
    return draw_roadmap(
        roadmap(first, then, waits=(Wait(first=first, then=then, days_between=None),))
    )


def test_a_way_leads_from_the_end_of_one_bar_to_the_start_of_the_other() -> None:
    first = work("a", date(2026, 12, 1), date(2027, 3, 1))
    for then in (
        work("b", date(2027, 3, 2), date(2027, 6, 1)),
        work("b", date(2027, 9, 1), date(2027, 10, 1)),
        # It begins too early: the way goes round.
        work("b", date(2026, 11, 15), date(2027, 6, 1)),
    ):
        drawn = tied(first, then)
        tail, head = drawn.lanes[0].bars
        ((path, arrow),) = drawn.ways
        assert tail.x <= numbers(path)[0] <= tail.right
        assert numbers(path)[1] == tail.y + tail.height
        assert numbers(arrow)[:2] == [head.x - 1, head.y + head.height / 2]


def test_time_runs_as_the_language_does() -> None:
    first = work("a", date(2026, 12, 1), date(2027, 3, 1))
    then = work("b", date(2027, 3, 2), date(2027, 6, 1))
    plain = tied(first, then)
    with speaking(language_called("he")):
        mirrored = tied(first, then)
    wide = plain.width
    assert [round(wide - bar.right, 1) for bar in mirrored.lanes[0].bars] == [
        bar.x for bar in plain.lanes[0].bars
    ]
    assert round(wide - mirrored.now, 1) == plain.now
    assert round(wide - numbers(mirrored.ways[0][1])[0], 1) == numbers(plain.ways[0][1])[0]


def test_what_is_late_or_done_says_so_in_words() -> None:
    late = replace(work("a", FIRST, FIRST + timedelta(days=20)), is_overdue=True)
    done = replace(work("b", FIRST, FIRST + timedelta(days=20)), progress="done")
    drawn = draw_roadmap(roadmap(late, done))
    assert [bar.beside for bar in drawn.lanes[0].bars] == [
        "Live order tracker (overdue)",
        "✓ Live order tracker",
    ]


def test_many_years_have_fewer_names_of_months() -> None:
    drawn = draw_roadmap(replace(roadmap(work("a", FIRST, LAST)), last=date(2032, 12, 31)))
    named = [x for x, _, text in drawn.months if text]
    assert len(drawn.months) == 74
    assert min(after - before for before, after in pairwise(named)) >= 46
