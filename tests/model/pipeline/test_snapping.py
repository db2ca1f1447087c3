"""Rough polygons become the outlines of what the scene shows in them."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
import torch
from rasterio.transform import Affine
from torch import Tensor

from phrasegon.model.errors import ModelError, OptionError, SceneError
from phrasegon.model.pipeline import Options, collected_notes
from phrasegon.model.pipeline.snapping import snap_polygons

UTM = Affine(0.5, 0, 500_000, 0, -0.5, 6_000_000)
ROTATED = Affine.translation(500_000, 6_000_000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)


class Brightness:
    """Stands in for a trained network: three masks of all that is bright, of which the second claims to be the best."""

    image_size = 512

    def __init__(self) -> None:
        self.pictures = 0
        self.asked: list[bool] = []

    def encode_image(self, picture: Tensor) -> Tensor:
        self.pictures += 1
        return picture.mean(1)

    def prompt(self, maps: Tensor, boxes: Tensor, points: Tensor | None) -> tuple[Tensor, Tensor]:
        self.asked.append(points is not None)
        masks = torch.stack([maps[0] - 9, maps[0], maps[0] + 9]) * 100
        return masks.expand(len(boxes), 3, -1, -1), torch.tensor([0.5, 0.8, 0.7]).expand(len(boxes), 3)


@pytest.fixture
def network() -> Brightness:
    return Brightness()


@pytest.fixture
def grey() -> np.ndarray:
    """Three bright objects on dark ground, uint8 (300, 400), never 0."""
    grey = np.full((300, 400), 20, np.uint8)
    grey[40:70, 50:90] = grey[45:80, 100:130] = 230
    grey[200:260, 300:320] = grey[240:260, 300:360] = 230  # two wings
    return grey


@pytest.fixture(params=[UTM, ROTATED], ids=["upright", "rotated"])
def transform(request: pytest.FixtureRequest) -> Affine:
    return request.param


def box_at(transform: Affine, left: float, top: float, right: float, bottom: float) -> shapely.Polygon:
    """A box of pixels on the ground."""
    return shapely.Polygon(
        [transform @ corner for corner in ((left, top), (right, top), (right, bottom), (left, bottom))]
    )


def rough(transform: Affine = UTM) -> geopandas.GeoDataFrame:
    """The three objects, each a few pixels off, and one polygon beyond the scene."""
    boxes = [(46, 43, 93, 68), (97, 42, 131, 82), (296, 204, 366, 257), (900, 900, 950, 950)]
    columns = {"name": ["barn", None, "école", "beyond"], "floors": [1, 2, 3, 4]}
    shapes = [box_at(transform, *box) for box in boxes]
    return geopandas.GeoDataFrame(columns, geometry=shapes, crs="EPSG:32633", index=[7, 3, 5, 1])


def wings(transform: Affine) -> shapely.Polygon:
    corners = (300, 200), (320, 200), (320, 240), (360, 240), (360, 260), (300, 260)
    return shapely.Polygon([transform @ corner for corner in corners])


def test_polygons_follow_what_is_seen_wherever_the_scene_lies(network, write_scene, grey, transform):
    found = snap_polygons(network, write_scene(grey, transform=transform), rough(transform))
    expected = [box_at(transform, 50, 40, 90, 70), box_at(transform, 100, 45, 130, 80), wings(transform)]
    for polygon, true in zip(found.geometry[:3], expected, strict=True):
        assert polygon.symmetric_difference(true).area < 1e-6 * true.area
    assert found.geometry.iloc[3] == rough(transform).geometry.iloc[3]
    assert found["snapped"].tolist() == [True, True, True, False]
    assert found["snap_score"].tolist()[:3] == pytest.approx([0.8] * 3, abs=0.02)
    assert np.isnan(found["snap_score"].iloc[3])


def test_rows_columns_and_crs_are_kept(network, write_scene, grey):
    given = rough().to_crs("EPSG:4326")
    found = snap_polygons(network, write_scene(grey), given)
    pd.testing.assert_frame_equal(pd.DataFrame(found[["name", "floors"]]), pd.DataFrame(given[["name", "floors"]]))
    assert found.crs == given.crs
    assert found.geometry.iloc[3] == given.geometry.iloc[3]
    back = found.to_crs("EPSG:32633").geometry.iloc[2]
    assert back.symmetric_difference(wings(UTM)).area < 1e-3
    assert list(given.columns) == ["name", "floors", "geometry"], "what was given is left alone"


def test_snapping_again_replaces_the_old_score(network, write_scene, grey):
    scene = write_scene(grey)
    once = snap_polygons(network, scene, rough())
    twice = snap_polygons(network, scene, once)
    assert list(twice.columns) == list(once.columns)
    assert twice.geometry.geom_equals(once.geometry).all()


def test_neighbours_share_a_picture(network, write_scene, grey):
    snap_polygons(network, write_scene(grey), rough())
    assert network.pictures == 2


def test_the_largest_region_that_overlaps_the_polygon_is_taken(network, write_scene, grey):
    grey[100:106, 60:66] = 230
    given = geopandas.GeoDataFrame(geometry=[box_at(UTM, 55, 90, 75, 115)], crs="EPSG:32633")
    found = snap_polygons(network, write_scene(grey), given)
    assert found.geometry.iloc[0].equals(box_at(UTM, 60, 100, 66, 106))
    dark = geopandas.GeoDataFrame(geometry=[box_at(UTM, 180, 90, 220, 130)], crs="EPSG:32633")
    stays = snap_polygons(network, write_scene(grey), dark)
    assert stays.geometry.iloc[0] == dark.geometry.iloc[0]
    assert not stays["snapped"].iloc[0]


def test_every_part_of_a_polygon_is_an_object(network, write_scene, grey):
    near, other, dark = (box_at(UTM, *box) for box in ((46, 43, 93, 68), (97, 42, 131, 82), (180, 90, 220, 130)))
    given = geopandas.GeoDataFrame(geometry=[shapely.union_all([near, other, dark])], crs="EPSG:32633")
    found = snap_polygons(network, write_scene(grey), given)
    assert len(found) == 1
    true = shapely.union_all([box_at(UTM, 50, 40, 90, 70), box_at(UTM, 100, 45, 130, 80), dark])
    assert found.geometry.iloc[0].equals(true)
    assert found["snapped"].tolist() == [True]


def test_an_invalid_polygon_still_shows_where_to_look(network, write_scene, grey):
    corners = [UTM @ corner for corner in ((46, 43), (93, 68), (93, 43), (46, 68))]
    given = geopandas.GeoDataFrame(geometry=[shapely.Polygon(corners)], crs="EPSG:32633")
    found = snap_polygons(network, write_scene(grey), given)
    assert found.geometry.iloc[0].equals(box_at(UTM, 50, 40, 90, 70))


def test_what_the_scene_shows_less_than_half_of_stays(network, write_scene, grey):
    grey[0:20, 0:20] = 230
    given = geopandas.GeoDataFrame(geometry=[box_at(UTM, -15, 2, 10, 18), box_at(UTM, -8, 2, 22, 18)], crs="EPSG:32633")
    found = snap_polygons(network, write_scene(grey), given)
    assert found["snapped"].tolist() == [False, True]
    assert found.geometry.iloc[1].equals(box_at(UTM, 0, 0, 20, 20))


def test_only_pixels_with_data_become_part_of_an_object(network, write_scene, grey):
    grey[40:70, 80:] = 0
    found = snap_polygons(network, write_scene(grey), rough().iloc[:1])
    assert found.geometry.iloc[0].equals(box_at(UTM, 50, 40, 80, 70))


def test_an_object_larger_than_the_picture_is_seen_shrunk(network, write_scene):
    grey = np.full((1500, 1500), 20, np.uint8)
    grey[300:1200, 400:1000] = 230
    given = geopandas.GeoDataFrame(geometry=[box_at(UTM, 380, 320, 1020, 1190)], crs="EPSG:32633")
    found = snap_polygons(network, write_scene(grey), given)
    true = box_at(UTM, 400, 300, 1000, 1200)
    assert shapely.area(found.geometry.iloc[0].symmetric_difference(true)) < 0.01 * true.area


def test_a_scene_without_crs_takes_polygons_in_its_pixels(network, write_scene, grey):
    scene = write_scene(grey, transform=None, crs=None)
    given = geopandas.GeoDataFrame(geometry=[shapely.box(46, 43, 93, 68)])
    found = snap_polygons(network, scene, given)
    assert found.geometry.iloc[0].equals(shapely.box(50, 40, 90, 70))
    with pytest.raises(SceneError, match="is georeferenced but the scene is not"):
        snap_polygons(network, scene, given.set_crs("EPSG:4326"))


def test_bounds_limit_what_is_looked_at(network, write_scene, grey):
    bounds = (500_000, 5_999_900, 500_047, 6_000_000)
    found = snap_polygons(network, write_scene(grey), rough(), Options(bounds=bounds))
    assert found["snapped"].tolist() == [True, False, False, False]
    with pytest.raises(OptionError):
        Options(bounds=(1, 0, 0, 1))


def test_points_are_left_out_on_request(network, write_scene, grey):
    scene = write_scene(grey)
    snap_polygons(network, scene, rough())
    assert True in network.asked
    network.asked.clear()
    snap_polygons(network, scene, rough(), use_point=False)
    assert True not in network.asked


def test_progress_counts_pictures_and_can_end_the_work(network, write_scene, grey):
    steps = []
    snap_polygons(network, write_scene(grey), rough(), progress=steps.append)
    assert [(step.stage, step.tiles_done, step.tiles_total) for step in steps] == [
        ("segmenting", done, 2) for done in range(3)
    ]

    def stop(progress):
        if progress.tiles_done == 1:
            raise KeyboardInterrupt

    network.pictures = 0
    with pytest.raises(KeyboardInterrupt):
        snap_polygons(network, write_scene(grey), rough(), progress=stop)
    assert network.pictures == 1


def test_nothing_to_snap_is_fine(network, write_scene, grey):
    nothing = rough().iloc[:0]
    found = snap_polygons(network, write_scene(grey), nothing)
    assert list(found.columns) == ["name", "floors", "geometry", "snap_score", "snapped"]
    assert network.pictures == 0


def test_places_that_the_crs_of_the_scene_cannot_hold_stay(network, write_scene, grey):
    pole = geopandas.GeoDataFrame(geometry=[shapely.box(100, 89.9, 110, 90)], crs="EPSG:4326")
    found = snap_polygons(network, write_scene(grey), pole)
    assert found.geometry.iloc[0] == pole.geometry.iloc[0]
    assert not found["snapped"].iloc[0]


def test_what_cannot_be_read_stays_and_is_told_of(network, write_scene, grey):
    scene = write_scene(np.random.default_rng(0).integers(1, 255, (300, 400), dtype=np.uint8))
    scene.write_bytes(scene.read_bytes()[: 400 * 3 * 150])
    with collected_notes() as notes:
        found = snap_polygons(network, scene, rough().assign(name="x"))
    assert [note.kind for note in notes] == ["failed_tiles"]
    assert not found["snapped"].iloc[2]
    with pytest.raises(SceneError, match="None of the 1 tiles"):
        snap_polygons(network, scene, rough().iloc[2:3])


def test_too_little_memory_is_one_sentence(network, write_scene, grey):
    def out_of_memory(_: Tensor) -> Tensor:
        raise torch.OutOfMemoryError("CUDA out of memory")

    network.encode_image = out_of_memory
    with pytest.raises(ModelError, match="too little free memory to snap"):
        snap_polygons(network, write_scene(grey), rough())
