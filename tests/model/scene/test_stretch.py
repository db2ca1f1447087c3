from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from phrasegon.model.scene.stretch import Stretch, fit_stretch

REAL_TYPES = ["int8", "uint16", "int16", "uint32", "int32", "int64", "uint64", "float32", "float64"]


def test_the_second_and_98th_percentile_become_black_and_white():
    ramp = np.arange(1001, dtype=np.uint16).reshape(1, 1, -1) * 3 + 500
    stretch = fit_stretch(ramp, np.ones((1, 1001), bool))
    assert stretch.low == (pytest.approx(560),)
    assert stretch.high == (pytest.approx(3440),)
    shown = stretch.apply(ramp)[0, 0]
    assert (shown[:20] == 0).all()
    assert (shown[-20:] == 255).all()
    assert shown[500] == 128


def test_each_band_has_its_own_stretch():
    bands = np.stack([np.linspace(0, 1, 500), np.linspace(-7000, 7000, 500)]).reshape(2, 1, -1)
    shown = fit_stretch(bands, np.ones((1, 500), bool)).apply(bands)
    np.testing.assert_allclose(shown[0].astype(int), shown[1], atol=1)


def test_invalid_pixels_and_what_is_no_number_do_not_count():
    values = np.linspace(100, 200, 101, dtype=np.float32).reshape(1, 1, -1)
    dirty = np.concatenate([values, np.full((1, 1, 90), -9999, np.float32), np.full((1, 1, 9), np.nan, np.float32)], 2)
    valid = dirty[0] != -9999
    assert fit_stretch(dirty, valid) == fit_stretch(values, np.ones((1, 101), bool))


@given(arrays.arrays(st.sampled_from(REAL_TYPES), (1, 4, 5)))
def test_any_type_is_stretched_without_a_warning_and_keeps_its_order(pixels):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shown = fit_stretch(pixels, np.ones((4, 5), bool)).apply(pixels)
    assert shown.dtype == np.uint8
    order = np.argsort(pixels, axis=None)
    numbers = order[np.isfinite(pixels.ravel()[order])]
    assert (np.diff(shown.ravel()[numbers].astype(int)) >= 0).all()


@pytest.mark.parametrize("constant", [0, 7, -3000])
def test_a_constant_band_becomes_black_and_what_differs_still_shows(constant):
    band = np.full((1, 10, 100), constant, np.int16)
    valid = np.ones((10, 100), bool)
    assert (fit_stretch(band, valid).apply(band) == 0).all()
    band[0, 0, 0] += 50
    shown = fit_stretch(band, valid).apply(band)
    assert shown[0, 0, 0] == 255
    assert np.count_nonzero(shown) == 1


def test_a_raster_without_a_valid_pixel_can_be_stretched():
    nothing = np.zeros((3, 2, 2), np.float32)
    assert fit_stretch(nothing, np.zeros((2, 2), bool)) == Stretch((0.0,) * 3, (1.0,) * 3)


def test_large_whole_numbers_that_differ_little_are_told_apart():
    band = (2**40 + np.arange(200)).reshape(1, 1, -1)
    shown = fit_stretch(band, np.ones((1, 200), bool)).apply(band)
    assert len(np.unique(shown)) > 150
