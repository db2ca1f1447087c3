"""What is outlined in the scenes of UC Merced, in the real data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage

from phrasegon.model.training.sources import IGNORE, Picture, ucm

from .conftest import contrast, told

OUTLINED = ("water", "road", "building", "storage tank", "tennis court")


@pytest.fixture(scope="module")
def pictures(data_root: Path) -> dict[str, Picture]:
    return {picture.place: picture for picture in ucm.load(data_root / "train" / "ucm_landuse", "train")}


def holding(pictures: dict[str, Picture], name: str) -> list[Picture]:
    return [picture for picture in pictures.values() if name in picture.seeds]


@pytest.mark.parametrize("name", OUTLINED)
def test_outlined_ground_is_parted_from_the_rest_by_an_unknown_belt(pictures: dict[str, Picture], name: str) -> None:
    found = holding(pictures, name)
    assert len(found) > 40
    for picture in found:
        answer = told(picture, name)
        filled = {0} if name == "road" else set()  # a motorway may leave no other ground
        assert set(np.unique(answer)) | filled == {0, 1, IGNORE}
        near = ndimage.binary_dilation(answer == 1, iterations=8)
        assert not (answer[near] == 0).any(), picture.place


def test_a_beach_is_unknown_as_far_as_waves_run_up(pictures: dict[str, Picture]) -> None:
    widths = {}
    for name in ("beach07", "river84"):
        answer = told(pictures[name], "water")
        widths[name] = np.mean(answer == IGNORE) / np.mean(answer == 1)
    assert widths["beach07"] > 2 * widths["river84"]


def test_what_may_be_a_road_or_not_is_left_open(pictures: dict[str, Picture]) -> None:
    answer = told(pictures["overpass21"], "road")
    assert (answer[100:200, 90:150] == IGNORE).all()  # a wide deck, of a station perhaps
    assert (answer[80:150, 10:60] == 1).all()  # the motorway below it


@pytest.mark.parametrize("name", OUTLINED)
def test_outlines_part_colours_better_than_their_mirror_image(pictures: dict[str, Picture], name: str) -> None:
    better = []
    for picture in holding(pictures, name):
        answer, colours = told(picture, name), picture.levels[0].image
        if (answer == 0).any():  # a motorway may leave no other ground
            better.append(contrast(colours, answer) > contrast(colours, answer[::-1, ::-1].T))
    assert np.mean(better) > 0.7


@pytest.mark.parametrize(("scene", "names"), [("forest", ("tree", "vegetation")), ("agricultural", ("field",))])
def test_a_picture_that_a_class_fills_holds_nothing_else(
    pictures: dict[str, Picture], scene: str, names: tuple[str, ...]
) -> None:
    filled = [picture for picture in holding(pictures, names[0]) if picture.place.startswith(scene)]
    assert len(filled) > 30
    for picture in filled:
        assert all((told(picture, name) == 1).all() for name in names)
        assert not told(picture, "building").any()


def test_what_a_scene_lacks_is_absent_along_the_outlines_too(pictures: dict[str, Picture]) -> None:
    roads = [p for p in holding(pictures, "road") if p.place.startswith(("freeway", "intersection", "overpass"))]
    assert len(roads) > 150
    for picture in roads:
        assert not told(picture, "field").any()
        assert "field" in picture.exhaustive


def test_ground_of_one_class_is_not_of_another_and_nothing_more_is_told(pictures: dict[str, Picture]) -> None:
    for name, other in (("water", "vegetation"), ("road", "building"), ("building", "tree")):
        for picture in holding(pictures, name):
            shown, answer = told(picture, name) == 1, told(picture, other)
            assert not answer[shown].any()
            assert (answer[~shown] == IGNORE).all()
            assert other not in picture.exhaustive
