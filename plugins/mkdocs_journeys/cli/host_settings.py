"""What mkdocs.yml says of the plugins of a site, read without running any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

OURS = "journeys"


class UnreadableSettings(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """The file cannot be read, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSettings:
    """The plugins of a site in their order, and those of our options that are plain words."""

    plugins: tuple[str, ...]
    options: Mapping[str, str]


def read_settings(path: Path) -> HostSettings:
    """Read mkdocs.yml and, where it has no plugins of its own, what it inherits from.

    A theme's prefix is left off: ``material/search`` is search. Raises UnreadableSettings.
    """
    named = setting(path, "plugins")
    # The host itself uses search where nobody names a plugin.
    plugins = tuple(_plugins(named)) if named else (("search", None),)
    options = next((node for name, node in plugins if name == OURS), None)
    return HostSettings(
        plugins=tuple(name for name, _ in plugins),
        options={
            key: node.value
            for key, node in _mapping(options).items()
            if isinstance(node, ScalarNode)
        },
    )


def options_of(path: Path, plugin: str) -> Mapping[str, Node]:
    """Give the options of a plugin by name; none if it is not used. Raises UnreadableSettings."""
    named = setting(path, "plugins")
    found = (node for name, node in (_plugins(named) if named else ()) if name == plugin)
    return _mapping(next(found, None))


def setting(path: Path, key: str) -> Node | None:
    """Give what mkdocs.yml says of a key, or what it inherits from; None where neither does.

    Raises UnreadableSettings.
    """
    seen: set[Path] = set()
    while True:
        seen.add(path.resolve())
        top = _mapping(_read(path))
        above = top.get("INHERIT")
        if key in top or not isinstance(above, ScalarNode):
            return top.get(key)
        path = path.parent / above.value
        if path.resolve() in seen:
            raise UnreadableSettings(f"{path} inherits from itself.")


def _read(path: Path) -> Node | None:
    try:
        # Only composed: tags such as !ENV and !!python/name call nothing.
        return yaml.compose(path.read_text("utf-8-sig"), yaml.SafeLoader)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        at = f" in line {line + 1}" if line is not None else ""
        raise UnreadableSettings(f"{path} is no YAML{at}.") from None
    except UnicodeDecodeError:
        raise UnreadableSettings(f"{path} is no text in UTF-8.") from None
    except OSError as error:
        raise UnreadableSettings(f"{path} cannot be read: {error.strerror}.") from None


def _mapping(node: Node | None) -> dict[str, Node]:
    if not isinstance(node, MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}


def _plugins(node: Node) -> Iterator[tuple[str, Node | None]]:
    """Give each plugin with its options; they stand in a list or, with options, in a mapping."""
    items = node.value if isinstance(node, SequenceNode) else [node]
    for item in items:
        if isinstance(item, ScalarNode):
            yield _plain(item.value), None
        for name, options in _mapping(item).items():
            yield _plain(name), options


def _plain(name: str) -> str:
    return name.rpartition("/")[2]
