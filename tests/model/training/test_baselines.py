"""The baselines find what a single threshold can find, and count as IoU is defined."""

from __future__ import annotations

import numpy as np
import pytest

from phrasegon.model.training.baselines import Threshold, best_threshold, colour_index, evaluate
from phrasegon.model.training.dataset import Example


def example(image: np.ndarray, mask: np.ndarray, kind: str = "class") -> Example:
    return Example(image, "trees", mask, bool((mask == 1).any()), kind, "tree", "drawn", 0.5, None)


@pytest.fixture
def lawn() -> tuple[np.ndarray, np.ndarray]:
    """Green on grey of the same brightness: only an index of greenness tells them apart."""
    rng = np.random.default_rng(0)
    mask = (rng.random((40, 40)) < 0.3).astype(np.uint8)
    grey = rng.integers(60, 200, (40, 40))
    image = np.stack([grey, grey, grey]).astype(np.uint8)
    image[1][mask == 1] += 40
    return image, mask


def test_the_fit_finds_the_index_that_tells_them_apart(lawn: tuple[np.ndarray, np.ndarray]) -> None:
    image, mask = lawn
    rule = best_threshold(image.reshape(3, -1), mask.ravel() == 1)
    assert np.mean(rule(image) == (mask == 1)) > 0.98


def test_the_fit_can_point_down() -> None:
    values = np.arange(200, dtype=np.uint8)
    rule = best_threshold(np.stack([values] * 3), values < 50)
    assert not rule.above
    assert rule.level == pytest.approx(50, abs=4)


def test_iou_counts_pixels_of_all_examples_and_leaves_out_ignored_ones() -> None:
    image = np.zeros((3, 2, 4), np.uint8)
    image[:, :, :2] = 200
    mask = np.array([[1, 0, 1, 255], [1, 0, 0, 255]], np.uint8)
    rules = {"tree": Threshold("red", 100, above=True)}
    score = evaluate([example(image, mask), example(image, np.zeros_like(mask), "absent")], rules)["tree"]
    assert score.examples == 1
    assert score.constant == pytest.approx(3 / 6)
    assert score.threshold == pytest.approx(2 / 5)
    assert evaluate([example(image, mask)], {})["tree"].threshold is None


@pytest.mark.parametrize(
    ("colour", "name", "value"),
    [
        ((255, 0, 0), "hue", 0),
        ((0, 255, 0), "hue", 85),
        ((0, 0, 255), "hue", 170),
        ((0, 255, 0), "excess green", 2),
        ((50, 50, 50), "excess green", 0),
        ((0, 0, 90), "blue share", 1),
        ((200, 100, 100), "saturation", 127.5),
        ((30, 60, 90), "brightness", 60),
    ],
)
def test_colour_indices(colour: tuple[int, int, int], name: str, value: float) -> None:
    pixel = np.array(colour, np.uint8).reshape(3, 1, 1)
    assert colour_index(pixel, name).item() == pytest.approx(value, abs=1)
