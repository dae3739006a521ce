"""Runs the jobs of a workflow file as a forge would: its own commands, in its order.

What GitHub fills in for `${{ … }}` is given word by word, so that nothing is made up: a workflow
that asks for more than a test knows fails the test.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from mkdocs_journeys.cli import init
from tests.git_repository import git

STARTER = Path(init.__file__).parent / "starter"
WORKFLOWS = STARTER / "dot-github" / "workflows"

# What a machine of the tests has already.
AT_HAND = ("pip install -r requirements.txt",)

ALWAYS = "${{ !cancelled() && steps.install.outcome == 'success' }}"

_ASKED = re.compile(r"\$\{\{ (.+?) \}\}")


@dataclass(slots=True, kw_only=True)
class Runner:
    """A machine of the forge.

    ``commit`` is what the event is about, or a ref of it; ``known`` is what GitHub fills in, by
    the words that ask for it.
    """

    origin: Path
    commit: str
    workspace: Path
    artifacts: Path
    known: Mapping[str, str]
    environment: Mapping[str, str]
    said: dict[str, str] = field(default_factory=dict)

    def job(self, file: str, name: str, without: tuple[str, ...] = ()) -> dict[str, int]:
        """Run a job, and give how each of its commands ended; steps may be left out by name."""
        told = yaml.safe_load((WORKFLOWS / file).read_text("utf-8"))
        job = told["jobs"][name]
        shared = {**told.get("env", {}), **job.get("env", {})}
        ended: dict[str, int] = {}
        for step in job["steps"]:
            called = step.get("name") or step.get("run") or step["uses"].partition("@")[0]
            wanted = step.get("if", "")
            if wanted == ALWAYS:
                wanted = ""
            elif any(ended.values()):
                continue
            if called in without or (wanted and self._filled("${{ " + wanted + " }}") == ""):
                continue
            if "uses" in step:
                ACTIONS[called](self, {k: self._filled(v) for k, v in step.get("with", {}).items()})
            elif step["run"] not in AT_HAND:
                ended[called] = self._run(called, step["run"], {**shared, **step.get("env", {})})
        return ended

    def _run(self, called: str, script: str, more: Mapping[str, str]) -> int:
        filled = {name: self._filled(value) for name, value in more.items()}
        assert "${{" not in script, "text of a pull request must not become a script"
        ran = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self.workspace,
            env={**self.environment, **filled},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        self.said[called] = ran.stdout + ran.stderr
        return ran.returncode

    def _filled(self, text: Any) -> str:
        return _ASKED.sub(lambda asked: self.known[asked[1]], str(text))


def _check_out(runner: Runner, given: Mapping[str, str]) -> None:
    assert given["persist-credentials"] == "False"
    shutil.rmtree(runner.workspace, ignore_errors=True)
    depth = () if given.get("fetch-depth") == "0" else ("--depth", "1")
    git(runner.origin, "clone", "-q", *depth, runner.origin.as_uri(), str(runner.workspace))
    # The action fetches, it does not clone: nobody has said which branch is the main one.
    git(runner.workspace, "remote", "set-head", "origin", "--delete")
    git(runner.workspace, "fetch", "-q", "origin", given.get("ref") or runner.commit)
    git(runner.workspace, "checkout", "-q", "--detach", "FETCH_HEAD")


def _upload(runner: Runner, given: Mapping[str, str]) -> None:
    from_ = runner.workspace / given["path"]
    if from_.exists() or given.get("if-no-files-found") != "ignore":
        assert from_.is_dir(), runner.said
        shutil.copytree(from_, runner.artifacts / given["name"], dirs_exist_ok=True)


def _download(runner: Runner, given: Mapping[str, str]) -> None:
    assert {"run-id", "github-token"} <= {*given}, "the artifact is another run's"
    shutil.copytree(runner.artifacts / given["name"], runner.workspace / given["path"])


ACTIONS: dict[str, Callable[[Runner, Mapping[str, str]], None]] = {
    "actions/checkout": _check_out,
    "actions/setup-python": lambda _, given: None,
    "actions/upload-artifact": _upload,
    "actions/download-artifact": _download,
}


def of_a_runner(home: Path, **more: str) -> dict[str, str]:
    """Give the environment of a machine of the forge, with our commands at hand."""
    steering = ("GITHUB_", "GITLAB_", "CI", "JOURNEYS_", "GIT_", "PYTHONPATH", "MIKE_", "SOURCE_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(steering)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(home)}
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return kept | {"PATH": path, "PYTHONUTF8": "1", "NO_PROXY": "127.0.0.1"} | alone | quiet | more
