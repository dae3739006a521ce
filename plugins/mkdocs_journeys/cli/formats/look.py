"""How a report shall look, where its format leaves a choice."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field

from mkdocs_journeys.cli.formats.addresses import manual


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Whether source lines and colours are shown to people, and what programs are told.

    ``fail_on`` is the level from which on findings fail the check, or ``never``. ``manual`` is
    the address of this tool's manual, with a slash at its end; empty where it is not known.
    """

    sources: bool
    colour: bool
    fail_on: str = "error"
    manual: str = field(default_factory=manual)

    @classmethod
    def of_terminal(cls) -> Look:
        """Give both on a terminal, without colour where ``NO_COLOR`` is set, and none elsewhere."""
        terminal = sys.stdout.isatty()
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        return cls(sources=terminal, colour=terminal and not plain)
