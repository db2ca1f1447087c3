from __future__ import annotations

import math
import warnings

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from phrasegon.model.errors import OptionError, SceneError
from phrasegon.model.scene.raster import open_scene

RGB = [ColorInterp.red, ColorInterp.green, ColorInterp.blue]


# Colours --------------------------------------------------------------------------------------------------------------


def test_8_bit_rgb_is_shown_as_it_is(noise, read_whole, write):
    bands = noise()
    rgb, valid = read_whole(write(bands, photometric="rgb"))
    np.testing.assert_array_equal(rgb, bands)
    assert rgb.dtype == np.uint8
    assert valid.all()


@pytest.mark.parametrize(
    ("colours", "shown"),
    [
        ([ColorInterp.blue, ColorInterp.green, ColorInterp.red, ColorInterp.undefined], (2, 1, 0)),
        ([ColorInterp.gray] + [ColorInterp.undefined] * 3, (0, 1, 2)),
        ([ColorInterp.red, ColorInterp.undefined, ColorInterp.undefined, ColorInterp.undefined], (0, 1, 2)),
        ([ColorInterp.undefined, *RGB], (1, 2, 3)),
    ],
)
def test_red_green_and_blue_are_taken_as_declared_else_the_first_three_bands(noise, read_whole, write, colours, shown):
    bands = noise(4)
    rgb, valid = read_whole(write(bands, colours=colours))
    np.testing.assert_array_equal(rgb, bands[list(shown)])
    assert valid.all()


@pytest.mark.parametrize("bands", [(4, 1, 2), (3,)])
def test_the_bands_asked_for_are_shown_whatever_is_declared(noise, read_whole, write, bands):
    pixels = noise(4)
    rgb, valid = read_whole(
        write(pixels, colours=[ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha]), bands=bands
    )
    shown = pixels[[band - 1 for band in bands]]
    opaque = valid if 4 not in bands else np.ones_like(valid)
    np.testing.assert_array_equal(rgb[:, opaque], np.broadcast_to(shown, rgb.shape)[:, opaque])
    assert opaque.any()


def test_the_contrast_asked_for_is_applied_to_any_type(noise, read_whole, write):
    pixels = noise().astype(np.uint16) * 100 + 50
    rgb, _ = read_whole(write(pixels), stretch=((50.0, 25_550.0),) * 3)
    np.testing.assert_array_equal(rgb, (pixels - 50) // 100)
    bright, _ = read_whole(write(noise()), stretch=((0.0, 51.0),) * 3)
    np.testing.assert_array_equal(bright, np.minimum(noise().astype(int) * 5, 255))


def test_a_contrast_without_width_shows_what_is_above_it(read_whole, write):
    pixels = np.full((3, 90, 120), 7, np.uint8)
    pixels[:, 0, 0] = 9
    rgb, _ = read_whole(write(pixels), stretch=((7.0, 7.0),) * 3)
    assert (rgb[:, 0, 0] == 255).all()
    assert np.count_nonzero(rgb) == 3


@pytest.mark.parametrize("look", [{"bands": (1, 2, 9)}, {"bands": (0,)}, {"bands": (1,), "stretch": ((0, 1),) * 3}])
def test_bands_and_contrasts_that_do_not_fit_the_raster_are_refused(noise, write, look):
    with pytest.raises(OptionError):
        open_scene(write(noise()), **look)


def test_bands_that_are_only_described_as_red_green_and_blue_are_taken_for_them(noise, read_whole, write):
    bands = noise(4)
    path = write(bands, colours=[ColorInterp.gray] + [ColorInterp.undefined] * 3)
    with rasterio.open(path, "r+") as dataset:
        dataset.descriptions = ("Blue", "Green", "Red", "NIR")
    np.testing.assert_array_equal(read_whole(path)[0], bands[[2, 1, 0]])


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_bands_are_shown_as_grey(noise, read_whole, write, count):
    bands = noise(count)
    rgb, _ = read_whole(write(bands, colours=[ColorInterp.gray, ColorInterp.undefined][:count]))
    np.testing.assert_array_equal(rgb, np.repeat(bands[:1], 3, axis=0))


def test_a_palette_is_looked_up_and_its_transparent_classes_are_invalid(write_vrt, noise, read_whole, write):
    classes = noise(1, low=0, high=4)
    colours = np.array([(10, 20, 30, 255), (200, 0, 0, 255), (0, 200, 0, 255), (9, 9, 9, 0)], np.uint8)
    entries = "".join(f'<Entry c1="{r}" c2="{g}" c3="{b}" c4="{a}"/>' for r, g, b, a in colours)
    path = write_vrt(("Byte",), write(classes), f"<ColorInterp>Palette</ColorInterp><ColorTable>{entries}</ColorTable>")
    rgb, valid = read_whole(path)
    np.testing.assert_array_equal(valid, classes[0] != 3)
    np.testing.assert_array_equal(rgb[:, valid], colours[classes[0][valid], :3].T)


def test_classes_are_never_mixed(noise, read_whole, write):
    path = write(noise(1, low=0, high=3), colours=[ColorInterp.palette], nodata=2, crs="EPSG:32633")
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, {0: (10, 20, 30), 1: (200, 0, 0), 2: (90, 90, 90)})
    for gsd in (0.2, 1.7):
        rgb, valid = read_whole(path, gsd=gsd)
        assert {tuple(map(int, colour)) for colour in rgb[:, valid].T} == {(10, 20, 30), (200, 0, 0)}
        assert 0.5 < valid.mean() < 0.8


@pytest.mark.parametrize("dtype", ["uint16", "int16", "uint32", "int32", "float32", "float64"])
def test_other_types_are_stretched_alike_in_every_window(whole, write, dtype):
    bands = np.linspace(0, 10_000, 3 * 90 * 120).reshape(3, 90, 120).astype(dtype)
    with open_scene(write(bands)) as scene:
        rgb, valid = whole(scene)
        part, _ = scene.read(Window(50, 30, 20, 10))
    assert valid.all()
    for band, shown in zip(bands, rgb, strict=True):
        low, high = np.percentile(band, (2, 98))
        expected = ((band.astype(float) - low) / (high - low) * 255).clip(0, 255)
        assert np.abs(shown - expected).max() <= 1.0
    np.testing.assert_array_equal(part, rgb[:, 30:40, 50:70])


def test_bands_of_different_types_are_read(write_vrt, noise, read_whole, write):
    path = write(noise(3, dtype=np.uint16, high=4000))
    vrt = write_vrt(("UInt16", "Float32", "Int32"), path)
    np.testing.assert_array_equal(read_whole(vrt)[0], read_whole(path)[0])


def test_complex_numbers_are_refused(noise, write):
    with pytest.raises(SceneError, match="complex numbers"):
        open_scene(write(noise(1).astype(np.complex64)))


# Validity -------------------------------------------------------------------------------------------------------------


def test_a_pixel_is_nodata_if_all_its_bands_are(noise, read_whole, write):
    bands = noise()
    bands[:, 10:20, 30:40] = 0
    bands[1, 50, 60] = 0
    rgb, valid = read_whole(write(bands, nodata=0))
    expected = np.ones((90, 120), bool)
    expected[10:20, 30:40] = False
    np.testing.assert_array_equal(valid, expected)
    np.testing.assert_array_equal(rgb, bands)


@pytest.mark.parametrize("nodata", [-9999.0, float(np.finfo(np.float32).min), math.nan])
def test_nodata_and_nan_of_floats_are_invalid_and_black(noise, read_whole, write, nodata):
    bands = noise().astype(np.float32)
    bands[:, :30] = nodata
    bands[2, 40, 40] = np.nan
    rgb, valid = read_whole(write(bands, nodata=nodata))
    expected = np.ones((90, 120), bool)
    expected[:30] = expected[40, 40] = False
    np.testing.assert_array_equal(valid, expected)
    assert (rgb[:, ~valid] == 0).all()
    assert rgb[:, 30:].max() == 255


@pytest.mark.parametrize("count", [2, 4])
def test_where_alpha_is_zero_pixels_are_invalid(noise, read_whole, write, count):
    bands = noise(count)
    bands[-1] = 255
    bands[-1, :, 70:] = 0
    bands[-1, :, 68:70] = 100
    colours = [*RGB, ColorInterp.alpha] if count == 4 else [ColorInterp.gray, ColorInterp.alpha]
    rgb, valid = read_whole(write(bands, colours=colours))
    np.testing.assert_array_equal(valid, np.broadcast_to(np.arange(120) < 70, (90, 120)))
    np.testing.assert_array_equal(rgb[:, valid], np.broadcast_to(bands[: count - 1], (3, 90, 120))[:, valid])


def test_alpha_in_front_is_no_colour(noise, read_whole, write):
    bands = noise(4)
    bands[0] = 255
    rgb, valid = read_whole(write(bands, colours=[ColorInterp.alpha, *RGB]))
    np.testing.assert_array_equal(rgb, bands[1:])
    assert valid.all()


def test_near_infrared_that_is_declared_as_alpha_hides_nothing(noise, read_whole, write):
    bands = noise(4, low=0)
    _, valid = read_whole(write(bands, colours=[*RGB, ColorInterp.alpha]))
    assert (bands[3] == 0).any()
    assert valid.all()


@pytest.mark.parametrize("nodata", [None, 7])
def test_an_internal_mask_is_heeded_beside_nodata(noise, read_whole, write, nodata):
    bands = noise(low=8)
    bands[:, 0, 0] = 7
    mask = np.random.default_rng(2).random((90, 120)) < 0.7
    mask[0, 0] = True
    _, valid = read_whole(write(bands, mask=mask, nodata=nodata))
    expected = mask.copy()
    expected[0, 0] = nodata is None
    np.testing.assert_array_equal(valid, expected)


def test_nodata_and_alpha_are_both_heeded(noise, read_whole, write):
    bands = noise(4)
    bands[3] = 255
    bands[3, :40] = 0
    bands[:3, :, :20] = 0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _, valid = read_whole(write(bands, colours=[*RGB, ColorInterp.alpha], nodata=0))
    expected = np.ones((90, 120), bool)
    expected[:40] = expected[:, :20] = False
    np.testing.assert_array_equal(valid, expected)
