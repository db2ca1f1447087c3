"""No ground of the validation part is trained on, in the real data."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from phrasegon.model.training.sources import calpoly, cars, dubai, fields, neon, oam, ucm


def ground(tile: oam.Tile) -> tuple[float, float, float, float]:
    """West, north, east, south as shares of the world."""
    side = 1 / 2**tile.zoom
    return tile.x * side, tile.y * side, (tile.x + 1) * side, (tile.y + 1) * side


def overlap(one: oam.Tile, other: oam.Tile) -> bool:
    west, north, east, south = ground(one)
    west2, north2, east2, south2 = ground(other)
    return west < east2 and west2 < east and north < south2 and north2 < south


def drone_tiles(root: Path, split: str) -> list[oam.Tile]:
    folder = root / "train"
    tiles = [tile for place in oam.PLACES for tile in oam.building_tiles(folder / "oam_buildings", place, split)]
    return tiles + oam.attribute_tiles(folder / "oam_banepa_osm", split)


def test_no_drone_tile_of_any_zoom_is_seen_from_both_sides(data_root: Path) -> None:
    train, held = drone_tiles(data_root, "train"), drone_tiles(data_root, "val")
    assert len(train) > 500
    assert len(held) > 100
    assert not [pair for pair in product(train, held) if overlap(*pair)]


def test_a_crop_of_a_city_stays_on_one_side_in_all_years(data_root: Path) -> None:
    folder = data_root / "train" / "calpoly_urban_trees"
    sides = {}
    for split in ("train", "val"):
        for path in calpoly.members(folder, split):
            city, year, index = path.stem.rsplit("_", 2)
            assert year.isdigit()
            assert sides.setdefault((city, index), split) == split
    in_test = {tuple(name.rsplit("_", 2)[::2]) for name in (folder / "test.txt").read_text().split()}
    assert all((place in in_test) == (split == "val") for place, split in sides.items())
    assert list(sides.values()).count("val") > 30


@pytest.mark.parametrize(
    ("source", "name", "least"), [(dubai, "dubai_mbrsc", 9), (fields, "naip_fields_agoro", 4)], ids=["dubai", "fields"]
)
def test_other_pictures_are_in_one_split_each(data_root: Path, source: object, name: str, least: int) -> None:
    train, held = (set(source.members(data_root / "train" / name, split)) for split in ("train", "val"))
    assert not train & held
    assert len(held) >= least
    assert len(train) > 3 * len(held)


def test_a_street_stays_on_one_side_in_all_its_frames(data_root: Path) -> None:
    folder = data_root / "train" / "cars_aerial"
    train, held = ({cars.scene(path) for path in cars.members(folder, split)} for split in ("train", "val"))
    assert held == {"MunichStreet02"}
    assert len(train) == 6
    assert not train & held


def test_a_plot_of_trees_stays_on_one_side_in_all_years(data_root: Path) -> None:
    folder = data_root / "train" / "neon_trees"
    train, held = ({path.stem for path in neon.members(folder, split)} for split in ("train", "val"))
    assert {name.split("_")[0] for name in held} == {"HARV", "SJER", "TEAK"}
    assert not train & held
    assert len(train) > 6 * len(held)


def test_of_uc_merced_only_tanks_and_courts_are_held_and_from_other_places(data_root: Path) -> None:
    train, held = (
        {picture.place for picture in ucm.load(data_root / "train" / "ucm_landuse", split)}
        for split in ("train", "val")
    )
    assert not train & held
    assert {place.rstrip("0123456789") for place in held} == {"storagetanks", "tenniscourt"}
    for scene in ("storagetanks", "tenniscourt"):
        numbers = [sorted(int(place[-2:]) for place in places if place.startswith(scene)) for places in (train, held)]
        assert numbers[0][-1] < numbers[1][0]
        assert len(numbers[1]) >= 12
