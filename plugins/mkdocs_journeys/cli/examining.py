"""What `journeys doctor` looks at, one thing in each function. Nothing is changed or mended."""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, cast

from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.cli.host_settings import OURS, HostSettings, options_of
from mkdocs_journeys.cli.reading import day_of
from mkdocs_journeys.exporters.json_schema import schema_of
from mkdocs_journeys.exporters.project_schema import project_schemas
from mkdocs_journeys.load.collector import no_search_for_circles
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.neighbours import LAST, NEIGHBOURS
from mkdocs_journeys.repository import GitError, Repository

LEAST_PYTHON = (3, 11)
THEMES = ("mkdocs-material", "mkdocs-materialx")
ENGINES = ("sandbox", "system", "none")
OPTIONS = (
    *("maps", "folder", "templates", "words", "engine", "cache", "as_of", "fail_on"),
    *("compare_with", "releases", "releases_compared", "health", "navigation", "search"),
)
"""The options of our plugin. Those of MkDocs are not read here: `config.py` imports it."""
SCHEMAS = ".schema"
"""The folder beside mkdocs.yml that `journeys init` puts schemas into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """A project: its mkdocs.yml, what it says, and why it cannot be read, empty where it can."""

    config: Path
    settings: HostSettings
    trouble: str

    def path(self, option: str, default: str) -> Path:
        """Give a path that is an option of ours, as seen from here."""
        return self.config.parent / self.settings.options.get(option, default)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How one thing is: in a word, in a sentence, and what to do; empty where nothing."""

    word: Literal["ok", "warn", "fail"]
    what: str
    mend: str = ""


def python(_: Patient) -> Verdict:
    """See whether Python is new enough."""
    told = f"Python {platform.python_version()}"
    if sys.version_info >= LEAST_PYTHON:
        return Verdict(word="ok", what=told)
    return Verdict(word="fail", what=f"{told} is too old.", mend="Install Python 3.11 or newer.")


def host(_: Patient) -> Verdict:
    """See whether MkDocs is there, of the version that has plugins."""
    found = _version("mkdocs")
    if found is None:
        return Verdict(
            word="fail", what="MkDocs is not installed.", mend="pip install 'mkdocs>=1.6.1,<2'"
        )
    ours = f"MkDocs {found}, mkdocs-journeys {version('mkdocs-journeys')}"
    if successor := _version("properdocs"):
        # Plugins of other people bring it in, and mike builds with it wherever it finds it.
        ours += f"; ProperDocs {successor}, which mike takes"
    if found.partition(".")[0] == "1":
        return Verdict(word="ok", what=ours)
    return Verdict(
        word="fail", what=f"MkDocs {found} has no plugins.", mend="pip install 'mkdocs>=1.6.1,<2'"
    )


def theme(_: Patient) -> Verdict:
    """See whether one of the themes is there that our pages are made for."""
    found = {name: release for name in THEMES if (release := _version(name))}
    if len(found) > 1:
        return Verdict(
            word="fail",
            what=f"{' and '.join(found)} are both installed; they overwrite each other's files.",
            mend=f"pip uninstall {' '.join(found)}, then install the one that you use.",
        )
    for name, release in found.items():
        return Verdict(word="ok", what=f"Theme {name} {release}")
    return Verdict(
        word="warn",
        what="No theme is installed that the pages are made for.",
        mend="pip install 'mkdocs-journeys[material]'",
    )


def plugins(patient: Patient) -> Verdict:
    """See whether mkdocs.yml names our plugin, once, and others where they can work with it."""
    named = patient.settings.plugins
    told = f"Plugins in {patient.config.as_posix()}: {', '.join(named)}"
    if patient.trouble:
        mend = "journeys init writes one."
        if patient.config.is_file():
            mend = "Mend its quotes, colons and indentation there; mkdocs build says more."
        return Verdict(word="fail", what=patient.trouble, mend=mend)
    if named.count(OURS) != 1:
        times = "does not name" if OURS not in named else "names more than once"
        return Verdict(
            word="fail",
            what=f"{patient.config.as_posix()} {times} the plugin `{OURS}`.",
            mend=f"Write `- {OURS}` below `plugins:`, once.",
        )
    if strange := [name for name in options_of(patient.config, OURS) if name not in OPTIONS]:
        known = f"Its options are {', '.join(OPTIONS)}."
        return Verdict(
            word="warn",
            what=f"{patient.config.as_posix()} gives `{OURS}` the option `{strange[0]}`, which it "
            "does not have.",
            mend=did_you_mean(strange[0], OPTIONS, known),
        )
    if "search" not in named:
        return Verdict(
            word="warn",
            what=f"{told}; nothing can be searched.",
            mend="Write `- search` above `- journeys`.",
        )
    if LAST in named and named[-1] != LAST:
        return Verdict(
            word="warn",
            what=f"`{LAST}` stands before `{named[named.index(LAST) + 1]}`.",
            mend=f"Move `- {LAST}` to the end of `plugins:`.",
        )
    for one in NEIGHBOURS:
        if one.plugin in named and one.is_impossible:
            return Verdict(word="fail", what=one.what, mend=one.mend)
    return Verdict(word="ok", what=told)


def maps(patient: Patient) -> Verdict:
    """See whether the folder of maps is there and can be read."""
    folder = patient.path("maps", "maps")
    if not folder.is_dir():
        return Verdict(
            word="fail",
            what=f"There is no folder `{folder.as_posix()}`.",
            mend="journeys init makes one with an example, or name yours: `maps:` in mkdocs.yml.",
        )
    loaded = load(folder, folder.as_posix())
    if loaded.unreadable:
        files = sorted({one.file for one in loaded.unreadable})
        return Verdict(
            word="warn",
            what=f"{counted(len(files), 'file')} of maps cannot be read: {', '.join(files[:3])}"
            + (" …" if len(files) > 3 else ""),
            mend="journeys check says why.",
        )
    things = counted(len(loaded.entries), "thing")
    return Verdict(word="ok", what=f"Maps in {folder.as_posix()}: {things}")


def graphviz(patient: Patient) -> Verdict:
    """Draw one graph with the engine that mkdocs.yml asks for."""
    name = patient.settings.options.get("engine", ENGINES[0])
    if name not in ENGINES:
        return Verdict(
            word="fail",
            what=f"`engine: {name}` is no engine.",
            mend=f"Write one of {', '.join(ENGINES)}.",
        )
    if name == "none":
        return Verdict(
            word="warn",
            what="Diagrams are told in words only.",
            mend="Take `engine: none` out of mkdocs.yml to have them drawn.",
        )
    # Only here: no other verb needs to load what draws.
    from mkdocs_journeys.render.engines import engine_called
    from mkdocs_journeys.render.layout import NoPicture

    engine = engine_called(cast("Literal['sandbox', 'system', 'none']", name))
    try:
        drawn = json.loads(engine.lay_out("digraph { a -> b }"))
        release = engine.name.partition(",")[0]
    except NoPicture as no_picture:
        other = "system" if name == "sandbox" else "sandbox"
        return Verdict(
            word="fail", what=no_picture.reason, mend=f"Or write `engine: {other}` in mkdocs.yml."
        )
    boxes = len(drawn.get("objects", ()))
    return Verdict(word="ok", what=f"Graphviz ({name}): {release} drew {boxes} boxes")


def cache(patient: Patient) -> Verdict:
    """See whether finished drawings can be kept."""
    wanted = patient.settings.options.get("cache", ".cache/journeys")
    if not wanted:
        return Verdict(
            word="warn",
            what="Drawings are not kept.",
            mend="Name a folder: `cache:` in mkdocs.yml.",
        )
    folder = patient.config.parent / wanted
    there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        return Verdict(
            word="warn",
            what=f"{folder.as_posix()} cannot be written: {error.strerror}.",
            mend="Every build draws everything again. Make it writable, or name another `cache:`.",
        )
    return Verdict(word="ok", what=f"Drawings are kept in {folder.as_posix()}")


def git(patient: Patient) -> Verdict:
    """See whether git is there, and whether it knows the maps."""
    program = shutil.which("git")
    if program is None:
        return Verdict(
            word="warn", what="git is not installed.", mend="journeys diff and mike need it."
        )
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    release = told.stdout.strip().replace("version ", "") or "git"
    try:
        Repository.around(patient.path("maps", "maps"))
    except GitError as error:
        return Verdict(word="warn", what=f"{release}: {error}", mend="git init begins one.")
    return Verdict(word="ok", what=release)


@no_search_for_circles()
def schema(patient: Patient) -> Verdict:
    """See whether the schemas that editors read know the ids of today."""
    folder, here = patient.path("maps", "maps"), patient.config.parent / SCHEMAS
    mend = f"journeys schema --project --output {here.as_posix()}"
    paths = sorted(here.glob("*.json")) if here.is_dir() else []
    if not paths or not folder.is_dir():
        return Verdict(
            word="ok",
            what="No schemas are kept for editors.",
            mend=f"{mend} writes them.",
        )
    current = project_schemas(look_up(load(folder, folder.as_posix()), day_of("")))
    kept = {path.stem: _read(path) for path in paths if path.stem in current}
    old = [f"{kind}.json" for kind, one in kept.items() if one != current[kind]]
    told = f"Schemas for editors in {here.as_posix()}"
    if not old:
        return Verdict(word="ok", what=f"{told}: current")
    if all(one == schema_of(kind) for kind, one in kept.items()):
        return Verdict(word="ok", what=f"{told}: without the ids of this handbook", mend=mend)
    names = ", ".join(old[:3]) + (" …" if len(old) > 3 else "")
    return Verdict(word="warn", what=f"{told}: not of today: {names}", mend=mend)


def _read(path: Path) -> object:
    """Give what a file of JSON holds; None for one that cannot be read."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
