"""`journeys check --diff`: what `--fix` would change, as a patch."""

from __future__ import annotations

import codecs
import subprocess
from pathlib import Path

import pytest

from tests.cli.quiet import ORDER, STAGES, STEPS, lay
from tests.command_line import check


def test_a_diff_says_what_would_be_mended_and_writes_nothing(tmp_path: Path) -> None:
    text = "titel: A 🎉\nsummary: b\n" + STAGES.rstrip("\n")
    lay(tmp_path, {ORDER: text, "maps/channels.yml": "- {id: fax, title: Fax}\n"})
    ran = check(tmp_path, "--diff")
    assert ran.returncode == 1
    assert ran.stdout == (
        "diff --git a/maps/journeys/order.yml b/maps/journeys/order.yml\n"
        "--- a/maps/journeys/order.yml\n"
        "+++ b/maps/journeys/order.yml\n"
        "@@ -1,3 +1,3 @@\n"
        "-titel: A 🎉\n"
        "+title: A 🎉\n"
        " summary: b\n"
        " stages: [{id: pay, title: I pay}]\n"
        "\\ No newline at end of file\n"
    )
    assert "1 finding would be mended in 1 file." in ran.stderr
    assert (tmp_path / ORDER).read_text() == text


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_git_applies_the_diff_to_the_same_bytes(line_end: str, tmp_path: Path) -> None:
    before = codecs.BOM_UTF8 + (STEPS + "id: x\n").replace("\n", line_end).encode().rstrip()
    odd = "maps/journeys/a ☂ day.yml"
    others = {odd: "titel: B\n" + STAGES, "maps/kpis/nps.yml": "title: NPS\n"}
    lay(tmp_path, others)
    subprocess.run(["git", "init", "-q"], cwd=lay(tmp_path, {ORDER: before}), check=True)
    check(tmp_path, "--diff", "--output", "fix.diff")
    apply = ["git", "apply", "--whitespace=nowarn", "fix.diff"]
    subprocess.run(apply, cwd=tmp_path, check=True)
    applied = (tmp_path / "maps/journeys/x.yml").read_bytes()
    assert (tmp_path / odd).read_text() == "title: B\n" + STAGES
    assert "maps/kpis/ becomes maps/metrics/\n" in (tmp_path / "fix.diff").read_text()
    (tmp_path / "maps/journeys/x.yml").unlink()
    lay(tmp_path, {ORDER: before})
    check(tmp_path, "--fix")
    assert (tmp_path / "maps/journeys/x.yml").read_bytes() == applied
