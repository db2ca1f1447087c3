"""Changing the colours of a training image as another sensor, hour or compression would."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter


def recoloured(image: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """The image with random tone, saturation, blur, compression and grain.

    Args:
        image: uint8 (h, w, 3).
        rng: source of chance.
    """
    picture = Image.fromarray(image)
    if rng.random() < 0.8:
        picture = picture.point(_tone_tables(rng))
    if rng.random() < 0.3:
        # A blend below 0 makes colours stronger, above 0 greyer.
        picture = Image.blend(picture, picture.convert("L").convert("RGB"), float(rng.uniform(-0.25, 0.5)))
    if rng.random() < 0.15:
        picture = picture.filter(ImageFilter.BoxBlur(float(rng.uniform(0.3, 1.0))))
    if rng.random() < 0.2:
        picture = _compressed(picture, int(rng.integers(30, 85)))
    changed = np.asarray(picture)
    if rng.random() < 0.12:
        grain = rng.integers(-9, 10, changed.shape, np.int16)
        changed = np.clip(changed + grain, 0, 255).astype(np.uint8)
    return changed


def _tone_tables(rng: np.random.Generator) -> list[int]:
    """Lookup of 3 x 256: gamma, contrast and brightness for all channels, a small gain for each."""
    levels = (np.arange(256) / 255) ** np.exp(rng.uniform(-0.3, 0.3))
    levels = (levels - 0.5) * rng.uniform(0.75, 1.25) + 0.5 + rng.uniform(-0.1, 0.1)
    table = levels * rng.uniform(0.93, 1.07, (3, 1))
    return [int(value) for value in np.clip(table * 255, 0, 255).ravel()]


def _compressed(picture: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")
