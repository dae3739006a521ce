"""What git knows is read from real repositories, and nothing in them is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.repository import GitError, Repository
from tests.git_repository import commit, git, write

ORDER = "title: I order\nstages: []\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a main branch, and a branch that is checked out and one commit ahead."""
    folder = tmp_path / "our book"
    (folder / "maps" / "journeys").mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    write(folder, "maps/journeys/order.yml", ORDER)
    commit(folder, "The first map")
    git(folder, "checkout", "-q", "-b", "edit")
    write(folder, "maps/journeys/order.yml", ORDER.replace("order", "buy"))
    commit(folder, "Another word")
    return folder


def state(folder: Path) -> tuple[str, str, tuple[str, ...]]:
    files = sorted(str(path) for path in folder.rglob("*") if ".git" not in path.parts)
    return git(folder, "rev-parse", "HEAD"), git(folder, "status", "--porcelain"), tuple(files)


def test_files_are_those_of_the_commit_and_the_working_tree_stays(
    repository: Path, tmp_path: Path
) -> None:
    write(repository, "maps/journeys/new.yml", ORDER)
    before = state(repository)
    found = Repository.around(repository / "maps")
    count = found.write_files(found.commit("main"), "maps", tmp_path / "then")
    assert count == 1
    assert (tmp_path / "then" / "journeys" / "order.yml").read_text() == ORDER
    assert state(repository) == before


def test_a_branch_is_compared_with_where_it_left_the_main_one(repository: Path) -> None:
    left = git(repository, "rev-parse", "main")
    git(repository, "checkout", "-q", "main")
    write(repository, "maps/journeys/later.yml", ORDER)
    commit(repository, "Later on the main branch")
    git(repository, "checkout", "-q", "edit")
    found = Repository.around(repository)
    assert found.default_branch() == "main"
    assert found.merge_base("main") == left


def test_what_the_forge_calls_its_main_branch_comes_first(repository: Path, tmp_path: Path) -> None:
    git(repository, "branch", "-m", "main", "trunk")
    git(repository, "checkout", "-q", "trunk")
    git(tmp_path, "clone", "-q", str(repository), "clone")
    assert Repository.around(tmp_path / "clone").default_branch() == "origin/trunk"


def test_a_detached_head_a_worktree_and_a_bare_repository_are_read_alike(
    repository: Path, tmp_path: Path
) -> None:
    git(repository, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"), "main")
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    for name in ("tree", "bare.git"):
        found = Repository.around(tmp_path / name)
        found.write_files(found.commit("main"), "maps", tmp_path / f"from {name}")
        assert (tmp_path / f"from {name}" / "journeys" / "order.yml").read_text() == ORDER
    assert Repository.around(tmp_path / "bare.git").top is None


def test_a_shallow_clone_says_how_to_fetch_the_rest(repository: Path, tmp_path: Path) -> None:
    git(repository, "checkout", "-q", "main")
    write(repository, "maps/journeys/later.yml", ORDER)
    commit(repository, "Later on the main branch")
    address = repository.as_uri()
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", address, "shallow")
    found = Repository.around(tmp_path / "shallow")
    with pytest.raises(GitError, match=r"git fetch --unshallow"):
        found.merge_base("origin/main", "origin/edit")


def test_maps_in_a_submodule_are_those_of_the_submodule(repository: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "-q", "-b", "main")
    git(outer, "submodule", "--quiet", "add", "-b", "main", str(repository), "book")
    commit(outer, "With a book")
    inner = Repository.around(outer / "book" / "maps")
    assert inner.path_of(outer / "book" / "maps") == "maps"
    inner.write_files(inner.commit("HEAD"), "maps", tmp_path / "then")
    assert (tmp_path / "then" / "journeys" / "order.yml").is_file()


def test_names_of_files_may_be_anything_that_git_takes(repository: Path, tmp_path: Path) -> None:
    names = ['maps/journeys/a "b" \t c.yml', "maps/journeys/順番.yml", "maps/journeys/-x.yml"]
    for name in names:
        write(repository, name, ORDER)
    write(repository, "maps/empty.yml", "")
    commit(repository, "Names")
    found = Repository.around(repository)
    found.write_files(found.commit("HEAD"), "maps", tmp_path / "then")
    for name in names:
        assert (tmp_path / "then" / Path(name).relative_to("maps")).read_text() == ORDER
    assert (tmp_path / "then" / "empty.yml").read_bytes() == b""


def test_a_link_stays_a_link(repository: Path, tmp_path: Path) -> None:
    (repository / "maps" / "journeys" / "again.yml").symlink_to("order.yml")
    commit(repository, "A link")
    found = Repository.around(repository)
    found.write_files(found.commit("HEAD"), "maps", tmp_path / "then")
    assert (tmp_path / "then" / "journeys" / "again.yml").readlink() == Path("order.yml")


@pytest.mark.parametrize("ref", ["nowhere", "--help", "main:maps", "", "main..edit"])
def test_what_is_no_commit_is_said_plainly(ref: str, repository: Path) -> None:
    with pytest.raises(GitError, match=r"git knows no commit"):
        Repository.around(repository).commit(ref)


def test_a_folder_that_was_not_there_is_said_plainly(repository: Path, tmp_path: Path) -> None:
    found = Repository.around(repository)
    with pytest.raises(GitError, match=r"There is no folder `atlas`"):
        found.write_files(found.commit("main"), "atlas", tmp_path / "then")


def test_a_folder_outside_of_any_repository_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(GitError, match=r"lies in no git repository"):
        Repository.around(tmp_path)
