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
from ..scene.tiles import TilePlan
from ..scene.vectorise import vectorise_values
from .batches import Answer
from .options import Search


class Previews:
    """Writes the polygons of each batch, for each phrase a file, and tells of it.

    Every place of the scene is shown by one tile, the one whose middle is nearest, so that polygons of neighbouring
    tiles meet and never overlap.

    Args:
        folder: where the files go.
        plan: the tiles of the run.
        transform: from pixels of the scene's grid to coordinates.
        search: what is looked for, and from which probability on a pixel counts as found.
        tell: called with every file.
    """

    def __init__(
        self,
        folder: Path,
        plan: TilePlan,
        transform: Affine,
        search: Search,
        tell: Callable[[Preview], None],
    ) -> None:
        self._folder, self._plan, self._transform = folder, plan, transform
        self._phrases, self._threshold, self._tell = search.phrases, search.options.threshold, tell

    def show(self, answer: Answer) -> None:
        """Write and tell of the polygons of a batch.

        Raises:
            OutputError: the folder cannot be written to.
        """
        for phrase, values in zip(self._phrases, answer.values, strict=True):
            polygons = [
                polygon
                for number, tile in zip(answer.numbers, values, strict=True)
                for polygon in self._polygons(number, tile)
            ]
            if polygons:
                self._tell(Preview(phrase, str(self._written(polygons))))

    def _polygons(self, number: int, values: NDArray[np.uint8]) -> list[shapely.Polygon]:
        tile, core = self._plan[number], self._plan.core(number)
        part = _within(core, tile)
        transform = self._transform @ Affine.translation(core.col_off, core.row_off)
        return [polygon for polygon, _ in vectorise_values(values[part], self._threshold, transform)]

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
