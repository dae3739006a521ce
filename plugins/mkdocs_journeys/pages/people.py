"""A persona as she stands on other pages: a name, a face, one line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.load.pictures import picture_file, picture_size
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.picture import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """A picture that may be shown: its file as authors see it, its pixels, and what it shows."""

    file: str
    width: int
    height: int
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """Somebody with a name and a line; ``picture`` is None where initials stand for the face."""

    key: Key
    name: str
    line: str
    picture: PictureFacts | None = None


def person(catalog: Catalog, key: Key) -> PersonFacts:
    """Give a persona in short; of one whose file cannot be read, the name only."""
    persona = catalog.entry(Persona, key.id)
    if persona is None:
        return PersonFacts(key=key, name=catalog.title(key), line="")
    return PersonFacts(
        key=key,
        name=persona.called,
        line=persona.role or persona.summary or "",
        picture=picture(catalog, persona.image),
    )


def picture(catalog: Catalog, given: Picture | None) -> PictureFacts | None:
    """Give a picture that was found good when the maps were read, else None."""
    if given is None:
        return None
    file = picture_file(given.spot.file, given.file)
    path = dict(catalog.loaded.pictures).get(file) if file else None
    size = picture_size(Path(path)) if path else None
    if file is None or size is None:
        return None
    width, height = size
    return PictureFacts(
        file=file, width=width, height=height, alt=given.alt or "", caption=given.caption or ""
    )
