from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from phrasegon.model.errors import SceneError
from phrasegon.model.scene.raster import open_scene

NORTH_UP = Affine(0.5, 0, 500_000, 0, -0.5, 6_000_000)


# Windows --------------------------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=60)
@given(left=st.integers(-40, 119), top=st.integers(-40, 89), width=st.integers(1, 200), height=st.integers(1, 200))
def test_beyond_the_raster_there_is_its_reflection_which_is_invalid(scene_of_noise, left, top, width, height):
    scene, bands = scene_of_noise
    rgb, valid = scene.read(Window(left, top, width, height))
    y, x = np.arange(top, top + height), np.arange(left, left + width)
    inside = np.outer((y >= 0) & (y < 90), (x >= 0) & (x < 120))
    np.testing.assert_array_equal(valid, inside)
    if not inside.any():
        return
    # What is read is reflected, so what a window does not reach cannot show.
    first, last = (max(0, top), max(0, left)), (min(90, top + height), min(120, left + width))
    rows, columns = (reflected(p, a, b) for p, a, b in zip((y, x), first, last, strict=True))
    np.testing.assert_array_equal(rgb, bands[:, rows][:, :, columns])


def reflected(places, first, last):
    period = max(1, 2 * (last - first - 1))
    folded = (places - first) % period
    return first + np.minimum(folded, period - folded) * (last - first > 1)


@pytest.fixture(scope="module")
def scene_of_noise(noise, tmp_path_factory):
    path = tmp_path_factory.mktemp("noise") / "scene.tif"
    bands = noise()
    with rasterio.open(path, "w", "GTiff", 120, 90, 3, "EPSG:32633", NORTH_UP, "uint8") as dataset:
        dataset.write(bands)
    with open_scene(path) as scene:
        yield scene, bands


# Files that cannot be read --------------------------------------------------------------------------------------------


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SceneError, match=r"There is no file .*nowhere\.tif\."):
        open_scene(tmp_path / "nowhere.tif")


@pytest.mark.parametrize("content", [b"", b"hello", b"II*\0\x08\0\0\0", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_a_file_that_is_no_raster_is_refused(tmp_path, content):
    path = tmp_path / "notes.tif"
    path.write_bytes(content)
    with pytest.raises(SceneError, match="not a raster that can be read"):
        open_scene(path)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(SceneError, match="not a raster that can be read"):
        open_scene(tmp_path)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_file_that_is_cut_off_is_told_with_the_place(noise, read_whole, write, dtype):
    path = write(noise(3, 300, 300, dtype=dtype), compress="deflate")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(SceneError, match=r"scene\.tif cannot be read at columns \d+ to 300, rows \d+ to 300"):
        read_whole(path)


def test_one_damaged_block_spoils_no_other(noise, write):
    bands = noise(3, 256, 256)
    path = write(bands, compress="deflate", interleave="pixel")
    with rasterio.open(path) as dataset:
        offset = int(dataset.get_tag_item("BLOCK_OFFSET_2_2", "TIFF", bidx=1))
    content = bytearray(path.read_bytes())
    content[offset : offset + 50] = bytes(50)
    path.write_bytes(content)
    with open_scene(path) as scene:
        np.testing.assert_array_equal(scene.read(Window(0, 0, 128, 128))[0], bands[:, :128, :128])
        with pytest.raises(SceneError, match="columns 120 to 160, rows 130 to 140"):
            scene.read(Window(120, 130, 40, 10))


def test_a_vrt_whose_source_is_gone_is_told(write_vrt, noise, read_whole, write):
    path = write(noise())
    vrt = write_vrt(("Byte", "Byte", "Byte"), path)
    assert read_whole(vrt)[1].all()
    path.unlink()
    with pytest.raises(SceneError, match="refers to a missing file"):
        read_whole(vrt)


def test_gdal_itself_says_nothing(noise, write):
    path = write(noise(3, 300, 300), compress="deflate")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    script = """
import sys
from concurrent.futures import ThreadPoolExecutor
from rasterio.windows import Window
from phrasegon.model.errors import SceneError
from phrasegon.model.scene.raster import open_scene
with open_scene(sys.argv[1]) as scene:
    for read in (scene.read, lambda window: ThreadPoolExecutor().submit(scene.read, window).result()):
        try:
            read(Window(0, 0, 300, 300))
        except SceneError:
            print("told")
try:
    open_scene(__file__ if "__file__" in globals() else sys.executable)
except SceneError:
    print("told")
"""
    run = subprocess.run([sys.executable, "-c", script, str(path)], check=True, capture_output=True, text=True)
    assert (run.stdout.split(), run.stderr) == (["told"] * 3, "")


# Size -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("gsd", [None, 3.7])
def test_a_raster_of_any_size_is_opened_and_read_in_little_memory(tmp_path, dtype, gsd):
    path = tmp_path / "huge.tif"
    layout = {"tiled": True, "blockxsize": 512, "blockysize": 512, "SPARSE_OK": True, "BIGTIFF": "YES"}
    side = 200_000
    with rasterio.open(path, "w", "GTiff", side, side, 3, "EPSG:32633", NORTH_UP, dtype, **layout) as dataset:
        dataset.write(np.full((3, 64, 64), 200, dtype), window=Window(90_000, 90_000, 64, 64))
    tracemalloc.start()
    with open_scene(path, gsd=gsd) as scene:
        factor = 1 if gsd is None else gsd / 0.5
        assert scene.width == round(side / factor)
        rgb, valid = scene.read(Window(round(90_000 / factor), round(90_000 / factor), 8, 8))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rgb[:, 2, 2].min() >= 200
    assert valid.all()
    assert peak < 100e6  # the raster declares 120 or 240 GB


# Real scenes ----------------------------------------------------------------------------------------------------------

ROOT = Path(__file__).parents[3]
SCENES = Path(os.environ.get("PHRASEGON_DATA", ROOT.parent / "shared" / "data")) / "scenes"
NAMES = [
    "banepa_oam_z19",  # degrees
    "finland_uav_forest_5cm",
    "lataseno_corine_landcover_20m",  # palette
    "lataseno_sentinel2_9band_uint16_10m",
    "naip_rgbn_06m_riverside_2020_79",  # near infrared declared as alpha
    "nd_wetlands_naip_rgbn_5m_20170827",  # the same, with nodata
    "sfbay_landsat7_falsecolour_30m",
    "spacenet7_planet_4band_int16_5m",
    "vegas_spacenet3_rgb_03m",
    "zanzibar_oam_a_z21",  # overviews
]


@pytest.mark.skipif(not SCENES.is_dir(), reason="the imagery is not here; PHRASEGON_DATA names its folder")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("gsd", [None, 1.9])
def test_real_scenes_are_read(name, gsd):
    real_scene = SCENES / f"{name}.tif"
    with open_scene(real_scene) as scene:
        native = scene.native_gsd
        assert scene.crs is not None
    with open_scene(real_scene, gsd=None if gsd is None else native * gsd) as scene:
        assert scene.gsd == pytest.approx(native * (gsd or 1))
        rgb, valid = scene.read(Window(scene.width // 2 - 50, scene.height // 2 - 50, 100, 100))
    assert valid.mean() > 0.9
    assert rgb.std() > 10
