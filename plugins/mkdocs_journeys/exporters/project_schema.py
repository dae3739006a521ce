"""The JSON Schema of one handbook: its own ids, with their titles, wherever something is mentioned.

Where plain words may stand as well, the ids are suggestions; elsewhere they are all that may
stand there, but for bare ids inside a journey, which are left to `journeys check`: parts are added
all the time. Rows that the handbook declares are offered by their titles. What was added since the
schema was written is not in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import Known
from mkdocs_journeys.catalog.nouns import NOUNS, an, either
from mkdocs_journeys.exporters.json_schema import (
    AS_TYPED,
    FILES,
    mentions_in,
    schema,
    schema_of,
)
from mkdocs_journeys.exporters.leaves import Form
from mkdocs_journeys.model.fields import ID_PATTERN, To
from mkdocs_journeys.model.handbook import Row
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.kinds import INNER_KINDS

MOST = 2_000
"""Beyond so many, nobody finds an id in a list, and editors become slow."""


class _Suggestion(NamedTuple):
    """An id as it is mentioned, what it is called, and what to say of it beside the id."""

    id: str
    title: str
    words: str


class _OwnWords(NamedTuple):
    """What a handbook can mention, by kind, and the rows that it declares."""

    known: Mapping[str, tuple[_Suggestion, ...]]
    rows: tuple[Row, ...]


def project_schema(catalog: Catalog) -> dict[str, Any]:
    """Give the schema of one YAML file of any kind, with the ids of a handbook."""
    own = _OwnWords(known=_suggestions(catalog), rows=catalog.settings.rows)
    return _with_own(schema(), own, mentions_in(FILES), in_journeys=True)


def project_schema_of(kind: str, catalog: Catalog) -> dict[str, Any]:
    """Give the schema of one file of a kind of `FILES`, with the ids of a handbook."""
    return project_schemas(catalog, (kind,))[kind]


def project_schemas(
    catalog: Catalog, kinds: tuple[str, ...] = tuple(FILES)
) -> dict[str, dict[str, Any]]:
    """Give the schemas of some kinds of files, each by its kind, with the ids of a handbook."""
    own = _OwnWords(known=_suggestions(catalog), rows=catalog.settings.rows)
    return {
        kind: _with_own(
            schema_of(kind), own, mentions_in((kind,)), in_journeys=kind == Journey.key_kind
        )
        for kind in kinds
    }


def _with_own(
    plain: dict[str, Any], own: _OwnWords, mentioned: Mapping[str, To], *, in_journeys: bool
) -> dict[str, Any]:
    """Put a handbook's own words into a schema, which nobody else holds."""
    definitions = plain["$defs"]
    for name, to in mentioned.items():
        if form := _mention(to, own.known, in_journeys=in_journeys):
            definitions[name] = form
    for row in own.rows:
        if thing := definitions.get(row.place.capitalize()):
            _offer_row(row, thing)
    return plain


def _offer_row(row: Row, thing: Form) -> None:
    """Offer a declared row by its title, where it stands, and its choices if it has some."""
    mapping = next(form for form in thing.get("anyOf", [thing]) if "properties" in form)
    forms = mapping["properties"]["rows"]["anyOf"]
    rows = next(form for form in forms if form.get("type") == "object")
    value = rows["additionalProperties"]
    if row.type == "choice" and row.choices:
        one = {"enum": list(row.choices)}
        value = {"anyOf": [one, {"type": "array", "items": one}]}
    unit = f", in {row.unit}" if row.unit else ""
    described = {"description": f"A row of the team's own: {row.type}{unit}."}
    rows.setdefault("properties", {})[row.title] = described | value


def _mention(
    to: To, known: Mapping[str, tuple[_Suggestion, ...]], *, in_journeys: bool
) -> Form | None:
    """Give what may stand for a mention; None where there is nothing, or too much, to suggest."""
    found = [one for kind in to.kinds for one in known.get(kind, ())]
    if not 0 < len(found) <= MOST:
        return None
    by_id = {one.id: one for one in found}
    listed: Form = {
        "enum": list(by_id),
        # The word that editors look for; the standard has none.
        "enumDescriptions": [one.words for one in by_id.values()],
    }
    # Without words of ours, editors would say all ids there are.
    nouns = either(NOUNS[kind] for kind in to.kinds)
    if to.label:
        listed["errorMessage"] = f"Mention {an(nouns)} by id, or write plain text."
        return {"anyOf": [listed, {"type": list(AS_TYPED)}]}
    listed["errorMessage"] = f"No {nouns} is called so."
    # An id may look like a number to an editor.
    forms: list[Form] = [listed, {"type": ["number", "boolean"]}]
    inner = set(to.kinds) & set(INNER_KINDS)
    if inner and in_journeys:
        forms.append({"type": "string", "pattern": f"^{ID_PATTERN}$"})
    if titles := [one.title for one in found if "/" not in one.id]:
        # A title is understood too. Behind two `not` no editor takes it for a suggestion.
        forms.append({"not": {"not": {"enum": list(dict.fromkeys(titles))}}})
    return {"anyOf": forms}


def _suggestions(catalog: Catalog) -> dict[str, tuple[_Suggestion, ...]]:
    """Give what can be mentioned, by kind, in the order of the handbook."""
    found: dict[str, list[_Suggestion]] = defaultdict(list)
    for one in catalog.known.values():
        if one.named:
            found[one.key.kind].append(_suggestion(one, catalog))
    return {kind: tuple(each) for kind, each in found.items()}


def _suggestion(one: Known, catalog: Catalog) -> _Suggestion:
    noun = NOUNS[one.key.kind]
    at = f" of “{catalog.title(one.home)}”" if one.key.kind in INNER_KINDS else ""
    return _Suggestion(one.key.id, one.title, f"{one.title} – {noun}{at}")
