"""Tells how far a build is, to who started it and wants to know (`journeys build`)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

VARIABLE = "JOURNEYS_PROGRESS"
"""Names the descriptor that is told `done total`, a line each time. Without it, nobody listens."""


class Steps:
    """Counts the steps of a build: every page is read once and written once."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """See whether somebody listens."""
        named = environment.get(VARIABLE, "")
        self._listener = int(named) if named.isdigit() else None
        self._done = 0
        self._total = 0

    def begin(self, pages: int) -> None:
        """Take how many pages there are."""
        self._done, self._total = 0, 2 * pages

    def step(self) -> None:
        """Count one more page that was read or written."""
        self._done += 1
        if self._listener is not None:
            # Whoever listened may be gone; the build goes on.
            with suppress(OSError):
                os.write(self._listener, f"{self._done} {self._total}\n".encode())
