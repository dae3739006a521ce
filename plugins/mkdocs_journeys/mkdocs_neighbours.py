"""What is said while a site is built of plugins that ours cannot work with as they are."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.mkdocs_look import THEMES
from mkdocs_journeys.neighbours import NEIGHBOURS
from mkdocs_journeys.render.links import ASSETS

log = get_plugin_logger("journeys")


def tell_neighbours(config: MkDocsConfig) -> None:
    """Log a line for each plugin beside ours that needs one, and for a theme that is not ours."""
    for one in NEIGHBOURS:
        if one.plugin in config.plugins and not one.is_impossible:
            log.info(f"{one.what} {one.mend}")
    if config.theme.name not in THEMES:
        log.info(
            f"The pages are made for the themes {' and '.join(THEMES)}; with "
            f"`{config.theme.name or 'a theme of your own'}` they have the words, not the looks."
        )


def refuse_impossible(config: MkDocsConfig) -> None:
    """Raise PluginError where another plugin would end the build with an error of its own."""
    for one in NEIGHBOURS:
        if one.plugin in config.plugins and one.is_impossible:
            raise PluginError(f"journeys: {one.what} {one.mend}")
    minify = config.plugins.get("minify")
    options = minify.config if minify else {}
    named = [*(options.get("css_files") or ()), *(options.get("js_files") or ())]
    ours = next((name for name in named if str(name).startswith(f"{ASSETS}/")), None)
    if ours and options.get("cache_safe"):
        raise PluginError(
            f"journeys: minify looks for {ours} in your docs folder, where it is not. "
            "Take it out of `css_files` and `js_files`: it is small already."
        )
