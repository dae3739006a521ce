"""`journeys publish`: versions beside each other on a real remote, written with mike."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from tests.publishing.world import ALONE, NAME, World, ended, site, start

Publish = Callable[..., Result]


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a remote with a handbook, and one clone of it; made once and copied."""
    folder = tmp_path_factory.mktemp("beginning")
    World.made(folder)
    return folder


@pytest.fixture
def world(beginning: Path, tmp_path: Path) -> World:
    folder = tmp_path / "our work"
    shutil.copytree(beginning, folder, symlinks=True)
    world = World(folder=folder)
    world.git(folder / "first", "remote", "set-url", "origin", world.remote.as_uri())
    return world


@pytest.fixture
def clone(world: World) -> Path:
    return world.folder / "first"


@pytest.fixture
def publish(world: World, clone: Path, monkeypatch: pytest.MonkeyPatch) -> Publish:
    """Give the verb, run in the clone with a site that says a text; without one, it builds."""
    for name, said in {**ALONE, **NAME}.items():
        monkeypatch.setenv(name, said)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def run(*arguments: str, text: str = "", at: Path | None = None) -> Result:
        monkeypatch.chdir(at or clone)
        built = ("--site", str(site(world.folder / "site" / text, text))) if text else ()
        return CliRunner().invoke(main, ["publish", *arguments, *built])

    return run


def state(world: World, clone: Path) -> tuple[str, ...]:
    """Give what of a clone nobody but its person may change."""
    asked = (("status", "--porcelain"), ("symbolic-ref", "HEAD"), ("rev-parse", "HEAD"))
    return tuple(world.git(clone, *one) for one in asked)


def refs(world: World, clone: Path) -> list[str]:
    return world.git(clone, "for-each-ref", "--format=%(refname)").splitlines()


def test_the_first_version_is_published_and_the_root_leads_to_it(
    world: World, clone: Path, publish: Publish
) -> None:
    before = state(world, clone)
    ran = publish("2026.10", "latest", text="ten")
    assert (ran.exit_code, ran.stdout) == (
        0,
        "2026.10 https://handbook.northline.example/2026.10/\n",
    )
    assert "Pushed to gh-pages of origin: 7 files, 7 added" in ran.stderr
    assert world.there("2026.10/journeys/order/index.html") == "Order: ten"
    assert world.there("latest") == "2026.10"
    assert 'url=latest/"' in world.there("index.html")
    assert world.listed() == {"2026.10": ["latest"]}
    assert state(world, clone) == before
    published = "refs/remotes/origin/gh-pages"
    assert set(refs(world, clone)) - {published} == {"refs/heads/main", "refs/remotes/origin/main"}
    assert list((clone / ".git" / "journeys").iterdir()) == []
    assert world.git(clone, "rev-parse", "origin/gh-pages") == world.tip()


def test_an_alias_moves_on_and_a_release_stays_to_the_byte(world: World, publish: Publish) -> None:
    publish("2026.10", "latest", text="ten")
    before = world.git(world.remote, "rev-parse", "gh-pages:2026.10")
    assert (
        publish("2026.11", "--alias", "latest", "--title", "November", text="eleven").exit_code == 0
    )
    assert world.listed() == {"2026.11": ["latest"], "2026.10": []}
    assert '"title": "November"' in world.there("versions.json")
    assert world.there("latest") == "2026.11"
    assert world.git(world.remote, "rev-parse", "gh-pages:2026.10") == before
    # One publish is one commit.
    assert world.git(world.remote, "rev-list", "--count", "gh-pages") == "2"


def test_a_release_is_written_once_and_next_again_and_again(world: World, publish: Publish) -> None:
    publish("next", text="one")
    publish("2026.10", "stable", "latest", text="ten")
    tip = world.tip()
    ran = publish("2026.10", "latest", text="other")
    assert ran.exit_code == 2
    assert "2026.10 is published already, and a release stays as it is." in ran.stderr
    assert world.tip() == tip
    assert publish("next", text="two").exit_code == 0
    assert publish("2026.10", "--again", text="other").exit_code == 0
    assert world.there("2026.10/index.html") == "other"
    assert world.there("next/index.html") == "two"
    # In an order that does not change with the run.
    assert world.listed() == {"next": [], "2026.10": ["latest", "stable"]}


def test_what_is_there_already_is_not_pushed_again(world: World, publish: Publish) -> None:
    publish("next", text="one")
    tip = world.tip()
    ran = publish("next", text="one")
    assert ran.exit_code == 0
    assert "All of it is on gh-pages of origin already; nothing was pushed." in ran.stderr
    assert world.tip() == tip


def test_the_root_leads_to_what_comes_next_until_something_is_released(
    world: World, publish: Publish
) -> None:
    publish("next", text="one")
    assert 'url=next/"' in world.there("index.html")
    publish("2026.10", "latest", text="ten")
    assert 'url=latest/"' in world.there("index.html")
    publish("2026.11", text="eleven")
    assert 'url=latest/"' in world.there("index.html")
    publish("2026.12", "--default", text="twelve")
    assert 'url=2026.12/"' in world.there("index.html")


def test_versions_are_published_below_a_folder(world: World, publish: Publish) -> None:
    assert publish("2026.10", "latest", "--prefix", "/docs/cx/", text="ten").exit_code == 0
    assert world.listed("docs/cx/") == {"2026.10": ["latest"]}
    assert world.there("docs/cx/2026.10/index.html") == "ten"
    assert 'url=latest/"' in world.there("docs/cx/index.html")
    assert "renames" in world.there("docs/cx/renames.json")
    assert "escape" not in world.git(world.remote, "ls-tree", "--name-only", "gh-pages")
    assert publish("2026.11", "--prefix", "../escape", text="x").exit_code == 2


def test_a_dry_run_tells_and_pushes_nothing(world: World, clone: Path, publish: Publish) -> None:
    ran = publish("2026.10", "latest", "--dry-run", text="ten")
    assert ran.exit_code == 0
    assert ran.stdout == (
        "Would be pushed to gh-pages of origin: 7 files, 7 added, 0 changed, 0 taken away.\n"
    )
    assert world.git(world.remote, "for-each-ref", "refs/heads/gh-pages") == ""
    assert "refs/remotes/origin/gh-pages" not in refs(world, clone)


def test_versions_and_aliases_are_taken_away(world: World, publish: Publish) -> None:
    publish("2026.10", "latest", "autumn", text="ten")
    publish("2026.11", text="eleven")
    ran = publish("--delete", "2026.10")
    assert ran.exit_code == 2
    assert "The root leads to latest." in ran.stderr
    assert publish("--delete", "autumn", "2026.11").exit_code == 0
    assert world.listed() == {"2026.10": ["latest"]}
    listed = world.git(world.remote, "ls-tree", "--name-only", "gh-pages").splitlines()
    assert not {"autumn", "2026.11"} & set(listed)
    ran = publish("--delete", "2026.9")
    assert ran.exit_code == 2
    assert "There is no version `2026.9` on gh-pages. There are: 2026.10." in ran.stderr


@pytest.mark.parametrize("kind", ["redirect", "copy"])
def test_aliases_are_of_the_kind_that_the_settings_say(
    world: World, clone: Path, publish: Publish, kind: str
) -> None:
    with (clone / "mkdocs.yml").open("a") as settings:
        settings.write(f"plugins: [search, mike: {{alias_type: {kind}, deploy_prefix: cx}}]\n")
    assert publish("2026.10", "latest", text="ten").exit_code == 0
    there = world.there("cx/latest/journeys/order/index.html")
    assert (there == "Order: ten") if kind == "copy" else ("2026.10/journeys/order/" in there)


@pytest.mark.parametrize(
    "names", [("release/2026",), ("-x",), (".",), ("versions.json",), ("2026", "2026"), ("Ö",)]
)
def test_what_cannot_be_a_folder_everywhere_is_refused(
    world: World, publish: Publish, names: tuple[str, ...]
) -> None:
    ran = publish("--", *names)
    assert ran.exit_code == 2
    assert "cannot be the name of a version" in ran.stderr or "stands there twice" in ran.stderr


def test_a_version_and_an_alias_never_share_a_name(world: World, publish: Publish) -> None:
    publish("2026.10", "latest", text="ten")
    ran = publish("latest", text="x")
    assert ran.exit_code == 2
    assert "`latest` is an alias of 2026.10." in ran.stderr
    ran = publish("2026.11", "2026.10", text="x")
    assert ran.exit_code == 2
    assert "`2026.10` is a version, and cannot be an alias of 2026.11." in ran.stderr


def faster(world: World, clone: Path, *commands: str) -> None:
    """Let somebody else publish just before the first push of this clone."""
    hook = clone / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    said = "\n".join(commands)
    hook.write_text(f"#!/bin/sh\n[ -e met ] && exit 0\n: > met\n{said}\n", encoding="utf-8")
    hook.chmod(0o755)
    with (clone / ".git" / "info" / "exclude").open("a") as exclude:
        exclude.write("met\n")


def test_who_is_overtaken_publishes_on_top_and_builds_once(
    world: World, clone: Path, publish: Publish
) -> None:
    """With `mike deploy --push` the version was lost, and the next deploy failed too."""
    publish("2026.9", "latest", text="nine")
    other = world.clone("other")
    publish("2026.10", text="ten", at=other)
    ten = world.tip()
    world.git(world.remote, "update-ref", "refs/heads/gh-pages", f"{ten}^")
    faster(world, clone, f"git -C '{world.remote}' update-ref refs/heads/gh-pages {ten}")
    ran = publish("2026.11", "latest")
    assert ran.exit_code == 0, ran.stderr
    assert ran.stderr.count("Somebody else has published meanwhile") == 1
    assert world.listed() == {"2026.11": ["latest"], "2026.10": [], "2026.9": []}
    assert (clone / "builds").read_text(encoding="utf-8") == "one\n"
    assert "https://handbook.northline.example/" in world.there("2026.11/index.html")


def test_the_same_release_is_not_published_twice_at_once(
    world: World, clone: Path, publish: Publish
) -> None:
    publish("2026.9", text="nine")
    publish("2026.10", text="ten", at=world.clone("other"))
    ten = world.tip()
    world.git(world.remote, "update-ref", "refs/heads/gh-pages", f"{ten}^")
    faster(world, clone, f"git -C '{world.remote}' update-ref refs/heads/gh-pages {ten}")
    ran = publish("2026.10", text="mine")
    assert ran.exit_code == 2
    assert "2026.10 is published already" in ran.stderr
    assert world.tip() == ten


def test_what_stands_in_the_way_is_said_plainly(
    world: World, clone: Path, publish: Publish, tmp_path: Path
) -> None:
    def refused(*arguments: str, at: Path | None = None) -> str:
        ran = publish("2026.1", *arguments, text="x", at=at)
        assert ran.exit_code == 2
        assert "mistake" not in ran.stderr
        return ran.stderr

    assert "lies in no git repository: fatal: not a git repository" in refused(at=tmp_path)
    assert "has no remote `nowhere`. Name one with --remote: origin." in refused(
        "--remote", "nowhere"
    )
    world.git(clone, "remote", "set-url", "origin", str(tmp_path / "gone"))
    assert "The remote `origin` cannot be asked: fatal:" in refused()
    ran = publish()
    assert (ran.exit_code, "Name the version, for example:" in ran.stderr) == (2, True)


def test_what_the_remote_never_takes_is_said_at_once(world: World, publish: Publish) -> None:
    hook = world.remote / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho Only on Mondays.\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    ran = publish("2026.10", text="ten")
    assert ran.exit_code == 2
    assert "origin does not take it" in ran.stderr
    assert "Only on Mondays." in ran.stderr


def test_any_clone_publishes(world: World, clone: Path, publish: Publish) -> None:
    """Without the branch, mike began a new one, and the push was refused."""
    publish("2026.1", "latest", text="one")
    publish("2026.2", text="two", at=world.clone("alone", "--depth=1", "--single-branch"))
    publish("2026.3", text="three", at=world.clone("partial", "--filter=tree:0", "--bare"))
    world.git(clone, "worktree", "add", "--quiet", "--detach", str(world.folder / "tree"))
    publish("2026.4", text="four", at=world.folder / "tree")
    above = world.folder / "above"
    world.git(world.folder, "init", "--quiet", "above")
    world.git(above, "submodule", "--quiet", "add", world.remote.as_uri(), "handbook")
    publish("2026.5", text="five", at=above / "handbook" / "docs")
    assert list(world.listed()) == ["2026.5", "2026.4", "2026.3", "2026.2", "2026.1"]
    assert world.git(clone, "rev-parse", "--is-shallow-repository") == "false"


def test_an_own_branch_of_that_name_is_what_is_published_afterwards(
    world: World, clone: Path, publish: Publish
) -> None:
    publish("2026.1", text="one")
    world.git(clone, "update-ref", "refs/heads/gh-pages", "origin/gh-pages~0")
    publish("2026.2", text="two", at=world.clone("other"))
    world.git(clone, "branch", "--force", "gh-pages", "main")
    own = world.git(clone, "rev-parse", "gh-pages")[:10]
    ran = publish("2026.3", text="three")
    assert f"held commits that nobody had pushed, the last is {own}" in ran.stderr
    assert world.git(clone, "rev-parse", "gh-pages") == world.tip()
    ran = publish("2026.4", text="four")
    assert "held commits" not in ran.stderr
    world.git(clone, "checkout", "--quiet", "gh-pages")
    before = state(world, clone)
    assert publish("2026.5", text="five").exit_code == 0
    assert state(world, clone) == before


def test_git_must_know_who_publishes_and_in_ci_we_say_it(
    world: World, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAME:
        monkeypatch.delenv(name)
    # Also where git itself would make a name up from the machine's.
    ran = publish("2026.1", text="one")
    assert ran.exit_code == 2
    assert 'git config user.name "Your name"' in ran.stderr
    monkeypatch.setenv("CI", "true")
    assert publish("2026.1", text="one").exit_code == 0
    assert world.git(world.remote, "log", "-1", "--format=%cn", "gh-pages") == "journeys publish"


def test_a_list_of_versions_that_cannot_be_read_is_not_taken_for_an_empty_one(
    world: World, clone: Path, publish: Publish
) -> None:
    publish("2026.1", text="one")
    world.git(clone, "checkout", "--quiet", "--detach", "origin/gh-pages")
    (clone / "versions.json").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    world.git(clone, "commit", "--quiet", "--all", "--message", "A merge")
    world.git(clone, "push", "--quiet", "origin", "HEAD:gh-pages")
    tip = world.tip()
    ran = publish("2026.2", text="two")
    assert ran.exit_code == 2
    assert "`versions.json` on gh-pages is no list of versions." in ran.stderr
    assert world.tip() == tip


def test_what_killed_ones_have_left_is_taken_away(
    world: World, clone: Path, publish: Publish
) -> None:
    left = clone / ".git" / "journeys" / ".site.journeys-dead"
    (left / "new").mkdir(parents=True)
    assert publish("2026.1", text="one").exit_code == 0
    assert not left.exists()


def test_renames_of_all_versions_are_told_beside_them(world: World, publish: Publish) -> None:
    first = site(world.folder / "a", "a", {"journeys/buy": ["journeys/order"]})
    publish("2026.1", "--site", str(first))
    second = site(world.folder / "b", "b", {"journeys/order": ["journeys/pay"]})
    publish("2026.2", "--site", str(second))
    publish("2026.3", text="three")
    assert world.there("renames.json") == (
        '{"schema_version": 1, "renames": {\n'
        '"journeys/buy": ["journeys/order"],\n"journeys/order": ["journeys/pay"]}}'
    )


def test_only_a_whole_site_is_published(world: World, publish: Publish) -> None:
    folder = world.folder / "empty"
    folder.mkdir()
    ran = publish("2026.1", "--site", str(folder))
    assert ran.exit_code == 2
    assert "There is no index.html" in ran.stderr
    site(folder, "x")
    (folder / "secret.txt").symlink_to(os.devnull)
    ran = publish("2026.1", "--site", str(folder))
    assert ran.exit_code == 2
    assert "leads out of the site" in ran.stderr


def test_a_site_that_fails_is_not_published(world: World, clone: Path, publish: Publish) -> None:
    """`mike -q deploy` published it, since a quiet host counts no warnings."""
    with (clone / "mkdocs.yml").open("a") as settings:
        settings.write("strict: true\n")
    (clone / "docs" / "index.md").write_text("[Away](nowhere.md)\n", encoding="utf-8")
    ran = publish("2026.1")
    assert ran.exit_code == 1
    assert "nowhere.md" in ran.stderr
    assert "Nothing was published." in ran.stderr
    assert world.git(world.remote, "for-each-ref", "refs/heads/gh-pages") == ""


def test_edits_that_no_commit_has_are_told_of_before_they_become_a_release(
    clone: Path, publish: Publish
) -> None:
    assert "edits that no commit has" not in publish("2026.1", "--dry-run").stderr
    (clone / "docs" / "index.md").write_text("# Not yet agreed\n", encoding="utf-8")
    told = publish("2026.1", "--dry-run").stderr
    assert "1 file here with edits that no commit has: they are published as 2026.1 too" in told


def test_three_who_publish_at_once_leave_three_versions(world: World) -> None:
    clones = [world.clone(f"clone-{number}") for number in range(3)]
    sites = [str(site(world.folder / f"site-{number}", str(number))) for number in range(3)]
    running = [
        start(clone, f"2026.{number}", "--site", sites[number])
        for number, clone in enumerate(clones)
    ]
    assert [ended(one)[0] for one in running] == [0, 0, 0]
    assert list(world.listed()) == ["2026.2", "2026.1", "2026.0"]
    assert [world.there(f"2026.{number}/index.html") for number in range(3)] == ["0", "1", "2"]
