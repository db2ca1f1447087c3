"""Boxes and polygons become masks: in order, the best of three, with a point where one can be trusted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from sam2.build_sam import build_sam2
from sam2.sam2_image_predictor import SAM2ImagePredictor
from shapely.geometry import Polygon
from torch import Tensor

from phrasegon.model.networks.sam2 import PRESETS
from phrasegon.model.networks.sam2.checkpoint import load_network
from phrasegon.model.prompting import Box, foreground_point, snap

from .conftest import SIDE, disc, draw

SURE = 20.0


class BoxFiller:
    """Stands in for a trained network: three masks a box, of which the second fills it and claims to be the best."""

    image_size = 256

    def __init__(self, margins: tuple[float, float, float] = (-8, 0, 8)) -> None:
        self.margins = margins
        self.pictures = 0
        self.asked: list[tuple[int, bool]] = []

    def encode_image(self, picture: Tensor) -> Tensor:
        assert picture.shape == (1, 3, self.image_size, self.image_size)
        self.pictures += 1
        return picture

    def prompt(self, maps: Tensor, boxes: Tensor, points: Tensor | None) -> tuple[Tensor, Tensor]:
        self.asked.append((len(boxes), points is not None))
        if points is not None:
            assert ((points > boxes[:, :2]) & (points < boxes[:, 2:])).all()
        masks = [[self.filled(box, margin) for margin in self.margins] for box in boxes]
        return torch.stack([torch.stack(three) for three in masks]), torch.tensor([0.5, 0.9, 0.7]).expand(len(boxes), 3)

    def filled(self, box: Tensor, margin: float) -> Tensor:
        centres = torch.arange(self.image_size) + 0.5
        left, top, right, bottom = box + margin * torch.tensor([-1, -1, 1, 1])
        rows = (centres > top) & (centres < bottom)
        return torch.where(rows[:, None] & (centres > left) & (centres < right), SURE, -SURE)


def bounds(mask: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


@pytest.fixture
def scene():
    return draw(disc(30))


def test_the_mask_with_the_highest_predicted_iou_is_taken_in_tile_pixels(scene) -> None:
    (snapped,) = snap(BoxFiller(), scene.tile, [Box(20, 30, 90, 100)])
    assert bounds(snapped.mask) == (20, 30, 90, 100)
    assert snapped.mask.shape == (SIDE, SIDE)
    assert snapped.predicted_iou == pytest.approx(0.9)
    assert snapped.stability == 1
    assert snapped.score == pytest.approx(0.9)


def test_a_tile_that_is_not_square_keeps_its_places() -> None:
    tile = np.random.default_rng(0).integers(0, 256, (3, 64, 160), dtype=np.uint8)
    (snapped,) = snap(BoxFiller(), tile, [Box(40, 16, 120, 48)], use_point=False)
    assert bounds(snapped.mask) == (40, 16, 120, 48)


def test_a_polygon_stands_for_its_bounds_and_its_point(scene) -> None:
    triangle = Polygon([(34, 34), (94, 34), (34, 94)])
    network = BoxFiller()
    (snapped,) = snap(network, scene.tile, [triangle])
    assert bounds(snapped.mask) == (34, 34, 94, 94)
    assert snapped.point == foreground_point(scene.tile, Box(34, 34, 94, 94))
    assert network.asked == [(1, True)]


def test_results_stand_in_the_order_of_the_shapes_and_the_picture_is_encoded_once(scene) -> None:
    network = BoxFiller()
    grass = Box(2, 2, 22, 22)
    shapes = [scene.box, Box(-50, 0, -1, 20), grass, scene.box]
    found = snap(network, scene.tile, shapes)
    assert [snapped and bounds(snapped.mask) for snapped in found] == [
        (34, 34, 94, 94),
        None,
        (2, 2, 22, 22),
        (34, 34, 94, 94),
    ]
    assert [snapped is not None and snapped.point is not None for snapped in found] == [True, False, False, True]
    assert network.pictures == 1
    assert sorted(network.asked) == [(1, False), (2, True)]


def test_without_points_only_boxes_are_given(scene) -> None:
    network = BoxFiller()
    (snapped,) = snap(network, scene.tile, [scene.box], use_point=False)
    assert snapped.point is None
    assert network.asked == [(1, False)]


def test_many_boxes_go_through_the_network_in_groups(scene) -> None:
    network = BoxFiller()
    shapes = [Box(x, y, x + 10, y + 10) for x in range(0, 100, 12) for y in range(0, 100, 20)]
    found = snap(network, scene.tile, shapes, use_point=False)
    assert [bounds(snapped.mask) for snapped in found] == [(box.left, box.top, box.right, box.bottom) for box in shapes]
    assert sum(count for count, _ in network.asked) == len(shapes)
    assert max(count for count, _ in network.asked) <= 16


def test_an_empty_mask_is_no_object(scene) -> None:
    assert snap(BoxFiller(margins=(0, -300, 0)), scene.tile, [scene.box]) == [None]


def test_nothing_asked_is_nothing_computed(scene) -> None:
    network = BoxFiller()
    assert snap(network, scene.tile, []) == []
    assert snap(network, scene.tile, [Box(500, 500, 600, 600)]) == [None]
    assert network.pictures == 0


def test_boundaries_are_optimised_on_request(scene) -> None:
    pytest.importorskip("cv2")
    square = Box(36, 36, 92, 92)
    (rough,) = snap(BoxFiller(), scene.tile, [square])
    (fine,) = snap(BoxFiller(), scene.tile, [square], optimise_boundary=True)
    overlaps = [np.count_nonzero(s.mask & scene.mask) / np.count_nonzero(s.mask | scene.mask) for s in (rough, fine)]
    assert overlaps[1] > overlaps[0]
    assert fine.score == rough.score


def test_sam_2_snaps_as_its_own_predictor_would(scene) -> None:
    torch.manual_seed(11)
    side = 256
    package = build_sam2(
        "configs/sam2.1/sam2.1_hiera_t.yaml",
        device="cpu",
        apply_postprocessing=False,
        hydra_overrides_extra=[f"++model.image_size={side}"],
    )
    with torch.no_grad():
        for parameter in package.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    predictor = SAM2ImagePredictor(package)
    predictor._bb_feat_sizes = [(side // stride, side // stride) for stride in (4, 8, 16)]  # it expects 1024 pixels
    predictor.set_image(np.ascontiguousarray(scene.tile.transpose(1, 2, 0)))
    network = load_network(replace(PRESETS["hiera-tiny"], image_size=side), package.state_dict())
    (snapped,) = snap(network, scene.tile, [scene.box])
    point, box = snapped.point, scene.box
    masks, scores, _ = predictor.predict(
        point_coords=np.array([[point.x, point.y]]),
        point_labels=np.ones(1),
        box=np.array([box.left, box.top, box.right, box.bottom]),
    )
    assert snapped.predicted_iou == pytest.approx(scores.max(), abs=1e-4)
    expected = masks[scores.argmax()] > 0
    assert 0 < np.count_nonzero(expected) < expected.size
    assert np.count_nonzero(snapped.mask != expected) <= 20
