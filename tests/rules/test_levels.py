"""How bad a finding is: the rule's own level, and what the settings say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.rules.judge import judge
from mkdocs_journeys.rules.rule import GROUPS
from tests.maps_on_disk import TODAY, catalog_of, write_maps

# One finding of level error, one warning and one info.
FILES = {
    "channels.yml": "- {id: fax, title: Fax, family: physical}\n",
    "journeys/drafts/order.yml": "title: I order\nkolour: red\nsteps: [I pay]\nstatus: draft\n",
}


def levels(folder: Path, settings: str) -> dict[str, str]:
    catalog = catalog_of(folder, {**FILES, "handbook.yml": settings})
    return {problem.rule: problem.level for problem in judge(catalog)}


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("", {"unknown-key": "error", "orphan": "warning", "id-missing": "info"}),
        (
            "profile: recommended",
            {"unknown-key": "error", "orphan": "warning", "id-missing": "info"},
        ),
        ("profile: minimal", {"unknown-key": "error"}),
        ("profile: strict", {"unknown-key": "error", "orphan": "error", "id-missing": "info"}),
    ],
)
def test_a_profile_sets_how_much_is_found(
    settings: str, found: dict[str, str], tmp_path: Path
) -> None:
    assert levels(tmp_path, f"title: Handbook\n{settings}\n") == found


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("rules: {orphan: off}", {"unknown-key": "error", "id-missing": "info"}),
        (
            "rules: {orphan: {level: info}}",
            {"unknown-key": "error", "orphan": "info", "id-missing": "info"},
        ),
        (
            "rules: {orphan: {max_age: 3 months}}",
            {"unknown-key": "error", "orphan": "warning", "id-missing": "info"},
        ),
        ("rules: {links: off}", {"unknown-key": "error"}),
        ("rules: {links: off, orphan: error}", {"unknown-key": "error", "orphan": "error"}),
        ("rules: {orphan: error, links: off}", {"unknown-key": "error", "orphan": "error"}),
        ("profile: minimal\nrules: {orphan: info}", {"unknown-key": "error", "orphan": "info"}),
        (
            "profile: strict\nrules: {orphan: warning}",
            {"unknown-key": "error", "orphan": "warning", "id-missing": "info"},
        ),
    ],
)
def test_a_rule_or_its_group_may_have_another_level(
    settings: str, found: dict[str, str], tmp_path: Path
) -> None:
    assert levels(tmp_path, settings + "\n") == found


@pytest.mark.parametrize(
    ("files", "applies"),
    [
        ("journeys/drafts/**", True),
        ("journeys/**", True),
        ("**", True),
        ("**/order.yml", True),
        ("journeys/**/order.yml", True),
        ("journeys/drafts/**/order.yml", True),
        ("journeys/*/order.yml", True),
        ("journeys/drafts/o?der.*", True),
        ("[channels.yml, journeys/drafts/*]", True),
        ("journeys/*", False),
        ("order.yml", False),
        ("maps/journeys/**", False),
        ("journeys/drafts", False),
        ("journeys/drafts/o.der.yml", False),
    ],
)
def test_a_pattern_names_files_below_the_maps(files: str, applies: bool, tmp_path: Path) -> None:
    settings = f"overrides: [{{files: {files!r}, rules: {{unknown-key: info}}}}]\n"
    if files.startswith("["):
        settings = settings.replace("'", "")
    found = levels(tmp_path, settings)
    assert found["unknown-key"] == ("info" if applies else "error")


def test_overrides_win_over_rules_and_the_last_override_wins(tmp_path: Path) -> None:
    settings = """\
        rules: {unknown-key: warning}
        overrides:
          - {files: ["**"], rules: {unknown-key: info}}
          - {files: [journeys/**], rules: {reading: off}}
        """
    assert "unknown-key" not in levels(tmp_path, settings)


def test_the_folder_of_maps_may_lie_anywhere(tmp_path: Path) -> None:
    settings = "overrides: [{files: journeys/**, rules: {unknown-key: info}}]\n"
    maps = write_maps(tmp_path, {**FILES, "handbook.yml": settings})
    for shown_as in (".", "a/b", "../maps", "/srv/maps"):
        judged = judge(look_up(load(maps, shown_as), TODAY))
        assert {one.rule: one.level for one in judged}["unknown-key"] == "info"


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_may_be_named(group: str, tmp_path: Path) -> None:
    assert "wrong-shape" not in levels(tmp_path, f"rules: {{{group}: info}}\n")


def test_findings_are_sorted_by_place(tmp_path: Path) -> None:
    judged = judge(catalog_of(tmp_path, FILES))
    assert [(one.place.file, one.place.span.line) for one in judged] == [
        ("maps/channels.yml", 1),
        ("maps/journeys/drafts/order.yml", 2),
        ("maps/journeys/drafts/order.yml", 3),
    ]
