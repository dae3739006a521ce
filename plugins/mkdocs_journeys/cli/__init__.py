"""The command `journeys`: one file per verb."""

from __future__ import annotations

from mkdocs_journeys.cli.front_door import main

__all__ = ["main"]
