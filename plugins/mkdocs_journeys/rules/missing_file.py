"""A picture or file that cannot be shown."""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Rule


class MissingFile(Rule):
    """Finds pictures and files that are not there, lie outside the maps, or cannot be shown.

    A path is relative to the YAML that it stands in. Pictures are PNG, JPEG, WebP or GIF by
    their content, at most 512 KiB and 2,048 pixels a side.

    ## Why it matters to the customer
    Her portrait, or the photo of the queue that says more than the map, is missing from the
    page.

    ## Example
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    image: {file: portraits/bea.png, alt: A nurse at the kitchen table}
    ```

    ## Write instead
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    ```
    Or put the picture beside the YAML, here as `maps/personas/portraits/bea.png`.
    """

    name = "missing-file"
    group = "links"
    level = "error"
