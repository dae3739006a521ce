"""Pydantic's findings in the words of people who make maps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from slugify import slugify

from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.numbers import without_commas
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.problems import Place, Problem, Spot


def a(noun: str) -> str:
    """Put the right article before a noun: ``a step``, ``an objective``."""
    if noun in ("resources", "scales", "weights", "evidence", "web links"):
        return noun
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"


def explain(error: Mapping[str, Any], data: dict[str, Any], thing: type[Thing]) -> Problem | None:
    """Give the problem for one of pydantic's errors about ``data``, at its exact place.

    ``data`` is what was validated: mappings by attribute, each with the spot where it stands.
    None for a field that is missing because what was written there has been refused already.
    """
    spot, found, shape = _follow(error["loc"], data, thing)
    kind, context = error["type"], error.get("ctx", {})
    whose = a(found.noun)
    key = shape.key if shape else str(error["loc"][-1])
    if kind == "missing":
        return _missing(spot, whose, key, shape, error.get("input"))
    name = f"The `{key}` of {whose}"
    place = _place(spot, shape, error["loc"][-1]) if shape else spot.place
    given = short(error.get("input"))
    if shape and shape.is_id:
        return _bad_id(place, str(error.get("input")))
    if kind == "unreadable":
        is_whole = shape is not None and _is_whole(shape)
        mend = context["mend"]
        if is_whole and not without_commas(str(error.get("input"))):
            mend = _whole(shape)
        return _problem(place, f"{name}: {context['what']}.", mend)
    if kind in ("greater_than_equal", "less_than_equal"):
        return _problem(place, f"{name} is {given}, outside {_range(shape)}.", _whole(shape))
    if kind in ("int_parsing", "int_from_float", "int_type"):
        return _problem(place, f"{name} is `{given}`, which is no whole number.", _whole(shape))
    if kind == "string_too_long":
        most = context["max_length"]
        return _problem(
            place,
            f"{name} has {len(str(error['input']))} characters; at most {most} are kept.",
            "Shorten it, and move the rest to `summary:` or `note:`.",
        )
    if kind in ("too_short", "too_long"):
        right, has = context.get("min_length", context.get("max_length")), context["actual_length"]
        return _problem(place, f"{name} has {has} entries, not {right}.", f"Write {right} of them.")
    return _problem(place, f"{name} is `{given}`, which cannot be read.", str(error["msg"]) + ".")


def _place(spot: Spot, shape: Shape, last: str | int) -> Place:
    """Give the place of a field, and where one text or id of a list is meant, of that one.

    Where the file's name gives the id, what the thing is called stands for it.
    """
    one = (f"{shape.attribute}.{last}",) if isinstance(last, int) else ()
    return spot.of(*one, shape.attribute, "title", "name")


def _missing(spot: Spot, whose: str, key: str, shape: Shape | None, data: Any) -> Problem | None:
    """Tell of what is not there, at the thing's id or title, or where its value was left out."""
    attribute = shape.attribute if shape else key
    written = spot.fields.get(attribute)
    if written and (written.line, written.column) != (written.end_line, written.end_column):
        return None
    called = next((data[word] for word in ("title", "name") if isinstance(data.get(word), str)), "")
    example = slugify(called, max_length=64, word_boundary=True) if shape and shape.is_id else ""
    return _problem(
        spot.of(attribute, "id", "title", "name"),
        f"{whose.capitalize()} has no `{key}`.",
        f"Add the line `{key}: {example or '…'}`.",
    )


def _follow(
    steps: tuple[str | int, ...], data: Any, thing: type[Thing]
) -> tuple[Spot, type[Thing], Shape | None]:
    """Walk down to where an error stands: the innermost thing, and the field in it."""
    spot, shape = data["spot"], None
    for step in steps:
        if isinstance(data, dict) and "spot" in data:
            if shape is not None and shape.thing is not None:
                thing = shape.thing
            spot = data["spot"]
            shape = next((s for s in shapes_of(thing) if s.attribute == step), None)
        data = _inside(data, step)
    return spot, thing, shape


def _inside(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _bad_id(place: Place, whole: str) -> Problem:
    # A space at either end is what is wrong with it, so it is shown.
    given = whole if whole != whole.strip() and whole.isprintable() else short(whole)
    better = slugify(whole, max_length=64)
    return Problem(
        place=place,
        rule="bad-id",
        what=f"`{given}` cannot be an id: it becomes an address.",
        mend="Write small letters, digits and single hyphens, for example "
        f"`{better or 'step-one'}`.",
    )


def _problem(place: Place, what: str, mend: str) -> Problem:
    return Problem(place=place, rule="wrong-shape", what=what, mend=mend)


def short(given: object) -> str:
    """Shorten a value for a message: what is wrong shows in its first words."""
    text = " ".join(str(given).split())
    return text if len(text) <= 40 else text[:39] + "…"


def _bounds(shape: Shape | None) -> tuple[int | None, int | None]:
    """Find ``ge`` and ``le`` among what was declared, however deep pydantic has put them."""
    least = most = None
    todo = list(shape.limits) if shape else []
    while todo:
        limit = todo.pop()
        todo.extend(getattr(limit, "metadata", ()))
        least = getattr(limit, "ge", least) if least is None else least
        most = getattr(limit, "le", most) if most is None else most
    return least, most


def _is_whole(shape: Shape) -> bool:
    return (get_args(shape.leaf) or (shape.leaf,))[0] is int


def _range(shape: Shape | None) -> str:
    least, most = _bounds(shape)
    return f"{least} to {most}" if most is not None else f"{least} or more"


def _whole(shape: Shape | None) -> str:
    least, most = _bounds(shape)
    if shape is None or least is None:
        return "Write a whole number."
    bounds = f"from {least} to {most}" if most is not None else f"of {least} or more"
    middle = least if most is None else (least + most + 1) // 2
    return f"Write a whole number {bounds}, for example `{shape.key}: {middle}`."
