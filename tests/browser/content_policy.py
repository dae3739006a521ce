"""What a host may forbid: the theme alone, and the policy that our manual makes for a site."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import yaml

from tests.site.project import ROOT, Project

MANUAL = ROOT / "docs" / "about-this-tool" / "how-to" / "publish.md"

PAGE = """\
# A page of words

!!! note
    One [link](#more).

| a | b |
|---|---|
| 1 | 2 |

## More

```python
x = 1
```
"""
DEPTHS = ("", "a/", "a/b/", "a/b/c/", "a/b/c/d/")
"""The theme writes the way to the home into a script: one for each depth of a page."""


def build_theme_alone(site: Path) -> None:
    """Build a site with the mkdocs.yml of this repository, but without our plugin."""
    folder = site.with_name("theme-alone")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"plugins": ["search"], "site_dir": str(site)}
    project = Project(folder, folder)
    project.write({f"docs/{depth}index.md": PAGE for depth in DEPTHS})
    done = project.write({"mkdocs.yml": yaml.safe_dump(config)}).run("build")
    assert done.returncode == 0, done.stderr


def policy_of(site: Path) -> str:
    """Give the policy for a site, as the script in the manual prints it."""
    manual = MANUAL.read_text(encoding="utf-8")
    script = re.search(r"```python\n(# policy\.py\n.*?)```", manual, flags=re.DOTALL)
    assert script, f"the script policy.py is no longer in {MANUAL}"
    printed = subprocess.run(
        [sys.executable, "-c", script[1], str(site)], capture_output=True, text=True, check=True
    )
    return printed.stdout.strip()
