"""Readings of a metric from the CSV beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.metric import Metric
from tests.maps_on_disk import as_text, write_maps


def loaded(folder: Path, files: dict[str, str]) -> Loaded:
    return load(write_maps(folder, files), "maps")


def readings(folder: Path, table: str) -> tuple[list[tuple[str, float]], str]:
    """Give the readings of a metric with this CSV beside it, and the findings as text."""
    maps = write_maps(folder, {"metrics/nps.yml": "title: NPS\nreadings: []\n"})
    (maps / "metrics" / "nps.csv").write_bytes(table.encode("utf-8"))
    found = load(maps, "maps")
    (metric,) = found.entries
    assert isinstance(metric, Metric)
    return [(one.date.text, one.value.value) for one in metric.readings], as_text(found.problems)


def test_readings_stand_in_a_csv_beside_the_metric(tmp_path: Path) -> None:
    table = '\ufeffdate,value,note\r\n2026-08,31,\r\n\r\n2026-09-30,29.5,"a, b"\r\n'
    assert readings(tmp_path, table) == ([("2026-08", 31.0), ("2026-09-30", 29.5)], "")


def test_readings_of_the_csv_stand_behind_those_of_the_yaml(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        {
            "metrics/nps.yml": "title: NPS\nreadings: [{date: 2026-07, value: 1}]\n",
            "metrics/nps.csv": "date,value\n2026-08,2\n",
        },
    )
    (metric,) = found.entries
    assert isinstance(metric, Metric)
    assert [reading.date.text for reading in metric.readings] == ["2026-07", "2026-08"]


def test_a_row_that_cannot_be_read_is_told_and_left_out(tmp_path: Path) -> None:
    table = 'date,value,n\n2026-08,31,\nsoon,12,4\n2026-10,"1,5",\n2026-11,7,x\n2026-12,1,2,3\n'
    assert readings(tmp_path, table) == (
        [("2026-08", 31.0)],
        "maps/metrics/nps.csv:3:1: The `date` of a reading: `soon` is no date. [wrong-shape]\n"
        "    Write a date like `2026-11-21`, or a month like `2026-08`.\n"
        "maps/metrics/nps.csv:4:9: The `value` of a reading: `1,5` is no number. [wrong-shape]\n"
        "    Write a point instead of the comma: `1.5`.\n"
        "maps/metrics/nps.csv:5:11: The `n` of a reading: `x` is no number. [wrong-shape]\n"
        "    Write a whole number of 0 or more, for example `n: 0`.\n"
        "maps/metrics/nps.csv:6:1: This row has 4 cells, and the table 3 columns. [wrong-shape]\n"
        "    Put text with a comma in quotes.\n",
    )


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            "date;value\n2026-08;31\n",
            "maps/metrics/nps.csv:1:1: The columns are separated by semicolons. [wrong-shape]\n"
            "    Save it with commas, and numbers with a point.\n",
        ),
        (
            "date,points\n2026-08,31\n2026-09,30\n",
            "maps/metrics/nps.csv:1:1: The table has no column `value`. [wrong-shape]\n"
            "    Save it as CSV in UTF-8, with `date,value` in the first line.\n"
            "maps/metrics/nps.csv:1:6: A reading has no field `points`. [unknown-key]\n"
            "    Delete the column.\n",
        ),
        (
            'date,value\n"2026-08,31\n',
            "maps/metrics/nps.csv:1:1: The readings cannot be read: unexpected end of data."
            " [wrong-shape]\n"
            "    Save it as CSV in UTF-8, with `date,value` in the first line.\n",
        ),
    ],
)
def test_a_table_that_is_none_is_told_once(table: str, found: str, tmp_path: Path) -> None:
    assert readings(tmp_path, table) == ([], found)


def test_a_column_of_no_field_is_told_once_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = "".join(f"2026-{month:02},{month},x\n" for month in range(1, 13))
    values, found = readings(tmp_path, "date,value,team\n" + rows)
    assert len(values) == 12
    assert found == (
        "maps/metrics/nps.csv:1:12: A reading has no field `team`. [unknown-key]\n"
        "    Delete the column.\n"
    )


def test_readings_that_lead_out_of_the_folder_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("date,value\n2026-08,31\n")
    maps = write_maps(tmp_path, {"metrics/nps.yml": "title: NPS\n"})
    (maps / "metrics" / "nps.csv").symlink_to(tmp_path / "secret.csv")
    found = load(maps, "maps")
    assert [problem.what for problem in found.problems] == [
        "maps/metrics/nps.csv leads out of the folder of maps."
    ]
