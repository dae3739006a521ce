"""Versions written into a commit, with mike; and what mike leaves open."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mike import commands, git_utils

from mkdocs_journeys.publishing.clone import Clone
from mkdocs_journeys.publishing.plan import (
    CURRENT,
    FRONT,
    RENAMES,
    UNRELEASED,
    VERSIONS,
    CannotPublish,
    Change,
    Published,
    Release,
    Removal,
    Target,
)
from mkdocs_journeys.publishing.renames import merged
from mkdocs_journeys.render.links import ASSETS
from mkdocs_journeys.render.renames import RENAMES_NAME

TOLD = f"{ASSETS}/{RENAMES_NAME}"
"""Where the site of a version tells what was renamed in it."""


def published(clone: Clone, commit: str | None, target: Target) -> Published:
    """Give the versions of a commit; none where there is no list. Raises CannotPublish.

    mike takes a list that it cannot read for an empty one, and would then lose all versions.
    """
    path = target.path(VERSIONS)
    text = clone.read(commit, path)
    if text is None:
        return Published()
    try:
        listed = json.loads(text)
        return Published(
            versions=tuple((str(one["version"]), tuple(map(str, one["aliases"]))) for one in listed)
        )
    except (ValueError, TypeError, KeyError):
        raise CannotPublish(
            f"`{path}` on {target.branch} is no list of versions. Mend it there first."
        ) from None


def write(clone: Clone, change: Change, tip: str | None, target: Target) -> str:
    """Write a change on top of a commit; give the commit that has it. Raises CannotPublish."""
    try:
        with clone.at_hand(tip) as ref:
            if isinstance(change, Removal):
                _remove(clone, change, tip, ref, target)
            else:
                _release(clone, change, tip, ref, target)
    except (git_utils.GitError, ValueError) as trouble:
        raise CannotPublish(f"mike cannot write it: {trouble}") from None
    return clone.written()


def refuse_loss(
    clone: Clone, change: Change, tip: str | None, written: str, target: Target
) -> None:
    """Raise CannotPublish if a version that nobody meant is not in what was written any more."""
    before, after = (published(clone, one, target) for one in (tip, written))
    meant = change.names if isinstance(change, Removal) else ()
    lost = [name for name in before.names if name not in (*after.names, *meant)]
    if isinstance(change, Release):
        page = target.path(f"{change.version}/{FRONT}")
        lost += [] if clone.has(written, page) else [change.version]
    if lost:
        raise CannotPublish(f"Nothing was pushed: {', '.join(lost)} would be lost.")


def _release(clone: Clone, release: Release, tip: str | None, ref: str, target: Target) -> None:
    how = {"branch": ref, "allow_empty": True, "deploy_prefix": target.prefix}
    built = {"site_dir": str(release.site), "use_directory_urls": target.use_directory_urls}
    with commands.deploy(
        built,
        release.version,
        release.title,
        list(release.aliases),
        update_aliases=True,
        alias_type=commands.AliasType[target.alias_type],
        template=target.template,
        message=release.version,
        **how,
    ):
        pass  # It is built already.
    _write_beside(clone, release.site, tip, ref, target)
    if _leads(clone, release, tip, target):
        commands.set_default(release.front, target.template, message=release.version, **how)


def _write_beside(clone: Clone, site: Path, tip: str | None, ref: str, target: Target) -> None:
    """Write what was renamed; and the list of versions again, since mike's has no fixed order."""
    told = (site / TOLD).read_bytes() if (site / TOLD).is_file() else None
    renames = merged((clone.read(tip, target.path(RENAMES)), told))
    listed = json.loads(clone.read(ref, target.path(VERSIONS)) or b"[]")
    for one in listed:
        one["aliases"].sort()
    with git_utils.Commit(ref, RENAMES, allow_empty=True) as commit:
        for name, text in ((RENAMES, renames), (VERSIONS, json.dumps(listed, indent=2) + "\n")):
            commit.add_file(git_utils.FileInfo(target.path(name), text))


def _leads(clone: Clone, release: Release, tip: str | None, target: Target) -> bool:
    """Tell whether the root is to lead to a release: asked for, the first, or the first current.

    A root that leads to what is not released yet waits for a release.
    """
    front = clone.read(tip, target.path(FRONT))
    if release.is_default or front is None:
        return True
    waits = any(_leads_to(front, name) for name in UNRELEASED)
    return waits and any(alias in CURRENT for alias in release.aliases)


def _leads_to(front: bytes, name: str) -> bool:
    """Tell whether the page at the root, mike's or from a template, leads to a version."""
    return bool(re.search(rb"""["'=]%s/?["'#?]""" % re.escape(name).encode(), front))


def _remove(clone: Clone, removal: Removal, tip: str | None, ref: str, target: Target) -> None:
    there = published(clone, tip, target)
    gone = {*removal.names}
    for version, aliases in there.versions:
        gone |= set(aliases) if version in gone else set()
    front = clone.read(tip, target.path(FRONT))
    for name in sorted(gone):
        if front and _leads_to(front, name) and not gone >= {*there.names}:
            raise CannotPublish(
                f"The root leads to {name}. Let it lead elsewhere first: publish another version "
                f"with the alias {name} or with --default."
            )
    commands.delete(
        list(removal.names),
        branch=ref,
        message=" ".join(removal.names),
        allow_empty=True,
        deploy_prefix=target.prefix,
    )
