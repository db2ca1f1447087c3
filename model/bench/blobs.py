"""Made-up probability rasters of any size: a town's roofs and crowns, and the roads that hold it together."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from scipy import ndimage

from ..scene.mosaic import PROBABILITY_NODATA, PROBABILITY_SCALE
from ..scene.rows import RowWriter, compress_raster

_CELL = 84
"""Pixels from one object to the next: some 200,000 objects in a square of 40,000 pixels."""
_KINDS = 96
_FULL = 0.94
"""Share of the cells that hold an object."""
_RISE = 2.0
"""A network's answer rises from 0 to 1 within some pixels: the standard deviation of that rise."""
_ROADS = 2000
"""Pixels from one road to the next."""
_ROAD_REACH = 20
_GRAIN = 512

Values = NDArray[np.uint8]
Inside = NDArray[np.bool_]
Probability = NDArray[np.float32]


def write_probability(path: Path, side: int, *, ragged: bool = False) -> None:
    """Write a square probability raster as a run keeps it: uint8, tiled, compressed, 0.3 m a pixel in UTM.

    Boxes, L-shapes and smooth outlines, every fifth around a courtyard, of some 100 kinds that are turned and mirrored:
    one in most cells of 84 pixels. Winding roads 2,000 pixels apart cross each other, so that a region with many holes
    reaches from one end of the raster to the other.

    Args:
        path: the file to write.
        side: in pixels.
        ragged: outlines are frayed by noise of a pixel's size, and have several times the vertices.
    """
    plain = path.with_name(f"{path.name}.plain")
    try:
        _write_plain(plain, side, ragged)
        compress_raster(plain, path)
    finally:
        plain.unlink(missing_ok=True)


def _write_plain(path: Path, side: int, ragged: bool) -> None:
    place = Affine(0.3, 0, 500_000, 0, -0.3, 5_300_000)
    writer = RowWriter(path, side, side, place, CRS.from_epsg(32633), PROBABILITY_NODATA)
    try:
        objects, ground = _objects(ragged), _ground()
        for top in range(0, side, _CELL):
            rows = _placed(objects, top, side)
            _add_roads(rows, top, ragged)
            np.maximum(rows, _repeated(ground, top, side), out=rows)
            writer.write(rows[: side - top])
        writer.finish()
    finally:
        writer.discard()


def _placed(objects: Values, top: int, side: int) -> Values:
    """Rows ``top`` to ``top`` + 84 with nothing but objects."""
    generator = np.random.default_rng(top)
    cells = side // _CELL + 1
    kinds = np.where(generator.random(cells) < _FULL, generator.integers(1, len(objects), cells), 0)
    return objects[kinds].transpose(1, 0, 2).reshape(_CELL, cells * _CELL)[:, :side]


def _objects(ragged: bool) -> Values:
    """Kinds of objects, (n, 84, 84), the first of them nothing."""
    generator = np.random.default_rng(0)
    kinds = [_object(generator, number, ragged) for number in range(_KINDS)]
    turned = [np.rot90(way, quarter) for each in kinds for way in (each, each.T) for quarter in range(4)]
    return np.stack([np.zeros_like(kinds[0]), *turned])


def _object(generator: np.random.Generator, number: int, ragged: bool) -> Values:
    y, x = np.mgrid[:_CELL, :_CELL] - (_CELL - 1) / 2 + generator.uniform(-5, 5, (2, 1, 1))
    turn = generator.uniform(0, np.pi)
    along, across = np.cos(turn) * x + np.sin(turn) * y, np.cos(turn) * y - np.sin(turn) * x
    length, width = generator.uniform(14, 26), generator.uniform(10, 18)
    if number % 2:
        inside = (np.abs(along) < length) & (np.abs(across) < width)
        if number % 4 == 1:
            inside &= (along < length / 4) | (across < width / 4)
    else:
        angle = np.arctan2(across, along)
        waves = [generator.normal(0, 0.25 / n) * np.cos(n * angle + generator.uniform(0, 6)) for n in range(2, 7)]
        inside = np.hypot(x, y) < min(length, 24) * (1 + np.clip(np.sum(waves, axis=0), -0.5, 0.3))
    if number % 5 == 0:
        inside &= np.hypot(x, y) > generator.uniform(4, 7)
    probability = _frayed(generator, inside) if ragged else _blurred(inside, _RISE)
    scaled: Values = np.rint(probability * generator.uniform(0.8, 1.0) * PROBABILITY_SCALE).astype(np.uint8)
    return scaled


def _frayed(generator: np.random.Generator, inside: Inside) -> Probability:
    """The object with an outline that noise has moved to and fro, and without what it has split off."""
    noise = generator.normal(0, 0.2, inside.shape)
    parts, _ = ndimage.label(_blurred(inside, _RISE) + noise > 0.5)
    return _blurred(parts == 1 + np.argmax(np.bincount(parts.ravel())[1:]), 0.4)


def _blurred(inside: Inside, deviation: float) -> Probability:
    blurred: Probability = ndimage.gaussian_filter(inside.astype(np.float32), deviation)
    return blurred


def _add_roads(rows: Values, top: int, ragged: bool) -> None:
    height, width = rows.shape
    across = np.arange(-_ROAD_REACH, _ROAD_REACH)
    profile = np.rint(PROBABILITY_SCALE * 0.95 / (1 + np.exp((np.abs(across) - 10) / 1.5))).astype(np.uint8)
    for number, middle in enumerate(range(_ROADS // 2, width, _ROADS)):
        column = middle + _winding(np.arange(top, top + height), number, ragged)[:, None] + across
        line, part = np.nonzero((column >= 0) & (column < width))
        column = column[line, part]
        rows[line, column] = np.maximum(rows[line, column], profile[part])
    for number, middle in enumerate(range(_ROADS // 2, top + height + _ROADS, _ROADS)):
        if middle > top - _ROADS:
            row = middle - top + _winding(np.arange(width), number, ragged) + across[:, None]
            part, column = np.nonzero((row >= 0) & (row < height))
            row = row[part, column]
            rows[row, column] = np.maximum(rows[row, column], profile[part])


def _winding(along: NDArray[np.int64], number: int, ragged: bool) -> NDArray[np.int64]:
    """How far a road strays to the side."""
    bends = 120 * np.sin(along / 310 + number) + 40 * np.sin(along / 97 + 2 * number)
    strays: NDArray[np.int64] = np.rint(bends).astype(np.int64)
    return strays + (along * 40_503 % 65_521 % 5 - 2) if ragged else strays


def _ground() -> Values:
    """Low, smooth values where there is nothing."""
    noise = ndimage.gaussian_filter(np.random.default_rng(1).normal(size=(_GRAIN, _GRAIN)), 4, mode="wrap")
    ground: Values = np.rint((noise / noise.std() * 8 + 16).clip(0, 60)).astype(np.uint8)
    return ground


def _repeated(pattern: Values, top: int, side: int) -> Values:
    """84 rows of a pattern without end, which moves a little from strip to strip."""
    rows = np.roll(pattern, -31 * (top // _CELL), 1).take(np.arange(top, top + _CELL), 0, mode="wrap")
    return np.tile(rows, (1, side // _GRAIN + 1))[:, :side]
