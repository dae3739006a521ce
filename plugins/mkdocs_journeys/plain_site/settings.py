"""What mkdocs.yml says of a site, read without running anything, and said again elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from pathlib import Path
from typing import Any, cast

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.representer import SafeRepresenter

OURS = "journeys"
"""The plugin that `journeys write` stands in for."""

NOT_TAKEN_ALONG = ("docs_dir", "site_dir", "watch", "hooks", "exclude_docs", "draft_docs")
"""Settings that are done with once the files are written, or that would run code."""

_WORDS = (":str", ":int", ":float", ":timestamp")

THEMES = ("material", "materialx", "zensical")


class UnreadableSite(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """The settings cannot be read, and why."""


class SiteSettings:
    """The settings of a site with what they inherit; paths in them start at ``top``.

    Words behind a tag of YAML, such as ``!ENV``, count as not said: only the generator knows them.
    """

    def __init__(self, top: Path, root: MappingNode) -> None:
        """Take the folder of mkdocs.yml and its content."""
        self.top = top
        self._root = root

    @classmethod
    def read(cls, path: Path) -> SiteSettings:
        """Read mkdocs.yml and what it inherits from; raises UnreadableSite."""
        return cls(path.resolve().parent, _inherited(path, ()))

    def without(self, key: str, *, top: Path) -> SiteSettings:
        """Give the same settings but for one, with their paths starting elsewhere."""
        kept = {name: node for name, node in _mapping(self._root).items() if name != key}
        return SiteSettings(top, _mapping_of(kept))

    def word(self, *keys: str) -> str:
        """Give what is said at a place, such as ``theme``, ``language``; empty where nothing is."""
        node = self._at(*keys)
        if not isinstance(node, ScalarNode) or not node.tag.endswith(_WORDS):
            return ""
        return str(node.value)

    def is_on(self, *keys: str, default: bool) -> bool:
        """Tell whether a switch is on."""
        node = self._at(*keys)
        if not isinstance(node, ScalarNode) or not node.tag.endswith(":bool"):
            return default
        return node.value.lower() in ("true", "yes", "on")

    @property
    def plugins(self) -> tuple[str, ...]:
        """Give the names of all plugins, in their order, without the prefix of a theme."""
        return tuple(_plain(name) for name, _ in _plugins(self._at("plugins")))

    def option(self, name: str, default: str) -> str:
        """Give an option of ours that is a word; the default where nobody says it."""
        own = next((node for key, node in _plugins(self._at("plugins")) if key == OURS), None)
        node = _mapping(own).get(name)
        is_said = isinstance(node, ScalarNode) and not node.tag.startswith("!")
        return str(node.value) if is_said and node else default

    @property
    def nav(self) -> list[Any] | None:
        """Give the navigation as somebody wrote it; None where nobody did."""
        node = self._at("nav")
        return _value(node) if isinstance(node, SequenceNode) else None

    def names(self, key: str) -> bool:
        """Tell whether a setting is made at all."""
        return self._at(key) is not None

    def with_handbook(
        self,
        *,
        site_name: str,
        nav: list[Any] | None,
        logo: str | None,
        style: str,
        script: str,
        unlisted: Iterable[str],
    ) -> str:
        """Give the settings of the site with the handbook in it, as YAML.

        ``nav`` is None where a plugin makes it. ``unlisted`` are pages that stand nowhere in it.
        """
        root = _mapping(self._root)
        made = {key: node for key, node in root.items() if key not in NOT_TAKEN_ALONG}
        made.setdefault("site_name", _node(site_name))
        made["theme"] = self._theme(logo)
        for key, uri in (("extra_css", style), ("extra_javascript", script)):
            made[key] = _with_first(_node(uri), root.get(key))
        if "plugins" in root:
            made["plugins"] = _without_ours(root["plugins"])
        made.pop("nav", None)
        if nav is not None:
            made["nav"] = _node(nav)
        left_out = "".join(f"/{uri}\n" for uri in unlisted)
        if left_out or "not_in_nav" in root:
            made["not_in_nav"] = _node(self.word("not_in_nav") + left_out)
        whole = _mapping_of(made)
        return str(yaml.serialize(whole, Dumper=yaml.SafeDumper, allow_unicode=True, width=100))

    def _theme(self, logo: str | None) -> Node:
        said = self._at("theme")
        theme = _mapping(said)
        name = said.value if isinstance(said, ScalarNode) else self.word("theme", "name")
        theme["name"] = _node(name if name in THEMES and name != "materialx" else "material")
        # Zensical's older looks are those that our style sheet is made for; others ignore it.
        theme.setdefault("variant", _node("classic"))
        theme["custom_dir"] = _node("overrides")
        if logo:
            theme.setdefault("logo", _node(logo))
        return _mapping_of(theme)

    def _at(self, *keys: str) -> Node | None:
        node: Node | None = self._root
        for key in keys:
            node = _mapping(node).get(key)
        return node


def _inherited(path: Path, seen: tuple[Path, ...]) -> MappingNode:
    """Read a file of settings, merged into what it inherits from as MkDocs does."""
    here = path.resolve()
    if here in seen:
        raise UnreadableSite(f"{path.as_posix()} inherits from itself.")
    try:
        # Only composed: tags such as !ENV and !!python/name call nothing.
        root = yaml.compose(path.read_text("utf-8-sig"), yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        at = f" in line {line + 1}" if line is not None else ""
        raise UnreadableSite(f"{path.as_posix()} is no YAML{at}.") from None
    except OSError as error:
        raise UnreadableSite(f"{path.as_posix()} cannot be read: {error.strerror}.") from None
    own = _mapping(root)
    above = own.pop("INHERIT", None)
    if not isinstance(above, ScalarNode):
        return _mapping_of(own)
    return _merged(_inherited(path.parent / above.value, (*seen, here)), _mapping_of(own))


def _merged(below: MappingNode, above: MappingNode) -> MappingNode:
    """Give two mappings in one, key by key; of anything else, what stands above."""
    made = _mapping(below)
    for key, node in _mapping(above).items():
        old = made.get(key)
        is_both = isinstance(old, MappingNode) and isinstance(node, MappingNode)
        made[key] = (
            _merged(cast("MappingNode", old), cast("MappingNode", node)) if is_both else node
        )
    return _mapping_of(made)


def _mapping(node: Node | None) -> dict[str, Node]:
    if not isinstance(node, MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}


def _mapping_of(nodes: Mapping[str, Node]) -> MappingNode:
    return MappingNode("tag:yaml.org,2002:map", [(_node(key), one) for key, one in nodes.items()])


def _node(value: object) -> Node:
    return SafeRepresenter(sort_keys=False).represent_data(value)


def _value(node: Node) -> Any:
    """Give what a navigation holds: words, lists, and pairs of a title and what it leads to."""
    if isinstance(node, SequenceNode):
        return [_value(one) for one in node.value]
    if isinstance(node, MappingNode):
        return {key: _value(one) for key, one in _mapping(node).items()}
    return str(node.value)


def _plugins(node: Node | None) -> list[tuple[str, Node | None]]:
    """Give each plugin with its options; they stand in a list or, with options, in a mapping."""
    found: list[tuple[str, Node | None]] = []
    for item in node.value if isinstance(node, SequenceNode) else [node]:
        if isinstance(item, ScalarNode):
            found.append((item.value, None))
        found.extend(_mapping(item).items())
    return found


def _plain(name: str) -> str:
    return name.rpartition("/")[2]


def _without_ours(node: Node) -> Node:
    if isinstance(node, MappingNode):
        return _mapping_of({key: one for key, one in _mapping(node).items() if key != OURS})
    if not isinstance(node, SequenceNode):
        return node
    kept = copy(node)
    kept.value = [one for one in node.value if not _is_ours(one)]
    return kept


def _is_ours(item: Node) -> bool:
    name = item.value if isinstance(item, ScalarNode) else next(iter(_mapping(item)), "")
    return bool(name == OURS)


def _with_first(first: Node, rest: Node | None) -> Node:
    others = rest.value if isinstance(rest, SequenceNode) else []
    return SequenceNode("tag:yaml.org,2002:seq", [first, *others])
