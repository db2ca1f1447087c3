"""Cutting a square crop at a working GSD out of a picture, turning it, and changing its colours."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from .sources.picture import IGNORE, NO_DATA, Picture


@dataclass(frozen=True)
class Crop:
    """A square piece of a picture with its labels at the same size.

    Attributes:
        picture: where it was cut from.
        image: uint8 (size, size, 3).
        codes: label codes, uint8 (size, size); see the picture's legends.
        instances: instance ids, uint16 (size, size), 0 for none; None if the source has no instances.
        gsd: metres a pixel.
    """

    picture: Picture
    image: NDArray[np.uint8]
    codes: NDArray[np.uint8]
    instances: NDArray[np.uint16] | None
    gsd: float

    @property
    def size(self) -> int:
        """Side in pixels."""
        return len(self.codes)

    @cached_property
    def visible(self) -> NDArray[np.bool_]:
        """Where the picture shows anything, (size, size)."""
        return self.codes != NO_DATA

    @cached_property
    def visible_share(self) -> float:
        """Share of the crop where the picture shows anything, 0..1."""
        return float(np.count_nonzero(self.visible)) / self.codes.size

    def answer(self, name: str) -> NDArray[np.uint8]:
        """Mask of a class as labelled: 0, 1 or IGNORE.

        Raises:
            KeyError: the picture cannot answer for this class.
        """
        mask: NDArray[np.uint8] = self.picture.legends[name][self.codes]
        return mask

    def lacks(self, name: str) -> bool:
        """Whether the class is known not to occur anywhere in the crop."""
        if name not in self.picture.exhaustive:
            return False
        return not np.any((self.answer(name) > 0) & self.visible)


def cut(picture: Picture, centre: tuple[float, float], gsd: float, size: int) -> Crop:
    """Cut ``size`` x ``size`` pixels of ``gsd`` metres around ``centre`` (row, column in native pixels).

    The window is pushed inside the picture where it fits; outside the picture there is no data.
    """
    ratio = gsd / picture.gsd
    number = min(len(picture.levels) - 1, max(0, int(np.log2(ratio * 1.001))))
    level = picture.levels[number]
    step = ratio / 2**number
    side = size * step
    at = [_origin(middle / 2**number, side, length) for middle, length in zip(centre, level.codes.shape, strict=True)]
    rows, columns = (np.floor(start + (np.arange(size) + 0.5) * step).astype(np.intp) for start in at)
    h, w = level.codes.shape
    inside = ((rows >= 0) & (rows < h))[:, None] & ((columns >= 0) & (columns < w))[None, :]
    grid = np.ix_(np.clip(rows, 0, h - 1), np.clip(columns, 0, w - 1))
    codes, instances = level.codes[grid], None if level.instances is None else level.instances[grid]
    if not inside.all():
        codes[~inside] = NO_DATA
        if instances is not None:
            instances[~inside] = 0
    return Crop(picture, _resample(level.image, at, side, size), codes, instances, gsd)


def _origin(middle: float, side: float, length: int) -> float:
    if side >= length:
        return (length - side) / 2
    return float(np.clip(middle - side / 2, 0, length - side))


def _resample(image: NDArray[np.uint8], at: list[float], side: float, size: int) -> NDArray[np.uint8]:
    first = [int(np.floor(start)) for start in at]
    last = [int(np.ceil(start + side)) for start in at]
    h, w = image.shape[:2]
    piece = image[max(first[0], 0) : last[0], max(first[1], 0) : last[1]]
    before = [max(-start, 0) for start in first]
    after = [max(last[0] - h, 0), max(last[1] - w, 0)]
    if any(before) or any(after):
        piece = np.pad(piece, ((before[0], after[0]), (before[1], after[1]), (0, 0)))
    top, left = at[0] - first[0], at[1] - first[1]
    if side == size and top == 0 and left == 0:
        return np.ascontiguousarray(piece[:size, :size])
    box = (left, top, left + side, top + side)
    resized = Image.fromarray(np.ascontiguousarray(piece)).resize((size, size), Image.Resampling.BILINEAR, box=box)
    return np.asarray(resized)


def turned(crop: Crop, rng: np.random.Generator) -> Crop:
    """One of the eight flips and quarter turns."""
    quarters, flip = int(rng.integers(4)), bool(rng.integers(2))

    def turn(array: NDArray[np.generic]) -> NDArray[np.generic]:
        rotated = np.rot90(array, quarters)
        return np.ascontiguousarray(rotated[:, ::-1] if flip else rotated)

    instances = None if crop.instances is None else turn(crop.instances)
    return replace(crop, image=turn(crop.image), codes=turn(crop.codes), instances=instances)


def recoloured(image: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Another sensor, hour and compression: mild enough that colour words stay true.

    Args:
        image: uint8 (h, w, 3).
    """
    picture = image
    if rng.random() < 0.8:
        picture = _tone_tables(rng)[picture, np.arange(3)]
    if rng.random() < 0.3:
        picture = _greyed(picture, float(rng.uniform(-0.25, 0.5)))
    if rng.random() < 0.15:
        blur = ImageFilter.BoxBlur(float(rng.uniform(0.3, 1.0)))
        picture = np.asarray(Image.fromarray(picture).filter(blur))
    if rng.random() < 0.2:
        picture = _compressed(picture, int(rng.integers(30, 85)))
    if rng.random() < 0.15:
        grain = rng.integers(-9, 10, picture.shape, np.int16) * int(rng.integers(1, 3))
        picture = np.clip(picture + grain, 0, 255).astype(np.uint8)
    return picture


def _tone_tables(rng: np.random.Generator) -> NDArray[np.uint8]:
    """(256, 3) lookup: gamma, contrast and brightness for all channels, a small gain for each."""
    levels = (np.arange(256) / 255)[:, None] ** np.exp(rng.uniform(-0.3, 0.3))
    levels = (levels - 0.5) * rng.uniform(0.75, 1.25) + 0.5 + rng.uniform(-0.1, 0.1)
    levels = levels * rng.uniform(0.93, 1.07, 3)
    return np.asarray(np.clip(levels * 255, 0, 255), np.uint8)


def _greyed(image: NDArray[np.uint8], share: float) -> NDArray[np.uint8]:
    """Mix with the picture's own grey; a negative share makes the colours stronger."""
    grey = image.mean(axis=2, keepdims=True, dtype=np.float32)
    mixed = image + np.float32(share) * (grey - image)
    return np.clip(mixed, 0, 255).astype(np.uint8)


def _compressed(image: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    file = io.BytesIO()
    Image.fromarray(image).save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file))


def masked(crop: Crop, chosen: NDArray[np.bool_], undecided: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """A mask with ``chosen`` as the object and ``undecided`` and unseen pixels ignored."""
    mask = chosen.astype(np.uint8)
    mask[undecided | ~crop.visible] = IGNORE
    return mask
