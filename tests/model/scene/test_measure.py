"""Areas and lengths are those on the ellipsoid, whatever the coordinates."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pyproj
import pytest
import rasterio.crs
import shapely

from phrasegon.model.scene.measure import Ruler, reference_system

BERLIN = (13.4, 52.5)
FIELD = shapely.Polygon(shapely.box(-60, -40, 60, 40).exterior, [shapely.box(-10, -10, 20, 10).exterior])


def field_in(crs: str, place: tuple[float, float] = BERLIN) -> shapely.Polygon:
    """The field, laid out in metres around a place, in the coordinates of a CRS."""
    local = f"+proj=aeqd +lon_0={place[0]} +lat_0={place[1]} +ellps=WGS84"
    return gpd.GeoSeries([FIELD], crs=local).to_crs(crs).iloc[0]


SYSTEMS = [
    "EPSG:32633",
    "EPSG:4326",
    "EPSG:4979",
    "EPSG:3857",
    "EPSG:3035",
    "+proj=utm +zone=33 +ellps=WGS84 +units=us-ft",
    "+proj=longlat +ellps=WGS84 +pm=paris",
    "+proj=utm +zone=33 +ellps=WGS84 +towgs84=0,0,0,0,0,0,0",
]


@pytest.mark.parametrize("crs", SYSTEMS)
def test_a_field_has_the_same_measures_in_every_crs(crs):
    area, perimeter = Ruler(reference_system(crs)).measure(np.array([field_in(crs)]))
    assert area[0] == pytest.approx(FIELD.area, rel=1e-4)
    assert perimeter[0] == pytest.approx(FIELD.length, rel=1e-4)


def test_grads_from_paris():
    field = field_in("EPSG:27572", (2.4, 46.8))
    area, _ = Ruler(reference_system("EPSG:27572")).measure(np.array([field]))
    assert area[0] == pytest.approx(field.area, rel=1e-3)


def test_measures_equal_pyprojs_own():
    geod = pyproj.Geod(ellps="WGS84")
    field = shapely.orient_polygons(field_in("EPSG:4326"))  # pyproj's signs depend on the rings' directions
    solid = shapely.Polygon(field.exterior)
    area, perimeter = Ruler(reference_system("EPSG:4326")).measure(np.array([field, solid]))
    solid_area, outer = geod.geometry_area_perimeter(solid)
    assert area == pytest.approx([geod.geometry_area_perimeter(field)[0], solid_area], rel=1e-9)
    inner = geod.geometry_length(field.interiors[0])
    assert perimeter == pytest.approx([outer + inner, outer], rel=1e-9)


def test_field_on_the_antimeridian_is_no_belt_around_the_world():
    field = field_in("EPSG:32660", (180.0, 10.0))
    area, _ = Ruler(reference_system("EPSG:32660")).measure(np.array([field]))
    assert area[0] == pytest.approx(FIELD.area, rel=1e-4)


def test_without_crs_measures_are_pixels():
    area, perimeter = Ruler(None).measure(np.array([FIELD]))
    assert (area[0], perimeter[0]) == (FIELD.area, FIELD.length)


def test_local_crs_in_feet():
    local = reference_system(
        'ENGCRS["site",EDATUM["peg"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["foot",0.3048]]'
    )
    area, perimeter = Ruler(local).measure(np.array([FIELD]))
    assert area[0] == pytest.approx(FIELD.area * 0.3048**2)
    assert perimeter[0] == pytest.approx(FIELD.length * 0.3048)


@pytest.mark.parametrize("crs", SYSTEMS)
def test_metres_per_unit_turn_a_small_field_back_into_metres(crs):
    field = field_in(crs)
    centre = shapely.get_coordinates(field.centroid)[0]
    metres = Ruler(reference_system(crs)).metres_per_unit(centre[:1], centre[1:])[0]
    flat = shapely.transform(field, lambda points: (points - centre) * metres)
    assert flat.area == pytest.approx(FIELD.area, rel=1e-3)
    assert flat.length == pytest.approx(FIELD.length, rel=1e-3)


def test_metres_per_unit_outside_of_the_crs_stay_finite():
    scale = Ruler(reference_system("EPSG:32633")).metres_per_unit(np.array([1e12]), np.array([1e12]))
    assert (scale == 1).all()


def test_systems_keep_their_authoritys_code():
    assert reference_system(rasterio.crs.CRS.from_epsg(32633)).to_epsg() == 32633
    assert reference_system(rasterio.crs.CRS.from_epsg(32633)) == pyproj.CRS("EPSG:32633")
    assert reference_system(None) is None
    assert reference_system(rasterio.crs.CRS()) is None
    custom = reference_system("+proj=aeqd +lon_0=13 +lat_0=52 +ellps=WGS84")
    assert custom.to_epsg() is None
