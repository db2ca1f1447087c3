"""Web map tiles become mosaics with whole buildings, and a place is split by its columns."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from phrasegon.model.training.sources.oam import attribute_tiles, building_tiles, load_attributes, load_buildings
from phrasegon.model.training.sources.picture import NO_DATA

ZOOM, X, Y = 21, 1277168, 1083840


def degrees(x: float, y: float) -> list[float]:
    """Longitude and latitude of tile coordinates at ZOOM."""
    lat = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * y / 2**ZOOM))))
    return [x / 2**ZOOM * 360 - 180, float(lat)]


def write_tile(folder: Path, x: int, y: int, zoom: int, side: int = 256, suffix: str = "png") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    grey = Image.new("RGB", (side, side), (100, 110, 120))
    grey.save(folder / f"OAM-{x}-{y}-{zoom}.{suffix}", format="TIFF" if suffix == "tif" else "PNG")


def footprint(corners: list[tuple[float, float]], **properties: object) -> dict:
    ring = [degrees(X + x, Y + y) for x, y in [*corners, corners[0]]]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def box(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two zanzibar tiles side by side, their parent, and a lone coarser tile; one building lies over the seam."""
    images = tmp_path / "zanzibar" / "images"
    write_tile(images, X, Y, ZOOM)
    write_tile(images, X + 1, Y, ZOOM)
    write_tile(images, X // 2, Y // 2, ZOOM - 1)
    write_tile(images, X // 2 + 9, Y // 2, ZOOM - 1)
    for name in ("banepa", "catanduanes"):
        write_tile(tmp_path / name / "images", X, Y, ZOOM)
        write_tile(tmp_path / name / "images", X + 2, Y, ZOOM)
        (tmp_path / name / "geojson").mkdir()
    labels = tmp_path / "zanzibar" / "geojson"
    labels.mkdir()
    # The two tiles' files each hold their half, under one id.
    for name, corners in (("a", box(0.75, 0.25, 1, 0.5)), ("b", box(1, 0.25, 1.5, 0.5))):
        (labels / f"{name}.geojson").write_text(json.dumps({"features": [footprint(corners, osm_id=42)]}))
    return tmp_path


def test_a_building_over_the_seam_is_one_instance_at_its_place(folder: Path) -> None:
    mosaic = load_buildings(folder, "train")[0]
    level = mosaic.levels[0]
    assert level.codes.shape == (256, 512)
    assert mosaic.gsd == pytest.approx(0.0742, abs=0.0003)
    expected = np.zeros((256, 512), bool)
    expected[64:128, 192:384] = True
    assert np.array_equal(level.codes == 1, expected)
    assert len(np.unique(level.instances[expected])) == 1


def test_coarser_tiles_of_the_same_ground_are_left_out(folder: Path) -> None:
    zanzibar = [picture for picture in load_buildings(folder, "train") if picture.place == "zanzibar"]
    assert [picture.levels[0].codes.shape for picture in zanzibar] == [(256, 512), (256, 256)]


def test_black_margins_have_no_data_and_no_building(folder: Path) -> None:
    path = folder / "zanzibar" / "images" / f"OAM-{X}-{Y}-{ZOOM}.png"
    picture = np.full((256, 256, 3), 100, np.uint8)
    picture[:, 150:] = 0
    picture[10, 10] = 0
    Image.fromarray(picture).save(path)
    codes = load_buildings(folder, "train")[0].levels[0].codes
    assert np.all(codes[:, 150:256] == NO_DATA)
    assert not np.any(codes[:, :150] == NO_DATA)


def test_catanduanes_and_the_east_of_banepa_are_held_out(folder: Path) -> None:
    assert building_tiles(folder, "zanzibar", "val") == []
    assert building_tiles(folder, "catanduanes", "train") == []
    assert [tile.x for tile in building_tiles(folder, "banepa", "train")] == [X]
    assert [tile.x for tile in building_tiles(folder, "banepa", "val")] == [X + 2]


def test_tags_follow_their_building(tmp_path: Path) -> None:
    for column in range(3):
        write_tile(tmp_path / "train", X + column, Y, ZOOM, side=512, suffix="tif")
    features = [
        footprint(box(0.1, 0.1, 0.3, 0.3), osm_id=5, **{"roof:material": "concerte", "building": "school"}),
        footprint(box(0.6, 0.6, 0.9, 0.9), osm_id=6, **{"roof:material": None, "building": "yes"}),
    ]
    (tmp_path / "osm_features_1.geojson").write_text(json.dumps({"features": features}))
    (picture,) = load_attributes(tmp_path, "train")
    instances = picture.levels[0].instances
    school, other = int(instances[100, 100]), int(instances[400, 400])
    assert school != other
    assert picture.attributes == {school: frozenset({"roof:material=concrete", "use=school"})}
    assert [tile.x for tile in attribute_tiles(tmp_path, "val")] == [X + 2]
