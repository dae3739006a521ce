"""Rows of the team's own: what stands in them, and whether it is what handbook.yml declares."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Use
from mkdocs_journeys.catalog.context import in_context
from mkdocs_journeys.catalog.known import Known
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.handbook import Row
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.model.numbers import read_number
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.problems import Problem

NUMBERS = ("number", "curve")


def named(known: dict[Key, Known], text: str) -> Key | None:
    """Give the thing that a row of mentions means by an id or a title, of whatever kind."""
    for kind in KINDS:
        if (key := Key(kind.key_kind, text)) in known:
            return key
    wanted = text.casefold()
    return next(
        (key for key, one in known.items() if key == one.home and one.title.casefold() == wanted),
        None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundInRows:
    """What looking up rows gives; ``meanings`` by the row's title and the text in it."""

    meanings: dict[tuple[str, str], Key]
    uses: tuple[Use, ...]
    problems: tuple[Problem, ...]


def look_up_rows(loaded: Loaded, known: dict[Key, Known]) -> FoundInRows:
    """Look at every row that handbook.yml declares; others take any text.

    Reports wrong-shape for a number, a curve or a choice that is none or out of its range, and
    unknown-mention.
    """
    declared = {row.title: row for row in loaded.settings.rows}
    meanings: dict[tuple[str, str], Key] = {}
    uses: list[Use] = []
    problems: list[Problem] = []
    for entry in loaded.entries if declared else ():
        for thing, user, _ in in_context(entry):
            for title, texts in (getattr(thing, "rows", None) or {}).items():
                if (row := declared.get(title)) is None:
                    continue
                place = thing.spot.of(f"rows.{title}", "rows")
                for text in texts:
                    key = named(known, text) if row.type == "mentions" else None
                    if key:
                        meanings[title, text] = key
                        uses.append(
                            Use(user=user, home=entry.key, target=key, field="rows", place=place)
                        )
                    elif wrong := _wrong(row, text, known):
                        what, mend = wrong
                        rule = "unknown-mention" if row.type == "mentions" else "wrong-shape"
                        problems.append(Problem(place=place, rule=rule, what=what, mend=mend))
    return FoundInRows(meanings=meanings, uses=tuple(uses), problems=tuple(problems))


def _wrong(row: Row, text: str, known: dict[Key, Known]) -> tuple[str, str] | None:
    """Say what is wrong with a text in a declared row and how to mend it; None where it fits."""
    name = f"The row “{row.title}”"
    if row.type == "choice" and text not in row.choices:
        one_of = ", ".join(f"`{choice}`" for choice in row.choices)
        mend = did_you_mean(text, row.choices, f"Write one of {one_of}.")
        return f"{name} says `{text}`, which is none of {one_of}.", mend
    if row.type == "mentions":
        ids = [key.id for key, one in known.items() if key == one.home]
        mend = did_you_mean(text, ids, "Mention something of the handbook by its id.")
        return f"{name} mentions `{text}`, which nothing is called.", mend
    if row.type not in NUMBERS:
        return None
    least = row.least.value if row.least else float("-inf")
    most = row.most.value if row.most else float("inf")
    try:
        number = read_number(text)
    except ValueError:
        return f"{name} says `{text}`, which is no number.", "Write a number, for example `1.5`."
    if least <= number <= most:
        return None
    limits = f"{row.least.text if row.least else '…'} to {row.most.text if row.most else '…'}"
    return f"{name} says {text}, outside {limits}.", f"Write a number from {limits}."
