"""What cannot work is said while the site is built, in a sentence with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hosts.building import called, lay_out
from tests.hosts.cases import Case
from tests.hosts.environments import HOSTS, NotInstallable, installed
from tests.site.project import HANDBOOK, Project

MATERIAL = HOSTS[0]
LANGUAGES = [{"locale": "en", "name": "English", "default": True, "build": True}]


@pytest.fixture
def python() -> Path:
    try:
        return installed(MATERIAL.environment)
    except NotInstallable as reason:
        pytest.skip(f"pip cannot install it: {reason}")


@pytest.mark.long
@pytest.mark.parametrize(
    ("case", "code", "told"),
    [
        (
            Case(name="i18n", after=({"i18n": {"languages": LANGUAGES}},)),
            1,
            "journeys: mkdocs-static-i18n takes only pages that are Markdown files in the docs "
            "folder. Take `i18n` out of `plugins:`",
        ),
        (
            Case(name="print-site", after=("print-site",)),
            0,
            "INFO    -  journeys: On the page of print-site, links in drawings lead nowhere.",
        ),
        (
            Case(
                name="minify",
                after=(
                    {
                        "minify": {
                            "minify_css": True,
                            "cache_safe": True,
                            "css_files": ["assets/journeys/journeys.css"],
                        }
                    },
                ),
            ),
            1,
            "journeys: minify looks for assets/journeys/journeys.css in your docs folder, where it "
            "is not. Take it out of `css_files`",
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Case) else "",
)
def test_a_plugin_that_is_not_fine_is_told_with_what_to_do(
    case: Case, code: int, told: str, python: Path, wheel: Path, project: Project
) -> None:
    book = lay_out(project, MATERIAL, case)
    done = called(python, wheel, book.folder, "mkdocs", "build", "--strict")
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert done.stderr.count(told) == 1
    assert "Traceback" not in done.stderr


def test_another_theme_has_the_words_and_is_told(project: Project) -> None:
    project.write(HANDBOOK).configure(theme={"name": "mkdocs", "features": None})
    path = project.folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  font: false\n  features: null\n", ""), encoding="utf-8")
    built = project.build(strict=True)
    assert built.logged("The pages are made for the themes material and materialx; with `mkdocs`")
    assert "Night baker" in (built.site / "personas/bea/index.html").read_text(encoding="utf-8")
