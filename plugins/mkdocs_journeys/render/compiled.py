"""Templates compiled once: kept while a process lives, and ours beside themselves for the next."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from mkdocs_journeys.kept_files import keep, read_kept
from mkdocs_journeys.render.direct_calls import takers

OURS = Path(__file__).parent / "templates"


class Compiled(BytecodeCache):
    """Keeps what templates compile to, in memory; a template that was edited is compiled anew.

    What templates of this package compile to is also kept where Python keeps modules, in
    ``__pycache__`` beside them, under the same rules: not with ``PYTHONDONTWRITEBYTECODE``, and
    below ``PYTHONPYCACHEPREFIX`` where that is set. Folders of users stay as they are.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Tell templates apart by their file; one without is told apart by its name."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept for its template, if anything is."""
        key = _key(bucket)
        code = self._kept.get(key)
        if code is None and (file := _beside(bucket.key)):
            code = read_kept(file, key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        key, file = _key(bucket), _beside(bucket.key)
        code = self._kept[key] = bucket.bytecode_to_string()
        if file and not sys.dont_write_bytecode:
            # Where nobody may write, each process compiles it anew.
            with suppress(OSError):
                keep(file, key, code)


def _beside(template: str) -> Path | None:
    path = Path(template)
    return Path(cache_from_source(template)) if path.is_relative_to(OURS) else None


def _key(bucket: Bucket) -> str:
    # All that a template's code depends on, but for its text and the version of Python: those Jinja
    # looks at by itself.
    by = bucket.environment
    options = (by.trim_blocks, by.lstrip_blocks, by.autoescape, sorted(by.extensions))
    writes_calls = by.code_generator_class.visit_Call.__code__
    return repr((jinja2.__version__, options, takers(by), writes_calls.co_code, bucket.key))


COMPILED = Compiled()
"""Shared by all writers."""
