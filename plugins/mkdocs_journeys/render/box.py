"""A rectangle of a picture, for telling whether two things would lie on one another."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle that something takes, y downwards; its unit is that of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether the two share any room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )
