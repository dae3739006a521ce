"""The lists of what could be better and of what is done about it, as ways between them."""

from __future__ import annotations

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.improvement import Initiative, Opportunity
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.link import Link


def work_lists(catalog: Catalog) -> tuple[Link, ...]:
    """Give the lists with something in them: opportunities, roadmap, initiatives, objectives."""
    has_initiatives = bool(catalog.all(Initiative))
    lists = (
        ("opportunities", _("Opportunities"), bool(catalog.all(Opportunity))),
        ("roadmap", _("Roadmap"), has_initiatives),
        ("initiatives", _("Initiatives"), has_initiatives),
        ("objectives", _("Objectives"), any(one.objectives for one in catalog.all(Journey))),
    )
    return tuple(Link(text=title, to=page_key(name)) for name, title, is_there in lists if is_there)
