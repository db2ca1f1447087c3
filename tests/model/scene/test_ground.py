from __future__ import annotations

import math
import warnings

import numpy as np
import pytest
from affine import Affine

from phrasegon.model.errors import OptionError, SceneError
from phrasegon.model.scene.raster import open_scene

NORTH_UP = Affine(0.5, 0, 500_000, 0, -0.5, 6_000_000)
ROTATED = Affine.translation(500_000, 6_000_000) @ Affine.rotation(25) @ Affine.scale(0.5, -0.5)


@pytest.mark.parametrize("transform", [NORTH_UP, ROTATED, Affine(0.5, 0, 0, 0, 0.5, 10)])
def test_the_grid_keeps_its_corner_and_rotation_at_every_resolution(noise, write, transform):
    path = write(noise(), transform=transform)
    with open_scene(path) as scene:
        assert scene.transform.almost_equals(transform)
        assert (scene.width, scene.height, scene.crs.to_epsg()) == (120, 90, 32633)
        assert scene.gsd == scene.native_gsd == pytest.approx(0.5)
    with open_scene(path, gsd=1.25) as scene:
        assert scene.transform.almost_equals(transform @ Affine.scale(2.5))
        assert (scene.width, scene.height) == (48, 36)
        assert (scene.gsd, scene.native_gsd) == (pytest.approx(1.25), pytest.approx(0.5))


def test_pixels_of_degrees_are_measured_on_the_ellipsoid(noise, write):
    degree = 1 / 111_319.49  # of a metre on the equator
    at_60_north = Affine(degree, 0, 20, 0, -degree, 60)
    with open_scene(write(noise(), transform=at_60_north, crs="EPSG:4326")) as scene:
        assert scene.gsd == pytest.approx(math.sqrt(111_412 / 111_319.49 * 55_800 / 111_319.49), rel=1e-3)


def test_pixels_are_measured_on_the_ellipsoid_where_a_projection_distorts(noise, write):
    at_60_north = Affine(1, 0, 2_226_390, 0, -1, 8_399_738)
    with open_scene(write(noise(), transform=at_60_north, crs="EPSG:3857")) as scene:
        assert scene.gsd == pytest.approx(0.5, rel=5e-3)


def test_another_body_is_measured_by_its_own_size(noise, write):
    moon = 'GEOGCS["Moon",DATUM["Moon",SPHEROID["Moon",1737400,0]],PRIMEM["0",0],UNIT["degree",0.0174532925199433]]'
    with open_scene(write(noise(), transform=Affine(1e-5, 0, 20, 0, -1e-5, 0), crs=moon)) as scene:
        assert scene.gsd == pytest.approx(math.radians(1e-5) * 1_737_400, rel=1e-3)


def test_feet_are_told_in_metres(noise, write):
    with open_scene(write(noise(), transform=Affine(2, 0, 6_400_000, 0, -2, 1_900_000), crs="EPSG:2229")) as scene:
        assert scene.gsd == pytest.approx(2 * 1200 / 3937)


@pytest.mark.parametrize(
    ("transform", "crs"), [(Affine.identity(), None), (NORTH_UP, None), (Affine.identity(), "EPSG:4326")]
)
def test_a_raster_without_a_place_on_earth_works_in_its_own_coordinates(noise, whole, write, transform, crs):
    bands = noise()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scene = open_scene(write(bands, transform=transform, crs=crs))
    with scene:
        assert (scene.crs, scene.gsd, scene.native_gsd) == (None, None, None)
        assert scene.transform == transform
        np.testing.assert_array_equal(whole(scene)[0], bands)


def test_metres_a_pixel_cannot_be_asked_of_a_raster_without_crs(noise, write):
    with pytest.raises(OptionError, match="no coordinate reference system"):
        open_scene(write(noise(), transform=Affine.identity(), crs=None), gsd=0.5)


@pytest.mark.parametrize("gsd", [0, -1, math.nan, math.inf, 1e-10])
def test_metres_a_pixel_that_make_no_sense_are_refused(noise, write, gsd):
    with pytest.raises(OptionError, match=r"[Mm]etres a pixel"):
        open_scene(write(noise()), gsd=gsd)


def test_a_crs_that_cannot_be_the_rasters_is_refused(noise, write):
    with pytest.raises(SceneError, match="assign the right one"):
        open_scene(write(noise(), crs="EPSG:4326"))
