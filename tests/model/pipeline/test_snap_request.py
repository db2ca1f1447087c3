"""From a file of rough polygons to a file of snapped ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import geopandas
import pandas as pd
import pyogrio
import pytest
import shapely

from phrasegon.model.errors import ModelError, OptionError, OutputError, SceneError
from phrasegon.model.pipeline.snap_request import run_snap
from phrasegon.protocol import Snap


@pytest.fixture
def scene(write_scene, blobs) -> Path:
    return write_scene(blobs)


def rough(crs: str = "EPSG:32633") -> geopandas.GeoDataFrame:
    boxes = [shapely.box(x, 5_999_950, x + 15, 5_999_962) for x in (500_010, 500_030, 600_000)]
    columns = {"name": ["é", None, "far"], "storeys": [1, 2, 3], "built": pd.to_datetime(["1999-01-01"] * 3)}
    return geopandas.GeoDataFrame(columns, geometry=boxes, crs="EPSG:32633").to_crs(crs)


@pytest.fixture
def command(small_sam2, scene, tmp_path) -> Snap:
    rough().to_file(tmp_path / "rough.gpkg")
    return Snap(str(scene), "rough.gpkg", "out.gpkg", small_sam2, "cpu")


def test_all_that_was_known_of_a_polygon_stays_with_it(command):
    snapped = run_snap(command)
    found = geopandas.read_file("out.gpkg")
    assert list(found.columns) == ["name", "storeys", "built", "snap_score", "snapped", "geometry"]
    assert found["name"].tolist()[0] == "é"
    assert found["storeys"].tolist() == [1, 2, 3]
    assert found.geometry.iloc[2].equals(rough().geometry.iloc[2])
    assert (snapped.polygons, snapped.snapped) == (3, int(found["snapped"].sum()))
    assert (snapped.output, snapped.layers, snapped.device) == ("out.gpkg", ("rough",), "cpu")
    assert snapped.tiles == 1
    assert len(snapped.weights_sha256) == 64


@pytest.mark.parametrize("suffix", ["shp", "geojson", "fgb", "parquet"])
def test_every_format_of_segment_is_written(command, suffix):
    snapped = run_snap(replace(command, output=f"out.{suffix}"))
    read = geopandas.read_parquet if suffix == "parquet" else geopandas.read_file
    found = read(snapped.output).sort_values("storeys")
    assert found["storeys"].tolist() == [1, 2, 3]
    assert {"snap_score", "snapped"} <= set(found.columns)


def test_every_layer_of_polygons_is_snapped_and_other_layers_are_left_out(command, tmp_path):
    second = rough().iloc[1:].assign(name="b")
    second.to_file("rough.gpkg", layer="other")
    second.to_file("rough.gpkg", layer="failed_tiles")
    geopandas.GeoSeries([shapely.Point(0, 0)], crs="EPSG:32633").to_file("rough.gpkg", layer="points")
    snapped = run_snap(command)
    assert set(snapped.layers) == set(pyogrio.list_layers("out.gpkg")[:, 0]) == {"rough", "other"}
    assert snapped.polygons == 5
    assert len(geopandas.read_file("out.gpkg", layer="other")) == 2
    one = run_snap(replace(command, output="out.fgb"))
    assert len(geopandas.read_file(one.output)) == 5


def test_the_file_is_in_the_crs_of_the_polygons(command):
    rough("EPSG:4326").to_file("rough.geojson")
    run_snap(replace(command, vector="rough.geojson"))
    assert geopandas.read_file("out.gpkg").crs == "EPSG:4326"


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        ({"scene": "none.tif"}, SceneError, "none.tif"),
        ({"vector": "none.gpkg"}, SceneError, "There is no file none.gpkg"),
        ({"vector": "text.gpkg"}, SceneError, "cannot be read as a vector file"),
        ({"vector": "points.gpkg"}, SceneError, "Point geometries, only polygons"),
        ({"output": "out.dxf"}, OutputError, ".dxf"),
        ({"output": "none/out.gpkg"}, OutputError, "none"),
        ({"output": "rough.gpkg"}, OutputError, "destroy what is read"),
        ({"model": "rs2sam2-nano"}, ModelError, "choose one of sam2.1-hiera-tiny"),
        ({"device": "abacus"}, ModelError, "abacus"),
        ({"bounds": (1.0, 0.0, 0.0, 1.0)}, OptionError, "do not enclose"),
        ({"gsd": -1.0}, OptionError, "ground sample distance"),
        ({"bands": (9,)}, OptionError, "band"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing(command, tmp_path, change, error, says):
    (tmp_path / "text.gpkg").write_text("no vectors")
    geopandas.GeoSeries([shapely.Point(0, 0)], crs="EPSG:32633").to_file("points.gpkg")
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(error, match=says):
        run_snap(replace(command, **change))
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_run_that_is_ended_leaves_nothing(command, tmp_path):
    before = sorted(path.name for path in tmp_path.iterdir())
    for stage in ("loading", "segmenting", "writing"):

        def stop(progress, stage=stage):
            if progress.stage == stage:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run_snap(command, stop)
        assert sorted(path.name for path in tmp_path.iterdir()) == before
