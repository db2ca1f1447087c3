from __future__ import annotations

import geopandas
import numpy as np
import pytest
import rasterio
from matplotlib.image import imread
from rasterio.transform import from_origin
from shapely.geometry import box

from phrasegon.model.demo.figure import draw


def write_scene(path, crs, transform):
    """A scene that is grey all over, so that whatever has a colour was drawn on it."""
    profile = {"driver": "GTiff", "width": 200, "height": 100, "count": 3, "dtype": "uint8"}
    with rasterio.open(path, "w", crs=crs, transform=transform, **profile) as scene:
        scene.write(np.full((3, 100, 200), 128, np.uint8))


def polygons(crs, *shapes):
    return geopandas.GeoDataFrame(
        {"score": [0.9] * len(shapes), "area_m2": [25.0] * len(shapes)}, geometry=list(shapes), crs=crs
    )


@pytest.fixture(params=["EPSG:32645", "EPSG:4326"])
def scene(request, tmp_path):
    pixel = 0.5 if request.param == "EPSG:32645" else 5e-6
    transform = from_origin(85, 28, pixel, pixel)
    write_scene(tmp_path / "scene.tif", request.param, transform)
    return tmp_path / "scene.tif", request.param, transform


def coloured(picture):
    return np.ptp(picture[..., :3], axis=-1) > 0.2


def test_polygons_are_drawn_where_they_lie(scene, tmp_path):
    path, crs, transform = scene
    corner, opposite = transform @ (0, 100), transform @ (100, 0)
    left_half = polygons(crs, box(*corner, *opposite))
    draw(path, {"left": left_half, "nothing": polygons(crs)}, "title", tmp_path / "out.png")
    picture = imread(tmp_path / "out.png")
    panels = coloured(picture[:, : int(picture.shape[1] * 0.88)])  # without the legend
    columns = np.flatnonzero(panels.any(axis=0))
    assert columns.size
    assert columns.max() < panels.shape[1] * 0.35
    assert panels.sum() > 0.05 * panels.size


def test_nothing_is_left_behind_when_it_cannot_be_written(scene, tmp_path):
    path, crs, _ = scene
    (tmp_path / "out.png").mkdir()
    with pytest.raises(IsADirectoryError):
        draw(path, {"x": polygons(crs)}, "title", tmp_path / "out.png")
    assert sorted(child.name for child in tmp_path.iterdir()) == ["out.png", "scene.tif"]
