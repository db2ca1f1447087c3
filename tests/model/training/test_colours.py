"""Recolouring changes what light and sensor change, and nothing of where things are."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from phrasegon.model.training.colours import recoloured


@pytest.fixture
def scene() -> np.ndarray:
    """Green and grey patches of smooth outline, the last rows without data."""
    rng = np.random.default_rng(3)
    green = ndimage.gaussian_filter(rng.normal(size=(128, 128)), 10) > 0
    image = np.where(green[..., None], (70, 120, 60), (150, 145, 140)) + rng.integers(-12, 13, (128, 128, 1))
    image[110:] = 0
    return image.astype(np.uint8)


def many(scene: np.ndarray, count: int = 300) -> list[np.ndarray]:
    return [recoloured(scene, np.random.default_rng(number)) for number in range(count)]


def test_about_a_quarter_stay_nearly_as_they_are(scene: np.ndarray) -> None:
    change = np.array([np.abs(image.astype(int) - scene).mean() for image in many(scene)])
    assert 0.15 < np.mean(change < 3) < 0.4
    assert np.mean(change > 15) > 0.3


def test_the_input_is_kept_and_nothing_is_shown_where_nothing_was(scene: np.ndarray) -> None:
    before = scene.copy()
    for image in many(scene, 60):
        assert image.shape == scene.shape
        assert image.dtype == np.uint8
        assert not image[110:].any()
    assert np.array_equal(scene, before)


def test_patches_stay_where_they_are(scene: np.ndarray) -> None:
    """Brightness still tells them apart: edges lie at the same pixels, up to the width of a blur."""
    inside = scene[:110, :, 0].astype(float)
    for image in many(scene, 60):
        seen = image[:110].astype(float).sum(axis=2)
        # Locally, since a shadow may lie over a part.
        local = [
            np.corrcoef(inside[:, at : at + 32].ravel(), seen[:, at : at + 32].ravel())[0, 1] for at in (0, 48, 96)
        ]
        assert max(local) > 0.5


def test_vegetation_turns_in_some_seasons_while_asphalt_does_not(scene: np.ndarray) -> None:
    green = ndimage.binary_erosion(scene[..., 1] > scene[..., 0].astype(int) + 20, iterations=3)
    grey = ndimage.binary_erosion((scene[..., 0] > 100), iterations=3)
    turned = 0
    for image in many(scene):
        cast = [float((image[at].astype(int) @ (1, -1, 0)).mean()) for at in (green, grey)]
        turned += cast[0] > 5 and cast[1] < 20
    assert turned > 3


def test_one_seed_gives_one_image(scene: np.ndarray) -> None:
    assert np.array_equal(recoloured(scene, np.random.default_rng(8)), recoloured(scene, np.random.default_rng(8)))
