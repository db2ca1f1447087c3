"""The bench of the pipeline, on small scenes."""

from __future__ import annotations

import json

import pytest
from rich.console import Console

from phrasegon.model.bench.pipeline import bench_pipeline, table


@pytest.fixture(scope="module")
def result() -> dict:
    return bench_pipeline(device="cpu", side=1024, large=1500)


def test_the_run_is_measured_beside_its_network_and_the_road_beside_decoding(result):
    network = result["network"]
    assert network["tiles"] == 9
    assert network["ratio"] == pytest.approx(network["run_s"] / network["bare_s"], rel=0.01)
    fast, free = result["roads"]
    assert fast["network_s_per_tile"] == pytest.approx(network["bare_s"] / 9 / 20, rel=0.05)
    assert free["network_s_per_tile"] == 0
    for road in result["roads"]:
        assert 0 < road["whole_mpx_s"] <= road["mapping_mpx_s"]
        assert road["limit_mpx_s"] > 0


def test_the_result_is_json_and_a_table(result):
    assert json.loads(json.dumps(result)) == result
    console = Console(record=True, width=120, quiet=True)
    console.print(table(result))
    assert result["machine"]["torch"] in table(result).caption
