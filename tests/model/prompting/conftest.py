"""Small scenes with an object whose mask is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from phrasegon.model.prompting import Box

SIDE = 128
GRASS, ROOF = (90, 120, 70), (170, 90, 80)


@dataclass(frozen=True)
class Drawn:
    """A tile (3, H, W) with the mask of its object (H, W)."""

    tile: NDArray[np.uint8]
    mask: NDArray[np.bool_]

    @property
    def box(self) -> Box:
        rows, columns = (np.flatnonzero(self.mask.any(axis=axis)) for axis in (1, 0))
        return Box(float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))

    def holds(self, point) -> bool:
        return bool(self.mask[int(point.y), int(point.x)])


def draw(mask: NDArray[np.bool_], *, colour=ROOF, ground=GRASS, noise=6.0, seed=0) -> Drawn:
    """An object of one colour on a ground of another, both a little noisy."""
    picture = np.where(mask[..., None], colour, ground).astype(float)
    picture += np.random.default_rng(seed).normal(0, noise, picture.shape)
    return Drawn(np.ascontiguousarray(picture.clip(0, 255).astype(np.uint8).transpose(2, 0, 1)), mask)


def grid(side: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Rows and columns of the pixel centres."""
    centres = np.arange(side) + 0.5
    return centres[:, None], centres


def disc(radius: float, *, side: int = SIDE, x: float | None = None, y: float | None = None) -> NDArray[np.bool_]:
    rows, columns = grid(side)
    return np.hypot(rows - (y or side / 2), columns - (x or side / 2)) <= radius


def ring(side: int = SIDE) -> NDArray[np.bool_]:
    """A running track: nothing of it in the middle of its box."""
    return disc(0.36 * side, side=side) & ~disc(0.26 * side, side=side)


def corner(side: int = SIDE) -> NDArray[np.bool_]:
    """Two wings of a building that meet at a right angle; neither reaches the middle of their box."""
    mask = np.zeros((side, side), bool)
    quarter, end = side // 4, 3 * side // 4
    mask[quarter:end, quarter : quarter + side // 6] = True
    mask[end - side // 6 : end, quarter:end] = True
    return mask


def bend(side: int = SIDE) -> NDArray[np.bool_]:
    """A river that winds through the picture."""
    rows, columns = grid(side)
    middle = side / 2 + 0.2 * side * np.sin(columns / side * 2 * np.pi)
    return np.abs(rows - middle) < 0.07 * side


SHAPES: dict[str, Callable[[], NDArray[np.bool_]]] = {
    "disc": lambda: disc(30),
    "ring": ring,
    "corner": corner,
    "bend": bend,
}


@pytest.fixture(params=SHAPES)
def scene(request: pytest.FixtureRequest) -> Drawn:
    return draw(SHAPES[request.param]())
