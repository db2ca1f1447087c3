"""Copying whole objects from one crop into another of the same source, so that they are met in other surroundings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .crops import Crop, Turn

_MOST = 6
"""Objects copied at most."""
_LEAST_AREA, _LARGEST_SHARE = 24, 0.12
"""Size of an object worth copying: pixels, and share of the crop."""
_PLACES = 8
"""Places tried for each object."""
_RIM = 2
"""Pixels around an object that must be free where it goes."""
_ALIKE_GSD = 1.3
_ROUND = ndimage.generate_binary_structure(2, 2)


@dataclass(frozen=True)
class _Piece:
    """A turned object of the donor: its window there, its mask within the turned window, and its id."""

    window: tuple[slice, slice]
    turn: Turn
    mask: NDArray[np.bool_]
    number: int


@dataclass(frozen=True)
class _Placed:
    """A piece and the window of the crop that it goes to."""

    piece: _Piece
    window: tuple[slice, slice]


def pasted(crop: Crop, donor: Crop, rng: np.random.Generator) -> Crop:
    """The crop with some of the donor's objects on free ground, labels and attributes included.

    An object is copied whole, turned, or not at all; it covers no other object and nothing that the crop does not show.
    The crop comes back as it is where nothing fits, or where the two differ in source, answerable classes or scale.

    Args:
        crop: where to.
        donor: where from; its colours should be the picture's own, as the crop's, so that light alone tells no object.
        rng: source of chance.
    """
    if crop.instances is None or donor.instances is None or not _compatible(crop, donor):
        return crop
    taken = (crop.instances > 0) | ~crop.visible
    placed = []
    for piece in _pieces(donor, donor.instances, rng):
        window = _free_window(taken, piece.mask, rng)
        if window is not None:
            taken[window] |= piece.mask
            placed.append(_Placed(piece, window))
    return _with(crop, crop.instances, donor, placed) if placed else crop


def _compatible(crop: Crop, donor: Crop) -> bool:
    one, other = crop.picture, donor.picture
    alike = one.source == other.source and one.legends.keys() == other.legends.keys()
    same = alike and all(np.array_equal(table, other.legends[name]) for name, table in one.legends.items())
    return same and max(crop.gsd / donor.gsd, donor.gsd / crop.gsd) < _ALIKE_GSD


def _pieces(donor: Crop, instances: NDArray[np.uint16], rng: np.random.Generator) -> Iterator[_Piece]:
    """A few objects that the donor shows whole, each with a margin of ``_RIM`` pixels."""
    areas = np.bincount(instances.ravel())
    areas[0] = 0
    fitting = np.flatnonzero((areas >= _LEAST_AREA) & (areas <= _LARGEST_SHARE * instances.size))
    count = min(len(fitting), int(rng.integers(1, _MOST + 1)))
    near_nothing = donor.visible_share < 1
    for number in rng.choice(fitting, count, replace=False).tolist():
        mask = instances == number
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        top, left, bottom, right = rows[0] - _RIM, columns[0] - _RIM, rows[-1] + _RIM + 1, columns[-1] + _RIM + 1
        if min(top, left) < 0 or max(bottom, right) > donor.size:
            continue
        window = np.s_[top:bottom, left:right]
        if near_nothing and not donor.visible[window].all():
            continue
        turn = Turn(int(rng.integers(4)), bool(rng.integers(2)))
        yield _Piece(window, turn, turn(mask[window]), number)


def _free_window(
    taken: NDArray[np.bool_], mask: NDArray[np.bool_], rng: np.random.Generator
) -> tuple[slice, slice] | None:
    """A random window of the mask's size in which its pixels and those around them are free; None if none was found."""
    around = ndimage.binary_dilation(mask, _ROUND, iterations=_RIM)
    h, w = mask.shape
    for _ in range(_PLACES):
        top, left = (int(rng.integers(whole - part + 1)) for whole, part in zip(taken.shape, (h, w), strict=True))
        window = (slice(top, top + h), slice(left, left + w))
        if not (taken[window] & around).any():
            return window
    return None


def _with(crop: Crop, instances: NDArray[np.uint16], donor: Crop, placed: Sequence[_Placed]) -> Crop:
    codes, instances = crop.codes.copy(), instances.copy()
    attributes = dict(crop.picture.attributes)
    # Above every id of the crop's picture that means anything here.
    first = max(int(instances.max()), *attributes, 0) + 1
    for number, each in enumerate(placed, start=first):
        piece = each.piece
        codes[each.window][piece.mask] = piece.turn(donor.codes[piece.window])[piece.mask]
        instances[each.window][piece.mask] = number
        if piece.number in donor.picture.attributes:
            attributes[number] = donor.picture.attributes[piece.number]
    picture = replace(crop.picture, attributes=attributes)
    return replace(
        crop, picture=picture, codes=codes, instances=instances, render=lambda: _blended(crop, donor, placed)
    )


def _blended(crop: Crop, donor: Crop, placed: Sequence[_Placed]) -> NDArray[np.uint8]:
    """The crop's colours with the donor's where objects were placed; a soft edge of a pixel hides the seam."""
    image = crop.image.copy()
    for each in placed:
        mask, there = each.piece.mask, image[each.window]
        share = ndimage.uniform_filter(mask.astype(np.float32), 3)[..., None]
        colours = each.piece.turn(donor.image[each.piece.window])
        image[each.window] = np.rint(there + share * (colours.astype(np.float32) - there)).astype(np.uint8)
    return image
