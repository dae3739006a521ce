"""What is wrong in maps fails a strict build before anything is published, and no other build."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.site.link_check import dead_links, pages_of
from tests.site.project import ORDER, Project

MISTAKEN = ORDER.replace("title: Buy it", "titel: Buy it").replace("emotion: -1", "emotion: -7")
TWO_ERRORS = {"maps/journeys/order.yml": MISTAKEN}
HALF = {"maps/personas/bea.yml": "name: Bea Brook\nrole: [Night\n"}
WARNED = {"maps/personas/tom.yml": "name: Tom Tallow\n"}


def bytes_of(site: Path) -> dict[str, str]:
    return {
        str(path.relative_to(site)): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def place_of(word: str, text: str) -> tuple[int, int]:
    before = text[: text.index(word)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def told(log: str, level: str) -> Iterator[str]:
    for line in log.splitlines():
        if line.startswith(level) and "journeys: maps/" in line:
            yield line.partition("journeys: ")[2]


def test_an_error_ends_a_strict_build_and_the_old_site_stays_to_the_byte(
    handbook: Project,
) -> None:
    before = bytes_of(handbook.build(strict=True).site)
    handbook.write(TWO_ERRORS | {"maps/personas/bea.yml": HALF["maps/personas/bea.yml"]})
    done = handbook.run("build", "--strict")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    places = [line.partition(" ")[0] for line in told(done.stderr, "WARNING")]
    for mistake in ("titel", "-7"):
        line, column = place_of(mistake, MISTAKEN)
        assert f"maps/journeys/order.yml:{line}:{column}:" in places
    assert any(place.startswith("maps/personas/bea.yml:") for place in places)
    assert "nothing was published" in done.stderr
    assert bytes_of(handbook.folder / "site") == before


def test_quiet_is_no_way_around_strict(handbook: Project) -> None:
    """The host itself publishes what `--strict` should have stopped when `-q` stands beside it."""
    done = handbook.write(TWO_ERRORS).run("build", "--strict", "-q")
    assert done.returncode == 1
    assert not (handbook.folder / "site").exists()


def test_a_plain_build_publishes_the_rest_and_a_page_that_says_what_is_wrong(
    handbook: Project,
) -> None:
    built = handbook.write(HALF).build()
    page = built.page("personas/bea")
    assert "maps/personas/bea.yml:2:" in page.text
    assert "Searches for a price" in built.page("journeys/order").text
    assert dead_links(built.site, pages_of(built.site), "https://small.example/") == []
    assert any(line.startswith("WARNING") for line in built.logged("maps/personas/bea.yml:2:"))


def test_a_warning_fails_a_strict_build_only_where_it_is_asked_for(handbook: Project) -> None:
    warned = handbook.write(WARNED).build(strict=True)
    findings = warned.logged("[persona-without-journey]")
    assert [line.partition(" ")[0] for line in findings] == ["INFO"]
    log = handbook.configure(journeys={"fail_on": "warning"}).fail(strict=True)
    assert any("persona-without-journey" in line for line in told(log, "WARNING"))


def test_the_handbook_may_begin_without_a_folder_of_maps(project: Project) -> None:
    built = project.configure().build(strict=True)
    assert "maps/" in built.page("").text
    assert dead_links(built.site, pages_of(built.site), "https://small.example/") == []


@pytest.mark.parametrize(
    ("options", "variables", "sentence"),
    [
        ({"as_of": "yesterday"}, {}, "`yesterday` is no date. Write it like `2026-11-21`."),
        ({"as_of": ""}, {"JOURNEYS_AS_OF": "21.11."}, "`21.11.` is no date."),
        ({"as_of": ""}, {"SOURCE_DATE_EPOCH": "soon"}, "SOURCE_DATE_EPOCH is `soon`"),
        ({"engine": "crayons"}, {}, "crayons"),
        ({"templates": "not-there"}, {}, "not-there"),
        ({"no_such_option": 1}, {}, "no_such_option"),
    ],
)
def test_an_option_that_cannot_be_is_answered_in_a_sentence(
    handbook: Project,
    options: dict[str, object],
    variables: dict[str, str],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert sentence in handbook.configure(journeys=options).fail(strict=True)


def test_without_graphviz_a_strict_build_passes_and_says_so(handbook: Project) -> None:
    handbook.configure(journeys={"engine": "system", "cache": ""})
    done = handbook.run("build", "--strict", PATH="/nowhere")
    assert done.returncode == 0, done.stderr
    assert len([line for line in done.stderr.splitlines() if "dot" in line]) <= 6
    page = handbook.folder / "site" / "journeys" / "order" / "index.html"
    assert "Searches for a price" in page.read_text(encoding="utf-8")


def test_pictures_that_are_switched_off_are_no_news(handbook: Project) -> None:
    built = handbook.configure(journeys={"engine": "none"}).build(strict=True)
    assert built.logged("switched off") == []
    assert "<svg" not in built.page("journeys/order").article.text_content()
