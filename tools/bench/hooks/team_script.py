"""What a team would put together in an afternoon: `safe_load`, f-strings, a `dot` for each page.

It does what a script for mkdocs-gen-files does (that plugin hands the files over in the same
way), so that nothing has to be installed for the comparison.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

Map = dict[str, Any]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Make a page for every journey, every stage and every persona."""
    maps = Path(config.config_file_path or "").parent / "maps"
    for path in sorted((maps / "journeys").glob("*.yml")):
        for uri, text in _journey_pages(path.stem, yaml.safe_load(path.read_text("utf-8"))):
            files.append(File.generated(config, uri, content=text))
    for path in sorted((maps / "personas").glob("*.yml")):
        persona = yaml.safe_load(path.read_text("utf-8"))
        text = "\n".join(f"- {key}: {value}" for key, value in persona.items())
        uri = f"personas/{path.stem}.md"
        files.append(File.generated(config, uri, content=f"# {persona['name']}\n\n{text}\n"))
    return files


def _journey_pages(name: str, journey: Map) -> Iterator[tuple[str, str]]:
    steps = [step for stage in journey["stages"] for step in stage["steps"]]
    rows = "\n\n".join(f"## {stage['title']}\n\n{_table(stage)}" for stage in journey["stages"])
    text = f"# {journey['title']}\n\n{journey['summary']}\n\n{_flow(steps)}\n\n{rows}\n"
    yield f"journeys/{name}/index.md", text
    for stage in journey["stages"]:
        text = (
            f"# {stage['title']}\n\nA stage of [{journey['title']}](index.md).\n\n"
            f"{stage['customer_goal']}\n\n{_flow(stage['steps'])}\n\n{_table(stage)}\n"
        )
        yield f"journeys/{name}/{stage['id']}.md", text


def _table(stage: Map) -> str:
    lines = ["| Step | Channel | Emotion | Thoughts | Pain points |", "|---|---|---|---|---|"]
    for step in stage["steps"]:
        pains = ", ".join(pain["title"] for pain in step.get("pain_points", ()))
        feeling = f"{step['emotion']['score']} {' '.join(step['emotion']['words'])}"
        thoughts = ", ".join(step["thoughts"])
        lines.append(f"| {step['title']} | {step['channel']} | {feeling} | {thoughts} | {pains} |")
    return "\n".join(lines)


def _flow(steps: Sequence[Map]) -> str:
    boxes = "".join(f'"{step["id"]}" [label="{step["title"]}"];' for step in steps)
    ways = " -> ".join(f'"{step["id"]}"' for step in steps)
    dot = f"digraph {{rankdir=LR; node [shape=box]; {boxes} {ways}}}"
    svg = subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True, text=True, check=True)
    return f"<div>{svg.stdout[svg.stdout.index('<svg') :]}</div>"
