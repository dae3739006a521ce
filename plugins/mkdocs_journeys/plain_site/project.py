"""A project read and made ready to be written as a plain site."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Literal, cast

from mkdocs_journeys.history.past import Past, Releases, Wanted
from mkdocs_journeys.language import Language, in_direction, language_called, with_own_words
from mkdocs_journeys.load.collector import leave_alone
from mkdocs_journeys.plain_site.hand_written import hand_written
from mkdocs_journeys.plain_site.settings import SiteSettings
from mkdocs_journeys.plain_site.site import PlainSite, installed_icons
from mkdocs_journeys.render.engines import engine_called
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.road import Folders, read_handbook

ENGINES = ("sandbox", "system", "none")

SHOWN = 3
"""So many things of one sort are named."""


def site_of(settings: SiteSettings, today: date, *, moves_links: bool) -> PlainSite:
    """Read the maps and hand-written pages that the settings name.

    ``moves_links`` is whether the generator takes links in HTML as seen from the Markdown file.
    Raises ValueError, with a sentence for the user, where they name what is not there.
    """
    top = settings.top
    maps, docs = settings.option("maps", "maps"), settings.word("docs_dir") or "docs"
    if not (top / maps).is_dir():
        raise ValueError(f"There is no folder `{maps}` of maps.")
    folders = Folders(
        maps=top / maps, maps_shown_as=Path(maps).as_posix(), docs=top / docs, docs_shown_as=docs
    )
    language, pictures = _language(settings), _pictures(settings)
    has_health = settings.option("health", "true").lower() not in ("false", "no", "off")
    handbook = read_handbook(
        folders,
        today,
        language=language,
        has_health=has_health,
        releases=_releases(settings, folders.maps),
    )
    leave_alone()
    templates = settings.option("templates", "")
    left_out = "\n".join(settings.word(key) for key in ("exclude_docs", "draft_docs"))
    return PlainSite(
        handbook=handbook,
        folders=folders,
        settings=settings,
        own=hand_written(top / docs, top, left_out),
        language=language,
        pictures=pictures,
        icons=installed_icons(),
        templates=top / templates if templates else None,
        prefix=settings.option("folder", "").strip("/"),
        moves_links=moves_links,
    )


def is_read_or_holds_it(folder: Path, site: PlainSite) -> bool:
    """Tell whether what the handbook is made of lies in a folder, or the other way round."""
    top, real = site.settings.top.resolve(), Path(os.path.realpath(folder))
    sources = [site.folders.maps, site.folders.docs, site.templates]
    read = [path.resolve() for path in sources if path]
    return any(real.is_relative_to(one) or one.is_relative_to(real) for one in read) or (
        top.is_relative_to(real)
    )


def notices_of(site: PlainSite) -> tuple[str, ...]:
    """Give what its owner should know of a site once it is written; empty where all is fine."""
    found = [
        f"{uri} is written by hand; what the handbook has there is left out." for uri in site.kept()
    ]
    found += [f"{uri} leads out of the project and is left out." for uri in site.own.outside]
    found += site.handbook.history.notices if site.handbook.history else ()
    if site.icons is None:
        found.append(
            "No package here has Material's icons: most icons are dots. "
            "To have them drawn: pip install mkdocs-material, or zensical."
        )
    if site.settings.names("hooks"):
        found.append("`hooks` of mkdocs.yml are left out: they are code that MkDocs runs.")
    if site.settings.option("engine", "") != "none":
        found += [*site.notices[:SHOWN], *site.pictures.notices]
    return tuple(found)


def _language(settings: SiteSettings) -> Language:
    tag, direction = (settings.word("theme", key) for key in ("language", "direction"))
    language = in_direction(language_called(tag), direction)
    words = settings.option("words", "")
    return with_own_words(language, settings.top / words) if words else language


def _releases(settings: SiteSettings, maps: Path) -> Releases | None:
    most = settings.option("releases_compared", "12")
    if not most.isdigit():
        raise ValueError(f"`releases_compared: {most}` is no number.")
    wanted = Wanted(
        pattern=settings.option("releases", "versions"),
        most=int(most),
        repo_url=settings.word("repo_url"),
    )
    return Past(_cache(settings)).releases(maps, wanted)


def _cache(settings: SiteSettings) -> Path | None:
    folder = settings.option("cache", ".cache/journeys")
    return settings.top / folder if folder else None


def _pictures(settings: SiteSettings) -> Pictures:
    name = settings.option("engine", ENGINES[0])
    if name not in ENGINES:
        raise ValueError(f"`engine: {name}` is no engine. Write one of {', '.join(ENGINES)}.")
    engine = engine_called(cast("Literal['sandbox', 'system', 'none']", name))
    return Pictures(engine, _cache(settings))
