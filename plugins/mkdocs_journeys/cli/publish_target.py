"""Where `journeys publish` publishes: what flags say, else mkdocs.yml and its options of mike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from mkdocs_journeys.cli.host_settings import options_of, setting
from mkdocs_journeys.cli.site_folder import plain
from mkdocs_journeys.publishing.asking import remotes
from mkdocs_journeys.publishing.plan import CannotPublish, Target, clean_prefix

ALIAS_TYPES = ("symlink", "redirect", "copy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the flags say of the place; None where they say nothing."""

    remote: str | None
    branch: str | None
    prefix: str | None


def target_of(wanted: Wanted, config_file: Path | None, folder: Path) -> Target:
    """Give the place to publish at; without settings, mike's own defaults.

    ``folder`` is a folder of the clone. Raises CannotPublish and UnreadableSettings.
    """
    said = options_of(config_file, "mike") if config_file else {}
    options = {name: plain(node) for name, node in said.items()}
    alias_type = options.get("alias_type") or ALIAS_TYPES[0]
    if alias_type not in ALIAS_TYPES:
        raise CannotPublish(f"`alias_type: {alias_type}` is none of {', '.join(ALIAS_TYPES)}.")
    template = options.get("redirect_template")
    target = Target(
        remote=wanted.remote or _word(config_file, "remote_name") or "origin",
        branch=wanted.branch or _word(config_file, "remote_branch") or "gh-pages",
        prefix=clean_prefix(
            options.get("deploy_prefix", "") if wanted.prefix is None else wanted.prefix
        ),
        alias_type=alias_type,
        template=(folder / template).resolve() if template else None,
        use_directory_urls=_word(config_file, "use_directory_urls").casefold() not in _NO,
    )
    if target.template and not target.template.is_file():
        raise CannotPublish(f"There is no file `{template}`, the `redirect_template` of mike.")
    known = remotes(folder)
    if target.remote not in known:
        raise CannotPublish(
            f"This clone has no remote `{target.remote}`. "
            + (f"Name one with --remote: {', '.join(known)}." if known else "Add one: git remote.")
        )
    return target


def address_of(version: str, config_file: Path | None) -> str:
    """Give the address at which a version is read; "" where the settings name no site."""
    site = _word(config_file, "site_url")
    return urljoin(f"{site.rstrip('/')}/", f"{version}/") if site else ""


_NO = ("false", "no", "off")


def _word(config_file: Path | None, key: str) -> str:
    return plain(setting(config_file, key)) if config_file else ""
