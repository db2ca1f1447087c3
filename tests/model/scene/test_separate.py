"""Objects that touch are cut apart where the region between them is narrow."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine

from phrasegon.model.scene.mosaic import PROBABILITY_NODATA
from phrasegon.model.scene.separate import separated_in, separated_values
from phrasegon.model.scene.vectorise import vectorise_values

PLACE = Affine(0.5, 0, 1000, 0, -0.5, 2000)
ROTATED = Affine.translation(1000, 2000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)


def discs(*middles: tuple[int, int], radius: float = 20, value: int = 200) -> np.ndarray:
    rows, columns = np.mgrid[:120, :200]
    near = [np.hypot(rows - row, columns - column) <= radius for row, column in middles]
    return np.where(np.any(near, axis=0), value, 20).astype(np.uint8)


def cut(values: np.ndarray, place: Affine = PLACE) -> list[tuple[shapely.Polygon, float]]:
    return list(separated_values(values, vectorise_values(values, 0.5, place), place))


@pytest.mark.parametrize("place", [PLACE, ROTATED])
def test_discs_that_touch_come_out_one_by_one(place: Affine) -> None:
    values = discs((60, 40), (60, 76), (60, 112))
    (whole, _), *others = vectorise_values(values, 0.5, place)
    assert not others
    pieces = [polygon for polygon, _ in cut(values, place)]
    assert len(pieces) == 3
    assert all(piece.is_valid for piece in pieces)
    for row, column in ((60, 40), (60, 76), (60, 112)):
        inside = [piece for piece in pieces if piece.contains(shapely.Point(place @ (column + 0.5, row + 0.5)))]
        assert len(inside) == 1
        assert 0.8 < inside[0].area / (np.pi * 20**2 * 0.25) < 1.1
    assert shapely.union_all(pieces).symmetric_difference(whole).area == pytest.approx(0, abs=1e-6)
    assert sum(piece.area for piece in pieces) == pytest.approx(whole.area)


def test_each_piece_has_its_own_score() -> None:
    values = np.where(np.arange(200) < 78, discs((60, 60), (60, 96)), discs((60, 60), (60, 96), value=240))
    scores = sorted(score for _, score in cut(values.astype(np.uint8)))
    assert scores == pytest.approx([200 / 254, 240 / 254], abs=0.01)


@pytest.mark.parametrize("middles", [[(60, 40)], [(60, 40), (60, 100)], [(2, 3), (60, 198)]])
def test_what_does_not_touch_stays_as_it_is(middles: list[tuple[int, int]]) -> None:
    values = discs(*middles)
    before, after = list(vectorise_values(values, 0.5, PLACE)), cut(values)
    assert [polygon.wkb for polygon, _ in after] == [polygon.wkb for polygon, _ in before]
    assert [score for _, score in after] == [score for _, score in before]


@pytest.mark.parametrize("apart", [14, 20, 26])
def test_two_of_the_same_height_are_one_where_what_joins_them_is_wide(apart: int) -> None:
    assert len(cut(discs((60, 60), (60, 60 + apart)))) == 1


def test_each_of_many_regions_is_looked_at_by_itself() -> None:
    values = np.tile(np.pad(discs((60, 40), (60, 76)), 1), (3, 5))
    pieces = [polygon for polygon, _ in cut(values)]
    assert len(pieces) == 30
    assert sum(piece.area for piece in pieces) == pytest.approx(0.25 * (values >= 127).sum())
    assert not shapely.STRtree(pieces).query(pieces, predicate="overlaps")[0].size


def test_specks_and_hollow_regions_pass() -> None:
    values = discs((60, 60), (60, 96))
    values[5, 5] = 254
    values[56:64, 56:64] = 0
    pieces = [polygon for polygon, _ in cut(values)]
    assert sum(piece.area for piece in pieces) == pytest.approx(0.25 * (values >= 127).sum())
    assert min(piece.area for piece in pieces) == pytest.approx(0.25)


def test_a_raster_in_a_file_gives_the_same(tmp_path: Path) -> None:
    values = discs((60, 40), (60, 76))
    profile = {"driver": "GTiff", "height": 120, "width": 200, "count": 1, "dtype": "uint8"}
    with rasterio.open(tmp_path / "p.tif", "w", transform=PLACE, nodata=PROBABILITY_NODATA, **profile) as raster:
        raster.write(values, 1)
    found = list(separated_in(tmp_path / "p.tif", vectorise_values(values, 0.5, PLACE)))
    assert [(polygon.wkb, score) for polygon, score in found] == [
        (polygon.wkb, score) for polygon, score in cut(values)
    ]
