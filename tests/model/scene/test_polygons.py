"""The clean-up does what its options say, in metres, and leaves valid polygons that fit together."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import pytest
import rasterio.crs
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from rasterio.features import shapes
from scipy.ndimage import gaussian_filter

from phrasegon.model.errors import OptionError
from phrasegon.model.scene.polygons import clean

COLUMNS = ["phrase", "score", "area_m2", "perimeter_m", "model", "geometry"]


def tidy(polygons, scores=None, crs=None, **options) -> gpd.GeoDataFrame:
    polygons = list(polygons)
    scores = [0.5] * len(polygons) if scores is None else scores
    return clean(polygons, scores, phrase="grey roof", model="nano", crs=crs, **options)


def outlined(mask: np.ndarray) -> list[shapely.Polygon]:
    return [shapely.geometry.shape(outline) for outline, _ in shapes(mask.astype(np.uint8), mask=mask)]


def overlap(polygons: gpd.GeoSeries) -> float:
    polygons = polygons.to_numpy()
    return float(shapely.area(polygons).sum() - shapely.union_all(polygons).area)


def test_columns_say_what_was_asked_and_found():
    frame = tidy([shapely.box(0, 0, 30, 10), shapely.box(50, 0, 60, 10)], [0.75, 0.5], "EPSG:32633")
    assert list(frame.columns) == COLUMNS
    assert list(frame["phrase"]) == ["grey roof"] * 2
    assert list(frame["model"]) == ["nano"] * 2
    assert list(frame["score"]) == [0.75, 0.5]
    assert frame.crs == "EPSG:32633"


def test_iterators_do_as_well_as_lists():
    frame = tidy(iter([shapely.box(0, 0, 1, 1)]), iter([0.9]), rasterio.crs.CRS.from_epsg(32633))
    assert list(frame["score"]) == [0.9]
    assert frame.crs == "EPSG:32633"


@pytest.mark.parametrize("crs", [None, "EPSG:4326", "EPSG:32633"])
@pytest.mark.parametrize("orthogonalise", [False, True])
def test_no_polygons_give_an_empty_table_with_its_columns(crs, orthogonalise):
    frame = tidy([], crs=crs, min_area=1, fill_holes=1, simplify=1, orthogonalise=orthogonalise)
    assert list(frame.columns) == COLUMNS
    assert len(frame) == 0
    assert frame["score"].dtype == frame["area_m2"].dtype == np.float64
    assert frame.crs == crs


def test_areas_are_on_the_ellipsoid():
    utm = tidy([shapely.box(500_000, 5_800_000, 500_100, 5_800_050)], crs="EPSG:32633")
    assert utm["area_m2"][0] == pytest.approx(5000 / 0.9996**2, rel=1e-5)  # on the zone's middle meridian
    mercator = utm.to_crs("EPSG:3857")
    again = tidy(mercator.geometry, crs="EPSG:3857")
    assert mercator.area[0] > 2.5 * utm["area_m2"][0]
    assert again["area_m2"][0] == pytest.approx(utm["area_m2"][0], rel=1e-5)


def test_options_off_change_nothing():
    mask = np.random.default_rng(3).random((20, 20)) < 0.5
    polygons = outlined(mask)
    assert all(map(shapely.equals_exact, tidy(polygons).geometry, polygons))


@pytest.mark.parametrize(
    ("crs", "unit"), [(None, 1), ("EPSG:32633", 1), ("+proj=utm +zone=33 +units=us-ft", 0.3048006)]
)
def test_min_area_leaves_the_smaller_ones_out(crs, unit):
    boxes = [shapely.box(x, 0, x + size, size) for x, size in ((0, 3 / unit), (50, 4 / unit), (100, 5 / unit))]
    boxes = shapely.transform(np.array(boxes), lambda points: points + np.array([500_000, 5e6]) / unit)
    frame = tidy(boxes, [0.1, 0.2, 0.3], crs, min_area=15.9)
    assert list(frame["score"]) == [0.2, 0.3]


def test_min_area_counts_filled_holes_in():
    ring = shapely.Polygon(shapely.box(0, 0, 4, 4).exterior, [shapely.box(1, 1, 3, 3).exterior])
    assert len(tidy([ring], min_area=16)) == 0
    assert len(tidy([ring], min_area=16, fill_holes=5)) == 1


def test_fill_holes_fills_the_smaller_ones():
    holes = [shapely.box(1, 1, 2, 2), shapely.box(4, 1, 7, 4)]
    polygon = shapely.Polygon(shapely.box(0, 0, 10, 10).exterior, [hole.exterior for hole in holes])
    (filled,) = tidy([polygon], fill_holes=9).geometry
    assert [shapely.Polygon(ring).area for ring in filled.interiors] == [9]
    (solid,) = tidy([polygon], fill_holes=9.01).geometry
    assert solid.equals(shapely.box(0, 0, 10, 10))


def test_island_in_a_filled_hole_becomes_part_of_what_surrounds_it():
    frame_around = shapely.Polygon(shapely.box(0, 0, 9, 9).exterior, [shapely.box(2, 2, 7, 7).exterior])
    island, neighbour = shapely.box(4, 4, 5, 5), shapely.box(20, 0, 21, 1)
    frame = tidy([island, frame_around, neighbour], [0.1, 0.2, 0.3], fill_holes=30)
    assert list(frame["score"]) == [0.2, 0.3]
    assert frame["area_m2"].tolist() == [81, 1]
    assert list(tidy([island, frame_around], [0.1, 0.2], fill_holes=20)["score"]) == [0.1, 0.2]


def test_simplify_removes_the_staircase_of_an_oblique_wall():
    rows, columns = np.mgrid[:60, :60]
    mask = (rows + 2 * columns > 40) & (rows + 2 * columns < 110) & (abs(2 * rows - columns - 40) < 40)
    (polygon,) = outlined(mask)
    (simple,) = tidy([polygon], simplify=2).geometry
    assert len(simple.exterior.coords) < len(polygon.exterior.coords) / 5
    assert simple.intersection(polygon).area / simple.union(polygon).area > 0.95


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "+proj=utm +zone=33 +ellps=WGS84 +units=us-ft"])
def test_simplify_means_metres_in_every_crs(crs):
    steps = [(x, 2 * (x // 4 % 2)) for x in np.repeat(np.arange(0, 40, 4), 2)[1:]]
    comb = shapely.Polygon([*((x, y + 0.01 * x) for x, y in steps), (36, -20), (0, -20)])
    utm = gpd.GeoSeries([shapely.transform(comb, lambda points: points + np.array([4e5, 6.6e6]))], crs="EPSG:32633")
    for metres in (0.5, 8):
        here = tidy(utm, crs="EPSG:32633", simplify=metres).geometry
        there = tidy(utm.to_crs(crs), crs=crs, simplify=metres).geometry.to_crs("EPSG:32633")
        assert shapely.get_num_coordinates(here[0]) == shapely.get_num_coordinates(there[0])
        assert here.hausdorff_distance(there)[0] < 0.01


def test_simplify_keeps_a_shared_border_shared():
    border = [(0, 20), *((3 * math.sin(7 * y), y) for y in range(19, 0, -1)), (0, 0)]
    left = shapely.Polygon([(-20, 0), (-20, 20), *border])
    right = shapely.Polygon([(20, 0), (20, 20), *border])
    frame = tidy([left, right], simplify=4)
    assert shapely.coverage_is_valid(frame.geometry.to_numpy())
    assert overlap(frame.geometry) == pytest.approx(0, abs=1e-9)
    assert shapely.union_all(frame.geometry.to_numpy()).geom_type == "Polygon"
    assert shapely.get_num_coordinates(frame.geometry.to_numpy()).sum() < 2 * len(border)


def test_broken_polygons_come_out_repaired_with_their_score():
    bow_tie = shapely.Polygon([(0, 0), (4, 4), (4, 0), (0, 4)])
    spike = shapely.Polygon([(10, 0), (20, 0), (10, 0)])
    frame = tidy([bow_tie, spike, shapely.Polygon()], [0.4, 0.5, 0.6])
    assert list(frame["score"]) == [0.4, 0.4]
    assert frame["area_m2"].sum() == pytest.approx(8)
    assert frame.is_valid.all()


@pytest.mark.parametrize("option", ["min_area", "fill_holes", "simplify"])
@pytest.mark.parametrize("value", [-1, math.nan])
def test_negative_options_are_refused_by_name(option, value):
    with pytest.raises(OptionError, match=option):
        tidy([shapely.box(0, 0, 1, 1)], **{option: value})


masks = st.one_of(
    hnp.arrays(np.bool_, st.tuples(st.integers(1, 14), st.integers(1, 14))),
    st.builds(
        lambda seed, softness: gaussian_filter(np.random.default_rng(seed).normal(size=(40, 40)), softness) > 0,
        st.integers(0, 2**32 - 1),
        st.floats(0.5, 4),
    ),
)
PLACES = {
    None: lambda points: points,
    "EPSG:32633": lambda points: points @ [[0.26, 0.15], [0.15, -0.26]] + [431_234.5, 5_812_345.6],
    "EPSG:4326": lambda points: points * [4e-6, -3e-6] + [13.4, 62.5],
}


@given(
    mask=masks,
    crs=st.sampled_from(list(PLACES)),
    min_area=st.sampled_from([0, 1.5]),
    fill_holes=st.sampled_from([0, 0.5, 6]),
    simplify=st.sampled_from([0, 0.4, 1.2, 5]),
    orthogonalise=st.booleans(),
)
@settings(max_examples=120, deadline=None)
def test_whatever_the_options_polygons_are_valid_whole_and_apart(mask, crs, orthogonalise, **options):
    polygons = shapely.transform(np.array(outlined(mask), dtype=object), PLACES[crs])
    frame = tidy(polygons, crs=crs, orthogonalise=orthogonalise, **options)
    assert frame.is_valid.all()
    assert (frame.geom_type == "Polygon").all()
    assert not frame.is_empty.any()
    assert (frame["area_m2"] >= max(options["min_area"], 1e-9)).all()
    if len(frame):
        assert overlap(frame.geometry) <= 1e-6 * shapely.area(frame.geometry.to_numpy()).sum()
