from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.enums import Resampling
from rasterio.windows import Window

from phrasegon.model.scene.raster import open_scene

NORTH_UP = Affine(0.5, 0, 500_000, 0, -0.5, 6_000_000)


def test_coarser_pixels_are_the_mean_of_those_they_hold(noise, read_whole, write):
    bands = noise()
    rgb, valid = read_whole(write(bands), gsd=1.5)
    assert rgb.shape == (3, 30, 40)
    means = bands.reshape(3, 30, 3, 40, 3).mean((2, 4))
    assert np.abs(rgb - means).max() <= 0.51
    assert valid.all()


def test_the_last_pixel_is_the_mean_of_what_is_left(read_whole, write):
    bands = np.zeros((3, 90, 120), np.uint8)
    bands[:, :, 112:] = 200
    bands[:, 84:, :] = 100
    rgb, valid = read_whole(write(bands), gsd=7)  # 14 pixels to one: 8.57 columns, 6.43 rows
    assert rgb.shape == (3, 6, 9)
    assert (rgb[:, :, 8] == 200).all()
    assert (rgb[:, :, :8] == 0).all()
    assert valid.all()


def test_a_pixel_larger_than_the_raster_is_its_mean(read_whole, write):
    bands = np.full((3, 90, 120), 50, np.uint8)
    bands[:, :, 60:] = 150
    rgb, valid = read_whole(write(bands), gsd=500)
    assert rgb.tolist() == [[[100]]] * 3
    assert valid.tolist() == [[True]]


def test_finer_pixels_are_interpolated(read_whole, write):
    ramp = np.broadcast_to(np.arange(120, dtype=np.uint8) * 2, (3, 90, 120))
    rgb, _ = read_whole(write(ramp), gsd=0.125)
    assert rgb.shape == (3, 360, 480)
    expected = np.interp((np.arange(480) + 0.5) / 4 - 0.5, np.arange(120), ramp[0, 0])
    assert np.abs(rgb - expected).max() <= 1


def test_overviews_are_used(read_whole, write):
    path = write(np.full((3, 512, 512), 10, np.uint8), overviews=[4])
    with rasterio.open(path, "r+", overview_level=0) as overview:
        overview.write(np.full((3, 128, 128), 90, np.uint8))
    rgb, _ = read_whole(path, gsd=2)
    assert (rgb == 90).all()


@settings(deadline=None, max_examples=40)
@given(data=st.data(), gsd=st.sampled_from([0.2, 0.35, 0.8, 1.3, 1.7, 2.6, 3.3, 5.1]))
def test_a_window_holds_what_a_larger_one_holds_there(whole, scene_with_overviews, data, gsd):
    with open_scene(scene_with_overviews, gsd=gsd) as scene:
        rgb, valid = whole(scene)
        left, top = data.draw(st.integers(0, scene.width - 1)), data.draw(st.integers(0, scene.height - 1))
        window = Window(
            left, top, data.draw(st.integers(1, scene.width - left)), data.draw(st.integers(1, scene.height - top))
        )
        part, part_valid = scene.read(window)
    held = rgb[:, top : top + window.height, left : left + window.width]
    assert np.abs(part.astype(int) - held).max() <= 1  # GDAL rounds places in single precision
    np.testing.assert_array_equal(part_valid, valid[top : top + window.height, left : left + window.width])


@pytest.fixture(scope="module")
def scene_with_overviews(noise, tmp_path_factory):
    path = tmp_path_factory.mktemp("overviews") / "scene.tif"
    layout = {"tiled": True, "blockxsize": 64, "blockysize": 64}
    with rasterio.open(path, "w", "GTiff", 301, 233, 3, "EPSG:32633", NORTH_UP, "uint8", 0, **layout) as dataset:
        bands = noise(3, 233, 301)
        bands[:, 100:150, 100:200] = 0
        dataset.write(bands)
        dataset.build_overviews([2, 4, 8], Resampling.average)
    return path
