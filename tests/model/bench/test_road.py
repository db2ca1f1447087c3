"""The bench of the whole road, on a small scene."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio
from rich.console import Console

from phrasegon.model.bench.road import bench_road, table, write_mirrored
from phrasegon.model.scene.ground import ground_sample_distance


@pytest.fixture(scope="module")
def result() -> dict:
    return bench_road(side=1024, device="cpu")


def test_the_road_is_measured_beside_the_network(result):
    assert (result["model"], result["device"], result["side"], result["tile"]) == ("rs2sam2-nano", "cpu", 1024, 512)
    assert result["tiles"] == 9
    assert result["polygons"] > 0
    assert min(result["network_s"], result["road_s"]) > 0
    assert result["share"] == pytest.approx(result["network_s"] / result["road_s"], rel=0.02)
    assert result["road_megapixels_per_s"] * result["road_s"] == pytest.approx(1024**2 / 1e6, rel=0.02)


def test_the_result_is_json_and_a_table(result):
    assert json.loads(json.dumps(result)) == result
    console = Console(record=True, width=120, quiet=True)
    console.print(table(result))
    assert result["machine"]["torch"] in table(result).caption


def test_the_scene_is_mirrored_and_as_fine_as_the_model_takes_it(tmp_path):
    write_mirrored(tmp_path / "scene.tif", 1100, (0.5, 30.0))
    with rasterio.open(tmp_path / "scene.tif") as raster:
        assert ground_sample_distance(raster.transform, raster.crs, 1100, 1100) == pytest.approx(0.5, rel=0.01)
        picture = raster.read(1).astype(float)
    assert np.abs(picture[:, 1024:] - picture[:, 948:1024][:, ::-1]).mean() < 5  # but for the compression
