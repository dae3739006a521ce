"""Pictures that stand beside a map."""

from __future__ import annotations

from mkdocs_journeys.model.fields import Line, Thing, says


class Picture(Thing):
    """A picture file beside the YAML, with what it shows in words."""

    noun = "picture"
    text_field = "file"

    file: Line = says("The file, relative to this YAML: PNG, JPEG, WebP or GIF.", required=True)
    alt: Line | None = says("What it shows, for people who do not see it.")
    caption: Line | None = says("A line under the picture.")
    consent: bool | None = says("Whether the person shown agreed.")
