"""Virtual rasters show the pixels of the files they name."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image

from phrasegon.model.scene.raster import open_scene
from phrasegon.model.training.vrt import Part, virtual_raster


@pytest.fixture
def picture(tmp_path) -> np.ndarray:
    """Random colours, uint8 (20, 30, 3), never black, in files/picture.png."""
    colours = np.random.default_rng(3).integers(1, 255, (20, 30, 3), np.uint8)
    (tmp_path / "files").mkdir()
    Image.fromarray(colours).save(tmp_path / "files" / "picture.png")
    return colours


def test_a_mosaic_shows_windows_of_files_and_nothing_between_them(tmp_path, picture):
    parts = [
        Part("../files/picture.png", (10, 20), place=(0, 0)),
        Part("../files/picture.png", (10, 10), window=(15, 5), place=(20, 10)),
    ]
    (tmp_path / "scenes").mkdir()
    path = tmp_path / "scenes" / "mosaic.vrt"
    path.write_text(virtual_raster(parts, Affine(2, 0, 500_000, 0, -2, 6_000_000), "EPSG:32633", black_is_nothing=True))
    with rasterio.open(path) as raster:
        shown = np.moveaxis(raster.read(), 0, -1)
        assert (raster.crs.to_epsg(), raster.transform.to_gdal()) == (32633, (500_000, 2, 0, 6_000_000, 0, -2))
    assert shown.shape == (20, 30, 3)
    np.testing.assert_array_equal(shown[:, :10], picture[:, :10])
    np.testing.assert_array_equal(shown[10:, 20:], picture[5:15, 15:25])
    with open_scene(path) as scene:
        _, valid = scene.read(rasterio.windows.Window(0, 0, 30, 20))
    assert valid[:, :10].all()
    assert not valid[:, 10:20].any()
    assert not valid[:10, 20:].any()


def test_pixels_of_a_place_untold_keep_their_metres(tmp_path, picture):
    path = tmp_path / "scene.vrt"
    part = Part("files/picture.png", (30, 20))
    path.write_text(virtual_raster([part], Affine(1.5, 0, 0, 0, -1.5, 0), 'LOCAL_CS["here",UNIT["metre",1]]'))
    with open_scene(path) as scene:
        assert scene.native_gsd == pytest.approx(1.5)
        shown, valid = scene.read(rasterio.windows.Window(0, 0, 30, 20))
    assert valid.all()
    np.testing.assert_array_equal(np.moveaxis(shown, 0, -1), picture)


def test_the_bands_of_a_file_may_come_in_another_order(tmp_path, picture):
    path = tmp_path / "scene.vrt"
    part = Part("files/picture.png", (30, 20))
    path.write_text(virtual_raster([part], Affine(1, 0, 0, 0, -1, 0), "EPSG:32633", bands=(3, 2, 1)))
    with rasterio.open(path) as raster:
        assert [colour.name for colour in raster.colorinterp] == ["red", "green", "blue"]
        np.testing.assert_array_equal(np.moveaxis(raster.read(), 0, -1), picture[..., ::-1])
