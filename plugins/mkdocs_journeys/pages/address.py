"""Where the page of a thing lives. The only file that knows."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import KINDS

FOLDERS = {kind.key_kind: kind.folder for kind in KINDS}


class Address(NamedTuple):
    """A folder of the site, without slashes at its ends (empty for the home), and an anchor."""

    folder: str
    anchor: str = ""


def page_key(name: str) -> Key:
    """Name a page that belongs to no single thing, by its folder: ``moments``; "" is the home."""
    return Key("page", name)


HOME = page_key("")


def anchor_of(key: Key) -> str:
    """Give the anchor of a thing within its journey's pages: ``step-chase``."""
    return f"{key.kind}-{key.id.partition('/')[2] or key.id}"


def changed_key(home: Key) -> Key:
    """Name the page that compares a thing with what it was."""
    return Key("changed", f"{FOLDERS.get(home.kind, home.kind)}/{home.id}")


def anchor_of_change(fingerprint: str) -> str:
    """Give the anchor of a change on the pages that tell of it; it stays while lines move."""
    return f"change-{fingerprint}"


def address(key: Key) -> Address:
    """Give the address of anything that may be mentioned. Made from ids only, never from titles.

    A step has its anchor on the page of its journey; the page of its stage repeats it, and
    ``Key("step-of-stage", "journey/stage/step")`` leads there.
    """
    if key.kind == "page":
        return Address(key.id)
    if key.kind in FOLDERS and key.kind != "term":
        return Address(f"{FOLDERS[key.kind]}/{key.id}")
    if key.kind == "term":
        return Address("glossary", anchor_of(key))
    if key.kind == "lifecycle":
        return Address(f"lifecycle/{key.id}")
    if key.kind == "changed":
        return Address(f"changes/{key.id}")
    if key.kind == "compare":
        return Address(f"compare/{key.id}")
    if key.kind == "stage":
        return Address(f"journeys/{key.id}")
    if key.kind == "step-of-stage":
        stage, _, step = key.id.rpartition("/")
        return Address(f"journeys/{stage}", f"step-{step}")
    journey = key.id.partition("/")[0]
    return Address(f"journeys/{journey}", anchor_of(key))
