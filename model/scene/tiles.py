"""How a grid is cut into overlapping square tiles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from rasterio.windows import Window


class TilePlan(Sequence[Window]):
    """Windows in row-major order, worked out when asked for: the plan of the largest scene takes no memory.

    Args:
        columns: left edge of each column of tiles.
        rows: upper edge of each row of tiles.
        tile: side of a tile in pixels.
        overlap: pixels that neighbours share at least.

    Attributes:
        tile: side of a tile in pixels.
        overlap: pixels that neighbours share at least.
    """

    def __init__(self, columns: Sequence[int], rows: Sequence[int], tile: int, overlap: int) -> None:
        self._columns, self._rows, self.tile, self.overlap = columns, rows, tile, overlap

    def __len__(self) -> int:
        return len(self._rows) * len(self._columns)

    @overload
    def __getitem__(self, index: int) -> Window: ...

    @overload
    def __getitem__(self, index: slice) -> list[Window]: ...

    def __getitem__(self, index: int | slice) -> Window | list[Window]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        row, column = divmod(range(len(self))[index], len(self._columns))
        return Window(self._columns[column], self._rows[row], self.tile, self.tile)

    def core(self, index: int) -> Window:
        """The part of a tile that is nearer to its middle than to its neighbours'; all cores together are the grid.

        Where the grid is smaller than a tile, its core sticks out with it.
        """
        row, column = divmod(range(len(self))[index], len(self._columns))
        left, right = self._borders(self._columns, column)
        top, bottom = self._borders(self._rows, row)
        return Window(left, top, right - left, bottom - top)

    def _borders(self, starts: Sequence[int], place: int) -> tuple[int, int]:
        start = starts[place]
        low = start if place == 0 else (starts[place - 1] + start + self.tile) // 2
        high = start + self.tile
        return low, high if place + 1 == len(starts) else (start + starts[place + 1] + self.tile) // 2


def plan_tiles(width: int, height: int, tile: int, overlap: int) -> TilePlan:
    """Cover a grid with tiles of ``tile`` x ``tile`` pixels, row by row.

    The last column and row are moved inward to end at the grid's edge, so that they share more than ``overlap`` with
    their neighbours; a tile sticks out only where the grid is smaller than a tile.

    Args:
        width: of the grid, in pixels.
        height: of the grid, in pixels.
        tile: side of a tile in pixels.
        overlap: pixels that neighbours share at least, 0 <= overlap < tile.

    Raises:
        ValueError: a size is not positive, or the overlap is not smaller than the tile.
    """
    if min(width, height, tile) < 1 or not 0 <= overlap < tile:
        raise ValueError(f"no tiles of {tile} pixels that share {overlap} cover a grid of {width} x {height}")
    return TilePlan(_Starts(width, tile, tile - overlap), _Starts(height, tile, tile - overlap), tile, overlap)


class _Starts(Sequence[int]):
    """Where tiles begin along one axis."""

    def __init__(self, size: int, tile: int, stride: int) -> None:
        self._last, self._stride = max(0, size - tile), stride

    def __len__(self) -> int:
        return -(-self._last // self._stride) + 1

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> list[int]: ...

    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        return min(index * self._stride, self._last)
