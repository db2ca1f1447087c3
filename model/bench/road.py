"""What a whole run costs, from the scene to the finished file, beside its network alone."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from rich.table import Table

from ...protocol import Request
from ...protocol import Result as Finished
from ..pipeline import run
from ..scene.ground import ground_sample_distance
from ..segmenters.interface import Segmenter
from ..segmenters.registry import load_segmenter
from .bare import Recorder, network_seconds
from .machine import machine

_SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "banepa.tif"
_PHRASE = "buildings"
_REPEATS = 3

Result = dict[str, Any]


def bench_road(
    model: str = "rs2sam2-nano", weights: Path | None = None, device: str = "auto", side: int = 3072
) -> Result:
    """Run a phrase over the sample scene mirrored to a square, and its tiles through the bare network.

    The scene's pixels are as large as the model takes them, so that nothing is resampled. Loading the model is left
    out, and both are measured three times in turn.

    Args:
        model: name in the catalogue.
        weights: weight file to use in place of the installed one.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``.
        side: of the scene, in pixels; no less than that of the sample.

    Returns:
        What JSON can hold: ``machine``, ``model``, ``device``, ``side`` and ``tile`` (pixels), ``gsd`` (metres),
        ``tiles``, ``polygons``, ``road_s`` and ``network_s`` (medians), ``road_megapixels_per_s`` and
        ``network_megapixels_per_s`` (of the scene) and ``share``, the network's part of the road's time.

    Raises:
        PhrasegonError: there is no such model or device, or its files are missing.
    """
    segmenter = load_segmenter(model, weights=weights, device=device)
    tile = segmenter.spec.tile
    roads, networks = [], []
    with TemporaryDirectory(prefix="phrasegon-bench-") as folder:
        scene = Path(folder) / "scene.tif"
        write_mirrored(scene, side, segmenter.spec.gsd_range)
        network_seconds(segmenter, [np.zeros((1, 3, tile, tile), np.uint8)], _PHRASE)  # warms up
        for _ in range(_REPEATS):
            recorder = Recorder(segmenter)
            seconds, done = _road_seconds(recorder, scene)
            roads.append(seconds)
            networks.append(network_seconds(segmenter, recorder.batches, _PHRASE))
    road, network, megapixels = statistics.median(roads), statistics.median(networks), side * side / 1e6
    return {
        "machine": machine(),
        "model": model,
        "device": segmenter.spec.device,
        "side": side,
        "tile": tile,
        "gsd": done.gsd,
        "tiles": done.tiles,
        "polygons": done.polygons,
        "road_s": round(road, 3),
        "network_s": round(network, 3),
        "road_megapixels_per_s": round(megapixels / road, 4),
        "network_megapixels_per_s": round(megapixels / network, 4),
        "share": round(network / road, 3),
    }


def table(result: Result) -> Table:
    """The result of ``bench_road`` for a terminal."""
    about = result["machine"]
    where = about["gpu"] if result["device"] == "cuda" else f"{about['processor']}, {about['threads']} threads"
    shown = Table(
        title=f"{result['model']} over {result['side']} x {result['side']} pixels of {result['gsd']:.2f} m",
        caption=f"{where}, torch {about['torch']}; {result['tiles']} tiles, {result['polygons']} polygons",
    )
    shown.add_column("")
    for heading in ("seconds", "Mpx / s"):
        shown.add_column(heading, justify="right")
    for name, heading in (("road", "whole road"), ("network", "network alone")):
        shown.add_row(heading, f"{result[f'{name}_s']:.2f}", f"{result[f'{name}_megapixels_per_s']:.2f}")
    shown.add_row("share of the network", f"{result['share']:.2f}", "")
    return shown


def write_mirrored(path: Path, side: int, gsd_range: tuple[float, float]) -> None:
    """Write the sample scene, mirrored to a square of ``side`` pixels whose size on the ground lies in a range."""
    with rasterio.open(_SAMPLE) as sample:
        bands, crs, transform = sample.read(), sample.crs, sample.transform
    height, width = bands.shape[1:]
    native = ground_sample_distance(transform, crs, width, height)
    place = transform @ Affine.scale(float(np.clip(native, *gsd_range)) / native)
    layout = {"tiled": True, "blockxsize": 512, "blockysize": 512, "compress": "jpeg", "photometric": "ycbcr"}
    mirrored = np.pad(bands, ((0, 0), (0, side - height), (0, side - width)), mode="symmetric")
    profile = {"count": len(bands), "dtype": "uint8", "crs": crs, "transform": place}
    with rasterio.open(path, "w", "GTiff", side, side, **profile, **layout) as raster:
        raster.write(mirrored)


def _road_seconds(segmenter: Segmenter, scene: Path) -> tuple[float, Finished]:
    output = scene.with_name("found.gpkg")
    clock = time.perf_counter()
    done = run(Request(str(scene), (_PHRASE,), str(output)), load=lambda *_: segmenter)
    return time.perf_counter() - clock, done
