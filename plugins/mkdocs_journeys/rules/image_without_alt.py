"""A picture that says nothing to those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import PurePosixPath

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.picture import Picture
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

_SAYING_NOTHING = frozenset(
    {"image", "picture", "photo", "portrait", "screenshot", "graphic", "alt", "bild", "foto"}
)


class ImageWithoutAlt(Rule):
    """Finds pictures without words for people who do not see them.

    Every picture of a journey, a stage, a step or a persona needs an `alt` that says what it
    shows. The name of the file says nothing, nor does a single word such as *photo*.

    ## Why it matters to the customer
    Part of those who read the handbook, and many of those it is about, do not see pictures. What
    the photo of the queue proves, they have to be told.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    images: [queue.png]
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    images: [{file: queue.png, alt: "Seven people wait at one counter, two others are closed"}]
    stages: []
    ```
    """

    name = "image-without-alt"
    group = "words-and-privacy"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at all pictures but the logo, whose name is that of the handbook."""
        for picture in _pictures(catalog):
            alt = (picture.alt or "").strip()
            if not alt:
                yield self.problem(
                    picture.spot.of("alt", "file"),
                    f"The picture `{picture.file}` has no `alt`.",
                    f'Say what it shows: `{{file: {picture.file}, alt: "Seven people wait at one '
                    'counter"}`.',
                )
            elif _says_nothing(alt, picture.file):
                yield self.problem(
                    picture.spot.of("alt"),
                    f"The `alt` of the picture `{picture.file}` is “{alt}”, which does not say "
                    "what it shows.",
                    "Say what one sees on it, for example `Seven people wait at one counter`.",
                )


def _pictures(catalog: Catalog) -> Iterator[Picture]:
    # Every file was looked at while reading: most handbooks have hardly a picture.
    missing = any(problem.rule == "missing-file" for problem in catalog.loaded.problems)
    if not catalog.loaded.pictures and not missing:
        return
    for journey in catalog.all(Journey):
        yield from journey.images
        for part in chain(journey.stages, journey.all_steps):
            if part.images:
                yield from part.images
    for persona in catalog.all(Persona):
        if persona.image:
            yield persona.image


def _says_nothing(alt: str, file: str) -> bool:
    path = PurePosixPath(file.replace("\\", "/"))
    return alt.casefold() in {path.name.casefold(), path.stem.casefold(), *_SAYING_NOTHING}
