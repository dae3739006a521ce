import gc
from pathlib import Path
from weakref import ref

import pytest

from mkdocs_journeys.load.collector import no_search_for_circles
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.model.walk import everything


def test_circles_are_sought_again_after_reading_failed() -> None:
    with pytest.raises(RuntimeError):
        _fail_while_reading()

    assert gc.isenabled()


def test_whoever_has_switched_the_search_off_finds_it_off() -> None:
    with no_search_for_circles():
        with no_search_for_circles():
            pass

        assert not gc.isenabled()


def test_what_is_read_is_freed_without_a_search_for_circles(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "order.yml").write_text(
        "title: Order\nstages:\n  - title: Pay\n    steps: [{title: Card, emotion: 1}]\n"
    )
    load(tmp_path, "maps")  # what is made once, at the first reading, stays

    loaded = load(tmp_path, "maps")
    things = [ref(thing) for entry in loaded.entries for thing in everything(entry)]
    with no_search_for_circles():
        del loaded
        left = [thing() for thing in things if thing()]

    assert left == []


@no_search_for_circles()
def _fail_while_reading() -> None:
    raise RuntimeError
