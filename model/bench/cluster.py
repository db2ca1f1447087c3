"""What workers gain on this machine, and that they change nothing."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from rich.table import Table

from ...protocol import Progress, Request
from ..cluster import ClusterCrew, Gathering, gathered
from ..pipeline import run
from ..pipeline.crew import Crew
from ..segmenters.interface import Segmenter
from ..segmenters.registry import load_segmenter
from .machine import machine
from .road import write_mirrored

_PHRASE = "buildings"
_MODEL = "rs2sam2-nano"

Result = dict[str, Any]


def bench_cluster(workers: Sequence[int] = (1, 2), side: int = 3072) -> Result:
    """Run a phrase in this process with one thread, and then with workers that have one thread each.

    Args:
        workers: how many, one run each.
        side: of the scene, in pixels.

    Returns:
        What JSON can hold: ``machine``, ``side``, ``tiles``, ``same`` (whether all runs gave the same bytes) and
        ``runs``, a list with ``workers`` (0: this process), ``seconds`` (from the scene to the finished file, network
        loaded), ``megapixels_per_s`` and ``speed_up`` over this process.
    """
    segmenter = load_segmenter(_MODEL, device="cpu")
    with TemporaryDirectory(prefix="phrasegon-bench-") as name:
        folder = Path(name)
        scene = folder / "scene.tif"
        write_mirrored(scene, side, segmenter.spec.gsd_range)
        with _one_thread():
            runs = [_timed(scene, folder, lambda *_: segmenter, None, 0)]
            for number in workers:
                with gathered(Gathering(workers=number)) as client:
                    crew = ClusterCrew(client, _MODEL, None, "cpu", threads=1)
                    _timed(scene, folder, lambda *_: segmenter, crew, number)  # every worker loads its network
                    runs.append(_timed(scene, folder, lambda *_: segmenter, crew, number))
    first, tiles = runs[0], runs[0]["tiles"]
    for each in runs:
        del each["tiles"]
        each["speed_up"] = round(first["seconds"] / each["seconds"], 3)
        each["megapixels_per_s"] = round(side * side / 1e6 / each["seconds"], 3)
    same = len({each.pop("sha256") for each in runs}) == 1
    return {"machine": machine(), "side": side, "tiles": tiles, "same": same, "runs": runs}


def table(result: Result) -> Table:
    """The result of ``bench_cluster`` for a terminal."""
    about = result["machine"]
    shown = Table(
        title=f"{_MODEL} over {result['tiles']} tiles, one thread a process",
        caption=f"{about['processor']}, torch {about['torch']}; "
        f"{'the same bytes in every run' if result['same'] else 'NOT the same bytes in every run'}",
    )
    for heading in ("workers", "seconds", "Mpx / s", "speed-up"):
        shown.add_column(heading, justify="right")
    for each in result["runs"]:
        figures = f"{each['seconds']:.2f}", f"{each['megapixels_per_s']:.2f}", f"{each['speed_up']:.2f}"
        shown.add_row(str(each["workers"] or "none"), *figures)
    return shown


def _timed(scene: Path, folder: Path, load: Callable[..., Segmenter], crew: Crew | None, workers: int) -> Result:
    output, kept = folder / "found.fgb", folder / "p.tif"
    tiles = 0

    def note(progress: Progress) -> None:
        nonlocal tiles
        tiles = max(tiles, progress.tiles_total)

    start = time.perf_counter()
    run(Request(str(scene), (_PHRASE,), str(output), probability=str(kept)), note, load=load, crew=crew)
    seconds = time.perf_counter() - start
    digest = hashlib.sha256(output.read_bytes() + kept.read_bytes()).hexdigest()
    return {"workers": workers, "seconds": round(seconds, 3), "tiles": tiles, "sha256": digest}


@contextmanager
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)
