"""The small language of ``expect:``: what is understood, and what is proposed for the rest."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.catalog.expectations import (
    BOUNDS,
    COUNTED,
    HAS,
    SUBJECTS,
    Counts,
    Expectation,
    Feels,
    NeverInARow,
    NotUnderstood,
    Owns,
    understand,
)

MANUAL = Path(__file__).parents[2] / "docs" / "about-this-tool"

CLAIMS = [
    *(f"{subject} is {bound} -1.5" for subject, bound in product(SUBJECTS, BOUNDS)),
    *(f"{subject} has {what}" for subject, what in product(SUBJECTS, HAS)),
    *(f"never 2 {of} in a row {bound} 0" for of, bound in product(("steps", "stages"), BOUNDS)),
    *(f"{bound} 4 {counted}" for bound, counted in product(BOUNDS, COUNTED)),
]


@pytest.mark.parametrize("line", CLAIMS)
def test_every_form_of_the_grammar_is_understood(line: str) -> None:
    understood = understand(line)
    assert isinstance(understood, Expectation)
    assert understood.text == line


def test_and_binds_closer_than_or_and_the_subject_need_not_be_said_again() -> None:
    line = "step is at least 1 and has evidence or at most 3 hand-offs"
    understood = understand(line)
    assert isinstance(understood, Expectation)
    assert understood.alternatives == (
        (
            Feels(subject="step", bound="at least", value=1.0),
            Owns(subject="step", what="evidence"),
        ),
        (Counts(bound="at most", number=3, of="hand-offs"),),
    )


def test_rows_are_of_steps_or_of_stages() -> None:
    understood = understand("never 3 stages in a row at most -1")
    assert isinstance(understood, Expectation)
    assert understood.alternatives == (
        (NeverInARow(length=3, of="stage", bound="at most", value=-1.0),),
    )


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("moments of truth are at least 1", "moment of truth is at least 1"),
        ("step should be at least 0", "step is at least 0"),
        ("Every step is at least 0", "step is at least 0"),
        ("no 3 steps in a row below -1", "never 3 steps in a row at most -1"),
        ("max. 3 hand offs", "at most 3 hand-offs"),
        ("no more than three handovers", "at most 3 hand-offs"),
        ("less than 5 channel changes", "at most 5 channel switches"),
        ("moment of truth has initiative", "moment of truth has an active initiative"),
        (
            "step is at least 1 or has activ initiative",
            "step is at least 1 or has an active initiative",
        ),
        ("step is at least 3", "step is at least 2"),
        ("never 0 steps in a row at most -1", "never 2 steps in a row at most -1"),
        ("everything shall be great", ""),
        ("has evidence", ""),
        ("step is at least 1 or", "step is at least 1"),
        ("", ""),
    ],
)
def test_a_line_that_cannot_be_understood_names_the_nearest_that_can(
    line: str, instead: str
) -> None:
    wrong = understand(line)
    assert isinstance(wrong, NotUnderstood)
    assert wrong.instead == instead
    assert not instead or isinstance(understand(instead), Expectation)


@given(
    st.lists(st.sampled_from([*CLAIMS, "or", "and", "step", "is", "at", "2", "−1", "😀", "\n"]))
    | st.text(max_size=200).map(lambda text: [text])
)
@example(words=["step is at least -1.5", "never 2 steps in a row at least 0"])
def test_no_line_breaks_the_reader_and_what_it_proposes_can_be_read(words: list[str]) -> None:
    understood = understand(" ".join(words))
    if isinstance(understood, NotUnderstood) and understood.instead:
        assert isinstance(understand(understood.instead), Expectation)


def test_the_lines_that_the_reference_shows_are_understood() -> None:
    page = (MANUAL / "reference" / "expectations.md").read_text("utf-8")
    lines = re.findall(r"^  - (.+)$", page, re.MULTILINE)
    lines += re.findall(r"`((?:never|step|at most) [^`*]*\d[^`]*)`", page.replace("\n", " "))
    assert len(lines) > 4
    assert [line for line in lines if isinstance(understand(line), NotUnderstood)] == []
