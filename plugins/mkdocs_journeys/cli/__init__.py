"""The command `journeys`: one file per verb."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""The exit code where somebody pressed Ctrl-C."""

try:
    from mkdocs_journeys.cli.front_door import main
except KeyboardInterrupt:
    # Before there is a front door, nobody else would end this without a traceback.
    sys.exit(INTERRUPTED)

__all__ = ["INTERRUPTED", "main"]
