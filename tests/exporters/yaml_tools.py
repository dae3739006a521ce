"""What other YAML tools make of a file: the eyes with which an editor reads our schema."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

# The core schema of YAML 1.2, chapter 10.3.2; .inf and .nan are left out, as JSON has neither.
NULL = re.compile(r"|null|Null|NULL|~")
TRUE = re.compile(r"true|True|TRUE")
FALSE = re.compile(r"false|False|FALSE")
WHOLE = re.compile(r"[-+]?[0-9]+")
OCTAL = re.compile(r"0o[0-7]+")
HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def as_text(text: str) -> Any:
    """Read YAML with every value as text."""
    return yaml.load(text, yaml.BaseLoader)


def as_core(text: str) -> Any:
    """Read YAML as version 1.2 says: numbers, truth values and null where they stand plain."""
    return _core(yaml.compose(text, yaml.BaseLoader))


def _core(node: Node | None) -> Any:
    if isinstance(node, MappingNode):
        return {key.value: _core(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_core(item) for item in node.value]
    assert isinstance(node, ScalarNode), "an empty document has no tree"
    return _plain(node.value) if node.style is None else node.value


def _plain(text: str) -> Any:
    if NULL.fullmatch(text):
        return None
    if TRUE.fullmatch(text) or FALSE.fullmatch(text):
        return text.lower() == "true"
    if WHOLE.fullmatch(text):
        return int(text)
    if OCTAL.fullmatch(text) or HEXADECIMAL.fullmatch(text):
        return int(text, 0)
    return float(text) if FLOAT.fullmatch(text) else text
