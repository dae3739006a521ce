"""Personas and whole documents as others keep them, turned into our YAML.

Each function takes the text of a file and gives its maps: path below maps/ to what stands there.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from tests.realdata.journeys_elsewhere import Fields, Maps, flat, from_mermaid

OUR_WORDS = {
    "name": "name",
    "title": "name",
    "job-title": "role",
    "role-description": "summary",
    "quote": "quote",
    "desc": "bio",
    "Description": "bio",
    "details-more": "bio",
    "Goals": "goals",
    "Needs": "needs",
    "Behaviors": "behaviours",
    "Pain points": "pain_points",
}


def from_persona_list(text: str) -> Maps:
    """Read a list of personas; keys that are not our words become rows."""
    data: Any = yaml.load(text, yaml.BaseLoader)
    listed: list[Fields] = data["docs"] if isinstance(data, dict) else data
    return _numbered("personas", [_persona(one) for one in listed])


def from_persona_page(text: str) -> Maps:
    """Read one persona: front matter, a text, and a section for each field."""
    _, front, body = text.split("---\n", 2)
    lead, *sections = re.split(r"^## (.+)$", body, flags=re.MULTILINE)
    fields: Fields = {"Description": lead.strip()} if lead.strip() else {}
    for heading, said in zip(sections[::2], sections[1::2], strict=True):
        fields[heading] = said.strip() if heading == "Description" else _entries(said)
    return _numbered("personas", [_persona(yaml.load(front, yaml.BaseLoader) | fields)])


def _entries(said: str) -> list[str]:
    return [line.removeprefix("* ").strip() for line in said.splitlines() if line.strip()]


def from_personas_in_one_page(text: str) -> Maps:
    """Read a heading for each persona; what stands above them is a page written by hand."""
    _, *sections = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    pairs = zip(sections[::2], sections[1::2], strict=True)
    return _numbered("personas", [{"name": name, "bio": said.strip()} for name, said in pairs])


def _persona(data: Fields) -> Fields:
    ours = {OUR_WORDS[key]: value for key, value in data.items() if key in OUR_WORDS and value}
    rows = {key: value for key, value in data.items() if key not in OUR_WORDS}
    demographics = {"age": rows.pop("age")} if "age" in rows else {}
    return ours | {"demographics": demographics, "rows": flat(rows)}


def from_scope_and_journeys(text: str) -> Maps:
    """Read groups of people as a numbered list, and journeys of one line each."""
    _, scope, journeys = re.split(r"^## .+$", text, flags=re.MULTILINE)
    *groups, remark = re.split(r"\n(?=\d\. )|\n\n(?=They)", scope.strip())
    segments = [{"definition": re.sub(r"^\d\. ", "", group)} for group in groups]
    titles = [line.removeprefix("- ") for line in journeys.splitlines() if line.startswith("- ")]
    return (
        _numbered("segments", segments)
        | _numbered("journeys", [{"title": title} for title in titles])
        | {"insights/remark.yml": {"summary": remark}}
    )


def from_analysed_journey(text: str) -> Maps:
    """Read a document: a Mermaid journey, a table for each section, pain points, lists."""
    diagrams = re.findall(r"```mermaid\n(.*?)```", text, re.DOTALL)
    maps = from_mermaid(diagrams[0])
    journey = maps["journeys/diagram.yml"]
    parts = re.split(r"^##+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), flags=re.M)
    sections = list(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))
    journey["summary"] = sections[0][1]
    journey["note"] = "\n\n".join(said for _, said in sections[8:])
    tables = [said for _, said in sections if said.startswith("|")]
    for stage, table in zip(journey["stages"], tables, strict=True):
        for step, line in zip(stage["steps"], table.splitlines()[2:], strict=True):
            _, action, touchpoints, words, better = _cells(line)
            step |= {"action": action, "touchpoints": _list(touchpoints)}
            step["emotion"]["words"] = _list(words)
            step["opportunities"] = _list(better)
    writer = journey["stages"][0]["steps"][0]["actors"][0]
    metrics, ideas = (_numbered_list(said) for _, said in sections if said.startswith("1. "))
    return (
        maps
        | _numbered("metrics", [{"title": name, "formula": said} for name, said in metrics])
        | _numbered("opportunities", [{"title": name, "summary": said} for name, said in ideas])
        | _numbered("personas", [{"name": writer, "pain_points": _pains(diagrams[1])}])
    )


def _pains(diagram: str) -> list[Fields]:
    """Read a graph of two levels: what hurts, and what would ease it."""
    labels = dict(re.findall(r"(\w+)\[(.+?)\]", diagram))
    arrows = re.findall(r"(\w+)(?:\[.+?\])? --> (\w+)", diagram)
    return [
        {"title": labels[pain], "opportunities": [labels[to] for of, to in arrows if of == pain]}
        for root, pain in arrows
        if root == "A"
    ]


def _numbered_list(said: str) -> list[tuple[str, str]]:
    return re.findall(r"^\d\. \*\*(.+?)\*\*: (.+)$", said, re.MULTILINE)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",")]


def _numbered(folder: str, entries: list[Fields]) -> Maps:
    singular = folder.removesuffix("s")
    return {f"{folder}/{singular}-{number}.yml": one for number, one in enumerate(entries, 1)}
