"""Editing maps while the handbook is served."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from tests.site.project import BEA, Project
from tests.site.serving import BUILDS, Served, serve

HALF = "name: Bea Brook\nrole: [Night\n"
PLACE = "maps/personas/bea.yml:2:7"


def test_edits_show_at_once_and_a_broken_map_keeps_its_last_good_page(handbook: Project) -> None:
    bea = handbook.folder / "maps" / "personas" / "bea.yml"
    with serve(handbook.folder) as server:
        assert server.count(BUILDS) == 1

        with server.rebuilt():
            bea.write_text(BEA.replace("Night baker", "Day baker"), encoding="utf-8")
        assert "Day baker" in server.get("personas/bea/")[1]
        time.sleep(2)
        assert server.count(BUILDS) == 2, "one edit, one build"

        with server.rebuilt():
            bea.with_name("tom.yml").write_text("name: Tom Tallow\n", encoding="utf-8")
        assert "Tom Tallow" in server.get("personas/tom/")[1]
        assert "Tom Tallow" in server.get("personas/")[1], "other pages know it too"

        with server.rebuilt():
            bea.with_name("tom.yml").unlink()
        assert server.get("personas/tom/")[0] == 404

        with server.rebuilt():
            bea.write_text(HALF, encoding="utf-8")
        status, page = server.get("personas/bea/")
        assert status == 200
        assert PLACE in page, "a banner says where"
        assert "Day baker" in page, "above the last good page"
        assert "Bea Brook" in server.get("journeys/order/")[1]
        assert PLACE not in server.get("journeys/order/")[1]

        with server.rebuilt():
            bea.write_text(BEA, encoding="utf-8")
        page = server.get("personas/bea/")[1]
        assert "Night baker" in page
        assert PLACE not in page

        settings = handbook.folder / "maps" / "handbook.yml"
        good = settings.read_text(encoding="utf-8")
        with server.rebuilt():
            settings.write_text("format: 1\ntitel: Small Handbook\n", encoding="utf-8")
        assert "maps/handbook.yml:2:1" in server.get("")[1]
        with server.rebuilt():
            settings.write_text(good, encoding="utf-8")
        assert "maps/handbook.yml:2:1" not in server.get("")[1]
        assert "Traceback" not in server.log


def test_a_map_broken_at_the_start_has_a_page_that_says_where_even_under_strict(
    handbook: Project,
) -> None:
    bea = handbook.write({"maps/personas/bea.yml": HALF}).folder / "maps/personas/bea.yml"
    with serve(handbook.folder, "--strict") as server:
        status, page = server.get("personas/bea/")
        assert (status, PLACE in page) == (200, True)
        assert PLACE in server.log
        assert server.get("journeys/order/")[0] == 200
        with server.rebuilt():
            bea.write_text(BEA, encoding="utf-8")
        assert "Night baker" in server.get("personas/bea/")[1]


def test_maps_may_appear_later_and_go_and_come_back(project: Project) -> None:
    """Another branch of the repository may have no maps."""
    project.configure()
    maps = project.folder / "maps"
    leave = maps / "journeys" / "leave.yml"
    with serve(project.folder) as server:
        assert server.get("")[0] == 200
        appear(maps, {"order.yml": "title: Order a line\n"})
        server.until("journeys/order/", "Order a line")
        leave.write_text("title: Leave us\n", encoding="utf-8")
        server.until("journeys/leave/", "Leave us")

        shutil.rmtree(maps)
        server.until("journeys/leave/", status=404)
        appear(maps, {"leave.yml": "title: Back again\n"})
        server.until("journeys/leave/", "Back again")
        leave.write_text("title: Off again\n", encoding="utf-8")
        server.until("journeys/leave/", "Off again")

        assert comes_to_rest(server), "no build without an edit"
        assert "Traceback" not in server.log


def comes_to_rest(server: Served) -> bool:
    """Tell whether it stops building. On a busy machine one edit may be heard of twice."""
    for _ in range(4):
        built = server.count(BUILDS)
        time.sleep(2)
        if server.count(BUILDS) == built:
            return True
    return False


def appear(maps: Path, journeys: dict[str, str]) -> None:
    """Let a folder of maps appear all at once, as git does it."""
    written = maps.with_name("written")
    for name, content in journeys.items():
        (written / "journeys").mkdir(parents=True, exist_ok=True)
        (written / "journeys" / name).write_text(content, encoding="utf-8")
    written.rename(maps)


def test_your_own_templates_are_watched_too(handbook: Project) -> None:
    name = "looks/persona.html.jinja"
    handbook.write({name: "<p>first</p>"}).configure(journeys={"templates": "looks"})
    with serve(handbook.folder) as server:
        with server.rebuilt():
            handbook.write({name: "<p>second</p>"})
        assert "<p>second</p>" in server.get("personas/bea/")[1]
