"""What is tried on every host: one other plugin beside ours, or one setting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Plugin = str | dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One site: settings and files beside those of the small handbook.

    ``before`` and ``after`` are plugins in front of ours and behind it. ``adds`` are beginnings
    of addresses of pages that come along; ``shows`` are words that a page of the site must have,
    but in ``unseen`` environments, whose theme does not show them. ``only`` in some environments
    there is such a plugin; empty for all.
    ``allowed`` are words in warnings, ``faults`` in faults of pages and ``dead`` in dead links that
    are known and told in docs/about-this-tool/reference/hosts.md.
    """

    name: str
    before: tuple[Plugin, ...] = ("search",)
    after: tuple[Plugin, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    adds: tuple[str, ...] = ()
    shows: Mapping[str, str] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


DATES = {"type": "iso_date", "fallback_to_build_date": False, "enable_creation_date": False}

CASES = (
    Case(name="as it comes"),
    Case(name="addresses of files", settings={"use_directory_urls": False}),
    Case(
        name="tags",
        before=("search", "tags"),
        files={
            "docs/tagged.md": "---\ntags: [people]\n---\n# Tagged\n\nOf [[persona:bea]].\n",
            "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
        },
        adds=("tags/", "tagged/"),
        shows={"tags/": "Tagged", "tagged/": "Bea Brook"},
    ),
    Case(
        name="meta",
        before=("search", "meta", "tags"),
        files={
            "docs/personas/.meta.yml": "tags: [people]\ndescription: Whom we serve\n",
            "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
        },
        adds=("tags/",),
        shows={"personas/bea/": "Whom we serve", "tags/": "Bea Brook"},
        # Material had it for sponsors only until 9.7.
        only=("material", "materialx"),
    ),
    Case(
        name="blog",
        before=("search", "blog"),
        files={
            "docs/blog/index.md": "# Blog\n",
            "docs/blog/posts/first.md": "---\ndate: 2026-01-02\n---\n"
            "# First\n\nOf [[persona:bea]].\n",
        },
        adds=("blog/",),
        shows={"blog/2026/01/02/first/": "Bea Brook"},
    ),
    Case(
        name="offline",
        before=("search", "offline"),
        # The theme's own, for its search; with the plugin privacy it lies in the site.
        dead=("unpkg.com/iframe-worker/shim",),
    ),
    Case(
        name="git-revision-date-localized",
        before=("search", {"git-revision-date-localized": DATES}),
        shows={
            "personas/bea/": "2026-03-04",
            "journeys/order/ask/": "2026-05-06",
            "guide/": "2026-09-10",
        },
        # MaterialX shows what its own plugin knows.
        unseen=("materialx",),
    ),
    Case(
        name="document-dates",
        before=("search", {"document-dates": {"type": "date", "date_format": "%Y-%m-%d"}}),
        # Of our pages it tells when their YAML was saved: it asks git for the page's own address.
        shows={"guide/": "2026-09-10"},
        only=("materialx",),
    ),
    Case(
        name="git-authors",
        before=("search", "git-authors"),
        shows={"personas/bea/": "Grace Hall", "journeys/order/": "Tom Tallow"},
        unseen=("materialx",),
    ),
    Case(
        name="awesome-nav",
        before=("search", "awesome-nav"),
        files={"docs/.nav.yml": "nav: [index.md, guide.md, journeys, '*']\n"},
    ),
    Case(
        name="literate-nav",
        before=("search", "literate-nav"),
        files={"docs/SUMMARY.md": "* [Guide](guide.md)\n* [Maps](journeys/index.md)\n"},
        adds=("SUMMARY/",),
    ),
    Case(name="section-index", before=("search", "section-index")),
    Case(
        name="redirects",
        before=("search", {"redirects": {"redirect_maps": {"old.md": "personas/bea/index.md"}}}),
        adds=("old/",),
        shows={"old/": "personas/bea/"},
    ),
    Case(
        name="macros",
        before=("search", "macros"),
        files={
            "docs/own.md": "# Own\n\nSix times seven is {{ 6*7 }}, says [[journey:order]].\n",
            "maps/personas/bea.yml": "name: Bea Brook\n"
            "summary: 'Pays {{ 7*7 }} {% raw %} {# no #}'\n",
        },
        adds=("own/",),
        shows={
            "own/": "Six times seven is 42",
            "personas/bea/": "Pays {{ 7*7 }} {% raw %} {# no #}",
        },
    ),
    Case(
        name="minify",
        before=("search",),
        after=({"minify": {"minify_html": True}},),
        # A minified drawing is HTML, which browsers read, and no XML.
        faults=("no XML",),
    ),
    Case(name="glightbox", before=("search", "glightbox")),
    Case(
        name="print-site",
        after=("print-site",),
        adds=("print_page/",),
        faults=("print_page/",),
        dead=("print_page/",),
    ),
    Case(name="rss", before=("search", {"rss": {"match_path": "personas/.*"}})),
    Case(
        name="gen-files",
        before=("search", {"gen-files": {"scripts": ["generate.py"]}}),
        files={
            "generate.py": "import mkdocs_gen_files\n"
            "with mkdocs_gen_files.open('made.md', 'w') as page:\n"
            "    page.write('# Made\\n\\nFor [[persona:bea]].\\n')\n"
        },
        adds=("made/",),
        shows={"made/": "Bea Brook"},
    ),
    Case(
        name="monorepo",
        before=("search", "monorepo"),
        settings={"nav": ["index.md", "guide.md", {"Sub": "!include ./sub/mkdocs.yml"}]},
        files={
            "sub/mkdocs.yml": "site_name: sub\nnav: [index.md]\n",
            "sub/docs/index.md": "# Sub\n\nFor [[persona:bea]].\n",
        },
        adds=("sub/",),
        shows={"sub/": "Bea Brook"},
    ),
    Case(
        name="autorefs",
        before=("search", "autorefs"),
        files={"docs/own.md": "# Own\n\nSee [the guide][guide] and [[persona:bea]].\n"},
        adds=("own/",),
        shows={"own/": "Bea Brook"},
    ),
    Case(
        name="exclude-search",
        before=("search", {"exclude-search": {"exclude": ["guide.md"]}}),
    ),
)
"""All that is one `build`; mike, Zensical and what is not supported are apart."""
