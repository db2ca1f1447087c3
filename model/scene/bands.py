"""Which bands of a raster show its colours, and what marks a pixel as having none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.io import DatasetReader

from ..errors import OptionError


@dataclass(frozen=True)
class Bands:
    """The bands that are read, numbered from 1.

    Attributes:
        colour: one band (grey or palette) or three (red, green, blue).
        alpha: band whose zeros are invalid.
        masked: whether a mask inside or beside the file says what is invalid.
        nodata: value that stands for nothing, one for each of ``colour``; None: there is no such value.
        palette: red, green, blue and opacity of every value, uint8 (n, 4).
    """

    colour: tuple[int, ...]
    alpha: int | None
    masked: bool
    nodata: tuple[float | None, ...]
    palette: NDArray[np.uint8] | None


def choose_bands(dataset: DatasetReader, wanted: Sequence[int] | None = None) -> Bands:
    """Red, green and blue as declared or described, else the first three, else the first as grey.

    Masks and palette are taken as declared; see ``is_mask`` for alpha bands that are none.

    Args:
        dataset: the raster.
        wanted: the bands to show instead, one or three, numbered from 1.

    Raises:
        OptionError: the raster has no such band.
    """
    kinds = list(dataset.colorinterp)
    alpha = kinds.index(ColorInterp.alpha) + 1 if ColorInterp.alpha in kinds else None
    if wanted is not None:
        _check(wanted, dataset)
        alpha = None if alpha in wanted else alpha
    others = [band for band in wanted or dataset.indexes if band != alpha]
    palette = _palette(dataset, others[0]) if others else None
    colour = tuple(others[:1] or dataset.indexes)
    if wanted is not None:
        colour = tuple(wanted)
        palette = palette if len(colour) == 1 else None
    elif palette is None and len(others) >= 3:
        colour = _declared(kinds) or _described(dataset.descriptions) or tuple(others[:3])
    flags = dataset.mask_flag_enums[colour[0] - 1]
    return Bands(
        colour=colour,
        alpha=alpha,
        masked=MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags,
        nodata=tuple(dataset.nodatavals[band - 1] for band in colour),
        palette=palette,
    )


def is_mask(alpha: NDArray[Any]) -> bool:
    """Whether an alpha band holds opacity.

    A fourth band of near infrared is often declared as alpha, because that is what most software takes a fourth band
    for. Opacity is nothing or one level nearly everywhere; reflectance is neither.
    """
    between = (alpha > 0) & (alpha < alpha.max(initial=0))
    return bool(np.count_nonzero(between) * 2 <= alpha.size)


def _check(wanted: Sequence[int], dataset: DatasetReader) -> None:
    missing = [band for band in wanted if band not in dataset.indexes]
    if missing:
        raise OptionError(f"There is no band {missing[0]} in the raster, which has {dataset.count}: choose others.")


def _declared(kinds: Sequence[ColorInterp]) -> tuple[int, ...] | None:
    wanted = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
    return tuple(kinds.index(kind) + 1 for kind in wanted) if all(kind in kinds for kind in wanted) else None


def _described(descriptions: Sequence[str | None]) -> tuple[int, ...] | None:
    names = [(name or "").strip().lower() for name in descriptions]
    wanted = ("red", "green", "blue")
    return tuple(names.index(name) + 1 for name in wanted) if all(name in names for name in wanted) else None


def _palette(dataset: DatasetReader, band: int) -> NDArray[np.uint8] | None:
    if dataset.colorinterp[band - 1] is not ColorInterp.palette or dataset.dtypes[band - 1] not in ("uint8", "uint16"):
        return None
    colours = dataset.colormap(band)
    table = np.zeros((np.iinfo(dataset.dtypes[band - 1]).max + 1, 4), np.uint8)
    table[list(colours)] = list(colours.values())
    return table
