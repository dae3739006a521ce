"""`journeys reference` keeps the pages of the reference current."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from mkdocs_journeys.changes.all import CHANGES
from mkdocs_journeys.changes.change import CHANGE_LEVELS
from mkdocs_journeys.cli import main
from mkdocs_journeys.exporters.change_pages import change_pages
from mkdocs_journeys.exporters.reference import GENERATED, reference
from mkdocs_journeys.exporters.rule_pages import rule_pages
from mkdocs_journeys.rules.all import RULES
from mkdocs_journeys.rules.rule import GROUPS


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["reference", *(str(argument) for argument in arguments)])


def test_what_it_wrote_is_current(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "reference"
    assert run(folder).exit_code == 0
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    ours = (reference(), rule_pages(RULES, GROUPS), change_pages(CHANGES, CHANGE_LEVELS))
    assert written == {name for pages in ours for name in pages}
    again = run(folder, "--check")
    assert (again.exit_code, again.stdout) == (0, "")


def test_a_changed_a_missing_and_a_left_over_page_are_told_and_mended(tmp_path: Path) -> None:
    run(tmp_path)
    (tmp_path / "persona.md").write_text(f"{GENERATED} changed", encoding="utf-8")
    (tmp_path / "rules" / "orphan.md").unlink()
    (tmp_path / "word.md").write_text(f"{GENERATED} old", encoding="utf-8")
    told = run(tmp_path, "--check")
    assert told.exit_code == 1
    names = [Path(line.split(" is ")[0]).name for line in told.stdout.splitlines()]
    assert names == ["persona.md", "orphan.md", "word.md"]
    assert not (tmp_path / "rules" / "orphan.md").exists()
    assert run(tmp_path).exit_code == 0
    assert run(tmp_path, "--check").exit_code == 0


def test_pages_written_by_hand_stay(tmp_path: Path) -> None:
    (tmp_path / "figures.md").write_text("# Figures\n", encoding="utf-8")
    run(tmp_path)
    assert run(tmp_path, "--check").exit_code == 0
    assert (tmp_path / "figures.md").read_text(encoding="utf-8") == "# Figures\n"


def test_a_folder_that_cannot_be_made_ends_it_with_2(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert run(tmp_path / "taken" / "reference").exit_code == 2
