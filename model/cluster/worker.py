"""What a worker does: answer one block of tiles, with the network and the scene that it holds ready."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

import torch

from ...protocol.version import version
from ..errors import ModelError, PhrasegonError, WeightsError
from ..pipeline.area import open_area, plan_of
from ..pipeline.batches import Answer, Tiler
from ..pipeline.network import Network
from ..pipeline.options import Search
from ..scene.raster import Scene
from ..segmenters.interface import Segmenter
from ..segmenters.registry import load_segmenter

_SCENES = 2
"""So many scenes stay open, each with the words that are looked for in it."""


@dataclass(frozen=True)
class Job:
    """All that a worker has to know of a run; small, for it travels with every block.

    Attributes:
        search: what is looked for, and where; the worker must find the scene under the same name.
        model: name in the catalogue.
        weights: weight file to use in place of the installed one.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``, as the worker has it.
        weights_sha256: hash that its weights must have.
        size: most tiles of a batch.
        threads: of the processor, for the network; None: as the worker has been set up.
        version: of Phrasegon, which must be the worker's too.
    """

    search: Search
    model: str
    weights: str | None
    device: str
    weights_sha256: str
    size: int
    threads: int | None
    version: str


def answer_block(job: Job, first: int, end: int) -> list[Answer]:
    """Answers for the tiles from ``first`` to before ``end``.

    Raises:
        PhrasegonError: the scene, the model or its weights are not here, or are others than those of the run.
    """
    try:
        with _BENCH.lock:
            return _BENCH.answers(job, first, end)
    except PhrasegonError as error:
        told = type(error)(str(error))
    raise told  # outside of the block: a cause that comes from GDAL could not travel


class _Workbench:
    """What a worker's process holds ready from one block to the next; one block at a time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._loaded: tuple[tuple[str, str | None, str, float | None], Segmenter] | None = None
        self._open: OrderedDict[Search, tuple[Scene, Network]] = OrderedDict()

    def answers(self, job: Job, first: int, end: int) -> list[Answer]:
        if job.threads is not None and job.threads != torch.get_num_threads():
            torch.set_num_threads(job.threads)
        segmenter = self._segmenter(job)
        scene, network = self._scene(job.search, segmenter)
        plan = plan_of(scene, segmenter.spec, job.search.options)
        return list(network.answers(Tiler(scene, plan, job.size, _unwatched), first, end))

    def _segmenter(self, job: Job) -> Segmenter:
        if job.version != version():
            raise ModelError(
                f"A worker has Phrasegon {version()} and this is {job.version}: install the same one everywhere."
            )
        least_score = job.search.options.least_score
        key = (job.model, job.weights, job.device, least_score)
        if self._loaded is None or self._loaded[0] != key:
            self._forget()
            weights = None if job.weights is None else Path(job.weights)
            self._loaded = key, load_segmenter(job.model, weights=weights, device=job.device, least_score=least_score)
        segmenter = self._loaded[1]
        if segmenter.spec.weights_sha256 != job.weights_sha256:
            raise WeightsError(f"A worker has other weights of {job.model} than this machine: give it the same file.")
        return segmenter

    def _scene(self, search: Search, segmenter: Segmenter) -> tuple[Scene, Network]:
        if search not in self._open:
            scene = open_area(search.scene, search.options, segmenter.spec.gsd_range)
            self._open[search] = scene, Network(segmenter, search.phrases, gated=search.options.presence)
            if len(self._open) > _SCENES:
                self._open.popitem(last=False)[1][0].close()
        self._open.move_to_end(search)
        return self._open[search]

    def _forget(self) -> None:
        self._loaded = None
        while self._open:
            self._open.popitem()[1][0].close()


_BENCH = _Workbench()


def _unwatched() -> None:
    """Whoever sent the block watches the scene."""
