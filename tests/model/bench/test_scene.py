from __future__ import annotations

import json
import tempfile

import numpy as np
import pytest
import rasterio
from rich.console import Console

from phrasegon.model.bench.scene import bench_scene, table
from phrasegon.model.bench.synthetic import write_scene


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    folder = tmp_path_factory.mktemp("temporary")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(folder))
        measured = bench_scene((1100,))
    assert list(folder.iterdir()) == []
    return measured


def test_a_scene_is_measured(result):
    (scene,) = result["scenes"]
    assert scene["side"] == 1100
    assert 20 < scene["polygons"] < 120
    assert 50 < scene["start_mib"] < scene["peak_mib"] < 4000
    assert 0 < scene["decode_seconds_per_megapixel"] < scene["seconds_per_megapixel"]
    assert result["memory_ratio"] == 1


def test_the_result_is_json_and_a_table(result):
    assert json.loads(json.dumps(result)) == result
    console = Console(width=80)
    with console.capture() as shown:
        console.print(table(result))
    text = shown.get()
    assert "1100" in text
    assert f"{result['memory_ratio']:.2f}" in text


def test_a_larger_made_up_scene_begins_with_the_smaller_one(tmp_path):
    for side in (600, 1100):
        write_scene(tmp_path / f"{side}.tif", side)
    with rasterio.open(tmp_path / "600.tif") as small, rasterio.open(tmp_path / "1100.tif") as large:
        assert (large.width, large.height, large.count) == (1100, 1100, 3)
        part = large.read(window=((0, 512), (0, 512)))
        np.testing.assert_array_equal(small.read(window=((0, 512), (0, 512))), part)
    bright = (part.mean(0) > 127).mean()
    assert 0.05 < bright < 0.3
