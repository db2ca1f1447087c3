"""Changing the colours of a training image as another sensor, season, hour or compression would."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from ..scene.stretch import fit_stretch

_UNTOUCHED = 0.22
_LEVELS = np.arange(256, dtype=np.uint8)

_Change = Callable[[Image.Image, np.random.Generator], Image.Image]


def recoloured(image: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """The image under other light and air, from another sensor; now and then as it is.

    Args:
        image: uint8 (h, w, 3); what is plain black shows nothing and stays so.
        rng: source of chance.
    """
    if rng.random() < _UNTOUCHED:
        return image
    picture = Image.fromarray(image)
    for share, change in _CHANGES:
        if rng.random() < share:
            picture = change(picture, rng)
    changed = np.array(picture)
    changed[(image[..., 0] | image[..., 1] | image[..., 2]) == 0] = 0
    return changed


def _seasoned(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Green turned towards brown, yellow or blue, the more the greener a pixel is."""
    bands = np.asarray(picture).astype(np.int16)
    excess = (2 * bands[..., 1] - bands[..., 0] - bands[..., 2]).clip(0, 90)
    # Most seasons move green towards red; the rest make it bluer.
    turn = rng.uniform(0.15, 0.6) if rng.random() < 0.75 else rng.uniform(-0.3, -0.1)
    for band, weight in enumerate((turn, -0.35 * abs(turn), -0.4 * turn)):
        bands[..., band] += (excess * round(weight * 64)) >> 6
    return Image.fromarray(bands.clip(0, 255).astype(np.uint8))


def _shadowed(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """A bluish shadow with four corners, of a cloud or of something beside the picture."""
    middle, half = rng.uniform(-0.2, 1.2, 2), rng.uniform(0.1, 0.9, (4, 2)) * [[-1, -1], [1, -1], [1, 1], [-1, 1]]
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).polygon([tuple(corner) for corner in ((middle + half) * picture.size).tolist()], fill=255)
    dark = _looked_up(picture, _LEVELS * (rng.uniform(0.35, 0.75) * np.array([[0.94], [0.98], [1.06]])))
    return Image.composite(dark, picture, mask.filter(ImageFilter.BoxBlur(float(rng.uniform(0.5, 6)))))


def _mixed(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Each channel with a little of the others, as bands overlap differently from sensor to sensor."""
    weights = rng.uniform(-0.12, 0.12, (3, 3))
    weights += np.diag(1 - weights.sum(axis=1))
    rows = np.concatenate([weights, np.zeros((3, 1))], axis=1)
    return picture.convert("RGB", tuple(rows.ravel().tolist()))


def _hazy(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    air = rng.uniform(150, 215) + np.array([[0.0], [6.0], [16.0]])
    thickness = rng.uniform(0.08, 0.45)
    return _looked_up(picture, _LEVELS * (1 - thickness) + air * thickness)


def _balanced(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Warmer or colder, greener or more magenta."""
    warmth, green = rng.uniform(-0.15, 0.15), rng.uniform(-0.08, 0.08)
    return _looked_up(picture, _LEVELS * np.array([[1 + warmth], [1 + green], [1 - warmth]]))


def _toned(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Gamma, contrast and brightness for all channels, a small gain for each."""
    levels = (_LEVELS / 255) ** np.exp(rng.uniform(-0.4, 0.4))
    levels = (levels - 0.5) * np.exp(rng.uniform(-0.4, 0.4)) + 0.5 + rng.uniform(-0.1, 0.1)
    return _looked_up(picture, levels * 255 * rng.uniform(0.93, 1.07, (3, 1)))


def _stretched(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Most of the way to the stretch that rasters of other value ranges get before they are looked at."""
    sample = np.moveaxis(np.asarray(picture)[::8, ::8], 2, 0)
    seen = np.asarray(sample.any(axis=0), bool)
    stretched = fit_stretch(sample, seen).apply(np.tile(_LEVELS, (3, 1)))
    share = rng.uniform(0.5, 1)
    return _looked_up(picture, stretched * share + _LEVELS * (1 - share))


def _saturated(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    # A blend below 0 makes colours stronger, above 0 greyer.
    return Image.blend(picture, picture.convert("L").convert("RGB"), float(rng.uniform(-0.3, 0.5)))


def _coarsened(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """The detail of a sensor with larger pixels."""
    factor = rng.uniform(1.3, 2.5)
    small = picture.resize((round(picture.width / factor), round(picture.height / factor)), Image.Resampling.BOX)
    return small.resize(picture.size, Image.Resampling.BILINEAR)


def _blurred(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    return picture.filter(ImageFilter.BoxBlur(float(rng.uniform(0.3, 1.0))))


def _sharpened(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Dark and bright rims along edges, as providers of imagery like them."""
    blurred = picture.filter(ImageFilter.BoxBlur(float(rng.uniform(0.8, 1.8))))
    return Image.blend(blurred, picture, float(rng.uniform(1.3, 2)))


def _compressed(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=int(rng.integers(30, 85)))
    return Image.open(file).convert("RGB")


def _grained(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    pixels = np.asarray(picture)
    return Image.fromarray(np.clip(pixels + rng.integers(-9, 10, pixels.shape, np.int16), 0, 255).astype(np.uint8))


def _looked_up(picture: Image.Image, table: NDArray[np.float64]) -> Image.Image:
    """The picture through a lookup of each channel, (3, 256), clipped to 0..255."""
    return picture.point(np.clip(table, 0, 255).astype(np.uint8).ravel().tolist())


# The order is that of the way from the ground through the air to the file.
_CHANGES: tuple[tuple[float, _Change], ...] = (
    (0.22, _seasoned),
    (0.12, _shadowed),
    (0.15, _hazy),
    (0.15, _mixed),
    (0.2, _balanced),
    (0.7, _toned),
    (0.3, _saturated),
    (0.15, _stretched),
    (0.15, _coarsened),
    (0.12, _blurred),
    (0.1, _sharpened),
    (0.2, _compressed),
    (0.12, _grained),
)
"""How often each change is made of an image that is touched."""
