import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import ChoiceLoader, FileSystemLoader

from mkdocs_journeys.render.compiled import OURS, Compiled
from mkdocs_journeys.render.direct_calls import TemplateEnvironment

A_TEMPLATE = "parts/marks.html.jinja"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled files lie: as with PYTHONPYCACHEPREFIX, so nothing of ours is touched."""
    folder = tmp_path / "kept"
    monkeypatch.setattr(sys, "pycache_prefix", str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


def templates_in(kept: Path) -> list[Path]:
    return [*kept.rglob("*.html.*")]


class Counted(TemplateEnvironment):
    """Knows how many templates it has compiled."""

    compiled = 0

    def compile(self, *of: Any, **more: Any) -> Any:
        """Compile one, and count it."""
        self.compiled += 1
        return super().compile(*of, **more)


def compiled_by_a_new_process(name: str = A_TEMPLATE, overrides: Path = OURS) -> int:
    loader = ChoiceLoader([FileSystemLoader(overrides), FileSystemLoader(OURS)])
    environment = Counted(
        loader=loader, bytecode_cache=Compiled(), extensions=["jinja2.ext.i18n"], trim_blocks=True
    )
    environment.filters |= dict.fromkeys(("prose", "outward", "choice_word"), str)
    environment.get_template(name)
    return environment.compiled


def test_the_next_process_does_not_compile_what_is_ours(kept: Path) -> None:
    assert compiled_by_a_new_process() == 1
    assert compiled_by_a_new_process() == 0


def test_what_was_damaged_is_compiled_anew(kept: Path) -> None:
    compiled_by_a_new_process()
    (file,) = templates_in(kept)
    whole = file.read_bytes()
    for damaged in (b"", whole[:-1], whole[:80] + b"\0" + whole[81:], b"\0" * 400):
        file.write_bytes(damaged)
        assert compiled_by_a_new_process() == 1
        assert file.read_bytes() == whole


def test_what_was_written_for_another_jinja_is_compiled_anew(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled_by_a_new_process()
    monkeypatch.setattr("jinja2.__version__", "3.999")
    assert compiled_by_a_new_process() == 1


def test_nothing_is_written_where_python_is_told_to_write_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled_by_a_new_process() == 1
    assert not templates_in(kept)


def test_where_nobody_may_write_it_is_compiled_each_time(kept: Path) -> None:
    kept.write_text("a file in the place of the folder")
    assert compiled_by_a_new_process() == 1
    assert compiled_by_a_new_process() == 1


def test_somebodys_own_templates_are_not_kept_beside_them(kept: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "welcome.html.jinja").write_text("Welcome")
    assert compiled_by_a_new_process("welcome.html.jinja", own) == 1
    assert not templates_in(kept)
    assert [path.name for path in own.iterdir()] == ["welcome.html.jinja"]
