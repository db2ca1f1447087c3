"""What the road from phrase to polygons costs on scenes of growing size, apart from any network."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from rich.table import Table

from ..pipeline import segment_with
from ..segmenters.interface import Prediction, SegmenterSpec, Tiles
from .apart import MEBI, apart
from .bare import decode_seconds
from .synthetic import write_scene

_TILE = 512

Result = dict[str, Any]


class _Brightness:
    """Stands in for a network: a pixel's brightness is the probability, which costs next to nothing."""

    spec = SegmenterSpec("brightness", _TILE, (0.1, 1.0), "public domain", "arithmetic", "", caches_image=False)

    def unknown_words(self, phrase: str) -> tuple[str, ...]:  # noqa: ARG002 -- every segmenter is asked
        return ()

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 -- every segmenter is asked
        return ()

    def encode_image(self, tiles: Tiles) -> Tiles:
        return tiles

    def encode_phrase(self, phrase: str) -> str:
        return phrase

    def decode(self, image: Tiles, phrase: str) -> Prediction:  # noqa: ARG002 -- it looks for bright things only
        probability = torch.from_numpy(image).float().mean(1) / 255
        return Prediction(probability, torch.ones(len(image)))


def bench_scene(sides: Sequence[int] = (2000, 8000, 24000)) -> Result:
    """Run the road over made-up square scenes, each in a process of its own.

    Args:
        sides: of the scenes, in pixels.

    Returns:
        What JSON can hold: ``tile`` (pixels), ``memory_ratio`` (largest peak by smallest) and ``scenes``, a list with
        for each side ``side``, ``file_mib``, ``polygons``, ``peak_mib`` (resident memory of the process, sampled every
        5 ms), ``start_mib`` (before the run, libraries loaded), ``seconds_per_megapixel`` and
        ``decode_seconds_per_megapixel`` (the file read once by rasterio, and nothing done with it).
    """
    scenes = [_measured(side) for side in sides]
    peaks = [scene["peak_mib"] for scene in scenes]
    return {"tile": _TILE, "memory_ratio": round(max(peaks) / min(peaks), 3), "scenes": scenes}


def table(result: Result) -> Table:
    """The result of ``bench_scene`` for a terminal."""
    shown = Table(
        title=f"The road without a network, tiles of {result['tile']} px",
        caption=f"Largest peak by smallest: {result['memory_ratio']:.2f}",
    )
    for heading in ("side px", "file MiB", "polygons", "peak MiB", "libraries MiB", "s/Mpx", "reading s/Mpx"):
        shown.add_column(heading, justify="right")
    for scene in result["scenes"]:
        shown.add_row(
            str(scene["side"]),
            f"{scene['file_mib']:.0f}",
            str(scene["polygons"]),
            f"{scene['peak_mib']:.0f}",
            f"{scene['start_mib']:.0f}",
            f"{scene['seconds_per_megapixel']:.4f}",
            f"{scene['decode_seconds_per_megapixel']:.4f}",
        )
    return shown


def _measured(side: int) -> Result:
    with TemporaryDirectory(prefix="phrasegon-bench-") as folder:
        path = Path(folder) / "scene.tif"
        write_scene(path, side)
        decoding = decode_seconds(path)
        road = apart(_walk, path)
        size = path.stat().st_size / MEBI
    megapixels = side * side / 1e6
    return {
        "side": side,
        "file_mib": round(size, 1),
        "polygons": road["polygons"],
        "peak_mib": road["peak_mib"],
        "start_mib": road["start_mib"],
        "seconds_per_megapixel": round(road["seconds"] / megapixels, 5),
        "decode_seconds_per_megapixel": round(decoding / megapixels, 5),
    }


def _walk(path: Path) -> Result:
    clock = time.perf_counter()
    polygons = segment_with(_Brightness(), path, "the bright roofs")
    return {"polygons": len(polygons), "seconds": time.perf_counter() - clock}
