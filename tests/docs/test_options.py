"""The manual tells every option of the plugin with its default, and no other."""

from __future__ import annotations

import re

import yaml

from mkdocs_journeys.config import JourneysConfig
from tests.docs.manual import MANUAL, blocks

PAGE = (MANUAL / "reference" / "options.md").read_text("utf-8")

DEFAULTS = dict(JourneysConfig().items())


def test_every_option_has_a_heading_and_every_heading_is_an_option() -> None:
    assert re.findall(r"^## (\w+)$", PAGE, re.MULTILINE) == list(DEFAULTS)


def test_the_whole_list_shows_every_default() -> None:
    (block,) = blocks(PAGE, "yaml")
    shown = yaml.safe_load(block.inside)["plugins"][1]["journeys"]
    given = {name: default for name, default in DEFAULTS.items() if default is not None}
    assert shown == given
    for name in DEFAULTS.keys() - given:
        assert f"# {name}: " in block.inside


def test_every_option_says_its_default_in_words() -> None:
    for name, default in DEFAULTS.items():
        section = PAGE.partition(f"## {name}\n")[2].partition("\n## ")[0]
        said = {None: "none", "": "none", True: "`true`", False: "`false`"}.get(
            default, f"`{default}`"
        )
        assert re.search(rf"default(?:s to)?\s+{re.escape(said)}", section), name


def test_every_choice_of_an_option_is_told() -> None:
    for name, option in JourneysConfig._schema:
        section = PAGE.partition(f"## {name}\n")[2].partition("\n## ")[0]
        for choice in getattr(option, "choices", ()):
            assert f"`{choice}`" in section
