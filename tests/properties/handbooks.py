"""Handbooks that nobody would write and everybody may: made from the declarations of the model."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath
from random import Random
from typing import Any, get_args, get_origin

import yaml
from hypothesis import strategies as st

from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.fields import Thing, To
from mkdocs_journeys.model.journey import Hypothesis, Journey, Objective
from mkdocs_journeys.model.kinds import INNER_KINDS, KINDS
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.picture import Picture
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.model.step import Stage, Step
from mkdocs_journeys.model.values import Period
from tests.properties.draft import Draft
from tests.properties.said import Said
from tests.properties.values import ADDRESSES, HARMLESS, PICTURE, TEXTS, UNSEEN, VALUES


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is drawn of a handbook: everything else follows from it.

    ``full`` is the share of fields that are filled, from 0 (what is required) to 100. ``numbered``
    texts each end in a number of their own, so that none can be taken for another.
    """

    seed: int
    texts: tuple[str, ...]
    full: int = 50
    journeys: int = 2
    others: int = 2
    lists: bool = False
    numbered: bool = False

    def draft(self) -> Draft:
        """Write the handbook of this plan."""
        return _Maker(self).draft()


@st.composite
def plans(draw: st.DrawFn, most: int = 100) -> Plan:
    """Draw a plan; a simpler one has fewer things with fewer fields and plainer texts."""
    return Plan(
        full=draw(st.integers(0, most)),
        journeys=draw(st.integers(0, 2)),
        others=draw(st.integers(0, 2)),
        lists=draw(st.booleans()),
        numbered=draw(st.booleans()),
        texts=tuple(draw(st.lists(TEXTS, min_size=1, max_size=6))),
        seed=draw(st.integers(0, 2**32)),
    )


@dataclass(slots=True)
class _Mention:
    """A mention that is filled in when all ids are known."""

    to: To
    journey: str | None
    acyclic_after: int | None = None


class _Maker:
    """Makes one handbook. Texts come from the plan, everything else from its seed."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._random = Random(plan.seed)
        self._texts = 0
        self._ids: dict[str, list[str]] = defaultdict(list)
        self._count = 0
        self._journey: str | None = None
        self._here = PurePosixPath()
        self._order = 0

    def draft(self) -> Draft:
        """Give the files and what they say."""
        self._ids["lifecycle"] = [f"life-{number + 1}" for number in range(self._plan.others)]
        said: dict[str, tuple[type[Entry], str, Said]] = {}
        for kind in KINDS:
            many = self._plan.journeys if kind is Journey else self._plan.others
            for number in range(many):
                id_ = f"{kind.key_kind}-{number + 1}"
                path = self._path(kind, id_)
                self._here, self._order = PurePosixPath(path).parent, number
                self._journey = id_ if kind is Journey else None
                self._ids[kind.key_kind].append(id_)
                said[id_] = (kind, path, self._thing(kind, depth=0))
        self._journey = None
        filled = {id_: (kind, path, self._filled(data)) for id_, (kind, path, data) in said.items()}
        files: dict[str, list[Any]] = defaultdict(list)
        for id_, (kind, path, data) in filled.items():
            files[path].append({"id": id_} | self._spelled_out(kind, data))
        texts = {path: self._yaml(path, things) for path, things in files.items()}
        texts["handbook.yml"] = _dump(self._settings())
        return Draft(files=texts, said={id_: data for id_, (_, _, data) in filled.items()})

    def _path(self, kind: type[Entry], id_: str) -> str:
        if self._plan.lists and kind is not Journey:
            return f"{kind.folder}.yml"
        return f"{kind.folder}/{id_}.yml"

    def _yaml(self, path: str, things: list[Any]) -> str:
        if "/" not in path:
            return _dump(things)
        (thing,) = things
        # The file's name says it; written out it must say the same.
        return _dump(thing if self._chance(30) else {k: v for k, v in thing.items() if k != "id"})

    def _settings(self) -> Said:
        lifecycle = [
            {"id": id_, "title": self._text(200)} if self._chance(50) else id_
            for id_ in self._ids["lifecycle"]
        ]
        return {"title": self._text(200), "lifecycle": lifecycle} | (
            {
                "review_every": self._random.choice(VALUES[Period]),
                "evidence_age": {"interview": self._random.choice(VALUES[Period])},
                "rows": [self._text(200)],
                "palette": "#463BB8",
                "scales": {"emotion": [self._text(200) for _ in range(5)]},
            }
            if self._chance(self._plan.full)
            else {}
        )

    # What things say.

    def _thing(self, thing: type[Thing], depth: int) -> Said:
        data: Said = {}
        for shape in shapes_of(thing):
            # Deep down less is said, or a handbook would never end.
            if shape.required or self._chance(self._plan.full / (1, 1, 2, 3, 4, 6)[min(depth, 5)]):
                if issubclass(thing, Entry) and shape.attribute == "id":
                    continue
                if thing is Journey and shape.attribute == "steps":
                    continue  # below, where there are no stages
                value = self._value(thing, shape, depth)
                if value not in (None, (), {}):
                    data[shape.attribute] = value
        if issubclass(thing, Journey) and "stages" not in data and self._chance(50):
            data["steps"] = tuple(self._thing(Step, 1) for _ in range(2))
        return data

    def _value(self, thing: type[Thing], shape: Shape, depth: int) -> Any:
        if shape.by_key:
            # Invisible characters are refused in keys: two that look the same would be two.
            names = {UNSEEN.sub("", self._text(60)) or HARMLESS for _ in range(2)}
            return {name: self._one_or_many(thing, shape, depth) for name in sorted(names)}
        return self._one_or_many(thing, shape, depth)

    def _one_or_many(self, thing: type[Thing], shape: Shape, depth: int) -> Any:
        if not shape.many:
            return self._one(thing, shape, depth)
        most = 2 if depth < 2 else 1
        many = tuple(self._one(thing, shape, depth) for _ in range(self._random.randint(1, most)))
        return tuple(value for value in many if value is not None)

    def _one(self, thing: type[Thing], shape: Shape, depth: int) -> Any:
        if shape.thing:
            return self._thing(shape.thing, depth + 1)
        if shape.to:
            ordered = shape.attribute in ("depends_on", "future_of", "part_of")
            # Bare ids below `replaces` are those of the current map, not of this one.
            journey = None if shape.attribute == "replaces" else self._journey
            return _Mention(shape.to, journey, self._order if ordered else None)
        if shape.is_id:
            return self._id(thing, shape)
        if shape.choices:
            return self._random.choice(shape.choices)
        if shape.item == "text":
            return self._words(thing, shape)
        leaf = _bare(shape.leaf)
        if leaf is bool:
            return self._chance(50)
        if leaf is int:
            return self._random.randint(1, 5)
        return self._random.choice(VALUES.get(shape.leaf) or VALUES[leaf])

    def _words(self, thing: type[Thing], shape: Shape) -> str:
        if shape.attribute == "file" and issubclass(thing, Picture | Evidence):
            up = "../" * len(self._here.parts)
            return up + PICTURE
        longest = next(n for n in (getattr(m, "max_length", None) for m in shape.limits) if n)
        if longest == 2_048:
            return self._random.choice(ADDRESSES)
        return self._text(longest)

    def _id(self, thing: type[Thing], shape: Shape) -> str | None:
        self._count += 1
        if shape.attribute != "id":
            return f"old-{self._count}"
        kinds = {Stage: "stage", Step: "step", PainPoint: "pain-point"}
        kinds |= {Objective: "objective", Hypothesis: "hypothesis"}
        if self._journey is None:
            return None
        id_ = f"{'abcdefg'[self._random.randrange(7)]}{self._count}"
        self._ids[kinds[thing]].append(f"{self._journey}/{id_}")
        return id_

    def _text(self, longest: int) -> str:
        text = self._random.choice(self._plan.texts)
        if not self._plan.numbered:
            return text[:longest]
        self._texts += 1
        return f"{text[: longest - 8]} {self._texts}."

    def _chance(self, percent: float) -> bool:
        return self._random.random() * 100 < percent

    # Mentions, once everything has a name.

    def _filled(self, value: Any) -> Any:
        if isinstance(value, _Mention):
            return self._mention(value)
        if isinstance(value, tuple):
            return tuple(one for one in map(self._filled, value) if one not in (None, {}))
        if isinstance(value, dict):
            filled = {key: self._filled(one) for key, one in value.items()}
            return {key: one for key, one in filled.items() if one not in (None, (), {})}
        return value

    def _mention(self, mention: _Mention) -> str | None:
        known = [(kind, id_) for kind in mention.to.kinds for id_ in self._ids[kind]]
        if mention.acyclic_after is not None:
            known = known[: mention.acyclic_after]
        # A word with a hyphen would be taken for an id, and a title for its thing.
        label = f"{self._text(190).strip()} as such"
        if mention.to.label and (not known or self._chance(20)):
            return label
        if not known:
            return None
        kind, id_ = self._random.choice(known)
        home, _, inner = id_.partition("/")
        if kind in INNER_KINDS and home == mention.journey and self._chance(50):
            return inner
        return id_

    # How it is spelled.

    def _written(self, thing: type[Thing], data: Said) -> Any:
        """Spell a thing in one of the ways that an author may."""
        if thing.text_field and len(data) == 1 and self._chance(50):
            ((attribute, value),) = data.items()
            text = value[0] if isinstance(value, tuple) and len(value) == 1 else value
            if isinstance(text, str) and thing.from_text(text) == {attribute: text}:
                return text
        return self._spelled_out(thing, data)

    def _spelled_out(self, thing: type[Thing], data: Said) -> Said:
        written: Said = {}
        for shape in shapes_of(thing):
            if shape.attribute in data:
                key, value = self._spelled(shape, data[shape.attribute])
                written[key] = value
        return written

    def _spelled(self, shape: Shape, value: Any) -> tuple[str, Any]:
        if shape.by_key:
            return shape.key, {name: self._some(shape, one)[1] for name, one in value.items()}
        return self._some(shape, value)

    def _some(self, shape: Shape, value: Any) -> tuple[str, Any]:
        if not shape.many:
            return shape.key, self._item(shape, value)
        items = [self._item(shape, one) for one in value]
        if len(items) == 1 and shape.words.one and self._chance(30):
            return shape.words.one, items[0]
        if len(items) == 1 and not shape.words.list_only and self._chance(30):
            return shape.key, items[0]
        return shape.key, items

    def _item(self, shape: Shape, value: Any) -> Any:
        return self._written(shape.thing, value) if shape.thing else value


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is not None else annotation


def _dump(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
