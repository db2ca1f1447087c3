"""How probabilities become polygons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cleanup:
    """How probabilities become polygons, by the names that the engine's commands have for it.

    Attributes:
        threshold: probability from which a pixel counts as found, 0..1.
        min_area: polygons smaller than this are dropped, m2.
        fill_holes: holes smaller than this are filled, m2.
        simplify: how far an edge may move, m.
        separate: cut regions apart where they are narrow, as houses that share a wall.
        orthogonalise: turn edges to each polygon's main direction and its perpendicular.
    """

    threshold: float = 0.5
    min_area: float = 0.0
    fill_holes: float = 0.0
    simplify: float = 0.0
    separate: bool = False
    orthogonalise: bool = False
