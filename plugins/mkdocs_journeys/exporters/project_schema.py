"""The JSON Schema of one handbook: its own ids, with their titles, wherever something is mentioned.

Where plain words may stand as well, the ids are suggestions; elsewhere they are all that may
stand there. What was added since the schema was written is not in it.
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
from mkdocs_journeys.model.kinds import INNER_KINDS

MOST = 2_000
"""Beyond so many, nobody finds an id in a list, and editors become slow."""


class _Suggestion(NamedTuple):
    """An id as it is mentioned, what it is called, and what to say of it beside the id."""

    id: str
    title: str
    words: str


def project_schema(catalog: Catalog) -> dict[str, Any]:
    """Give the schema of one YAML file of any kind, with the ids of a handbook."""
    return _with_ids(schema(), _suggestions(catalog), mentions_in(FILES), in_journeys=True)


def project_schema_of(kind: str, catalog: Catalog) -> dict[str, Any]:
    """Give the schema of one file of a kind of `FILES`, with the ids of a handbook."""
    return project_schemas(catalog, (kind,))[kind]


def project_schemas(
    catalog: Catalog, kinds: tuple[str, ...] = tuple(FILES)
) -> dict[str, dict[str, Any]]:
    """Give the schemas of some kinds of files, each by its kind, with the ids of a handbook."""
    known = _suggestions(catalog)
    return {
        kind: _with_ids(schema_of(kind), known, mentions_in((kind,)), in_journeys=kind == "journey")
        for kind in kinds
    }


def _with_ids(
    plain: dict[str, Any],
    known: Mapping[str, tuple[_Suggestion, ...]],
    mentioned: Mapping[str, To],
    *,
    in_journeys: bool,
) -> dict[str, Any]:
    definitions = plain["$defs"] | {
        name: form
        for name, to in mentioned.items()
        if (form := _mention(to, known, in_journeys=in_journeys))
    }
    return plain | {"$defs": definitions}


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
