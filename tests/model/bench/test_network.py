"""The bench of the networks measures what it says."""

from __future__ import annotations

import json

import pytest
from rich.console import Console

from phrasegon.model.bench.network import bench_network, table


@pytest.fixture(scope="module")
def result() -> dict:
    return bench_network(presets=["nano"], precisions=["float32"], batch=2)


def test_a_row_holds_what_was_measured(result: dict) -> None:
    (row,) = result["networks"]
    assert (row["preset"], row["precision"], row["batch"], row["tile"]) == ("nano", "float32", 2, 512)
    assert 8e6 < row["parameters"] < 9e6
    assert row["gflops"] * row["seconds_per_tile"] == pytest.approx(row["gflop_per_tile"], rel=0.01)
    assert row["share"] == pytest.approx(row["gflops"] / row["matrix_gflops"], rel=0.01)


def test_the_work_of_a_tile_does_not_depend_on_the_batch(result: dict) -> None:
    (alone,) = bench_network(presets=["nano"], precisions=["bfloat16"], batch=1)["networks"]
    assert alone["gflop_per_tile"] == pytest.approx(result["networks"][0]["gflop_per_tile"], rel=1e-3)


def test_the_result_is_json_and_a_table(result: dict) -> None:
    assert json.loads(json.dumps(result)) == result
    console = Console(record=True, width=160, quiet=True)
    console.print(table(result))
    assert result["machine"]["torch"] in table(result).caption
