"""Strips give the polygons of the whole raster, whatever the mask, the strip and the geotransform."""

from __future__ import annotations

import math
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import rasterio
import scipy.ndimage
import shapely
from affine import Affine
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from rasterio.features import shapes

from phrasegon.model.errors import OptionError, SceneError
from phrasegon.model.scene.mosaic import PROBABILITY_NODATA, PROBABILITY_SCALE
from phrasegon.model.scene.vectorise import vectorise, vectorise_values

NORTH_UP = Affine(0.3, 0, 500_000, 0, -0.3, 5_000_000)
PIXELS = Affine(1, 0, 0, 0, -1, 1)  # x is the column; the first row reaches from y = 0 to 1

SPIRAL = """
#########
........#
#######.#
#.....#.#
#.###.#.#
#.#.#.#.#
#.#...#.#
#.#####.#
#.......#
#########
"""
COMB = """
#.#.#.#
#.#.#.#
#.###.#
#.....#
#######
..#.#..
"""
ISLANDS = """
#########
#.......#
#.#####.#
#.#...#.#
#.#.#.#.#
#.#...#.#
#.#####.#
#.......#
#########
"""
DIAGONALS = """
##..##.
##..##.
..##..#
..##..#
##..##.
"""
TOUCHES_ITSELF = """
####.##
#..#.#.
#.#.###
##.#..#
#.#...#
#######
"""
HOLES_MEET_IN_A_POINT = """
#####
#.###
##.##
#.#.#
#####
"""


def parsed(drawing: str) -> np.ndarray:
    return np.array([[letter == "#" for letter in line] for line in drawing.split()])


def save(folder: Path, values: np.ndarray, transform: Affine = NORTH_UP) -> Path:
    path = folder / "probability.tif"
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "crs": "EPSG:32633", "nodata": PROBABILITY_NODATA}
    height, width = values.shape
    with rasterio.open(path, "w", width=width, height=height, transform=transform, **profile) as raster:
        raster.write(values.astype(np.uint8), 1)
    return path


def of_mask(mask: np.ndarray) -> np.ndarray:
    return np.where(mask, 200, 20).astype(np.uint8)


def in_one_pass(path: Path, lowest: int) -> list[shapely.Geometry]:
    with rasterio.open(path) as raster:
        values = raster.read(1)
        mask = (values >= lowest) & (values != PROBABILITY_NODATA)
        found = shapes(mask.astype(np.uint8), mask=mask, transform=raster.transform)
        return [shapely.geometry.shape(outline) for outline, _ in found]


def exact(polygons: list[shapely.Geometry]) -> list[bytes]:
    return sorted(shapely.to_wkb(shapely.normalize(np.array(polygons, dtype=object))))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("vectorise")


transforms = st.builds(
    lambda angle, shear, size, flip: (
        Affine.translation(431_234.567, 5_412_345.678)
        @ Affine.rotation(angle)
        @ Affine.shear(shear)
        @ Affine.scale(size, size * flip)
    ),
    st.sampled_from([0.0, 90.0, 180.0]) | st.floats(0, 360),
    st.just(0.0) | st.floats(-30, 30),
    st.sampled_from([1.0, 0.3, 0.05, 1 / 3]),
    st.sampled_from([-1.0, -0.7, 1.0]),
)
masks = hnp.arrays(np.bool_, st.tuples(st.integers(1, 16), st.integers(1, 16)))
drawings = [SPIRAL, COMB, ISLANDS, DIAGONALS, TOUCHES_ITSELF, HOLES_MEET_IN_A_POINT]


def with_drawings(test):
    for drawing in drawings:
        test = example(mask=parsed(drawing), strip_rows=1, transform=NORTH_UP)(test)
        test = example(mask=~parsed(drawing), strip_rows=2, transform=Affine.rotation(33.3))(test)
    return test


@with_drawings
@given(mask=masks, strip_rows=st.integers(1, 7), transform=transforms)
@settings(max_examples=80, deadline=None)
def test_strips_give_the_polygons_of_one_pass_bit_for_bit(folder, mask, strip_rows, transform):
    path = save(folder, of_mask(mask), transform)
    polygons = [polygon for polygon, _ in vectorise(path, 0.5, strip_rows=strip_rows)]
    assert exact(polygons) == exact(in_one_pass(path, 127))
    assert all(polygon.is_valid for polygon in polygons)


@pytest.mark.parametrize("density", [0.2, 0.5, 0.6, 0.8])
def test_large_random_mask(folder, density):
    mask = np.random.default_rng(7).random((151, 123)) < density
    path = save(folder, of_mask(mask), Affine.rotation(17) @ NORTH_UP)
    expected = exact(in_one_pass(path, 127))
    for strip_rows in (1, 64, 1000):
        assert exact([polygon for polygon, _ in vectorise(path, 0.5, strip_rows=strip_rows)]) == expected


@given(mask=masks, strip_rows=st.integers(1, 7))
@settings(max_examples=40, deadline=None)
def test_the_strip_does_not_even_move_where_a_ring_begins(mask, strip_rows):
    whole = [polygon.wkb for polygon, _ in vectorise_values(of_mask(mask), 0.5, NORTH_UP)]
    parts = [polygon.wkb for polygon, _ in vectorise_values(of_mask(mask), 0.5, NORTH_UP, strip_rows=strip_rows)]
    assert sorted(parts) == sorted(whole)


@pytest.mark.parametrize("drawing", drawings)
def test_a_ring_begins_in_its_uppermost_leftmost_point(drawing):
    for polygon, _ in vectorise_values(of_mask(parsed(drawing)), 0.5, PIXELS, strip_rows=1):
        for ring in (polygon.exterior, *polygon.interiors):
            assert ring.coords[0] == min(ring.coords, key=lambda point: (-point[1], point[0]))


@pytest.mark.parametrize("strip_rows", [1, 100, 256, 300, 1000])
@pytest.mark.parametrize("layout", [{"tiled": True, "blockxsize": 256, "blockysize": 256}, {"blockysize": 16}])
def test_strips_need_not_fit_the_blocks_of_the_file(folder, layout, strip_rows):
    values = of_mask(np.random.default_rng(5).random((523, 261)) < 0.55).astype(np.uint8)
    path = folder / "blocks.tif"
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "compress": "deflate", "transform": PIXELS, **layout}
    with rasterio.open(path, "w", width=261, height=523, **profile) as raster:
        raster.write(values, 1)
    found = [(polygon.wkb, score) for polygon, score in vectorise(path, 0.5, strip_rows=strip_rows)]
    assert sorted(found) == sorted((polygon.wkb, score) for polygon, score in vectorise_values(values, 0.5, PIXELS))


@pytest.mark.parametrize("joined", [False, True])
def test_parts_that_touch_in_a_point_can_turn_out_to_be_one_region_far_below(folder, joined):
    mask = np.zeros((60, 9), np.bool_)
    mask[:10, :5] = mask[10:, :4] = mask[10:, 5:] = True  # stripes that touch only where one begins
    mask[-1] = joined
    both = np.hstack((mask, np.zeros((60, 1), np.bool_), mask[:, ::-1]))
    path = save(folder, of_mask(both))
    expected = exact(in_one_pass(path, 127))
    assert len(expected) == (2 if joined else 4)
    for strip_rows in (1, 7, 11, 60):
        assert exact([polygon for polygon, _ in vectorise(path, 0.5, strip_rows=strip_rows)]) == expected


@pytest.mark.parametrize("shape", [(0, 5), (5, 0), (1, 1)])
def test_next_to_no_raster_gives_no_polygon(shape):
    assert list(vectorise_values(np.zeros(shape, np.uint8), 0.5, PIXELS)) == []


@given(
    values=hnp.arrays(np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12))),
    strip_rows=st.integers(1, 5),
)
@settings(max_examples=40, deadline=None)
def test_score_is_the_mean_probability_of_the_pixels(folder, values, strip_rows):
    mask = (values >= 127) & (values != PROBABILITY_NODATA)
    label, count = scipy.ndimage.label(mask)
    means = scipy.ndimage.mean(values / PROBABILITY_SCALE, label, range(1, count + 1))
    areas = scipy.ndimage.sum_labels(mask, label, range(1, count + 1))
    polygons = vectorise(save(folder, values, PIXELS), 0.5, strip_rows=strip_rows)
    found = [(polygon.area, score) for polygon, score in polygons]
    np.testing.assert_allclose(sorted(found), sorted(zip(areas, means, strict=True)), rtol=1e-12)


def test_every_stored_step_is_reached_by_its_own_probability(folder):
    path = save(folder, np.arange(256).reshape(1, 256), PIXELS)
    for step in range(PROBABILITY_SCALE + 1):
        printed = float(f"{step / PROBABILITY_SCALE:.12f}")  # half of them a little above the step
        (polygon, _), *others = vectorise(path, printed)
        assert polygon.bounds == (step, 0, PROBABILITY_SCALE + 1, 1)
        assert not others


@pytest.mark.parametrize(("threshold", "first"), [(0.0, 0), (0.5, 127), (0.501, 128), (0.3, 77), (1.0, 254)])
def test_threshold_is_reached_from_its_first_step_on(folder, threshold, first):
    path = save(folder, np.arange(256).reshape(1, 256), PIXELS)
    assert [polygon.bounds for polygon, _ in vectorise(path, threshold)] == [(first, 0, 255, 1)]


@pytest.mark.parametrize("value", [0, PROBABILITY_NODATA])
def test_nothing_above_the_threshold_gives_no_polygon(folder, value):
    assert list(vectorise(save(folder, np.full((9, 5), value)), 0.5, strip_rows=2)) == []


def test_polygons_come_before_the_raster_is_read_to_its_end(folder):
    mask = np.zeros((640, 1024), np.bool_)
    mask[2:4, 2:4] = mask[600:602, 2:4] = True
    path = save(folder, of_mask(mask))
    path.write_bytes(path.read_bytes()[:-100_000])  # its last rows are lost
    polygons = vectorise(path, 0.5, strip_rows=8)
    first, _ = next(polygons)
    assert first.bounds[3] == pytest.approx(5_000_000 - 2 * 0.3)
    with pytest.raises(SceneError, match="run the phrase again"):
        next(polygons)


def test_memory_is_bounded_by_the_strip(folder):
    mask = np.zeros((4096, 256), np.bool_)
    mask[::7, ::5] = True  # ends in every strip
    mask[:, 100] = True  # stays open to the end
    path = save(folder, of_mask(mask))
    peaks = {}
    for strip_rows in (64, 4096):
        tracemalloc.start()
        total = math.fsum(polygon.area for polygon, _ in vectorise(path, 0.5, strip_rows=strip_rows))
        peaks[strip_rows] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert total == pytest.approx(mask.sum() * 0.09)
    assert peaks[64] < peaks[4096] / 8


@pytest.mark.parametrize("threshold", [-0.1, 1.1, math.nan])
def test_threshold_outside_of_probabilities_is_refused_at_once(folder, threshold):
    with pytest.raises(OptionError, match="from 0 to 1"):
        vectorise(folder / "none.tif", threshold)


def test_strip_without_rows_is_refused(folder):
    with pytest.raises(OptionError, match="at least 1 row"):
        vectorise(folder / "none.tif", 0.5, strip_rows=0)


def test_missing_raster_is_named(folder):
    with pytest.raises(SceneError, match=r"none\.tif"):
        list(vectorise(folder / "none.tif", 0.5))
