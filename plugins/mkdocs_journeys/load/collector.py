"""Python's search for circles among values, put off while there can be none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def leave_alone() -> None:
    """Let the cycle collector search no more through what exists now.

    A handbook stays until its site is built, and pages are many small values made beside it.
    What was left alone before may be searched again: serving builds one site after the other.
    """
    gc.unfreeze()
    gc.freeze()


@contextmanager
def no_search_for_circles() -> Iterator[None]:
    """Put the cycle collector off while many values are made that hold no circles.

    Maps are trees and stay as long as the handbook: every search goes through all of them and
    finds nothing. With 2,000 maps that was half of the time. Other threads allocate on as usual.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
