"""Outlines that we drew by hand over pictures, and the belt along them that stays unknown."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy import ndimage

OTHER, SHOWN, DOUBTFUL = 0, 1, 2
"""Label codes of other ground, of the outlined class, and of what may be either."""

Outlines = Sequence[Sequence[tuple[float, float]]]
"""Corners (x, y) of each outline, in hundredths of the picture's side."""


def coded(outlines: Outlines, doubtful: Outlines, side: int, belt: tuple[int, int]) -> NDArray[np.uint8]:
    """Label codes of a square picture, uint8 (side, side).

    Args:
        outlines: of the class.
        doubtful: of what may be of the class or not, which wins over the others.
        side: of the picture, in pixels.
        belt: how far the unknown reaches to the inside and to the outside of an outline, in pixels.
    """
    inner, outer = belt
    inside = _inside(outlines, side)
    codes = np.full((side, side), OTHER, np.uint8)
    codes[ndimage.binary_dilation(inside, iterations=outer)] = DOUBTFUL
    codes[ndimage.binary_erosion(inside, iterations=inner, border_value=1)] = SHOWN
    codes[_inside(doubtful, side)] = DOUBTFUL
    return codes


def _inside(outlines: Outlines, side: int) -> NDArray[np.bool_]:
    drawn = Image.new("L", (side, side))
    for outline in outlines:
        ImageDraw.Draw(drawn).polygon([(x * side / 100, y * side / 100) for x, y in outline], fill=1)
    return np.asarray(drawn) > 0
