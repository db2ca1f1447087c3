"""Roofs get right angles, round and curved things stay as they are, and neighbours stay apart."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize, shapes
from shapely.affinity import rotate, translate

from phrasegon.model.scene.orthogonalise import right_angled
from phrasegon.model.scene.polygons import clean

PIXELS = Affine.identity()
HALL = shapely.box(20, 30, 60, 50)
L_SHAPE = shapely.Polygon([(15, 15), (60, 15), (60, 35), (40, 35), (40, 60), (15, 60)])
COURT = shapely.Polygon(shapely.box(15, 15, 60, 60).exterior, [shapely.box(28, 25, 50, 42).exterior])
U_SHAPE = shapely.Polygon([(10, 10), (70, 10), (70, 60), (50, 60), (50, 30), (30, 30), (30, 60), (10, 60)])
ROOFS = {"hall": HALL, "L": L_SHAPE, "court": COURT, "U": U_SHAPE}
SILO = shapely.Point(40, 40).buffer(20)
TURN = np.linspace(0, 2 * np.pi, 200)
POND = shapely.Polygon(40 + ((20 + 4 * np.cos(5 * TURN)) * [np.cos(TURN), np.sin(TURN)]).T)
ROAD = shapely.LineString([(10 + 55 * np.sin(t), 10 + 55 * np.cos(t)) for t in np.linspace(0, 1.57, 40)]).buffer(3)


def in_pixels(shape: shapely.Geometry, transform: Affine = PIXELS, size: int = 80) -> list[shapely.Polygon]:
    mask = rasterize([shape], (size, size), transform=transform, dtype="uint8")
    found = shapes(mask, mask=mask > 0, transform=transform)
    return [shapely.geometry.shape(outline) for outline, _ in found]


def squared(polygons: list[shapely.Polygon], crs: str | None = None, **options: float) -> list[shapely.Polygon]:
    frame = clean(polygons, [0.5] * len(polygons), phrase="roof", model="nano", crs=crs, orthogonalise=True, **options)
    return list(frame.geometry)


def iou(one: shapely.Geometry, other: shapely.Geometry) -> float:
    return one.intersection(other).area / one.union(other).area


def angles(polygon: shapely.Polygon) -> np.ndarray:
    """Degrees by which the corners of all rings miss a right angle."""
    missed = []
    for ring in (polygon.exterior, *polygon.interiors):
        edges = np.diff(shapely.get_coordinates(ring), axis=0) @ (1, 1j)
        missed.append(np.degrees(np.angle(np.roll(edges, -1) / edges)))
    return np.abs(np.abs(np.concatenate(missed)) - 90)


@pytest.mark.parametrize("angle", [0, 7, 20, 33, 45, 71])
@pytest.mark.parametrize("roof", ROOFS)
def test_a_roof_in_pixels_gets_its_corners_back(roof, angle):
    true = rotate(ROOFS[roof], angle, origin=(40, 40))
    (found,) = squared(in_pixels(true))
    assert shapely.get_num_coordinates(found) == shapely.get_num_coordinates(ROOFS[roof])
    assert angles(found).max() < 1e-6
    assert iou(found, true) > 0.93


@pytest.mark.parametrize(
    "crs", ["EPSG:4326", "EPSG:3857", "EPSG:32633", "+proj=utm +zone=33 +ellps=WGS84 +units=us-ft"]
)
def test_angles_are_right_on_the_ground(crs):
    true = translate(rotate(L_SHAPE, 25, origin=(40, 40)), 400_000, 6_600_000)
    bounds = gpd.GeoSeries([true], crs="EPSG:32633").to_crs(crs)
    west, south, east, north = bounds.buffer(0).total_bounds
    step = max(east - west, north - south) / 76
    grid = Affine(step, 0, west, 0, -step, north)
    outlines = in_pixels(bounds.iloc[0], grid)
    (found,) = squared(outlines, crs)
    there = gpd.GeoSeries([found], crs=crs).to_crs("EPSG:32633").iloc[0]
    assert len(there.exterior.coords) == 7
    assert angles(there).max() < 0.2
    assert iou(there, true) > 0.9


@pytest.mark.parametrize("shape", [SILO, POND, ROAD], ids=["silo", "pond", "road"])
def test_round_and_curved_things_stay_as_they_are(shape):
    outlines = in_pixels(shape)
    assert squared(outlines) == outlines


def test_what_cannot_be_right_angled_is_still_simplified():
    (outline,) = in_pixels(SILO)
    (found,) = squared([outline], simplify=2.0)
    assert shapely.get_num_coordinates(found) < shapely.get_num_coordinates(outline) / 2
    assert iou(found, outline) > 0.9


def test_detail_smaller_than_simplify_is_left_out():
    notched = HALL.difference(shapely.box(35, 47, 40, 50))
    (kept,) = squared(in_pixels(notched))
    (simple,) = squared(in_pixels(notched), simplify=4)
    assert len(kept.exterior.coords) == 9
    assert len(simple.exterior.coords) == 5


def test_right_angles_are_not_bought_with_overlaps():
    one = shapely.Polygon([(0, 0), (40, 0), (40, 17), (0, 20)])
    other = shapely.Polygon([(20, 18.5), (40, 17), (40, 32), (20, 32)])  # fits the oblique edge exactly
    outlines, metres = np.array([one, other]), np.ones((2, 2))
    alone = [right_angled(outlines[[i]], outlines[[i]], metres[[i]], 0.5)[0] for i in (0, 1)]
    assert [angles(polygon).max() < 1e-6 for polygon in alone] == [True, True]
    assert alone[0].intersection(alone[1]).area > 9
    assert list(right_angled(outlines, outlines, metres, 0.5)) == [one, other]


def test_overlaps_that_were_there_before_do_not_stand_in_the_way():
    outlines = np.array([rotate(HALL, 20), rotate(HALL, 20)])
    found = right_angled(outlines, outlines, np.ones((2, 2)), 1.0)
    assert [angles(polygon).max() < 1e-6 for polygon in found] == [True, True]


def test_pixels_need_not_be_square():
    grid = Affine(1.5, 0, 0, 0, -1, 80)
    true = rotate(HALL, 30)
    (found,) = squared(in_pixels(true, grid))
    assert len(found.exterior.coords) == 5
    assert iou(found, true) > 0.9


@given(
    angle=st.floats(0, 90),
    width=st.integers(12, 60),
    height=st.integers(12, 40),
    simplify=st.sampled_from([0.0, 1.0, 3.0]),
)
@settings(max_examples=40, deadline=None)
def test_any_rectangle_becomes_one_again(angle, width, height, simplify):
    true = rotate(shapely.box(40 - width / 2, 40 - height / 2, 40 + width / 2, 40 + height / 2), angle)
    (found,) = squared(in_pixels(true), simplify=simplify)
    assert len(found.exterior.coords) == 5
    assert angles(found).max() < 1e-6
    assert iou(found, true) > 0.85
