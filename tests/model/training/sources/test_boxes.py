"""Boxes of cars and crowns become label maps that claim no more than the annotators said."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from phrasegon.model.training.sources import cars, neon
from phrasegon.model.training.sources.boxes import paint
from phrasegon.model.training.sources.picture import UNKNOWN, Picture

HEIGHT, WIDTH = 200, 300


def test_a_small_box_shows_above_a_large_one_and_none_reaches_outside() -> None:
    ids = paint(np.array([[5, 5, 9, 9], [0, 0, 15, 15], [15, 15, 40, 40]]), (20, 20))
    assert ids.shape == (20, 20)
    assert (ids == 1).sum() == 16
    assert (ids == 2).sum() == 15 * 15 - 16
    assert (ids == 3).sum() == 5 * 5


@pytest.fixture
def street(tmp_path: Path) -> Picture:
    """Two cars of 30 pixels, a minibus and a bus, whose boxes lie far from the edge but for one of the cars."""
    (tmp_path / "aerial.names").write_text("car\ntruck\nbus\nminibus\ncyclist\n")
    folder = tmp_path / "drone"
    folder.mkdir()
    Image.new("RGB", (WIDTH, HEIGHT), (90, 90, 90)).save(folder / "DJI_0001-0007.jpg")
    boxes = [(0, 90, 100, 30, 14), (0, 20, 10, 14, 30), (3, 150, 100, 34, 16), (2, 220, 100, 80, 20)]
    lines = [f"{kind} {x / WIDTH} {y / HEIGHT} {w / WIDTH} {h / HEIGHT}" for kind, x, y, w, h in boxes]
    (folder / "DJI_0001-0007.txt").write_text("\n".join(lines) + "\n")
    (picture,) = cars.load(tmp_path, "train")
    return picture


def test_cars_and_minibuses_are_cars_and_a_bus_is_unknown_to_be_one(street: Picture) -> None:
    level = street.levels[0]
    assert level.codes[100, 90] == 1
    assert level.codes[100, 150] == 1
    assert level.codes[100, 220] == UNKNOWN
    assert (level.codes == 1).sum() == 30 * 14 + 14 * 25 + 34 * 16
    assert np.array_equal(level.instances > 0, level.codes == 1)
    assert len(np.unique(level.instances[level.instances > 0])) == 3
    assert street.boxed == {"car"}


def test_no_car_is_denied_near_the_edge(street: Picture) -> None:
    codes = street.levels[0].codes
    assert codes[60, 150] == 0
    assert set(np.unique(codes[:45])) == {1, UNKNOWN}
    assert np.all(codes[:, -45:] == UNKNOWN)


def test_the_typical_car_gives_the_scale(street: Picture) -> None:
    assert street.gsd == pytest.approx(4.5 / 30)


def test_what_lies_outside_crown_boxes_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "SJER").mkdir()
    Image.new("RGB", (100, 80), (90, 120, 90)).save(tmp_path / "SJER" / "SJER_002.tif")
    box = "<bndbox><xmin>20</xmin><ymin>10</ymin><xmax>50</xmax><ymax>30</ymax></bndbox>"
    (tmp_path / "SJER" / "SJER_002.xml").write_text(f"<annotation><object>{box}</object></annotation>")
    (picture,) = neon.load(tmp_path, "train")
    codes = picture.levels[0].codes
    assert np.all(codes[10:30, 20:50] == 1)
    assert (codes == UNKNOWN).sum() == 80 * 100 - 20 * 30
    assert "tree" not in picture.exhaustive
    assert picture.boxed == {"tree"}
