"""Blocks of tiles sent to workers, and their answers in the plan's order."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from dataclasses import dataclass

from distributed import Client, Future, KilledWorker

from ...protocol.version import version
from ..errors import ModelError
from ..pipeline.batches import BATCHES_A_BLOCK, Answer
from ..pipeline.crew import Errand
from ..pipeline.mapping import Compute
from ..segmenters.interface import Segmenter
from .worker import Job, answer_block

_BLOCKS_A_WORKER = 2
"""So many blocks a worker are under way, so that it has the next one when one is done, and answers do not pile up."""


@dataclass(frozen=True)
class ClusterCrew:
    """Workers of a Dask cluster compute the answers; a block of a worker that is lost goes to another one.

    Attributes:
        client: of the cluster.
        model: name in the catalogue.
        weights: weight file to use in place of the installed one, under a name that workers know too.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``, as each worker has it.
        threads: of the processor, for each worker's network; None: as it has been set up.
    """

    client: Client
    model: str
    weights: str | None
    device: str
    threads: int | None

    def compute(self, segmenter: Segmenter, errand: Errand) -> Compute:
        """What gives the answers of an errand."""
        sha256 = segmenter.spec.weights_sha256
        job = Job(errand.search, self.model, self.weights, self.device, sha256, errand.size, self.threads, version())
        return lambda first: self._answers(job, errand, first)

    def _answers(self, job: Job, errand: Errand, first: int) -> Generator[Answer, None, None]:
        blocks = _blocks(first, len(errand.plan), errand.size * BATCHES_A_BLOCK)
        under_way: deque[Future[list[Answer]]] = deque()
        try:
            while True:
                for block in blocks:
                    under_way.append(self.client.submit(answer_block, job, *block, pure=False))
                    if len(under_way) >= self._most():
                        break
                if not under_way:
                    errand.watch()
                    return
                errand.watch()
                yield from _result(under_way.popleft())
        finally:
            self.client.cancel(list(under_way))

    def _most(self) -> int:
        return _BLOCKS_A_WORKER * max(1, len(self.client.scheduler_info(n_workers=-1)["workers"]))


def _blocks(first: int, end: int, block: int) -> Generator[tuple[int, int], None, None]:
    while first < end:
        stop = min(end, (first // block + 1) * block)
        yield first, stop
        first = stop


def _result(future: Future[list[Answer]]) -> list[Answer]:
    try:
        answers: list[Answer] = future.result()
    except KilledWorker as error:
        raise ModelError(
            "Worker after worker has died of the same tiles: give workers more memory, or choose a smaller model."
        ) from error
    return answers
