"""What the road costs beside its network, and how fast it is alone."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import rasterio
import torch
from rich.table import Table

from ...protocol import Progress, Request
from ..pipeline import run
from ..segmenters.interface import Prediction, Segmenter, SegmenterSpec, Tiles
from ..segmenters.registry import load_segmenter
from .bare import Recorder, decode_seconds, network_seconds
from .machine import machine
from .road import write_mirrored
from .synthetic import write_scene

_PHRASE = "buildings"
_TIMES_FASTER = 20
_REPEATS = 3

Result = dict[str, Any]


class _Standing:
    """Stands in for a network on a device of its own: takes a set time a tile, in which it uses no processor."""

    def __init__(self, spec: SegmenterSpec, seconds: float) -> None:
        self.spec, self._seconds = replace(spec, name="stand-in"), seconds
        wave = torch.linspace(0, 10 * torch.pi, spec.tile).sin()
        self._answer = (wave[:, None] * wave / 2 + 0.4).clamp(0, 1)

    def unknown_words(self, phrase: str) -> tuple[str, ...]:  # noqa: ARG002 -- every segmenter is asked
        return ()

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 -- every segmenter is asked
        return ()

    def encode_image(self, tiles: Tiles) -> int:
        return len(tiles)

    def encode_phrase(self, phrase: str) -> str:
        return phrase

    def decode(self, image: int, phrase: str) -> Prediction:  # noqa: ARG002 -- any phrase will do
        time.sleep(self._seconds * image)
        return Prediction(self._answer.expand(image, -1, -1), torch.ones(image))


def bench_pipeline(
    model: str = "rs2sam2-nano", weights: Path | None = None, device: str = "auto", side: int = 3072, large: int = 12000
) -> Result:
    """Time the road with a network, with a stand-in that is 20 times as fast, and with one that costs nothing.

    Args:
        model: name in the catalogue.
        weights: weight file to use in place of the installed one.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``.
        side: of the scene that the network goes over, in pixels.
        large: of the made-up scene that the stand-ins go over.

    Returns:
        What JSON can hold: ``machine``, ``model``, ``network`` (``tiles``, ``seconds`` of the run until its tiles are
        blended and of the bare network on the same batches, ``ratio``), and ``roads``, a list with, for each stand-in,
        ``network_s_per_tile``, ``mapping_mpx_s`` (megapixels of the scene a second, from the file to the blended
        probability), ``whole_mpx_s`` (to the finished file) and ``limit_mpx_s``, what rasterio alone decodes of the
        same file.

    Raises:
        PhrasegonError: there is no such model or device, or its files are missing.
    """
    segmenter = load_segmenter(model, weights=weights, device=device)
    with TemporaryDirectory(prefix="phrasegon-bench-") as folder:
        scene = Path(folder) / "scene.tif"
        write_mirrored(scene, side, segmenter.spec.gsd_range)
        network = _beside_the_network(segmenter, scene)
        write_scene(scene, large)
        a_tile = network["bare_s"] / network["tiles"] / _TIMES_FASTER
        roads = [_road(segmenter.spec, scene, seconds) for seconds in (a_tile, 0.0)]
    return {"machine": machine(), "model": model, "side": side, "large": large, "network": network, "roads": roads}


def table(result: Result) -> Table:
    """The result of ``bench_pipeline`` for a terminal."""
    about, network = result["machine"], result["network"]
    shown = Table(
        title=f"{result['model']} over {network['tiles']} tiles: {network['run_s']:.2f} s, "
        f"bare {network['bare_s']:.2f} s, ratio {network['ratio']:.3f}",
        caption=f"{about['processor']}, {about['threads']} threads, torch {about['torch']}; "
        f"stand-ins over {result['large']} x {result['large']} pixels",
    )
    for heading in ("stand-in, ms / tile", "to probability, Mpx / s", "to file, Mpx / s", "decoding alone, Mpx / s"):
        shown.add_column(heading, justify="right")
    for road in result["roads"]:
        figures = road["mapping_mpx_s"], road["whole_mpx_s"], road["limit_mpx_s"]
        shown.add_row(f"{road['network_s_per_tile'] * 1000:.1f}", *(f"{figure:.1f}" for figure in figures))
    return shown


def _beside_the_network(segmenter: Segmenter, scene: Path) -> Result:
    bare, runs, tiles = [], [], 0
    for turn in range(_REPEATS + 1):
        recorder = Recorder(segmenter)
        seconds, _ = _timed(recorder, scene)
        tiles = sum(map(len, recorder.batches))
        if turn:  # the first one warms up
            runs.append(seconds)
            bare.append(network_seconds(segmenter, recorder.batches, _PHRASE))
    run_s, bare_s = statistics.median(runs), statistics.median(bare)
    return {"tiles": tiles, "run_s": round(run_s, 3), "bare_s": round(bare_s, 3), "ratio": round(run_s / bare_s, 3)}


def _road(spec: SegmenterSpec, scene: Path, seconds: float) -> Result:
    with rasterio.open(scene) as raster:
        megapixels = raster.width * raster.height / 1e6
    limits, mappings, wholes = [], [], []
    for _ in range(_REPEATS):
        limits.append(decode_seconds(scene))
        mapping, whole = _timed(_Standing(spec, seconds), scene)
        mappings.append(mapping)
        wholes.append(whole)
    return {
        "network_s_per_tile": round(seconds, 5),
        "mapping_mpx_s": round(megapixels / statistics.median(mappings), 2),
        "whole_mpx_s": round(megapixels / statistics.median(wholes), 2),
        "limit_mpx_s": round(megapixels / statistics.median(limits), 2),
    }


def _timed(segmenter: Segmenter, scene: Path) -> tuple[float, float]:
    """Seconds of a run, journal and all, from its start until its tiles are blended, and until its file is there."""
    start, blended = time.perf_counter(), 0.0

    def note(progress: Progress) -> None:
        nonlocal blended
        if progress.stage == "vectorising" and not blended:
            blended = time.perf_counter() - start

    output, journal = scene.with_name("found.fgb"), scene.with_name("journal")
    request = Request(str(scene), (_PHRASE,), str(output), journal=str(journal))
    run(request, note, load=lambda *_: segmenter)
    return blended, time.perf_counter() - start
