"""Reports that programs read: each is judged by the schema of those who read it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.formats import gitlab, junit, rdjson, sarif
from mkdocs_journeys.cli.formats import json as json_format
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.problems import Place, Problem, Span
from mkdocs_journeys.rules.all import RULES
from tests.cli.findings import CASES, PLAIN, WITH_MANUAL, of_hostile_texts, one_of_each_rule

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(scope="module")
def each_rule(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("each"))
        return one_of_each_rule()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("hostile"))
        return of_hostile_texts()


@pytest.fixture(scope="module")
def many(each_rule: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """More findings than anybody reads, of which many are the same."""
    return each_rule * 12


@pytest.fixture(
    params=["each_rule", "hostile", pytest.param("many", marks=pytest.mark.long), "none"]
)
def problems(request: pytest.FixtureRequest) -> tuple[Problem, ...]:
    if request.param == "none":
        return ()
    found: tuple[Problem, ...] = request.getfixturevalue(request.param)
    return found


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def test_there_is_a_finding_of_each_rule(each_rule: tuple[Problem, ...]) -> None:
    assert {problem.rule for problem in each_rule} == {path.stem for path in CASES.glob("*.yml")}
    assert any(problem.fixes for problem in each_rule)


@pytest.mark.parametrize("edition", ["sarif-schema-2.1.0.json", "sarif-2.1.0-rtm.5.json"])
def test_sarif_is_valid(edition: str, problems: tuple[Problem, ...]) -> None:
    for look in (PLAIN, WITH_MANUAL):
        report = json.loads(sarif.write(problems, look))
        Draft4Validator(schema(edition)).validate(report)
        assert len(report["runs"][0]["results"]) == len(problems)


def test_sarif_describes_every_rule_with_help(each_rule: tuple[Problem, ...]) -> None:
    run = json.loads(sarif.write(each_rule, WITH_MANUAL))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in RULES]
    orphan = next(rule for rule in rules if rule["id"] == "orphan")
    assert orphan["shortDescription"]["text"].startswith("Finds things in a registry")
    assert "## Why it matters to the customer" in orphan["help"]["markdown"]
    assert orphan["helpUri"] == "https://manual.example/reference/rules/orphan/"
    assert orphan["defaultConfiguration"] == {"level": "warning"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    levels = {problem.rule: problem.level for problem in each_rule}
    told = {result["ruleId"]: result["level"] for result in run["results"]}
    assert told == {
        rule: {"error": "error", "warning": "warning", "info": "note"}[level]
        for rule, level in levels.items()
    }


def test_sarif_names_no_address_that_is_not_known(each_rule: tuple[Problem, ...]) -> None:
    told = sarif.write(each_rule, Look(sources=False, colour=False, manual=""))
    assert '"helpUri"' not in told
    assert '"informationUri"' not in told


def test_sarif_fingerprints_stay_when_lines_move(each_rule: tuple[Problem, ...]) -> None:
    one = each_rule[0]
    span = one.place.span
    moved = Span(span.line + 9, span.column, span.end_line + 9, span.end_column)
    other = Problem(
        place=Place(one.place.file, moved), rule=one.rule, what="Other words.", about=one.about
    )
    first, second = json.loads(sarif.write([one, other], PLAIN))["runs"][0]["results"]
    assert first["partialFingerprints"] == second["partialFingerprints"]


def test_sarif_leads_to_the_other_place_too(each_rule: tuple[Problem, ...]) -> None:
    twins = [problem for problem in each_rule if problem.rule == "duplicate-id"]
    (result,) = json.loads(sarif.write(twins[:1], PLAIN))["runs"][0]["results"]
    place = twins[0].also[0]
    assert str(place) in twins[0].what
    (related,) = result["relatedLocations"]
    region = related["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == place.span[:2]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write `{0}`.", "Write `{{0}}`."),
        ("`[a]` is plain", "`[a]` is plain"),
        (r"[x](javascript:1) \ {", r"\[x\](javascript:1) \\ {{"),
    ],
)
def test_sarif_takes_no_words_for_placeholders_or_links(text: str, shown: str) -> None:
    assert sarif.as_message(text) == shown


def test_junit_is_valid(problems: tuple[Problem, ...]) -> None:
    judge = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    judge.assertValid(etree.fromstring(junit.write(problems, PLAIN).encode("ascii")))


def test_junit_counts_what_it_holds(problems: tuple[Problem, ...]) -> None:
    root = etree.fromstring(junit.write(problems, PLAIN).encode("ascii"))
    for number, suite in enumerate(root):
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
        # Ant's own schema wants them all, in this order, and every suite numbered.
        parts = [part.tag for part in suite if part.tag != "testcase"]
        assert parts == ["properties", "system-out", "system-err"]
        assert suite.get("id") == str(number)
    counts = Counter(problem.level for problem in problems)
    assert len(root.findall(".//failure")) == counts["error"]
    assert len(root.findall(".//skipped")) == counts["warning"] + counts["info"]
    assert len(root.findall(".//testcase")) == max(1, len(problems))


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [("error", {"error"}), ("warning", {"error", "warning"}), ("never", set())],
)
def test_junit_fails_what_fails_the_check(
    fail_on: str, failing: set[str], each_rule: tuple[Problem, ...]
) -> None:
    look = Look(sources=False, colour=False, fail_on=fail_on)
    root = etree.fromstring(junit.write(each_rule, look).encode("ascii"))
    assert {failure.get("type") for failure in root.iter("failure")} == failing


def test_gitlab_code_quality_is_valid(problems: tuple[Problem, ...]) -> None:
    report = json.loads(gitlab.write(problems, PLAIN))
    Draft202012Validator(schema("gitlab-code-quality.json")).validate(report)
    assert len({entry["fingerprint"] for entry in report}) == len(problems)
    assert gitlab.write(problems, PLAIN) == gitlab.write(problems, PLAIN)


def test_rdjson_is_valid(problems: tuple[Problem, ...]) -> None:
    report = json.loads(rdjson.write(problems, WITH_MANUAL))
    Draft202012Validator(schema("rdjson.json")).validate(report)
    assert len(report["diagnostics"]) == len(problems)


def test_json_is_as_its_schema_says(problems: tuple[Problem, ...]) -> None:
    said = json_format.schema()
    Draft202012Validator.check_schema(said)
    report = json.loads(json_format.write(problems, PLAIN))
    Draft202012Validator(said).validate(report)
    for key in ("schema_version", "problems"):
        assert not Draft202012Validator(said).is_valid(
            {name: value for name, value in report.items() if name != key}
        )


def test_json_gives_every_finding_with_its_whole_place() -> None:
    problem = Problem(
        place=Place("maps/journeys/order.yml", Span(3, 29, 3, 35)),
        rule="unknown-key",
        what="A stage has no field `chanel`.",
        mend="Did you mean `channel`?",
        about="journeys/order/pay/chanel",
        also=(Place("maps/a.yml", Span(1, 2, 1, 3)),),
    )
    assert json.loads(json_format.write([problem], PLAIN)) == {
        "schema_version": 1,
        "problems": [
            {
                "level": "error",
                "rule": "unknown-key",
                "file": "maps/journeys/order.yml",
                "line": 3,
                "column": 29,
                "end_line": 3,
                "end_column": 35,
                "what": "A stage has no field `chanel`.",
                "mend": "Did you mean `channel`?",
                "about": "journeys/order/pay/chanel",
                "also": [
                    {
                        "file": "maps/a.yml",
                        "line": 1,
                        "column": 2,
                        "end_line": 1,
                        "end_column": 3,
                    }
                ],
                "fingerprint": problem.fingerprint,
                "fixes": [],
                "file_name": "",
            }
        ],
    }


def test_the_schema_of_the_report_is_printed() -> None:
    printed = CliRunner().invoke(main, ["schema", "report"])
    assert (printed.exit_code, json.loads(printed.stdout)) == (0, json_format.schema())
