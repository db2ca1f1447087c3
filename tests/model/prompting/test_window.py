"""A window shows the mean of what its pixels cover, and places in it are places on the tile."""

from __future__ import annotations

import numpy as np
import pytest

from phrasegon.model.prompting.box import Box
from phrasegon.model.prompting.window import Window


@pytest.fixture
def picture() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (90, 120, 3), dtype=np.uint8)


def test_a_small_window_is_the_tile_itself(picture) -> None:
    window = Window.around(Box(10.5, 20.2, 40.1, 60), picture.shape[:2], 128)
    assert np.array_equal(window.view(picture), picture[20:60, 10:41])


def test_whole_pixels_are_averaged(picture) -> None:
    window = Window.around(Box(0, 0, 120, 90), picture.shape[:2], 40)
    means = picture.reshape(30, 3, 40, 3, 3).mean(axis=(1, 3))
    np.testing.assert_allclose(window.view(picture), means, atol=1e-3)


def test_parts_of_pixels_count_by_their_area(picture) -> None:
    cv2 = pytest.importorskip("cv2")
    window = Window.around(Box(0, 0, 120, 90), picture.shape[:2], 77)
    reference = cv2.resize(picture.astype(np.float32), window.shape[::-1], interpolation=cv2.INTER_AREA)
    np.testing.assert_allclose(window.view(picture), reference, atol=1e-2)


def test_places_go_to_the_window_and_back(picture) -> None:
    window = Window.around(Box(7, 3, 107, 53), picture.shape[:2], 40)
    seen = window.seen(Box(17, 13, 57, 43))
    assert window.to_tile(seen.left, seen.top) == pytest.approx((17, 13))
    assert window.to_tile(seen.right, seen.bottom) == pytest.approx((57, 43))


def test_a_mask_of_the_window_returns_at_the_resolution_of_the_tile(picture) -> None:
    window = Window.around(Box(0, 0, 120, 90), picture.shape[:2], 40)
    mask = np.zeros(window.shape, bool)
    mask[10:20, 5:30] = True
    expected = np.zeros((90, 120), bool)
    expected[30:60, 15:90] = True
    assert np.array_equal(window.back(mask), expected)
