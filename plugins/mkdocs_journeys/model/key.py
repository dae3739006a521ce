"""How a thing is named across the handbook."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """The kind and the id of one thing, for example ``Key("persona", "priya")``.

    Things that live inside a journey carry its id: ``Key("step", "switch-to-fibre/chase")``.
    """

    kind: str
    id: str

    def __str__(self) -> str:
        """Give the form that hand-written pages use between ``[[`` and ``]]``."""
        return f"{self.kind}:{self.id}"
