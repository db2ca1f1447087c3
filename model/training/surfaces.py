"""Giving what is labelled another surface: water under wind or full of algae, worn asphalt, darker soil, other roofs.

A class that the pictures show at few places is otherwise known by the one colour that it has there.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from .crops import Crop

_SHARE = 0.4
"""How often a crop is given another surface."""
_SWELLS = 6
"""Cells a side of the noise that tells where water is rough."""

Colours = NDArray[np.float32]
Objects = NDArray[np.uint16]
"""Ids of the objects of one class, (size, size), 0 for none; 1 for all that the picture does not part."""
Change = Callable[[Colours, Objects, np.random.Generator], Colours]


def resurfaced(crop: Crop, rng: np.random.Generator) -> NDArray[np.uint8]:
    """The crop's colours, at times with another surface for one class; labels stay true.

    Args:
        crop: what is shown; a soft edge of a pixel hides the seam.
        rng: source of chance.

    Returns:
        uint8 (size, size, 3).
    """
    image = crop.image
    if rng.random() > _SHARE:
        return image
    objects = {name: _objects(crop, name) for name in _SURFACES if crop.picture.outlines(name)}
    shown = [name for name, ids in objects.items() if ids.any()]
    if not shown:
        return image
    name = shown[int(rng.integers(len(shown)))]
    before = image.astype(np.float32)
    change = _SURFACES[name](before, objects[name], rng) - before
    change *= ndimage.uniform_filter((objects[name] > 0).astype(np.float32), 3)[..., None]
    # Plain black would stand for what the picture does not show.
    return np.rint(before + change).clip(np.minimum(image, 1), 255).astype(np.uint8)


def _objects(crop: Crop, name: str) -> Objects:
    mask = (crop.answer(name) == 1).astype(np.uint16)
    return mask if crop.instances is None else np.where(mask > 0, np.maximum(crop.instances, 1), mask)


def _rough_water(image: Colours, objects: Objects, rng: np.random.Generator) -> Colours:
    """From black over green, brown and turquoise to pale, with a share of its own texture, and waves in places."""
    brightness = float(np.exp(rng.uniform(np.log(10), np.log(170))))
    colour = brightness * rng.uniform((0.4, 0.75, 0.6), (1.0, 1.15, 1.2)).astype(np.float32)
    own = (image - image[objects > 0].mean(axis=0)) * np.float32(rng.uniform(0, 1))
    swells = _swells(len(image), rng)
    ripples = rng.standard_normal(objects.shape, np.float32)
    ripples = ndimage.gaussian_filter(ripples, rng.permutation([rng.uniform(0.4, 1), rng.uniform(0.6, 4)]).tolist())
    ripples *= rng.uniform(0, 40) / max(float(ripples.std()), 1e-6) * (swells > rng.uniform(-1, 1))
    depth = 1 + np.float32(rng.uniform(0, 0.4)) * swells
    return np.asarray(colour * depth[..., None] + own + ripples[..., None], np.float32)


def _swells(size: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Smooth noise of about -1..1, (size, size)."""
    coarse = Image.fromarray(rng.uniform(-1, 1, (_SWELLS, _SWELLS)).astype(np.float32))
    return np.asarray(coarse.resize((size, size), Image.Resampling.BICUBIC))


def _paint(*, darkest: float, brightest: float, tint: float, share: float = 1.0) -> Change:
    """A ``share`` of the objects brighter or darker, each channel by up to ``tint`` more or less than the others."""

    def painted(image: Colours, objects: Objects, rng: np.random.Generator) -> Colours:
        gains = np.ones((int(objects.max()) + 1, 3))
        chosen = np.flatnonzero(rng.random(len(gains)) < share)
        brightness = np.exp(rng.uniform(np.log(darkest), np.log(brightest), (len(chosen), 1)))
        gains[chosen] = brightness * rng.uniform(1 - tint, 1 + tint, (len(chosen), 3))
        return image * gains.astype(np.float32)[objects]

    return painted


_SURFACES: dict[str, Change] = {
    "water": _rough_water,
    "road": _paint(darkest=0.5, brightest=1.6, tint=0.06),
    "bare land": _paint(darkest=0.5, brightest=1.3, tint=0.12),
    "building": _paint(darkest=0.6, brightest=1.5, tint=0.12, share=0.5),
    "built-up area": _paint(darkest=0.6, brightest=1.5, tint=0.12),
}
