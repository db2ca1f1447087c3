"""Polygons of finished tiles, to be looked at until the run has ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import uuid4

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.windows import Window

from ...protocol import Preview
from ..errors import OutputError
from ..scene.mosaic import as_bytes
from ..scene.tiles import TilePlan
from ..scene.vectorise import vectorise_values
from .batches import Answer


class Previews:
    """Writes the polygons of each batch, for each phrase a file, and tells of it.

    Every place of the scene is shown by one tile, the one whose middle is nearest, so that polygons of neighbouring
    tiles meet and never overlap.

    Args:
        folder: where the files go.
        plan: the tiles of the run.
        transform: from pixels of the scene's grid to coordinates.
        phrases: what is looked for.
        threshold: probability from which a pixel counts as found.
        tell: called with every file.
    """

    def __init__(
        self,
        folder: Path,
        plan: TilePlan,
        transform: Affine,
        phrases: Sequence[str],
        threshold: float,
        tell: Callable[[Preview], None],
    ) -> None:
        self._folder, self._plan, self._transform = folder, plan, transform
        self._phrases, self._threshold, self._tell = phrases, threshold, tell

    def show(self, answer: Answer) -> None:
        """Write and tell of the polygons of a batch.

        Raises:
            OutputError: the folder cannot be written to.
        """
        for phrase, probability in zip(self._phrases, answer.probability, strict=True):
            polygons = [
                polygon
                for number, tile, valid in zip(answer.numbers, probability, answer.valid, strict=True)
                for polygon in self._polygons(number, tile, valid)
            ]
            if polygons:
                self._tell(Preview(phrase, str(self._written(polygons))))

    def _polygons(
        self, number: int, probability: NDArray[np.float32], valid: NDArray[np.bool_]
    ) -> list[shapely.Polygon]:
        tile, core = self._plan[number], self._plan.core(number)
        part = _within(core, tile)
        values = as_bytes(probability[part], valid[part])
        transform = self._transform @ Affine.translation(core.col_off, core.row_off)
        return [polygon for polygon, _ in vectorise_values(values, self._threshold, transform)]

    def _written(self, polygons: Sequence[shapely.Polygon]) -> Path:
        path = self._folder / f"{uuid4().hex}.wkb"
        try:
            path.write_text("\n".join(shapely.to_wkb(np.array(polygons), hex=True)) + "\n", encoding="ascii")
        except OSError as error:
            path.unlink(missing_ok=True)
            raise OutputError(
                f"Nothing can be written to {self._folder} ({error.strerror or error}): make room there."
            ) from error
        return path


def _within(core: Window, tile: Window) -> tuple[slice, slice]:
    top, left = int(core.row_off - tile.row_off), int(core.col_off - tile.col_off)
    return slice(top, top + int(core.height)), slice(left, left + int(core.width))
