"""`journeys doctor` says in a word what is fine and in a sentence what to do where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.cli.examining import OPTIONS
from mkdocs_journeys.config import JourneysConfig
from tests.cli.in_process import journeys
from tests.cli.quiet import lay
from tests.git_repository import git

MKDOCS = "site_name: Us\nplugins:\n  - search\n  - journeys\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    return lay(tmp_path, {"mkdocs.yml": MKDOCS, "maps/channels.yml": "- {id: a, title: A}\n"})


def verdict(folder: Path, about: str, **environment: str) -> tuple[str, str]:
    """Give the word of the line that says this, and what to do."""
    lines = journeys(folder, "doctor", **environment).stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if about in line and not line.startswith(" "))
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return lines[at][:4].strip(), below.strip() if below.startswith(" ") else ""


def test_a_whole_handbook_is_fine_and_says_versions(book: Path) -> None:
    ran = journeys(book, "doctor")
    assert ran.returncode == 0
    words = [line[:4].strip() for line in ran.stdout.splitlines() if not line.startswith(" ")]
    assert words == ["ok"] * 9
    for said in ("Python 3.", "MkDocs 1.", "mkdocs-material 9.", "drew 2 boxes", "git 2."):
        assert said in ran.stdout


@pytest.mark.parametrize(
    ("settings", "about", "word", "mend"),
    [
        ("plugins: [search]\n", "does not name the plugin", "fail", "- journeys"),
        ("theme: material\n", "does not name the plugin", "fail", "- journeys"),
        ("plugins: [journeys, search, journeys]\n", "more than once", "fail", "once"),
        ("plugins: [journeys]\n", "nothing can be searched", "warn", "- search"),
        ("plugins: [search, print-site, journeys]\n", "`print-site` stands", "warn", "end"),
        ("plugins: [search, journeys, i18n]\n", "static-i18n", "fail", "Take `i18n` out"),
        ("plugins: [\n", "is no YAML in line", "fail", "Mend its quotes"),
        ("plugins: {search: {}, material/tags: {}, journeys: {}}\n", "search, tags", "ok", ""),
        ("plugins: [search, journeys]\nx: !!python/object:os.system ls\n", "Plugins", "ok", ""),
    ],
)
def test_the_plugins_of_mkdocs_yml(
    settings: str, about: str, word: str, mend: str, book: Path
) -> None:
    lay(book, {"mkdocs.yml": settings})
    found, told = verdict(book, about)
    assert found == word
    assert mend in told
    assert journeys(book, "doctor").returncode == (1 if word == "fail" else 0)


def test_settings_may_be_inherited(book: Path) -> None:
    lay(book, {"mkdocs.yml": "INHERIT: base/all.yml\n", "base/all.yml": MKDOCS})
    assert verdict(book, "Plugins in")[0] == "ok"
    lay(book, {"base/all.yml": "INHERIT: ../mkdocs.yml\n"})
    assert verdict(book, "inherits from itself")[0] == "fail"


@pytest.mark.parametrize(
    ("option", "about", "word", "mend"),
    [
        ("maps: atlas", "There is no folder `atlas`", "fail", "journeys init"),
        ("engine: none", "told in words only", "warn", "engine: none"),
        ("engine: dot", "`engine: dot` is no engine", "fail", "sandbox, system, none"),
        ('cache: ""', "Drawings are not kept", "warn", "cache:"),
        ("cache: mkdocs.yml/x", "mkdocs.yml/x cannot be written", "warn", "another"),
    ],
)
def test_our_options(option: str, about: str, word: str, mend: str, book: Path) -> None:
    plugin = f"plugins:\n  - search\n  - journeys:\n      {option}\n"
    lay(book, {"mkdocs.yml": plugin})
    found, told = verdict(book, about)
    assert found == word
    assert mend in told


@pytest.mark.parametrize(
    ("option", "mend"), [("foldr: atlas", "Did you mean `folder`?"), ("xyzzy: {}", "maps, folder")]
)
def test_an_option_that_the_plugin_does_not_have(option: str, mend: str, book: Path) -> None:
    lay(book, {"mkdocs.yml": f"plugins:\n  - search\n  - journeys: {{{option}}}\n"})
    word, told = verdict(book, f"the option `{option.partition(':')[0]}`")
    assert (word, mend in told) == ("warn", True)


def test_every_option_of_the_plugin_is_known_here() -> None:
    assert {*OPTIONS} == {name for name, _ in JourneysConfig._schema}


def test_programs_that_are_missing_are_named(book: Path) -> None:
    plugin = "plugins:\n  - search\n  - journeys: {engine: system}\n"
    lay(book, {"mkdocs.yml": plugin})
    word, told = verdict(book, "`dot` was not found", PATH=str(book))
    assert (word, "engine: sandbox" in told) == ("fail", True)
    assert verdict(book, "git is not installed", PATH=str(book))[0] == "warn"


def test_a_folder_outside_of_git_is_told(tmp_path: Path) -> None:
    lay(tmp_path, {"mkdocs.yml": MKDOCS})
    assert verdict(tmp_path, "lies in no git repository") == ("warn", "git init begins one.")


def test_maps_that_cannot_be_read_are_named(book: Path) -> None:
    lay(book, {"maps/journeys/order.yml": "title: [\n"})
    word, told = verdict(book, "1 file of maps cannot be read: maps/journeys/order.yml")
    assert (word, told) == ("warn", "journeys check says why.")


def test_schemas_of_yesterday_are_told_and_mended(book: Path) -> None:
    mend = "journeys schema --project --output .schema"
    assert verdict(book, "No schemas")[1].startswith(mend)
    journeys(book, *mend.split()[1:])
    assert verdict(book, "Schemas for editors in .schema: current") == ("ok", "")
    lay(book, {"maps/personas/bea.yml": "name: Bea\n"})
    assert verdict(book, "not of today") == ("warn", mend)
    journeys(book, *mend.split()[1:])
    assert verdict(book, "current")[0] == "ok"
    lay(book, {".schema/persona.json": "{"})
    assert verdict(book, "not of today: persona.json")[0] == "warn"


def test_schemas_without_ids_are_fine_and_could_be_more(book: Path) -> None:
    journeys(book, "schema", "--output", ".schema")
    word, told = verdict(book, "without the ids of this handbook")
    assert (word, told) == ("ok", "journeys schema --project --output .schema")


def test_without_mkdocs_yml_it_says_so(tmp_path: Path) -> None:
    ran = journeys(tmp_path, "doctor")
    assert ran.returncode == 1
    assert "fail  mkdocs.yml cannot be read: No such file or directory." in ran.stdout


def install(folder: Path, name: str, release: str) -> None:
    """Leave what pip leaves of a package that is installed."""
    about = folder / f"{name.replace('-', '_')}-{release}.dist-info"
    about.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {release}\n"
    (about / "METADATA").write_text(metadata, encoding="utf-8")


def test_two_themes_that_overwrite_each_other_fail(
    book: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path_factory.mktemp("packages")
    install(packages, "mkdocs-materialx", "10.2.2")
    monkeypatch.syspath_prepend(packages)
    word, told = verdict(book, "are both installed")
    assert (word, "pip uninstall mkdocs-material mkdocs-materialx" in told) == ("fail", True)


def test_a_second_host_is_told_since_mike_takes_it(
    book: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path_factory.mktemp("packages")
    install(packages, "properdocs", "1.6.7")
    monkeypatch.syspath_prepend(packages)
    assert verdict(book, "ProperDocs 1.6.7, which mike takes")[0] == "ok"
