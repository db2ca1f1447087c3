"""The network over a scene, into one probability raster a phrase."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..scene.mosaic import PROBABILITY_NODATA, ProbabilityMosaic
from ..scene.presence import TilePresence
from ..scene.raster import Scene
from ..scene.tiles import TilePlan
from .batches import Answer
from .clock import Clock, Report
from .journal import Journal

_WAITING = 3
"""So many answers may wait to be blended before the network has to wait for them."""

Compute = Callable[[int], Generator[Answer, None, None]]
"""Gives the answers from a tile of the plan on, in the plan's order."""
Show = Callable[[Answer], None]


@dataclass(frozen=True)
class Mapping:
    """How the probability of a scene is found.

    Attributes:
        plan: its tiles.
        compute: gives the answers.
        journal: keeps what is finished until the run has ended; None: nothing is kept.
        show: gets every finished batch; None: nobody looks on.
        report: called with every step.
    """

    plan: TilePlan
    compute: Compute
    journal: Journal | None
    show: Show | None
    report: Report


@dataclass(frozen=True)
class Mapped:
    """What came of it.

    Attributes:
        seconds: that the tiles took which had not been computed before.
        answered: how many tiles the network has answered, those of the journal included.
        failed: numbers of the tiles that could not be read.
    """

    seconds: float
    answered: int
    failed: tuple[int, ...]


def map_probability(scene: Scene, rasters: Sequence[Path], how: Mapping) -> Mapped:
    """Run the network over the scene; what the journal holds is not computed again.

    While the network works, one thread reads what comes next and another one blends and writes what came before.

    Args:
        scene: open.
        rasters: where each phrase's probability goes.
        how: see there.
    """
    place = scene.width, scene.height, scene.transform, scene.crs, how.plan.tile, how.plan.overlap
    presence = np.full((len(rasters), len(how.plan)), PROBABILITY_NODATA, np.uint8)
    answered = 0
    failed: list[int] = []
    with ExitStack() as stack:
        mosaics = [stack.enter_context(ProbabilityMosaic(raster, *place)) for raster in rasters]

        def blend(answer: Answer) -> None:
            nonlocal answered
            answered += len(answer.numbers)
            failed.extend(answer.failed)
            presence[:, list(answer.numbers)] = answer.presence
            for mosaic, values in zip(mosaics, answer.values, strict=True):
                for number, tile in zip(answer.numbers, values, strict=True):
                    mosaic.add(how.plan[number], tile)
            if how.show:
                how.show(answer)

        def keep_and_blend(answer: Answer) -> int:
            if how.journal:
                how.journal.keep(answer)
            blend(answer)
            return answer.done

        first = 0
        for answer in how.journal.answers() if how.journal else ():
            blend(answer)
            first = answer.done
        clock = Clock(first, len(how.plan), how.report)
        answers = stack.enter_context(closing(how.compute(first)))
        for done in stack.enter_context(closing(_aside(keep_and_blend, answers, first))):
            clock.tick(done)
        clock.tick(len(how.plan))
        for mosaic, values in zip(mosaics, presence, strict=True):
            mosaic.tell(TilePresence(how.plan.tile, how.plan.overlap, values).tags())
    return Mapped(clock.seconds, answered, tuple(failed))


def _aside(
    work: Callable[[Answer], int], answers: Generator[Answer, None, None], done: int
) -> Generator[int, None, None]:
    """The work's last result after every answer; a thread does it in their order while the next ones are made."""
    waiting: deque[Future[int]] = deque()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="blend") as blender:
        for answer in answers:
            waiting.append(blender.submit(work, answer))
            while waiting and (waiting[0].done() or len(waiting) > _WAITING):
                done = waiting.popleft().result()
            yield done
        while waiting:
            yield waiting.popleft().result()
