"""A box on a tile."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Box:
    """An upright rectangle in pixels; pixel (row r, column c) covers c..c + 1 by r..r + 1.

    Attributes:
        left: its smallest x.
        top: its smallest y.
        right: its largest x.
        bottom: its largest y.
    """

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, geometry: BaseGeometry) -> Box:
        """The bounds of a geometry in pixels of the tile; it must not be empty."""
        return cls(*geometry.bounds)

    @property
    def width(self) -> float:
        """Extent along x, in pixels."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Extent along y, in pixels."""
        return self.bottom - self.top

    def clipped(self, height: int, width: int) -> Box | None:
        """The part on a tile of this size, or None where the box lies outside or has no area."""
        left, right = max(self.left, 0), min(self.right, width)
        top, bottom = max(self.top, 0), min(self.bottom, height)
        return Box(left, top, right, bottom) if left < right and top < bottom else None

    def grown(self, x: float, y: float) -> Box:
        """With margins of ``x`` and ``y`` pixels on each side."""
        return Box(self.left - x, self.top - y, self.right + x, self.bottom + y)

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )
