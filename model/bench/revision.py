"""How fast polygons follow a slider, on a large scene."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import rasterio
import shapely
from pyogrio import read_dataframe
from rich.table import Table

from ...protocol import Request, Revision
from ..pipeline import run
from ..pipeline.revision import Revisions
from .machine import machine

_SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "banepa.tif"
_PHRASE = "lawns"
_BASE: dict[str, Any] = {"threshold": 0.5, "min_area": 5.0}
_SLIDERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "threshold": ({"threshold": 0.45, "min_area": 0.0}, {"min_area": 0.0}),
    "threshold, minimum area": ({"threshold": 0.45}, {}),
    "minimum area": ({"min_area": 10.0}, {}),
    "holes": ({"fill_holes": 5.0}, {"fill_holes": 10.0}),
    "simplify": ({"simplify": 0.5}, {"simplify": 1.0}),
    "right angles": ({}, {"orthogonalise": True}),
    "what touches": ({}, {"separate": True}),
}
"""What is moved from where to where."""

Result = dict[str, Any]


def bench_revision(side: int = 4000, repeats: int = 5) -> Result:
    """Move each slider back and forth over the probability of a real run, mirrored to the size of the scene.

    Args:
        side: of the scene, in pixels; no less than that of the sample.
        repeats: how often each slider is moved.

    Returns:
        What JSON can hold: ``machine``, ``side`` (pixels) and ``sliders``, a list with for each its ``name``,
        ``polygons`` and ``vertices`` of the result, ``median_s`` and ``slowest_s``: seconds from the command to the
        finished file, the raster in memory already.
    """
    with TemporaryDirectory(prefix="phrasegon-bench-") as folder:
        path = Path(folder) / "probability.tif"
        _make_probability(path, side)
        revisions = Revisions()
        _time(revisions, path, {})  # reads the raster
        sliders = [_measure(revisions, path, name, repeats) for name in _SLIDERS]
    return {"machine": machine(), "side": side, "sliders": sliders}


def table(result: Result) -> Table:
    """The result of ``bench_revision`` for a terminal."""
    shown = Table(title=f"Revisions of {result['side']} x {result['side']} pixels")
    shown.add_column("slider")
    for heading in ("polygons", "vertices", "median s", "slowest s"):
        shown.add_column(heading, justify="right")
    for slider in result["sliders"]:
        counts = f"{slider['polygons']:,}", f"{slider['vertices']:,}"
        shown.add_row(slider["name"], *counts, f"{slider['median_s']:.3f}", f"{slider['slowest_s']:.3f}")
    return shown


def _make_probability(path: Path, side: int) -> None:
    output = path.with_suffix(".fgb")
    run(Request(str(_SAMPLE), (_PHRASE,), str(output), device="cpu", probability=str(path)))
    with rasterio.open(path) as raster:
        values, profile = raster.read(1), raster.profile
    height, width = values.shape
    mirrored = np.pad(values, ((0, side - height), (0, side - width)), mode="symmetric")
    with rasterio.open(path, "w", **(profile | {"width": side, "height": side})) as raster:
        raster.write(mirrored, 1)


def _measure(revisions: Revisions, path: Path, name: str, repeats: int) -> Result:
    seconds = []
    for _ in range(repeats):
        before, after = _SLIDERS[name]
        _time(revisions, path, before)
        seconds.append(_time(revisions, path, after))
    found = read_dataframe(_output(path))
    return {
        "name": name,
        "polygons": len(found),
        "vertices": int(shapely.get_num_coordinates(found.geometry.to_numpy()).sum()),
        "median_s": round(float(np.median(seconds)), 4),
        "slowest_s": round(max(seconds), 4),
    }


def _time(revisions: Revisions, path: Path, changed: dict[str, Any]) -> float:
    clock = time.perf_counter()
    revisions.run(Revision((str(path),), (_PHRASE,), str(_output(path)), **(_BASE | changed)), lambda _: None)
    return time.perf_counter() - clock


def _output(path: Path) -> Path:
    return path.with_name("revised.fgb")
