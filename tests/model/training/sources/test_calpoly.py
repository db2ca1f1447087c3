"""What the Californian imagery can answer for depends on what its makers marked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage

from phrasegon.model.training.sources import IGNORE, Picture, calpoly

from .conftest import contrast, told


@pytest.fixture(scope="module")
def pictures(data_root: Path) -> list[Picture]:
    return calpoly.load(data_root / "train" / "calpoly_urban_trees", "val")


def test_trees_are_only_asked_for_where_some_were_marked(pictures: list[Picture]) -> None:
    marked = [picture for picture in pictures if "tree" in picture.seeds]
    silent = [picture for picture in pictures if "tree" not in picture.seeds]
    assert marked
    assert silent
    assert all("tree" in picture.exhaustive for picture in marked)
    assert not any({"tree", "low vegetation"} & set(picture.legends) for picture in silent)
    assert all("vegetation" in picture.exhaustive for picture in pictures)


@pytest.fixture(scope="module")
def streets(data_root: Path) -> list[Picture]:
    """The pictures to train on whose streets are outlined."""
    return [p for p in calpoly.load(data_root / "train" / "calpoly_urban_trees", "train") if "road" in p.legends]


def test_no_held_out_picture_is_outlined(pictures: list[Picture], streets: list[Picture]) -> None:
    assert len(streets) > 200
    assert not any("road" in picture.legends for picture in pictures)


def test_between_streets_and_what_is_none_lies_what_is_not_known(streets: list[Picture]) -> None:
    for picture in (picture for picture in streets if "road" in picture.seeds):
        answer = told(picture, "road")
        beside = ndimage.binary_dilation(answer == 1, iterations=4) & (told(picture, "vegetation") == 0)
        # But for a pool beside a street, which is none.
        assert (answer[beside] == 0).mean() < 0.01, picture.place


def test_plants_over_a_street_are_plants_and_nothing_is_said_of_the_street(streets: list[Picture]) -> None:
    over = 0
    for picture in streets:
        answer, plants = told(picture, "road"), told(picture, "vegetation")
        assert not (answer[plants == 1] == 1).any()
        over += int((answer[plants == 1] == IGNORE).sum())
    assert over > 10_000


def test_streets_are_no_buildings_and_of_the_rest_of_the_ground_nothing_is_said(streets: list[Picture]) -> None:
    for picture in streets:
        buildings = told(picture, "building")
        assert (buildings[told(picture, "road") == 1] == 0).all()
        assert "building" not in picture.exhaustive
        assert set(np.unique(buildings)) <= {0, IGNORE}


def test_streets_differ_in_colour_from_their_mirror_image(streets: list[Picture]) -> None:
    shown = [picture for picture in streets if {0, 1} <= set(np.unique(told(picture, "road")))]
    better = []
    for picture in shown:
        answer, colours = told(picture, "road"), picture.levels[0].image
        better.append(contrast(colours, answer) > contrast(colours, answer[::-1, ::-1]))
    assert np.mean(better) > 0.75
