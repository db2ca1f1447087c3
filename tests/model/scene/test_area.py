from __future__ import annotations

import numpy as np
import pytest
import shapely
from affine import Affine
from rasterio.windows import Window

from phrasegon.model.errors import SceneError
from phrasegon.model.scene.raster import open_scene

NORTH_UP = Affine(0.5, 0, 500_000, 0, -0.5, 6_000_000)
ROTATED = Affine.translation(500_000, 6_000_000) @ Affine.rotation(25) @ Affine.scale(0.5, -0.5)


@pytest.mark.parametrize("transform", [NORTH_UP, ROTATED])
@pytest.mark.parametrize("gsd", [None, 1.1])
def test_an_area_limits_the_grid_and_hides_what_is_outside(noise, whole, write, transform, gsd):
    bands = noise()
    path = write(bands, transform=transform)
    centre = transform @ (60, 45)
    aoi = shapely.Point(centre).buffer(12).difference(shapely.Point(centre).buffer(4))
    with open_scene(path, gsd=gsd) as scene:
        all_rgb, _ = whole(scene)
        grid = scene.transform
    with open_scene(path, gsd=gsd, aoi=aoi) as scene:
        rgb, valid = whole(scene)
        x, y = np.meshgrid(np.arange(scene.width) + 0.5, np.arange(scene.height) + 0.5)
        expected = shapely.contains_xy(aoi, *(scene.transform @ (x, y)))
        left, top = (round(corner) for corner in ~grid @ (scene.transform @ (0, 0)))
        assert scene.transform.almost_equals(grid @ Affine.translation(left, top), 1e-6)
    np.testing.assert_array_equal(valid, expected)
    for axis in (0, 1):  # nothing to spare
        assert valid.any(axis)[[0, -1]].all()
    np.testing.assert_array_equal(rgb, all_rgb[:, top : top + rgb.shape[1], left : left + rgb.shape[2]])


def test_bounds_limit_the_grid_to_the_pixels_whose_centres_lie_inside(noise, whole, write):
    bands = noise()
    with open_scene(write(bands), bounds=(500_010.2, 5_999_980.1, 500_020.2, 5_999_990.3)) as scene:
        rgb, valid = whole(scene)
        assert scene.transform.almost_equals(NORTH_UP @ Affine.translation(20, 19))
    np.testing.assert_array_equal(rgb, bands[:, 19:40, 20:40])
    assert valid.all()


def test_bounds_are_pixels_where_there_is_no_crs(noise, read_whole, write):
    bands = noise()
    rgb, _ = read_whole(write(bands, transform=Affine.identity(), crs=None), bounds=(10, 20, 40, 35))
    np.testing.assert_array_equal(rgb, bands[:, 20:35, 10:40])


def test_a_tile_larger_than_the_area_shows_what_lies_around_but_not_as_valid(noise, write):
    bands = noise()
    with open_scene(write(bands, transform=Affine.identity(), crs=None), bounds=(10, 20, 40, 35)) as scene:
        rgb, valid = scene.read(Window(0, 0, 50, 50))
    np.testing.assert_array_equal(rgb, bands[:, 20:70, 10:60])
    assert valid[:15, :30].all()
    assert np.count_nonzero(valid) == 15 * 30


@pytest.mark.parametrize(
    ("area", "message"),
    [
        ({"bounds": (0, 0, 1, 1)}, "outside of scene.tif, which covers 500000 5999955 to 500060 6000000"),
        ({"aoi": shapely.Point(0, 0).buffer(9)}, "outside of scene.tif"),
        ({"aoi": shapely.LineString([(500_000, 5_999_990), (500_020, 5_999_980)])}, "encloses nothing"),
        ({"aoi": shapely.Polygon()}, "encloses nothing"),
        ({"bounds": (500_010.1, 5_999_990.1, 500_010.2, 5_999_990.2)}, "smaller than a pixel"),
    ],
)
def test_an_area_that_holds_nothing_of_the_raster_is_refused(noise, write, area, message):
    with pytest.raises(SceneError, match=message):
        open_scene(write(noise()), **area)
