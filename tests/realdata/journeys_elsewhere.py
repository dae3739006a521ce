"""Journeys as others keep them, turned into our YAML: one function for each form of file.

Each takes the text of a file and gives its maps: path below maps/ to what stands there. Small on
purpose; what a form says beyond our fields becomes rows of the team's own.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

Maps = dict[str, Any]
Fields = dict[str, Any]


def from_step_by_step_markdown(text: str) -> Maps:
    """Read ``## Step 1 : …`` and ``## and : …`` with their tasks and costs."""
    head, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    origin, title, *summary = [line for line in head.splitlines() if line]
    stages: list[Fields] = []
    joined = []
    for number, part in enumerate(parts, 1):
        heading, *lines = [line for line in part.splitlines() if line]
        logic, name = heading.split(" : ")
        joined.append(logic == "and")
        tasks = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
        stages.append(
            {
                "id": f"part-{number}",
                "title": name,
                "code": logic,
                "summary": "\n\n".join(line for line in lines if not line.startswith("- ")),
                "steps": [_task(task) for task in tasks],
            }
        )
    note = origin.removeprefix("<!-- ").removesuffix(" -->")
    journey = {"title": title.removeprefix("# "), "summary": "\n\n".join(summary), "note": note}
    return {"journeys/guide.yml": journey | {"stages": _both_happen(stages, joined)}}


def _task(line: str) -> Fields:
    match = re.fullmatch(r"\[(\w+)\] (.+?)(?: <(.+)>)?(?: — (.+))?", line)
    assert match, line
    style, title, link, cost = match.groups()
    rows = {"style": style, "link": link, "cost": cost}
    return {"title": title, "rows": {name: value for name, value in rows.items() if value}}


def _both_happen(stages: list[Fields], joined: list[bool]) -> list[Fields]:
    """Let the stage before two that are joined by “and” lead to both, and both onwards."""
    for number, is_joined in enumerate(joined):
        if is_joined:
            both = [stages[number - 1]["id"], stages[number]["id"]]
            stages[number - 2]["next"] = [{"all": both}]
            stages[number - 1]["next"] = [{"to": stages[number + 1]["id"]}]
    return stages


def from_step_by_step_json(text: str) -> Maps:
    """Read the same guide as its publishing system keeps it."""
    data = json.loads(text)
    guide = data.pop("details")["step_by_step_nav"]
    stages: list[Fields] = []
    for number, part in enumerate(guide["steps"], 1):
        stage: Fields = {"id": f"part-{number}", "title": part["title"], "steps": []}
        stage["rows"] = {"logic": part["logic"]} if "logic" in part else {}
        for block in part["contents"]:
            if block["type"] == "list":
                stage["steps"] += [_content(block, one) for one in block["contents"]]
            elif stage["steps"]:
                # A sentence between two lists leads in the second.
                stage["steps"].append({"title": block["text"], "steps": []})
            else:
                stage["summary"] = "\n\n".join(filter(None, [stage.get("summary"), block["text"]]))
        stage["steps"] = _led_in(stage["steps"])
        stages.append(stage)
    journey = {
        "title": data.pop("title"),
        "summary": f"{data.pop('description')}\n\n{guide['introduction']}",
        "rows": {"details title": guide["title"]} | flat(data),
        "stages": _both_happen(stages, ["logic" in part for part in guide["steps"]]),
    }
    return {"journeys/guide.yml": journey}


def _content(block: Fields, one: Fields) -> Fields:
    rows = {"style": block.get("style"), "link": one.get("href"), "context": one.get("context")}
    return {
        "title": one["text"],
        "optional": block.get("style") == "choice",
        "rows": {name: value for name, value in rows.items() if value},
    }


def _led_in(steps: list[Fields]) -> list[Fields]:
    """Write the sentence that leads in a list as a row of each step below it."""
    sentence, kept = "", []
    for step in steps:
        if "steps" in step:
            sentence = step["title"]
        else:
            step["rows"] |= {"under": sentence} if sentence else {}
            kept.append(step)
    return kept


def from_roadmap(text: str) -> Maps:
    """Read a roadmap of tasks, each with the number of its step."""
    data = json.loads(text)
    tasks = data.pop("roadmapSteps")
    stages: dict[int, Fields] = {}
    for task in tasks:
        stage = stages.setdefault(task["step"], {"title": str(task["step"]), "steps": []})
        kind = "task" if "task" in task else "licenseTask"
        rows = {name: shown(task[name]) for name in ("weight", "required") if name in task}
        step = {"title": task[kind], "tags": [kind], "rows": rows}
        stage["steps"].append(step | {"optional": not task.get("required", False)})
    journey = {
        "title": data.pop("name"),
        "code": data.pop("id"),
        "summary": data.pop("description"),
        "tags": [term.strip() for term in data.pop("additionalSearchTerms").split(",")],
        "rows": flat(data),
        "stages": [stages[number] for number in sorted(stages)],
    }
    return {"journeys/roadmap.yml": journey}


def from_routes(text: str) -> Maps:
    """Read pages of a service with their routes and, where they branch, the next page."""
    data = yaml.load(text, yaml.BaseLoader)
    steps: list[Fields] = []
    names = list(data)
    for number, (name, page) in enumerate(data.items()):
        step: Fields = {"id": name, "title": name}
        way = page.pop("next", None)
        if way:
            after = {"to": names[number + 1]}
            ways = [
                {"to": to, "when": f"{way['query']}: {answer}"}
                for answer, to in way["when"].items()
            ]
            step["next"] = [*ways, after]
        steps.append(step | {"rows": flat(page)})
    return {"journeys/service.yml": {"title": "Service", "steps": steps}}


def from_mermaid(text: str) -> Maps:
    """Read a Mermaid journey: sections, tasks, scores from 1 to 5, and actors."""
    journey: Fields = {"stages": []}
    notes = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line.startswith("%%"):
            notes.append(line.strip("%").strip())
        elif line.startswith("title "):
            journey["title"] = line.removeprefix("title ")
        elif line.startswith("section "):
            stage: Fields = {"title": line.removeprefix("section "), "steps": []}
            journey["stages"].append(stage)
        elif line != "journey":
            stage["steps"].append(_mermaid_task(line))
    return {"journeys/diagram.yml": journey | {"note": "\n\n".join(notes)}}


def _mermaid_task(line: str) -> Fields:
    title, score, *actors = (part.strip() for part in line.split(":"))
    step: Fields = {"title": title}
    if actors:
        step["actors"] = [actor.strip() for actor in actors[0].split(",")]
    if score in {"1", "2", "3", "4", "5"}:
        return step | {"emotion": {"score": int(score) - 3}}
    # 0 and letters are no scores in Mermaid either: people write them for "not known".
    return step | {"rows": {"score": score}}


def flat(data: Any, name: str = "") -> dict[str, list[str]]:
    """Turn what is nested into rows: ``options.title``, ``links.0.title``; lists of texts stay."""
    if isinstance(data, list) and all(isinstance(one, str) for one in data):
        return {name: data} if data else {}
    if not isinstance(data, dict | list):
        return {name: [shown(data)]} if data not in (None, "") else {}
    rows: dict[str, list[str]] = {}
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        rows |= flat(value, f"{name}.{key}" if name else str(key))
    return rows


def shown(value: Any) -> str:
    """Write a value of JSON as JSON does: ``true``, not ``True``."""
    return value if isinstance(value, str) else json.dumps(value)
