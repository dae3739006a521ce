"""The emotion curve of a journey as one picture."""

from __future__ import annotations

from lxml import etree

from mkdocs_journeys.language import language_called, speaking
from mkdocs_journeys.pages.map_facts import CurvePoint, MapFacts, StageColumn
from mkdocs_journeys.render.curve_svg import curve_picture
from mkdocs_journeys.render.emotion_lane import emotion_lane
from mkdocs_journeys.render.feeling import LABELS


def facts(*scores: float | None, travellers: tuple[str, ...] = ("Bea",)) -> MapFacts:
    """One stage for each score, the middle of it scored."""
    return MapFacts(
        title="Order <a> line",
        state="current",
        lanes=(),
        travellers=travellers,
        stages=tuple(
            StageColumn(
                number=str(number),
                title=f"Stage {number}",
                anchor=f"s{number}",
                points=(CurvePoint(x=50, at=f"Step {number}", score=score, word=f"word {number}"),),
            )
            for number, score in enumerate(scores, start=1)
        ),
    )


def drawn(facts: MapFacts) -> str:
    return curve_picture(facts, emotion_lane(facts, LABELS), LABELS)


def parsed(picture: str) -> etree._Element:
    opened = picture.replace("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ', 1)
    return etree.fromstring(opened)


def test_every_feeling_has_its_face_its_word_and_its_place_in_the_description() -> None:
    root = parsed(drawn(facts(1, -2, 0)))
    assert len(root.findall("use")) == 3
    words = [text.text for text in root.findall("text")]
    assert {"word 1", "word 2", "word 3", "1 Stage 1", "+2", "−2"} <= set(words)
    assert root.findtext("title") == "Emotion curve of Order <a> line"
    assert "Step 2: word 2 (Very negative, −2)." in (root.findtext("desc") or "")


def test_higher_is_happier() -> None:
    high, low = (float(face.get("y")) for face in parsed(drawn(facts(2, -2))).findall("use"))
    assert high < low


def test_where_nothing_is_scored_there_is_no_picture() -> None:
    assert drawn(facts(None, None)) == ""


def test_time_runs_as_the_language_is_read() -> None:
    def places() -> list[float]:
        root = parsed(drawn(facts(1, 0, -1)))
        return [float(face.get("x")) for face in root.findall("use")]

    assert places() == sorted(places())
    with speaking(language_called("ar")):
        assert places() == sorted(places(), reverse=True)
