"""Python's search for circles among values, put off while there can be none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
