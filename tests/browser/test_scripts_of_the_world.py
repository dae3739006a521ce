"""Text of any script stands in drawings and pages as it was written."""

from __future__ import annotations

from typing import TypedDict

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import Browse
from tests.site.project import Built, Project

TITLES = (
    "申请光纤宽带并等待工程师上门安装调试完毕为止",
    "光回線を申し込んで工事の日を待つ",
    "أتصل بمركز الخدمة وأنتظر ثلاث مرات قبل أن يجيبني أحد",
    "הטכנאי מגיע מאוחר מדי",
    "Ich rufe die Geschwindigkeitsbegrenzungsaufhebungsstelle an",
    "👩‍👩‍👧‍👦 We all wave 👋🏽 at the van 🚐",
    "é́́ Zoe\u0308 a\u0301sks in Tie\u0302\u0301ng Vie\u0323\u0302t",
    "มีคนมาติดตั้งอินเทอร์เน็ตที่บ้านของฉัน",
    "हम इंतज़ार करते हैं",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "<b>5 > 4 & 3 < 4</b>",
)


class Box(TypedDict):
    """One box of a drawing as the browser shows it; lines as words, left end, right end."""

    label: str
    title: str
    room: tuple[float, float]
    lines: list[tuple[str, float, float]]
    lengths: list[float]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A handbook with one step for each script."""
    folder = tmp_path_factory.mktemp("world")
    steps = "".join(
        f"      - {{id: s{place}, title: '{title}', emotion: 1}}\n"
        for place, title in enumerate(TITLES)
    )
    return (
        Project(folder, folder / "drawings")
        .write(
            {
                "maps/handbook.yml": "format: 1\ntitle: World\n",
                "maps/journeys/world.yml": "title: 世界 العالم 🌍\nstages:\n"
                f"  - id: all\n    title: 所有文字 كل الكتابات\n    steps:\n{steps}",
            }
        )
        .configure()
        .build()
    )


def boxes_of(page: Page) -> list[Box]:
    """Give each box: what is spoken, written, its room from left to right, and its lines."""
    found: list[Box] = page.locator(".jm-flow__svg:visible .jm-node[data-step]").evaluate_all(
        """boxes => boxes.map(box => {
            const shape = box.querySelector(".jm-node__s").getBBox();
            const words = [...box.querySelectorAll(".jm-node__t tspan")];
            return {
                label: box.getAttribute("aria-label"),
                title: words.map(line => line.textContent).join(""),
                room: [shape.x, shape.x + shape.width],
                lines: words.map(line => {
                    const ends = line.getExtentOfChar(0), text = line.getNumberOfChars();
                    const all = Array.from({length: text}, (_, n) => line.getExtentOfChar(n));
                    return [line.textContent, Math.min(...all.map(one => one.x)),
                            Math.max(...all.map(one => one.x + one.width))];
                }),
                lengths: words.map(line => line.getComputedTextLength()),
            };
        })"""
    )
    return found


def test_every_line_of_a_drawing_fits_its_box(browse: Browse, world: Built) -> None:
    boxes = boxes_of(browse(world.site).open("journeys/world/"))
    assert len(boxes) == len(TITLES)
    outside = [
        line
        for box in boxes
        for line in box["lines"]
        if line[1] < box["room"][0] or line[2] > box["room"][1]
    ]
    assert outside == []
    assert all(
        length <= box["room"][1] - box["room"][0] for box in boxes for length in box["lengths"]
    )


def test_every_title_is_spoken_and_printed_as_it_was_written(browse: Browse, world: Built) -> None:
    page = browse(world.site).open("journeys/world/")
    spoken = [box["label"] for box in boxes_of(page)]
    for place, title in enumerate(TITLES):
        assert title in spoken[place]
        assert page.locator(f"#step-s{place} .jm-step__t").inner_text().endswith(title)
    assert page.locator("h1").inner_text().startswith("世界 العالم 🌍")
