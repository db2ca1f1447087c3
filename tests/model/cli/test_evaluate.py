"""``phrasegon evaluate``."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import pytest
import rasterio
import shapely


def test_evaluate_writes_what_it_measures(run, scene, stand_in):
    with rasterio.open(scene) as raster:
        grey, transform = raster.read(1), raster.transform
    found = rasterio.features.shapes(grey, mask=grey > 127, transform=transform)
    geopandas.GeoSeries([shapely.geometry.shape(shape) for shape, _ in found], crs="EPSG:32633").to_file("labels.gpkg")
    entries = [
        {"scene": "scene.tif", "labels": "labels.gpkg", "phrase": "bright blobs", "class": "roof"},
        {"scene": "scene.tif", "phrase": "bright dragons", "absent": True, "class": "dragon"},
    ]
    Path("manifest.json").write_text(json.dumps(entries))
    status, out, err = run("evaluate", "manifest.json", "--json", "numbers.json")
    assert (status, err) == (0, "")
    report = json.loads(Path("numbers.json").read_text())
    assert [report["mean_iou"], report["overall_iou"], report["absent_area_share"]] == [1.0, 1.0, 0.0]
    assert [case["polygon_recall"] for case in report["cases"]] == [1.0, None]
    assert "bright dragons (absent)" in out
    assert [sums["polygon_recall"] for sums in report["by_class"].values()] == [1.0, None]
    assert "absent empty share" in out
    assert "1.000" in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["evaluate", "none.json"], "none.json"),
        (["evaluate", "text.tif"], "text.tif"),
        (["evaluate", "lines.json"], "only polygons"),
        (["evaluate", "wrong.json"], "Entry 1"),
        (["evaluate", "good.json", "--json", "none/numbers.json"], "none"),
        (["evaluate", "good.json", "--json", "folder.gpkg"], "folder.gpkg"),
        (["evaluate", "good.json", "--json", "good.json"], "would destroy"),
        (["evaluate", "good.json", "--json", "scene.tif"], "would destroy"),
        (["evaluate", "good.json", "--device", "abacus"], "abacus"),
    ],
)
def test_evaluate_refuses_in_one_sentence_and_leaves_nothing(refused, stand_in, arguments, says):
    Path("lines.json").write_text('[{"scene": "scene.tif", "labels": "points.gpkg", "phrase": "bright"}]')
    Path("wrong.json").write_text('[{"scene": "scene.tif"}]')
    Path("good.json").write_text('[{"scene": "scene.tif", "phrase": "bright", "absent": true}]')
    sentence = refused(*arguments)
    assert says in sentence
    assert sentence.endswith((".", "?", ")"))
