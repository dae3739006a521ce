"""One piece of work as a program of its own, to be measured: ``python -m tools.bench.work``.

    read FOLDER    every YAML file to a tree with places
    load FOLDER    the folder of maps to typed values
    yaml FOLDER    every YAML file with PyYAML's CSafeLoader: the yardstick of the other two
    draw FILE      the graphs in a pickle, each drawn once, with nothing kept from before

Imports stand inside, so that each pays only for its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path


def main(work: str, target: Path) -> None:
    """Do one piece of work; raises KeyError for one that there is not."""
    {"read": read_all, "load": load_all, "yaml": yaml_all, "draw": draw_all}[work](target)


def read_all(folder: Path) -> None:
    """Read every file as our loader does, and keep the trees."""
    from mkdocs_journeys.load.collector import no_search_for_circles
    from mkdocs_journeys.load.yaml_text import read

    with no_search_for_circles():
        kept = [read(path.read_bytes(), str(path)).root for path in _yaml(folder)]
    assert all(kept)


def load_all(folder: Path) -> None:
    """Load a folder of maps."""
    from mkdocs_journeys.load.folder import load

    assert load(folder, "maps").entries


def yaml_all(folder: Path) -> None:
    """Read every file as most Python programs would at their fastest, and keep the values."""
    import yaml

    kept = [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in _yaml(folder)]
    assert all(kept)


def draw_all(file: Path) -> None:
    """Draw graphs, keeping nothing from one process to the next."""
    import pickle

    from mkdocs_journeys.render.engines import engine_called
    from mkdocs_journeys.render.pictures import Pictures

    pictures = Pictures(engine_called("sandbox"))
    # Written by the benchmark itself a moment ago.
    for number, graph in enumerate(pickle.loads(file.read_bytes())):
        pictures.picture(graph, href=str, prefix=f"g{number}-")
    print(f"{pictures.drawn} drawn, {pictures.lay_outs} laid out")


def _yaml(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.rglob("*.yml")))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
