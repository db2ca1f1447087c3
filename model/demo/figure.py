"""Polygons drawn on the imagery they were found in, one panel a phrase."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import geopandas
import numpy as np
import rasterio
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize
from matplotlib.figure import Figure
from numpy.typing import NDArray
from pyproj import Geod
from rasterio.enums import Resampling
from rasterio.io import DatasetReader
from rasterio.plot import plotting_extent

PANEL_PIXELS = 1024
"""Imagery is read no finer than this along its longer side: a panel shows no more."""

SCORES = Normalize(0.5, 1.0)
COLOURS = "spring"  # bright at both ends, and no colour of the ground
GEOD = Geod(ellps="WGS84")


def draw(scene: Path, found: Mapping[str, geopandas.GeoDataFrame], title: str, target: Path) -> None:
    """Write a PNG of a scene with the polygons found for each phrase, coloured by their score.

    Args:
        scene: RGB raster with a CRS, north up.
        found: polygons in the scene's CRS by phrase, with the columns score and area_m2.
        title: line above the panels.
        target: the PNG; appears only when whole.
    """
    with rasterio.open(scene) as source:
        picture, extent = _picture(source), plotting_extent(source)
        metres = _metres_per_unit(source)
    figure = Figure(figsize=(7 * len(found), 7.2), dpi=120, layout="constrained")
    panels = figure.subplots(1, len(found), squeeze=False)[0]
    for axes, (phrase, polygons) in zip(panels, found.items(), strict=True):
        axes.imshow(picture, extent=extent, aspect=metres[1] / metres[0])
        if len(polygons):
            polygons.plot(ax=axes, column="score", cmap=COLOURS, norm=SCORES, alpha=0.4, aspect=None)
            polygons.boundary.plot(
                ax=axes, color=ScalarMappable(SCORES, COLOURS).to_rgba(polygons["score"]), linewidth=1.4, aspect=None
            )
        axes.set(xlim=extent[:2], ylim=extent[2:], xticks=[], yticks=[], xlabel="", ylabel="")
        axes.set_title(f"“{phrase}”: {len(polygons)} polygons, {polygons['area_m2'].sum():,.0f} m²", fontsize=13)
        _draw_scale(axes, extent, metres[0])
    figure.suptitle(title, fontsize=15)
    figure.colorbar(ScalarMappable(SCORES, COLOURS), ax=list(panels), label="score (mean probability)", shrink=0.6)
    part = target.with_name(f".{target.name}.part")
    try:
        figure.savefig(part, format="png")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _picture(source: DatasetReader) -> NDArray[np.uint8]:
    """Red, green and blue, uint8 (h, w, 3), read through overviews where the scene is large."""
    shrink = max(1.0, max(source.width, source.height) / PANEL_PIXELS)
    shape = (3, math.ceil(source.height / shrink), math.ceil(source.width / shrink))
    bands: NDArray[np.uint8] = source.read([1, 2, 3], out_shape=shape, resampling=Resampling.average)
    return np.moveaxis(bands, 0, -1)


def _metres_per_unit(source: DatasetReader) -> tuple[float, float]:
    """Metres along one unit of the CRS, east and north, in the middle of the scene."""
    if not source.crs.is_geographic:
        _, factor = source.crs.linear_units_factor
        return factor, factor
    left, bottom, right, top = source.bounds
    x, y = (left + right) / 2, (bottom + top) / 2
    _, _, east = GEOD.inv(left, y, right, y)
    _, _, north = GEOD.inv(x, bottom, x, top)
    return east / (right - left), north / (top - bottom)


def _draw_scale(axes: Axes, extent: tuple[float, float, float, float], metres_per_unit: float) -> None:
    """A bar of a round number of metres, a fifth of the panel at most, in its lower left corner."""
    left, right, bottom, top = extent
    longest = (right - left) * metres_per_unit / 5
    step: float = 10 ** math.floor(math.log10(longest))
    length = max(step * factor for factor in (1, 2, 5) if step * factor <= longest)
    x, y = left + 0.04 * (right - left), bottom + 0.045 * (top - bottom)
    end = x + length / metres_per_unit
    for colour, width in (("black", 5), ("white", 2.5)):
        axes.plot([x, end], [y, y], color=colour, linewidth=width, solid_capstyle="butt")
    axes.annotate(
        f"{length:g} m",
        ((x + end) / 2, y),
        xytext=(0, 5),
        textcoords="offset points",
        ha="center",
        color="white",
        fontsize=11,
        fontweight="bold",
    )
