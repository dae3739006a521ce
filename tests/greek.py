"""Handbooks whose authors write Greek: any Latin letter on their pages is a word of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml

from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.model.values import FREQUENCIES, SEVERITIES

LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
GREEK = "αβκδεφγθιιξλμνοπκρστυβωχψζΑΒΚΔΕΦΓΘΙΙΞΛΜΝΟΠΚΡΣΤΥΒΩΧΨΖ"
_TO_GREEK = str.maketrans(LATIN, GREEK)

_NOT_WORDS = frozenset(
    [
        "accent",
        "at",
        "audience",
        "colours",
        "currency",
        "docs",
        "evidence_age",
        "every",
        "file",
        "icon",
        "lanes",
        "lang",
        "language",
        "logo",
        "max_age",
        "overrides",
        "palette",
        "profile",
        "review_every",
        "rules",
        "tracker",
        "type",
        "url",
        "weblinks",
    ]
)
"""Fields whose text is a choice, a period, a rule, a file or an address, all that stands below."""

_ID = re.compile(r"([a-z-]+:)?[a-z0-9]+([-/][a-z0-9]+)*")
_VALUE = re.compile(r"-?[\d.]+|\d{4}-\d\d(-\d\d)?|true|false")

_WORD_IN_A_ROW = re.compile(r"(?<=,)[^,\n]*(?:[A-Z]|[a-z] )[^,\n]*")
"""A cell of a table of readings that is no id: it has a space or a capital."""

_ALWAYS_WORDS = frozenset(("words", "tags", "title", "name"))
"""Fields in which what looks like an id is a word."""


def greek(text: str) -> str:
    """Write a text in Greek letters."""
    return text.translate(_TO_GREEK)


def write_greek(maps: Path, to: Path) -> Path:
    """Copy a folder of maps, with everything that authors said in Greek letters."""
    written = {
        file: yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
        for file in sorted(maps.rglob("*.yml"))
    }
    ids = {*choices(), *SEVERITIES, *FREQUENCIES}
    ids |= {id_ for file, said in written.items() for id_ in (file.stem, *_ids(said))}
    for file in sorted(maps.rglob("*")):
        copy = to / file.relative_to(maps)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if file in written and file.name != "accepted.yml":
            said = _greek(written[file], "", ids)
            copy.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")
        elif file.suffix == ".csv":
            head, _, rows = file.read_text("utf-8").partition("\n")
            said = _WORD_IN_A_ROW.sub(lambda cell: greek(cell[0]), rows)
            copy.write_text(f"{head}\n{said}", "utf-8")
        elif file.is_file() and file not in written:
            copy.write_bytes(file.read_bytes())
    return to


def choices() -> set[str]:
    """Give every choice that a field of an entry has."""
    return {word for kind in _parts() for word in get_args(kind) if get_origin(kind) is Literal}


def nouns() -> set[str]:
    """Give what messages call each thing that stands in an entry."""
    return {part.noun for part in _parts() if isinstance(part, type) and issubclass(part, Thing)}


def _parts() -> Iterator[Any]:
    """Give every kind of entry and all that fields below it are declared as."""
    waiting: list[Any] = list(KINDS)
    seen: set[Any] = set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        yield one
        if isinstance(one, type) and issubclass(one, Thing):
            fields = one.model_fields.items()
            # Nobody sees for whom a thing is published: it is there, or it is not.
            waiting += [field.annotation for name, field in fields if name != "audience"]
        elif get_origin(one) is not Literal:
            waiting += get_args(one)


def _ids(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        for field, one in said.items():
            if field in ("id", "formerly"):
                yield from [one] if isinstance(one, str) else one
            yield from _ids(one)
    elif isinstance(said, list):
        for one in said:
            yield from _ids(one)


def _greek(said: Any, field: str, ids: set[str]) -> Any:
    if field in _NOT_WORDS:
        return said
    if isinstance(said, dict):
        free = field in ("rows", "demographics")
        return {
            (greek(key) if free else key): _greek(one, "words" if free else key, ids)
            for key, one in said.items()
        }
    if isinstance(said, list):
        # What stands in a list below `rows:` of handbook.yml declares a row.
        return [_greek(one, "" if isinstance(one, dict) else field, ids) for one in said]
    is_id = _ID.fullmatch(said) and re.split("[:/]", said)[-1] in ids
    return said if _VALUE.fullmatch(said) or (is_id and field not in _ALWAYS_WORDS) else greek(said)
