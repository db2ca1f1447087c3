"""``phrasegon segment``: what it writes and says."""

from __future__ import annotations

import geopandas
import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
import torch

from .conftest import names


def test_segment_writes_a_layer_a_phrase_and_says_nothing_where_nobody_looks(run, scene, stand_in, tmp_path):
    assert run("segment", scene, "bright blobs", "dark ground", "-o", "out.gpkg") == (0, "", "")
    assert names(tmp_path) == ["out.gpkg", "scene.tif"]
    assert sorted(pyogrio.list_layers("out.gpkg")[:, 0]) == ["bright_blobs", "dark_ground"]
    found = geopandas.read_file("out.gpkg", layer="bright_blobs")
    assert found.crs == "EPSG:32633"
    assert set(found["phrase"]) == {"bright blobs"}
    assert found["score"].between(0.5, 1).all()


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "json", "fgb", "parquet"])
def test_every_format_holds_the_same_ground(run, scene, stand_in, tmp_path, suffix):
    assert run("segment", scene, "bright", "-o", f"out.{suffix}") == (0, "", "")
    read = geopandas.read_parquet if suffix == "parquet" else geopandas.read_file
    found = read(f"out.{suffix}").to_crs("EPSG:32633")
    with rasterio.open(scene) as raster:
        expected = np.count_nonzero(raster.read(1) > 127) * 0.25
    assert found.area.sum() == pytest.approx(expected, rel=1e-3)  # GeoJSON keeps 7 decimals of a degree


def test_an_empty_answer_is_a_file_too(run, scene, stand_in):
    assert run("segment", scene, "bright dragons", "-o", "out.gpkg") == (0, "", "")
    assert len(geopandas.read_file("out.gpkg")) == 0


def test_every_option_of_segment_is_heard(run, scene, stand_in, tmp_path):
    geopandas.GeoSeries([shapely.box(500_010, 5_999_940, 500_080, 5_999_990)], crs="EPSG:32633").to_file("aoi.gpkg")
    limited = ("--aoi", "aoi.gpkg"), ("--bounds", 500_010, 5_999_940, 500_080, 5_999_990)
    areas = []
    for limit in limited:
        assert run("segment", scene, "bright", "-o", "limited.gpkg", *limit)[0] == 0
        areas.append(geopandas.read_file("limited.gpkg").area.sum())
    assert areas[0] == areas[1] < np.count_nonzero(rasterio.open(scene).read(1) > 127) * 0.25

    options = ("--gsd", 1, "--threshold", 0.6, "--overlap", 0.5, "--min-area", 40, "--fill-holes", 5, "--simplify", 1)
    assert run("segment", scene, "bright", "-o", "all.gpkg", *options, "--orthogonalise", "--device", "cpu")[0] == 0
    found = geopandas.read_file("all.gpkg")
    assert found["area_m2"].min() >= 40

    assert run("segment", scene, "bright", "-o", "whole.gpkg")[0] == 0
    assert run("segment", scene, "bright", "-o", "pieces.gpkg", "--separate")[0] == 0
    whole, pieces = geopandas.read_file("whole.gpkg"), geopandas.read_file("pieces.gpkg")
    assert len(pieces) > len(whole)
    assert pieces.area.sum() == pytest.approx(whole.area.sum())

    assert run("segment", scene, "bright", "dark", "-o", "both.fgb", "--probability", "p.tif")[0] == 0
    assert set(geopandas.read_file("both.fgb")["phrase"]) == {"bright", "dark"}
    assert {"p_1_bright.tif", "p_2_dark.tif"} <= set(names(tmp_path))


def test_remarks_are_one_line_each_on_standard_error(run, write_scene, blobs, stand_in):
    scene = write_scene(blobs, transform=None, crs=None)
    status, out, err = run("segment", scene, "bright zebra", "-o", "out.gpkg")
    assert (status, out) == (0, "")
    assert err.splitlines() == [
        "the scene has no coordinate reference system: areas and lengths are in pixels",
        "not learnt: zebra",
    ]


def test_a_terminal_sees_tiles_and_a_summary(run, scene, stand_in, monkeypatch):
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    status, out, err = run("segment", scene, "bright", "-o", "out.gpkg")
    assert (status, out) == (0, "")
    assert "12/12 tiles" in err
    assert err.splitlines()[-1].endswith(f"{len(geopandas.read_file('out.gpkg'))} polygons in out.gpkg")


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
def test_a_gpu_that_is_not_there_is_refused(run, scene, tmp_path):
    status, out, err = run("segment", scene, "bright", "-o", "out.gpkg", "--device", "cuda")
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert names(tmp_path) == ["scene.tif"]


def test_a_truncated_raster_gives_what_can_be_read_and_names_the_rest(run, folder, scene, stand_in):
    status, out, err = run("segment", "truncated.tif", "bright", "-o", "out.gpkg", "--probability", "p.tif")
    assert (status, out) == (3, "")
    told, where = err.splitlines()
    assert told == "8 of 12 tiles of truncated.tif could not be read: nothing is known there"
    assert where == "their extents are in the layer failed_tiles of out.gpkg"
    failed = geopandas.read_file("out.gpkg", layer="failed_tiles")
    assert (len(failed), failed.crs) == (8, "EPSG:32633")
    with rasterio.open("p.tif") as raster, rasterio.open(scene) as source:
        known = raster.read(1) != raster.nodata
        unread = rasterio.features.geometry_mask(failed.geometry, known.shape, raster.transform, invert=True)
        grey = source.read(1)
    assert not unread[known].all()
    assert (known | unread).all()
    found = geopandas.read_file("out.gpkg", layer="bright")
    assert found.area.sum() == pytest.approx(np.count_nonzero((grey > 127) & known) * 0.25)


def test_formats_of_one_layer_have_the_failed_tiles_beside_them(run, folder, stand_in):
    status, _, err = run("segment", "truncated.tif", "bright", "-o", "out.shp")
    assert status == 3
    assert err.splitlines()[1] == "their extents are in the layer failed_tiles of out_failed_tiles.shp"
    assert geopandas.read_file("out_failed_tiles.shp")["tile"].tolist() == list(range(4, 12))
    assert set(geopandas.read_file("out.shp")["phrase"]) == {"bright"}


def test_the_model_that_ships_runs_on_a_laptop(run, scene, tmp_path):
    assert run("segment", scene, "the buildings", "-o", "out.gpkg", "--device", "cpu")[0] == 0
    assert names(tmp_path) == ["out.gpkg", "scene.tif"]
    found = geopandas.read_file("out.gpkg")
    assert list(found.columns) == ["phrase", "score", "presence", "area_m2", "perimeter_m", "model", "geometry"]
