"""The bench of the cluster, on a small scene."""

from __future__ import annotations

import json

from rich.console import Console

from phrasegon.model.bench.cluster import bench_cluster, table


def test_workers_are_measured_beside_a_single_process_and_give_its_bytes():
    result = bench_cluster(workers=(2,), side=1024)
    assert result["same"]
    assert (result["tiles"], [each["workers"] for each in result["runs"]]) == (9, [0, 2])
    assert result["runs"][0]["speed_up"] == 1
    assert all(each["seconds"] > 0 for each in result["runs"])
    assert json.loads(json.dumps(result)) == result
    console = Console(record=True, width=120, quiet=True)
    console.print(table(result))
    assert "the same bytes in every run" in table(result).caption
