"""What is served after an edit is what a whole build gives, though few of its pages are built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_journeys.mkdocs_later import can_wait
from mkdocs_journeys.plugin import JourneysPlugin
from tests.properties.values import DOT
from tests.site.project import BEA, HANDBOOK, ORDER, Project

HERE = "http://127.0.0.1:8000/"
SETTINGS = HANDBOOK["maps/handbook.yml"]

Edit = Callable[[Project], object]


def without(project: Project, file: str) -> Project:
    """Delete a file."""
    (project.folder / file).unlink()
    return project


def with_portrait(project: Project) -> Project:
    """Give a persona a picture."""
    (project.folder / "maps/personas/bea.png").write_bytes(DOT)
    image = "image: {file: bea.png, alt: She holds a loaf}\n"
    return project.write({"maps/personas/bea.yml": BEA + image})


EDITS: dict[str, Edit] = {
    "nothing": lambda project: None,
    "a title": lambda project: project.write(
        {"maps/journeys/order.yml": ORDER.replace("Order a line", "Buy a line")}
    ),
    "a feeling": lambda project: project.write(
        {"maps/journeys/order.yml": ORDER.replace("emotion: -1", "emotion: 2")}
    ),
    "the name of a persona, which other pages show": lambda project: project.write(
        {"maps/personas/bea.yml": BEA.replace("Bea Brook", "Bea <b>Lake</b>")}
    ),
    "a new step": lambda project: project.write(
        {
            "maps/journeys/order.yml": ORDER
            + "      - {id: wait, title: Waits, emotion: -2, channel: phone, action: Waits}\n"
        }
    ),
    "a new file": lambda project: project.write(
        {"maps/journeys/leave.yml": "title: Leave us\nstages: [{id: go, title: Go}]\n"}
    ),
    "a file less": lambda project: without(project, "maps/journeys/leave.yml"),
    "a portrait": with_portrait,
    "a portrait less": lambda project: without(
        project.write({"maps/personas/bea.yml": BEA}), "maps/personas/bea.png"
    ),
    "another id": lambda project: without(project, "maps/personas/bea.yml").write(
        {
            "maps/personas/bee.yml": f"{BEA}formerly: [bea]\n",
            "maps/journeys/order.yml": ORDER.replace("[bea]", "[bee]"),
        }
    ),
    "handbook.yml": lambda project: project.write(
        {"maps/handbook.yml": f"{SETTINGS}lifecycle: [{{id: join, title: Joining}}]\n"}
    ),
    "a page written by hand": lambda project: project.write(
        {"docs/about.md": "# About\n\nSee [[journey:order]].\n"}
    ),
    "mkdocs.yml": lambda project: project.configure(
        features=("navigation.tabs",), site_name="Other", site_url=HERE
    ),
}
"""What somebody edits, by its name."""


class Site:
    """A site that is served in this process: built by the host, asked for by us."""

    def __init__(self, project: Project, folder: Path) -> None:
        self._settings = str(project.folder / "mkdocs.yml")
        self._folder = folder
        plugins = load_config(self._settings).plugins
        with click.Context(click.Command("serve")) as asked:
            asked.params["livereload"] = True
            plugins.on_startup(command="serve", dirty=False)
        # The host keeps it from one build to the next.
        plugin = plugins["journeys"]
        assert isinstance(plugin, JourneysPlugin)
        self._plugin = plugin

    def build(self) -> None:
        """Build it again, as the host does after an edit."""
        build(load_config(self._settings, site_dir=str(self._folder)), serve_url=HERE)

    def asked_for(self, address: str) -> bytes:
        """Give a page that somebody asks for."""
        assert self._plugin.build
        assert self._plugin.later
        if self._plugin.later.build(address):
            self._plugin.build.catch_up()
        return (self._folder / address).read_bytes()


def whole(project: Project) -> dict[str, bytes]:
    """Build the whole site in a process of its own and give its files."""
    return files(project.build_apart().site)


def files(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def check(site: Site, served: Path, project: Project) -> None:
    assert "journeys/index.html" not in files(served), "nobody asked for it yet"
    expected = whole(project)
    for address in expected:
        if address.endswith(".html"):
            assert site.asked_for(address) == expected[address], address
    found = files(served)
    assert found.keys() == expected.keys()
    assert [one for one in found if found[one] != expected[one]] == []


def test_after_edits_every_page_that_is_asked_for_is_that_of_a_whole_build(
    handbook: Project, tmp_path: Path
) -> None:
    handbook.configure(site_url=HERE)
    site = Site(handbook, tmp_path / "served")
    site.build()
    for name in ("a new file", "the name of a persona, which other pages show", "a file less"):
        EDITS[name](handbook)
        site.build()
    check(site, tmp_path / "served", handbook)


@pytest.mark.long
def test_after_every_kind_of_edit_what_is_served_is_a_whole_build(
    handbook: Project, tmp_path: Path
) -> None:
    handbook.configure(site_url=HERE)
    site = Site(handbook, tmp_path / "served")
    site.build()
    for name, edit in EDITS.items():
        print(name)
        edit(handbook)
        site.build()
        check(site, tmp_path / "served", handbook)


def test_a_link_to_a_part_that_a_waiting_page_does_not_have_is_told(
    handbook: Project, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    handbook.write({"docs/about.md": "[none](personas/bea/index.md#none)\n"})
    handbook.configure(validation={"anchors": "warn"})
    Site(handbook, tmp_path / "served").build()
    assert "does not contain an anchor '#none'" in caplog.text


def test_where_another_plugin_or_a_hook_sees_all_pages_none_of_them_waits(
    handbook: Project, tmp_path: Path
) -> None:
    settings = str(handbook.folder / "mkdocs.yml")
    assert can_wait(load_config(settings))
    handbook.write({"hook.py": ""}).configure(hooks=["hook.py"])
    assert not can_wait(load_config(settings))
    handbook.configure(plugins=("search", "tags"))
    assert not can_wait(load_config(settings))
