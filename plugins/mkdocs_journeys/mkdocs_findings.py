"""What the plugin tells people while the host builds: findings, and faults of its own."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.config import JourneysConfig
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.repository import GitError

log = get_plugin_logger("journeys")

SHOWN = 5
"""So many missing drawings are named: where there is no Graphviz, all are missing."""


def tell_findings(
    problems: tuple[Problem, ...],
    options: JourneysConfig,
    config: MkDocsConfig,
    *,
    is_served: bool,
) -> None:
    """Log every finding; raise PluginError if one of them fails a strict build.

    Findings that fail it are warnings to the host, which counts those. While the site is served
    nothing fails: there, with ``strict``, they are logged as the host's lesser messages.
    """
    levels = ("error", "warning") if options.fail_on == "warning" else ("error",)
    failing = [problem for problem in problems if problem.level in levels]
    fails = logging.INFO if is_served and config.strict else logging.WARNING
    for problem in problems:
        other = logging.INFO if problem.level == "warning" else logging.DEBUG
        log.log(fails if problem.level in levels else other, _told(problem))
    if failing and config.strict and not is_served:
        count = "1 finding" if len(failing) == 1 else f"{len(failing)} findings"
        raise PluginError(
            f"journeys: {count} of the level that fails a strict build; nothing was published. "
            "Each is told above."
        )


def tell_notices(notices: list[str]) -> None:
    """Log what could not be drawn, the first few by name; their pages have the words instead."""
    for notice in notices[:SHOWN]:
        log.info(printable(notice))
    if len(notices) > SHOWN:
        log.info(f"… and {len(notices) - SHOWN} more drawings could not be made.")


@contextmanager
def no_traceback(doing: str, templates: Path | None = None) -> Iterator[None]:
    """Turn an exception into a sentence that ends the build; ``doing`` says what was going on.

    One in a template below ``templates`` is told with its file and line. Any other is a fault
    of ours, for which ``mkdocs build --verbose`` shows the traceback.
    """
    try:
        yield
    except BuildError:
        raise
    except GitError as trouble:
        raise PluginError(f"journeys: {trouble}") from None
    except Exception as error:
        if templates and isinstance(error, TemplateError):
            place = _place_in_template(error, templates)
            if place:
                raise PluginError(f"journeys: {place}: {error}") from error
        if log.isEnabledFor(logging.DEBUG):
            raise
        notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
        raise PluginError(
            f"journeys: A fault of this plugin, not of your maps, while {doing}{notes}: "
            f"{type(error).__name__}: {error}. Please report it with what "
            "`mkdocs build --verbose` says."
        ) from error


def _told(problem: Problem) -> str:
    text = printable(f"{problem.place}: {problem.what} [{problem.rule}]")
    return f"{text}\n    {printable(problem.mend)}" if problem.mend else text


def _place_in_template(error: TemplateError, templates: Path) -> str:
    """Give ``file:line`` of an error below a folder of templates; empty for one elsewhere."""
    if isinstance(error, TemplateSyntaxError):
        at = [(error.filename or "", error.lineno)]
    else:
        # Jinja puts the lines of its templates into the traceback.
        frames = traceback.extract_tb(error.__traceback__)
        at = [(frame.filename, frame.lineno or 0) for frame in frames]
    own = [(name, line) for name, line in at if Path(name).is_relative_to(templates)]
    return f"{own[-1][0]}:{own[-1][1]}" if own else ""
