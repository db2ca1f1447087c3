"""Label maps of objects that are known by their bounding boxes only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def paint(boxes: NDArray[np.int64], shape: tuple[int, int]) -> NDArray[np.uint16]:
    """Ids 1..n of the boxes on a map, 0 for none; where boxes overlap, the smaller one shows.

    Args:
        boxes: first row, first column, last row + 1, last column + 1 of each, in pixels, (n, 4); may reach outside.
        shape: height and width of the map.
    """
    painted = np.zeros(shape, np.uint16)
    inside = boxes.clip(0, [*shape, *shape])
    area = (inside[:, 2] - inside[:, 0]) * (inside[:, 3] - inside[:, 1])
    for number in np.argsort(-area, kind="stable"):
        top, left, bottom, right = inside[number]
        painted[top:bottom, left:right] = number + 1
    return painted
