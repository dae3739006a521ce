"""What the theme gets from us: previews and a script in the head, words, versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.pages.address import HOME
from mkdocs_journeys.pages.page import Page as Told
from mkdocs_journeys.pages.persona import PersonaFacts
from mkdocs_journeys.render.links import ASSETS
from mkdocs_journeys.render.site_files import VERSIONS_SCRIPT
from mkdocs_journeys.render.stylesheet import is_wide

CURRENT = ("latest", "stable")
"""The aliases that a released version carries while it is the current one."""

THEMES = ("material", "materialx")

PREVIEWED = (".png", ".jpg", ".jpeg")
"""The kinds of pictures that every chat and mail program can show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a chat, a mail or a social network shows of a link to a page.

    ``open_graph`` are the properties of ogp.me, without their prefix, and what each says; not yet
    escaped, except where it is Markup.
    """

    open_graph: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What mkdocs_theme/main.html puts around a page; ``preview`` is None for somebody else's.

    ``feed`` is where the feed of releases lies below the site, empty without one.

    ``is_wide`` says that a map stands in it, or a ranking or a board beside another; the style
    sheet wants to know before the body.
    """

    words: Mapping[str, str]
    is_wide: bool
    preview: Preview | None
    feed: str = ""


def join_theme(config: MkDocsConfig) -> None:
    """Put our templates of the theme before its own; those of the user's ``custom_dir`` win."""
    if config.theme.name in THEMES:
        own = Path(str(files("mkdocs_journeys"))) / "mkdocs_theme"
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(own))


def is_version(environment: Mapping[str, str]) -> bool:
    """Tell whether the site is built as a version, by mike or by `journeys publish`."""
    return bool(environment.get("MIKE_DOCS_VERSION"))


def tell_versions(config: MkDocsConfig, environment: Mapping[str, str]) -> None:
    """Turn the version selector and the banner of old versions on, where a version is built.

    Only there: anywhere else no versions.json stands beside the site, and asking for it is an
    error in the reader's console. What the user says in ``extra.version`` wins.
    """
    if not is_version(environment):
        return
    if config.site_url and "mike" not in config.plugins:
        # As mike's own plugin does, which takes part where mike builds.
        canonical = environment.get("JOURNEYS_CANONICAL") or environment["MIKE_DOCS_VERSION"]
        config.site_url = urljoin(config.site_url, f"{canonical}/")
    if config.theme.name in THEMES:
        config.extra.setdefault("version", {"provider": "mike", "default": list(CURRENT)})
        if VERSIONS_SCRIPT not in [str(one) for one in config.extra_javascript]:
            config.extra_javascript.append(VERSIONS_SCRIPT)


def show_logo(config: MkDocsConfig, uri: str) -> None:
    """Put the company's logo into the header of the site; one that the user chose wins."""
    if config.theme.name in THEMES and not config.theme.get("logo"):
        config.theme["logo"] = uri


def surroundings(
    page: Page | None, told: Told | None, config: MkDocsConfig, feed: str = ""
) -> Surroundings:
    """Give what stands around a page, in the language spoken; ``told`` is None for other pages."""
    return Surroundings(
        words={
            "way": _("The way here"),
            "outdated": _("You are not reading the current version of this handbook."),
            "to_current": _("Go to the current one."),
            "feed": _("What changed"),
        },
        is_wide=page is not None and is_wide(page.content or ""),
        preview=_preview(page, told, config) if page and told else None,
        feed=feed,
    )


def _preview(page: Page, told: Told, config: MkDocsConfig) -> Preview:
    """Give the preview of a page of ours; a picture and an address only where the site has one."""
    kind = "profile" if isinstance(told.facts, PersonaFacts) else "article"
    picture = _picture(told, config)
    found = {
        "title": page.meta.get("title") or told.title,
        "description": page.meta.get("description") or config.site_description,
        "type": "website" if told.key == HOME else kind,
        "site_name": config.site_name,
        "url": page.canonical_url,
        "image": urljoin(config.site_url, quote(picture)) if config.site_url and picture else None,
    }
    return Preview(open_graph=tuple((name, said) for name, said in found.items() if said))


def _picture(told: Told, config: MkDocsConfig) -> str | None:
    """Give the address of a portrait, else of the site's logo, below the site; None without one."""
    portrait = told.facts.portrait if isinstance(told.facts, PersonaFacts) else None
    candidates = (
        f"{ASSETS}/{portrait.file}" if portrait else None,
        config.theme.get("logo"),
    )
    return next(
        (one for one in candidates if one and PurePosixPath(one).suffix.lower() in PREVIEWED), None
    )
