"""Handbooks whose findings do not change when a rule is added."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

QUIET = (
    "rules: {structure: off, governance: off, experience: off, evidence: off, improvement: off, "
    "measures: off, words-and-privacy: off, orphan: off, persona-without-journey: off, "
    "not-in-registry: off}\n"
)
"""Settings that leave the findings of reading and most of links."""


ORDER = "maps/journeys/order.yml"
STAGES = "stages: [{id: pay, title: I pay}]\n"
"""The end of a map that lacks nothing here."""

STEPS = """\
title: 我下单  # 🎉
stages:
  - title: I choose   # first
    steps:
      - title: "I choose"
        channel: web
      - { title: 我比较价格, channel: web }
      - I pay, or not
      - "I wait: long"
      - id: done
        title: 🎉
  # the end
  -
    title: 🎉
    steps: [I leave, {title: I stay}, 'I go']
"""
"""A map whose stages and steps lack ids, written in every style there is."""


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, which has these settings unless the files bring their own."""
    for name, content in {"maps/handbook.yml": QUIET, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder
