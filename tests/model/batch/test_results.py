"""What a batch writes: one table of all scenes, and a catalogue of them."""

from __future__ import annotations

import json
import shutil
from datetime import datetime, timezone
from pathlib import Path

import geopandas
import numpy as np
import pyarrow.dataset
import pyarrow.parquet
import pyproj
import pystac
import pytest
import rasterio
import shapely
from rasterio.transform import Affine
from rasterio.windows import Window

import phrasegon
from phrasegon.protocol.version import version

SAMPLE = Path(phrasegon.__file__).parent / "resources" / "sample"
COLUMNS = ["id", "phrase", "score", "presence", "area_m2", "perimeter_m", "model", "geometry"]


def items_of(folder: str) -> dict[str, pystac.Item]:
    collection = pystac.Collection.from_file(str(Path(folder).absolute() / "collection.json"))
    return {item.id: item for item in collection.get_items()}


def places(item: pystac.Item) -> dict[str, Path]:
    return {key: Path(asset.get_absolute_href()) for key, asset in item.assets.items()}


def test_scenes_of_different_crs_are_one_table(run, scenes, phrases, stand_in, loads, tmp_path):
    assert run(*scenes, "./utm.tif", "--phrases", phrases, "-o", "out") == (0, "", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "phrases.txt", "rio.tif", "utm.tif"]
    assert sorted(path.name for path in Path("out").iterdir()) == ["collection.json", "items", "polygons"]
    assert loads == ["rs2sam2-nano"]

    table = geopandas.read_parquet("out/polygons")
    assert list(table.columns) == [*COLUMNS, "scene"]
    assert table.crs == "EPSG:4326"
    assert table["id"].is_unique
    assert set(table["phrase"]) == {"bright blobs", "dark ground"}
    for scene in scenes:
        found = table[(table["scene"] == scene.stem) & (table["phrase"] == "bright blobs")]
        assert list(found["id"]) == [f"{scene.stem}/1/{number}" for number in range(1, len(found) + 1)]
        with rasterio.open(scene) as raster:
            bright, crs = np.count_nonzero(raster.read(1) > 127), raster.crs
            pixel = abs(raster.transform.determinant)
        assert shapely.area(found.geometry.to_crs(crs).to_numpy()).sum() == pytest.approx(bright * pixel, rel=1e-6)
        assert found["area_m2"].sum() == pytest.approx(bright * 0.25, rel=0.1)

    rows = pyarrow.dataset.dataset("out/polygons", partitioning="hive").to_table(columns=["id", "scene"])
    assert rows.num_rows == len(table)
    assert set(rows["scene"].to_pylist()) == {"utm", "rio"}


def test_every_partition_has_the_same_schema_also_an_empty_one(run, scenes, stand_in):
    Path("phrases.txt").write_text("dragons")
    assert run(*scenes, "--phrases", "phrases.txt", "-o", "none")[0] == 0
    Path("phrases.txt").write_text("bright")
    assert run(scenes[0], "--phrases", "phrases.txt", "-o", "some")[0] == 0
    partitions = [*Path("none").rglob("*.parquet"), *Path("some").rglob("*.parquet")]
    schemas = [pyarrow.parquet.read_schema(path).remove_metadata() for path in partitions]
    assert schemas[0] == schemas[1] == schemas[2]
    assert schemas[0].names == COLUMNS

    shutil.copytree("none/polygons/scene=rio", "some/polygons/scene=a")  # the first one that is read is empty
    table = geopandas.read_parquet("some/polygons")
    assert set(table["scene"]) == {"utm"}
    assert table.crs == "EPSG:4326"
    assert geopandas.read_parquet("none/polygons").empty


def test_each_scene_has_an_item_whose_files_are_there(run, scenes, phrases, stand_in):
    assert run(*scenes, "--phrases", phrases, "-o", "out", "--keep-probability") == (0, "", "")
    items = items_of("out")
    assert set(items) == {"utm", "rio"}
    table = geopandas.read_parquet("out/polygons")
    for scene in scenes:
        item = items[scene.stem]
        assert item.get_collection().id == item.collection_id == "phrasegon-out"
        files = places(item)
        assert files.pop("scene") == scene
        assert set(files) == {"polygons", "probability_1", "probability_2"}
        assert all(path.is_file() for path in files.values())
        assert item.assets["polygons"].media_type == "application/vnd.apache.parquet"
        with rasterio.open(files["probability_2"]) as raster:
            assert raster.crs == rasterio.open(scene).crs
        found = table[table["scene"] == scene.stem]
        assert item.properties["phrasegon:phrases"] == ["bright blobs", "dark ground"]
        assert item.properties["phrasegon:counts"] == [
            (found["phrase"] == "bright blobs").sum(),
            (found["phrase"] == "dark ground").sum(),
        ]
        assert item.properties["phrasegon:weights_sha256"] == "0" * 64
        assert item.properties["processing:software"] == {"phrasegon": version()}
        assert item.properties["gsd"] == pytest.approx(0.5, rel=0.1)
        outline = shapely.geometry.shape(item.geometry)
        assert shapely.box(*item.bbox).equals(shapely.box(*outline.bounds))
        assert outline.buffer(1e-7).covers(shapely.union_all(found.geometry))


def test_the_collection_encloses_its_items(run, scenes, phrases, stand_in):
    run(*scenes, "--phrases", phrases, "-o", "out")
    collection = pystac.Collection.from_file("out/collection.json")
    ((west, south, east, north),) = collection.extent.spatial.bboxes
    boxes = [item.bbox for item in items_of("out").values()]
    assert (west, south) == (min(box[0] for box in boxes), min(box[1] for box in boxes))
    assert (east, north) == (max(box[2] for box in boxes), max(box[3] for box in boxes))


def test_the_time_is_the_rasters_own_or_a_span(run, scenes, phrases, stand_in):
    with rasterio.open(scenes[0], "r+") as raster:
        raster.update_tags(TIFFTAG_DATETIME="2021:07:05 10:30:00")
    with rasterio.open(scenes[1], "r+") as raster:
        raster.update_tags(TIFFTAG_DATETIME="0000:00:00 00:00:00")
    run(*scenes, "--phrases", phrases, "-o", "out")
    items = items_of("out")
    assert items["utm"].datetime == datetime(2021, 7, 5, 10, 30, tzinfo=timezone.utc)
    assert items["rio"].datetime is None
    written = datetime.fromtimestamp(scenes[1].stat().st_mtime, timezone.utc)
    assert items["rio"].common_metadata.end_datetime == written
    assert items["rio"].common_metadata.start_datetime < written


def test_a_turned_scene_has_a_turned_footprint(run, write_scene, blobs, phrases, stand_in):
    turned = Affine.translation(500_000, 6_000_000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)
    run(write_scene(blobs, transform=turned), "--phrases", phrases, "-o", "out")
    outline = shapely.geometry.shape(items_of("out")["scene"].geometry)
    assert outline.exterior.is_ccw
    assert outline.area < 0.6 * shapely.box(*outline.bounds).area
    corners = geopandas.GeoSeries([outline], crs="EPSG:4326").to_crs("EPSG:32633").get_coordinates().to_numpy()
    expected = [turned @ corner for corner in ((0, 0), (0, 150), (200, 150), (200, 0), (0, 0))]
    assert corners == pytest.approx(np.array(expected), abs=1e-3)


def test_what_lies_across_the_antimeridian_is_cut_there(run, write_scene, blobs, phrases, stand_in):
    x, y = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:32760", always_xy=True).transform(180, -17)
    over = Affine(0.5, 0, x - 50, 0, -0.5, y)
    scene = write_scene(blobs, transform=over, crs="EPSG:32760")
    assert run(scene, "--phrases", phrases, "-o", "out")[0] == 0
    item = items_of("out")["scene"]
    west, _, east, _ = item.bbox
    assert west == pytest.approx(180, abs=1e-3)
    assert east == pytest.approx(-180, abs=1e-3)
    assert west > 0 > east
    table = geopandas.read_parquet("out/polygons")
    parts = table.geometry.explode()
    assert (parts.bounds["maxx"] - parts.bounds["minx"]).max() < 0.01
    assert parts.bounds["minx"].min() < -179.99
    assert parts.bounds["maxx"].max() > 179.99
    assert table.geometry.is_valid.all()
    ((left, _, right, _),) = pystac.Collection.from_file("out/collection.json").extent.spatial.bboxes
    assert (left, right) == (-180, 180)


def test_a_folder_may_have_any_name_and_move_with_its_scenes(run, scenes, phrases, stand_in, tmp_path):
    Path("a b").mkdir()
    (tmp_path / "a b" / "100% #1? ü").mkdir()
    moved = [path.rename(Path("a b") / path.name) for path in scenes]
    folder = "a b/100% #1? ü/out"
    assert run(*moved, "--phrases", phrases, "-o", folder)[0] == 0
    Path("a b").rename("elsewhere")
    for file in (tmp_path / "elsewhere" / "100% #1? ü" / "out" / "items").iterdir():
        item = pystac.Item.from_dict(json.loads(file.read_text()))
        assert all((file.parent / asset.href).resolve().is_file() for asset in item.assets.values())


def test_the_model_that_ships(run, phrases):
    with rasterio.open(SAMPLE / "banepa.tif") as raster:
        window = Window(0, 0, 200, 200)
        profile = {**raster.profile, "width": 200, "height": 200, "transform": raster.window_transform(window)}
        with rasterio.open("banepa.tif", "w", **profile) as crop:
            crop.write(raster.read(window=window))
    Path("phrases.txt").write_text("the buildings\ntrees\n")
    assert run("banepa.tif", SAMPLE / "claremont.tif", "--phrases", phrases, "-o", "out")[0] == 0
    table = geopandas.read_parquet("out/polygons")
    assert set(table["scene"]) == {"banepa", "claremont"}
    assert set(table["model"]) == {"rs2sam2-nano"}
    for name, item in items_of("out").items():
        # The same polygons as without the batch.
        alone = phrasegon.segment(SAMPLE / "claremont.tif" if name == "claremont" else "banepa.tif", ["the buildings"])
        assert item.properties["phrasegon:counts"][0] == len(alone)
