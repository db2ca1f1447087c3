"""The bench of the vectoriser, on small rasters."""

from __future__ import annotations

import json
import tempfile

import numpy as np
import pytest
import rasterio
import shapely
from rich.console import Console

from phrasegon.model.bench.blobs import write_probability
from phrasegon.model.bench.vectorise import bench_vectorise, table
from phrasegon.model.scene.mosaic import PROBABILITY_NODATA
from phrasegon.model.scene.vectorise import vectorise


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    folder = tmp_path_factory.mktemp("temporary")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(folder))
        measured = bench_vectorise(400, 600, ["ragged"], repeats=1)
    assert list(folder.iterdir()) == []
    return measured


def test_both_ways_give_the_same_polygons(result):
    compared, large = result["rasters"]
    assert (compared["outlines"], compared["side"], large["outlines"], large["side"]) == ("ragged", 400, "ragged", 600)
    assert compared["same"] is True
    assert large["same"] is None
    for raster in (compared, large):
        found = [way for way in raster["ways"] if "polygons" in way]
        assert len({way["polygons"] for way in found}) == 1
        assert found[0]["polygons"] > raster["side"] ** 2 / 12_000
        measured = [way for way in found if "vertices" in way]
        assert len({way["vertices"] for way in measured}) == 1
        assert [way["area_m2"] for way in measured] == pytest.approx([measured[0]["area_m2"]] * len(measured), abs=0.01)


def test_each_way_is_measured(result):
    for raster, limit in zip(result["rasters"], ("shapes of the mask in memory", "reading the file"), strict=True):
        ways = {way["name"]: way for way in raster["ways"]}
        for way in ways.values():
            assert way["seconds"] > 0
            assert way["processor_s"] > 0
            assert way["seconds_per_megapixel"] == pytest.approx(way["seconds"] / raster["side"] ** 2 * 1e6, abs=0.005)
            assert way["ratio"] == pytest.approx(way["seconds"] / ways[limit]["seconds"], rel=0.2)
            assert 20 < way["start_mib"] < 1000
            assert way["start_mib"] - 1 < way["peak_mib"] < 4000
        assert ways[limit]["ratio"] == 1


def test_the_result_is_json_and_a_table(result):
    assert json.loads(json.dumps(result)) == result
    console = Console(width=160)
    with console.capture() as shown:
        console.print(table(result))
    text = shown.get()
    assert all(way["name"] in text for raster in result["rasters"] for way in raster["ways"])
    assert text.count("all the same polygons") == 1
    assert f"{result['rasters'][1]['ways'][0]['vertices']:,}" in text


@pytest.mark.parametrize("ragged", [False, True])
def test_a_made_up_raster_looks_like_one_that_a_run_keeps(tmp_path, ragged):
    path = tmp_path / "probability.tif"
    write_probability(path, 2100, ragged=ragged)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    with rasterio.open(path) as raster:
        assert (raster.count, raster.dtypes, raster.nodata) == (1, ("uint8",), PROBABILITY_NODATA)
        assert raster.profile["compress"] == "deflate"
        values = raster.read(1)
        bounds = raster.bounds
    assert values.max() < PROBABILITY_NODATA
    found = np.array([polygon for polygon, _ in vectorise(path, 0.5)])
    assert 2100**2 / 12_000 < len(found) < 2100**2 / 6_000
    widest = found[np.argmax(shapely.area(shapely.envelope(found)))]
    assert shapely.box(*widest.bounds).area == pytest.approx(shapely.box(*bounds).area)  # the roads, from end to end
    assert shapely.get_num_interior_rings(found).sum() > len(found) / 10


def test_ragged_outlines_have_many_vertices(tmp_path):
    vertices = []
    for ragged in (False, True):
        write_probability(tmp_path / "p.tif", 500, ragged=ragged)
        vertices.append(sum(shapely.get_num_coordinates(polygon) for polygon, _ in vectorise(tmp_path / "p.tif", 0.5)))
    assert vertices[1] > 2 * vertices[0]
