"""The part of a grid that a run is limited to."""

from __future__ import annotations

import math

import numpy as np
import shapely
from affine import Affine
from rasterio.features import geometry_mask
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from ..errors import SceneError
from .grid import Box
from .reader import Validity


class Area:
    """Polygons on a grid; a pixel belongs to them if its centre does.

    Args:
        limit: the polygons, in the grid's coordinates.
        transform: from pixels of the grid to those coordinates.
        width: of the grid, in pixels.
        height: of the grid, in pixels.
        name: what the grid belongs to, for messages.

    Attributes:
        box: the smallest box of pixels that holds all that can belong to the area.

    Raises:
        SceneError: the polygons have no area, lie outside of the grid, or are too small for its pixels.
    """

    def __init__(self, limit: BaseGeometry, transform: Affine, width: int, height: int, name: str) -> None:
        if limit.is_empty or not limit.area > 0:
            raise SceneError("The area to work in encloses nothing: give a polygon.")
        self._polygons = affine_transform(limit, (~transform).to_shapely())
        left, top, right, bottom = self._polygons.bounds
        if left >= width or top >= height or right <= 0 or bottom <= 0:
            corners = [transform @ corner for corner in ((0, 0), (width, 0), (0, height), (width, height))]
            x, y = zip(*corners, strict=True)
            raise SceneError(
                f"The area to work in lies outside of {name}, "
                f"which covers {min(x):.10g} {min(y):.10g} to {max(x):.10g} {max(y):.10g}."
            )
        centres = [
            math.ceil(edge - 0.5) for edge in (max(left, 0), max(top, 0), min(right, width), min(bottom, height))
        ]
        self.box: Box = centres[0], centres[1], centres[2], centres[3]
        if self.box[0] == self.box[2] or self.box[1] == self.box[3]:
            raise SceneError(
                f"The area to work in is smaller than a pixel of {name}: enlarge it or ask for finer pixels."
            )

    def covers(self, box: Box) -> Validity:
        """Which pixels of a box belong to the area, (h, w)."""
        left, top, right, bottom = box
        shape = (bottom - top, right - left)
        part = shapely.clip_by_rect(self._polygons, left - 1, top - 1, right + 1, bottom + 1)
        if part.is_empty:
            return np.zeros(shape, np.bool_)
        inside: Validity = geometry_mask([part], shape, Affine.translation(left, top), invert=True)
        return inside
