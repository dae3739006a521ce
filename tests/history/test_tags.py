"""Which tags are releases, and where each of them lives."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mkdocs_journeys.history.git_log import Tag, tags_of, trees_of
from mkdocs_journeys.history.tags import VERSIONS, addresses, is_off, releases_among
from mkdocs_journeys.repository import Repository
from tests.git_repository import commit, git, write


def tag(name: str) -> Tag:
    return Tag(name, "0" * 40, datetime(2026, 11, 21, tzinfo=UTC))


def names(pattern: str, *given: str) -> list[str]:
    return [one.name for one in releases_among([tag(name) for name in given], pattern)]


def test_tags_that_look_like_a_version_are_releases() -> None:
    given = ("2026.08", "v1.4.0", "V2", "7", "v1.0-rc.1", "deployed", "1.2.x", "release-3")
    assert names(VERSIONS, *given) == ["2026.08", "v1.4.0", "V2", "7"]


def test_a_pattern_chooses_others() -> None:
    assert names("release-*", "release-3", "2026.08") == ["release-3"]


@pytest.mark.parametrize("pattern", ["", "none", " None "])
def test_no_pattern_is_none(pattern: str) -> None:
    assert is_off(pattern)


def test_each_release_has_an_address_of_its_own_that_stays() -> None:
    given = ("v1", "V1", "maps/2026.08", "next", "journeys", "..", "feed.xml", "früher")
    found, notices = addresses(given)
    assert found == (
        *("v1", "v1-2", "maps-2026.08", "next-2", "journeys-2", "release", "feed.xml-2", "fruher"),
    )
    assert addresses((*given, "v9"))[0][: len(given)] == found
    assert notices == ("The releases v1 and V1 would have one address; V1 is at changes/v1-2/.",)


def test_tags_come_in_the_order_of_history_whatever_their_names_and_days_are(
    tmp_path: Path,
) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    for number, name in enumerate(("9.0", "2.0", "10.0")):
        write(tmp_path, "maps/a.yml", f"title: {number}\n")
        commit(tmp_path, name)
        git(tmp_path, "tag", *(("-a", "-m", "With words") if number == 1 else ()), name)
    git(tmp_path, "tag", "10.1")
    git(tmp_path, "checkout", "-q", "-b", "aside", "HEAD~1")
    write(tmp_path, "maps/b.yml", "title: b\n")
    commit(tmp_path, "Aside")
    git(tmp_path, "tag", "11.0")
    git(tmp_path, "tag", "words", "HEAD:maps/a.yml")
    git(tmp_path, "checkout", "-q", "main")
    repository = Repository.around(tmp_path / "maps")
    found = tags_of(repository)
    assert [one.name for one in found] == ["10.1", "10.0", "2.0", "9.0"]
    trees = trees_of(repository, [one.commit for one in found], "maps")
    assert trees[0] == trees[1] != trees[2]
    assert trees_of(repository, [found[0].commit], "elsewhere") == ("",)


def test_a_repository_without_a_commit_has_no_tags(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert tags_of(Repository.around(tmp_path)) == ()
