import re
from pathlib import Path

import material
import pytest
from lxml import etree

from mkdocs_journeys.model.icon_names import CHANNELS, FACES, ICONS, MARKS, nearest
from mkdocs_journeys.render.icons import OUR_DRAWINGS, sprite, used_in

THEME = Path(material.__file__).parent / "templates" / ".icons" / "material"
TEMPLATES = OUR_DRAWINGS.parents[1] / "templates"


@pytest.mark.parametrize("names", [FACES, MARKS, CHANNELS])
def test_every_listed_icon_is_drawn_by_the_theme(names: tuple[str, ...]) -> None:
    assert [name for name in names if not (THEME / f"{name}.svg").is_file()] == []


def test_what_our_templates_show_is_drawn_without_any_theme() -> None:
    named = {
        name
        for file in TEMPLATES.rglob("*.jinja")
        for name in re.findall(
            r'"([a-z]+(?:-[a-z]+)+|web|check|plus|minus|walk|target)"', file.read_text("utf-8")
        )
        if name in ICONS
    }
    assert {"alert-octagon", "star-four-points", "printer-outline"} <= named
    assert (
        sorted(name for name in {*named, *FACES} if not (OUR_DRAWINGS / f"{name}.svg").is_file())
        == []
    )


def test_our_own_drawings_are_all_of_icons_that_may_be_named() -> None:
    ours = {file.stem for file in OUR_DRAWINGS.glob("*.svg")}
    assert ours <= ICONS
    assert ours >= set(FACES)


@pytest.mark.parametrize("folder", [THEME, None])
def test_a_sprite_has_each_symbol_once_in_order_and_is_well_formed(folder: Path | None) -> None:
    text = sprite(["web", "cellphone", "web", "bus"], folder)
    root = etree.fromstring(text)
    symbols = root.findall(".//symbol")
    assert [symbol.get("id") for symbol in symbols] == ["jm-i-bus", "jm-i-cellphone", "jm-i-web"]
    assert all(symbol.findall("path") and symbol.get("viewBox") for symbol in symbols)
    assert (root.get("width"), root.get("height")) == ("0", "0")


def test_an_icon_that_nobody_draws_is_a_dot(tmp_path: Path) -> None:
    assert "M12 8a4 4" in sprite(["no-such-icon"], tmp_path)


def test_a_name_that_is_no_name_does_not_reach_the_page() -> None:
    text = sprite(['"><script>', "../../etc/passwd", "Web", "web"], THEME)
    assert re.findall(r'id="jm-i-([^"]*)"', text) == ["web"]
    assert "script" not in text


def test_of_a_drawing_only_the_paths_are_taken(tmp_path: Path) -> None:
    (tmp_path / "bus.svg").write_text(
        '<svg viewBox="0 0 48 48" onload="steal()"><script>steal()</script>'
        '<a href="https://evil.example"><path onclick="x()" d="M1 2h3z"/></a>'
        "<path d=\"M0 0&quot; onmouseover='x()'\"/><style>*{display:none}</style></svg>"
    )
    text = sprite(["bus"], tmp_path)
    assert '<symbol id="jm-i-bus" viewBox="0 0 48 48"><path d="M1 2h3z"/></symbol>' in text
    assert not re.search(r"script|on[a-z]+=|href|style=|evil", text)


def test_no_colour_stands_in_a_sprite() -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", sprite(ICONS, None))


def test_the_icons_of_a_page_are_found_in_its_html_sorted_and_once() -> None:
    html = '<use xlink:href="#jm-i-web"/><use xlink:href="#jm-i-bus"/><use xlink:href="#jm-i-web"/>'
    assert used_in(html) == ("bus", "web")
    assert used_in("<p>no icons</p>") == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("phone", "phone-outline"),
        ("e-mail-outline", "email-outline"),
        ("storefront", "storefront-outline"),
    ],
)
def test_a_mistyped_icon_has_near_names(typed: str, meant: str) -> None:
    assert meant in nearest(typed)


def test_nothing_is_near_to_nonsense() -> None:
    assert nearest("") == ()
    assert nearest("客户") == ()
