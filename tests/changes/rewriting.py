"""The example handbook, written down otherwise and edited at random."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

MAPS = Path(__file__).parents[2] / "maps"

NEEDED = ("title", "name", "text", "kind", "metric", "value", "date", "file", "amount", "currency")
"""Keys that some thing cannot be read without."""

Tree = Any
"""Mappings, lists and texts, as the loader of the standard tags gives them."""


# The one in C where PyYAML was built with it: ten times as fast.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Value(str):
    """A text that may be written in any style; keys are plain."""


class _AnyStyle(yaml.Dumper):
    """Writes every text in a style of its own. The same random numbers give the same file."""

    random: Random

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: our maps know no anchors."""
        return True


def _in_any_style(dumper: _AnyStyle, text: _Value) -> yaml.ScalarNode:
    style = dumper.random.choice([None, None, "'", '"', "|", ">"])
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


_AnyStyle.add_representer(_Value, _in_any_style)


def read(path: Path) -> Tree:
    """Read a file as a tree of texts."""
    return yaml.load(path.read_text("utf-8"), LOADER)


def yaml_files(maps: Path) -> list[Path]:
    """List the files of things, in a fixed order."""
    left_out = ("accepted.yml",)
    return sorted(path for path in maps.rglob("*.yml") if path.name not in left_out)


def copy_of_the_example(folder: Path) -> Path:
    """Copy the example's maps, without its pictures, and give their folder."""
    shutil.copytree(MAPS, folder / "maps", ignore=shutil.ignore_patterns("*.png"))
    return folder / "maps"


def rewrite(path: Path, random: Random) -> bool:
    """Write a file otherwise, with the same meaning; tell whether it could be."""
    tree = read(path)
    text = written(_shuffled(tree, random), random)
    if yaml.load(text, LOADER) != tree:
        return False
    lines = [f"# Rewritten {random.random()}", *text.splitlines(), "# The end"]
    end = random.choice(["\n", "\r\n"])
    mark = random.choice(["", "\ufeff"])
    path.write_bytes((mark + end.join(lines) + end).encode("utf-8"))
    return True


def written(tree: Tree, random: Random) -> str:
    """Give a tree as YAML in a style of its own."""

    class Dumper(_AnyStyle):
        pass

    Dumper.random = random
    return yaml.dump(
        tree,
        Dumper=Dumper,
        width=random.choice([40, 80, 1_000]),
        indent=random.choice([2, 4]),
        default_flow_style=random.choice([False, False, None, True]),
        allow_unicode=True,
        sort_keys=False,
    )


def move(path: Path, random: Random) -> None:
    """Put a file into a folder below its kind, under the same name."""
    if path.parent.parent.name != "maps" or path.with_suffix(".csv").exists():
        return
    below = path.parent / f"below-{random.randrange(9)}"
    below.mkdir(exist_ok=True)
    path.rename(below / path.name)


def take_out(path: Path, random: Random) -> str:
    """Delete one key, with all that it says, and give it."""
    tree = read(path)
    holder, key = random.choice([(at, one) for at, one in _places(tree) if isinstance(one, str)])
    del holder[key]
    path.write_text(written(tree, random), encoding="utf-8", newline="\n")
    return str(key)


def edit(maps: Path, random: Random) -> None:
    """Change something: a text, the order of a list, an entry, an id, a whole file."""
    paths = yaml_files(maps)
    journeys = [path for path in paths if "journeys" in path.parts]
    path = random.choice(random.choice([paths, journeys, journeys]))
    if random.random() < 0.06 and path.name != "handbook.yml":
        path.unlink()
        return
    if random.random() < 0.06 and path.name != "handbook.yml":
        path.rename(path.with_stem(f"{path.stem}-new"))
        return
    tree = read(path)
    _change(list(_places(tree)), random)
    path.write_text(written(tree, random), encoding="utf-8", newline="\n")


def _change(places: list[tuple[Tree, Any]], random: Random) -> None:
    lists = [at[one] for at, one in places if isinstance(at[one], list) and len(at[one]) > 1]
    holder, key = random.choice(places)
    what = random.randrange(8)
    if what == 0 and key not in NEEDED:
        del holder[key]
    elif what == 1 and lists:
        random.shuffle(random.choice(lists))
    elif what == 2 and lists:
        there = random.choice(lists)
        there.insert(random.randrange(len(there)), _copy(random.choice(there)))
    elif what == 3:
        _move_one(places, random)
    elif what == 4:
        there, which = random.choice(
            [(at, one) for at, one in places if one in ("score", "due")] or places
        )
        if isinstance(there[which], str):
            there[which] = random.choice(["-2", "2"] if which == "score" else ["2027-01-01"])
    elif isinstance(holder[key], str):
        same = [at[one] for at, one in places if one == key and isinstance(at[one], str)]
        longer = [f"{holder[key]} again"] if " " in holder[key] else []
        holder[key] = random.choice([*same, *longer])


def _move_one(places: list[tuple[Tree, Any]], random: Random) -> None:
    """Take an entry out of a list and put it into another, or the same, of its name."""
    word = random.choice(["steps", "steps", "stages", "pain_points", "quotes"])
    lists = [at[one] for at, one in places if one == word and isinstance(at[one], list)]
    full = [there for there in lists if there]
    if full:
        there = random.choice(full)
        one = there.pop(random.randrange(len(there)))
        other = random.choice(lists)
        other.insert(random.randint(0, len(other)), one)


def _places(tree: Tree) -> Iterator[tuple[Tree, Any]]:
    keys = list(tree) if isinstance(tree, dict) else range(len(tree))
    for key in keys:
        yield tree, key
        if isinstance(tree[key], dict | list):
            yield from _places(tree[key])


def _copy(tree: Tree) -> Tree:
    if isinstance(tree, dict):
        return {key: _copy(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_copy(value) for value in tree]
    return tree


def _shuffled(tree: Tree, random: Random) -> Tree:
    """Give the same tree with its keys in another order."""
    if isinstance(tree, dict):
        keys = list(tree)
        random.shuffle(keys)
        return {key: _shuffled(tree[key], random) for key in keys}
    if isinstance(tree, list):
        return [_shuffled(value, random) for value in tree]
    return _Value(tree)
