"""Findings as a report of tests, which every CI system can show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree

from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import LEVELS
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Problem

WHEN = "1970-01-01T00:00:00"
"""One schema of the format wants a time; ours is always this, for the same bytes every time."""


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give a suite for each file with a failed test for each finding that fails the check.

    The others are tests that were left out. Where nothing was found, one test has passed.
    """
    root = ElementTree.Element("testsuites")
    for number, (file, found) in enumerate(groupby(problems, key=lambda one: one.place.file)):
        _suite(root, number, printable(file), tuple(found), look)
    if not problems:
        _suite(root, 0, "maps", (), look)
    ElementTree.indent(root)
    # Escaped, so that the encoding of a terminal or of a pipe cannot spoil it.
    written: bytes = ElementTree.tostring(root, encoding="us-ascii", xml_declaration=True)
    return written.decode("ascii") + "\n"


def _suite(
    root: ElementTree.Element, number: int, file: str, found: Sequence[Problem], look: Look
) -> None:
    failures = sum(_fails(problem, look) for problem in found)
    suite = ElementTree.SubElement(
        root,
        "testsuite",
        name=file,
        package="journeys",
        id=str(number),
        tests=str(max(1, len(found))),
        failures=str(failures),
        errors="0",
        skipped=str(len(found) - failures),
        time="0",
        timestamp=WHEN,
        hostname="localhost",
    )
    properties = ElementTree.SubElement(suite, "properties")
    ElementTree.SubElement(properties, "property", name="fail-on", value=look.fail_on)
    for problem in found:
        _test(suite, file, problem, look)
    if not found:
        ElementTree.SubElement(suite, "testcase", name="check", classname=file, time="0")
    ElementTree.SubElement(suite, "system-out")
    ElementTree.SubElement(suite, "system-err")


def _test(suite: ElementTree.Element, file: str, problem: Problem, look: Look) -> None:
    span = problem.place.span
    name = f"{problem.rule} at {span.line}:{span.column}"
    test = ElementTree.SubElement(suite, "testcase", name=name, classname=file, time="0")
    what = printable(problem.what)
    if _fails(problem, look):
        outcome = ElementTree.SubElement(test, "failure", message=what, type=problem.level)
    else:
        outcome = ElementTree.SubElement(test, "skipped", message=f"{problem.level}: {what}")
    place = printable(str(problem.place))
    outcome.text = "\n".join(filter(None, (f"{place}: {what}", printable(problem.mend))))


def _fails(problem: Problem, look: Look) -> bool:
    if look.fail_on not in LEVELS:
        return False
    return LEVELS.index(problem.level) <= LEVELS.index(look.fail_on)
