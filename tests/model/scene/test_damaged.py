"""Rasters that claim what cannot be, or of which only a part can be read."""

from __future__ import annotations

import math
import struct
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from phrasegon.model.errors import SceneError
from phrasegon.model.scene.raster import open_scene

WIDTH, HEIGHT, PLANES, TILE_WIDTH = 256, 257, 284, 322
SYSTEM = (
    'PROJCS["Gauss of our own",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
    'PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",15.3],PARAMETER["scale_factor",0.9996],'
    'PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]'
)
RGBA = [ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha]


def set_tag(path: Path, tag: int, number: int) -> None:
    """Replaces the single value of an entry in the first directory of a little-endian TIFF that is no BigTIFF."""
    content = bytearray(path.read_bytes())
    struct.pack_into("<HII", content, entry(content, tag) + 2, 4, 1, number)
    path.write_bytes(content)


def entry(content: bytes, tag: int) -> int:
    directory = struct.unpack_from("<I", content, 4)[0]
    places = range(directory + 2, directory + 2 + 12 * struct.unpack_from("<H", content, directory)[0], 12)
    return next(place for place in places if struct.unpack_from("<H", content, place)[0] == tag)


def spoil_block(path: Path, column: int, row: int) -> None:
    with rasterio.open(path) as dataset:
        offset = int(dataset.get_tag_item(f"BLOCK_OFFSET_{column}_{row}", "TIFF", bidx=1))
    content = bytearray(path.read_bytes())
    content[offset : offset + 50] = bytes(50)
    path.write_bytes(content)


def describe(path: Path, description: str) -> None:
    path.with_name(f"{path.name}.aux.xml").write_text(f"<PAMDataset>{description}</PAMDataset>")


# Sizes ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", [WIDTH, HEIGHT])
@pytest.mark.parametrize("size", [10**6, 2**31 - 1])
def test_more_tiles_than_a_file_can_list_are_refused(noise, write, tag, size):
    path = write(noise())
    set_tag(path, tag, size)
    with pytest.raises(SceneError, match=rf"claims to have .*{size}.* too small a file even to list the \d+ blocks"):
        open_scene(path)


def test_more_strips_than_a_file_can_list_are_refused(noise, write):
    path = write(noise(), tiled=False, blockxsize=None, blockysize=1, interleave="pixel")
    set_tag(path, HEIGHT, 2**31 - 1)
    with pytest.raises(SceneError, match="too small a file even to list"):
        open_scene(path)


def test_rows_of_one_strip_need_not_be_listed(read_whole, write):
    bands = np.full((3, 3000, 16), 7, np.uint8)
    path = write(bands, tiled=False, blockxsize=None, blockysize=3000, interleave="pixel", compress="deflate")
    with rasterio.open(path) as dataset:
        assert dataset.block_shapes[0] == (1, 16)
    assert path.stat().st_size < 4 * 3000
    np.testing.assert_array_equal(read_whole(path)[0], bands)


def test_tiles_that_are_not_listed_are_missing_and_not_empty(noise, write):
    path = write(noise(height=128, width=128))
    set_tag(path, WIDTH, 256)
    with open_scene(path) as scene, pytest.raises(SceneError, match="cannot be read at columns 192 to 256"):
        scene.read(Window(192, 0, 64, 64))


def test_blocks_that_do_not_fit_in_memory_are_refused(noise, write):
    path = write(noise())
    set_tag(path, TILE_WIDTH, 2**24)
    with pytest.raises(SceneError, match=r"blocks of 16777216 x 64 pixels, .* GiB each: store it in smaller ones"):
        open_scene(path)


# Places ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "numbers",
    [
        (500_000, math.nan, 0, 6_000_000, 0, -0.5),
        (math.inf, 0.5, 0, 6_000_000, 0, -0.5),
        (500_000, 0.5, 0, 6_000_000, 0, 1e308),
        (500_000, 0, 0, 6_000_000, 0, -0.5),
        (500_000, 0.5, 0.5, 6_000_000, 0.5, 0.5),
        (500_000, 1e-12, 0, 6_000_000, 0, -1e-12),
    ],
)
@pytest.mark.parametrize("crs", ["EPSG:32633", None])
def test_pixels_without_a_place_are_refused(noise, write, numbers, crs):
    path = write(noise(), crs=crs)
    describe(path, f"<GeoTransform>{', '.join(map(str, numbers))}</GeoTransform>")
    with pytest.raises(SceneError, match="tells none of its pixels from the next: assign the right one"):
        open_scene(path)


@pytest.mark.parametrize(
    "transform",
    [
        Affine.translation(500_000, 6_000_000) @ Affine.rotation(45) @ Affine.scale(0.5, -0.5),
        Affine(0, 0.5, 500_000, 0.5, 0, 6_000_000),
        Affine(1e-5, 0, 500_000, 0, -1e-5, 6_000_000),
    ],
)
def test_a_place_may_be_turned_and_fine(noise, write, transform):
    with open_scene(write(noise(), transform=transform)) as scene:
        assert scene.transform.almost_equals(transform, 1e-9)


def test_a_projection_that_cannot_be_is_refused(noise, write):
    path = write(noise())
    describe(path, f"<SRS>{SYSTEM.replace('0.9996', '0')}</SRS>")
    with pytest.raises(SceneError, match="cannot be told: assign another one"):
        open_scene(path)


def test_a_system_whose_name_is_no_text_is_refused(noise, write):
    path = write(noise(), crs=SYSTEM)
    content = path.read_bytes()
    assert b"Gauss of our own" in content
    path.write_bytes(content.replace(b"Gauss of our own", b"Gau\xdf\xff\xfe of our own"))
    with pytest.raises(SceneError, match=r"name of the coordinate reference system in .* is no text"):
        open_scene(path)


# What lies beside -----------------------------------------------------------------------------------------------------


def test_a_description_that_cannot_be_read_is_named(noise, write):
    path = write(noise(), transform=Affine.identity(), crs=None)
    describe(path, "<SRS>LOCAL_CS[</SRS>")
    with pytest.raises(SceneError, match=r"a file beside it such as scene\.tif\.aux\.xml, .* cannot be read"):
        open_scene(path)


@pytest.mark.parametrize(("tag", "size"), [(HEIGHT, 2**31 - 1), (WIDTH, 40), (TILE_WIDTH, 2**24)])
def test_overviews_that_are_none_are_refused(noise, write, tag, size):
    path = write(noise())
    overviews = path.with_name("scene.tif.ovr")
    overviews.write_bytes(path.read_bytes())
    set_tag(overviews, tag, size)
    with pytest.raises(SceneError, match=r"overviews of scene\.tif do not fit it|blocks of"):
        open_scene(path)


@pytest.mark.parametrize("shape", [(90, 120), (91, 121), (5, 3), (1, 200)])
def test_overviews_of_any_raster_fit_it(noise, read_whole, write, shape):
    bands = noise(3, *shape)
    read_whole(write(bands, overviews=(2, 4, 8)))


def test_libraries_say_nothing_of_a_directory_that_is_out_of_order(noise, write, capfd):
    path = write(noise(), overviews=(2,))
    content = bytearray(path.read_bytes())
    struct.pack_into("<H", content, entry(content, PLANES), 65_000)
    path.write_bytes(content)
    with open_scene(path, gsd=1.0) as scene:
        scene.read(Window(0, 0, 20, 20))
    assert capfd.readouterr() == ("", "")


# Samples --------------------------------------------------------------------------------------------------------------


def test_the_stretch_is_that_of_what_can_be_read(noise, write):
    bands = noise(3, 256, 256, 1, 60_000, np.uint16)
    with open_scene(write(bands, compress="deflate", interleave="pixel")) as scene:
        sound, _ = scene.read(Window(128, 128, 128, 128))
    path = write(bands, compress="deflate", interleave="pixel")
    spoil_block(path, 0, 0)
    with open_scene(path) as scene:
        rgb, valid = scene.read(Window(128, 128, 128, 128))
        with pytest.raises(SceneError, match="columns 0 to 64, rows 0 to 64"):
            scene.read(Window(0, 0, 64, 64))
    assert valid.all()
    np.testing.assert_allclose(rgb.astype(int), sound, atol=2)


def test_a_raster_of_which_nothing_can_be_read_is_refused(noise, write):
    path = write(noise(3, 128, 128, 1, 60_000, np.uint16), compress="deflate", interleave="pixel")
    for column, row in np.ndindex(2, 2):
        spoil_block(path, column, row)
    with pytest.raises(SceneError, match="cannot be read at columns 0 to 128, rows 0 to 128"):
        open_scene(path)


def test_an_alpha_band_is_known_by_what_can_be_read_of_it(noise, write):
    bands = noise(4, 256, 256)
    bands[3] = 255
    bands[3, 200:] = 0
    path = write(bands, colours=RGBA, compress="deflate", interleave="pixel")
    spoil_block(path, 0, 0)
    with open_scene(path) as scene:
        _, valid = scene.read(Window(128, 128, 128, 128))
    np.testing.assert_array_equal(valid, bands[3, 128:, 128:] > 0)
