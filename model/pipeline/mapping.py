"""The network over a scene, into one probability raster a phrase."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..scene.mosaic import ProbabilityMosaic
from ..scene.raster import Scene
from ..scene.tiles import TilePlan
from ..segmenters.interface import ImageState, PhraseState, Segmenter
from .batches import Answer, one_ahead, read_batches
from .clock import Clock, Report
from .journal import DamagedJournal, Journal

_BATCH_PIXELS = 1024 * 1024
"""Tiles of a batch hold about as many pixels as the largest network's one tile, so memory does not grow with models."""

Show = Callable[[Answer], None]


@dataclass(frozen=True)
class Mapping:
    """How the probability of a scene is found.

    Attributes:
        plan: its tiles.
        overlap: pixels that neighbouring tiles share.
        journal: keeps what is finished until the run has ended; None: nothing is kept.
        show: gets every finished batch; None: nobody looks on.
        report: called with every step.
    """

    plan: TilePlan
    overlap: int
    journal: Journal | None
    show: Show | None
    report: Report


def map_probability(
    segmenter: Segmenter, scene: Scene, phrases: Sequence[str], rasters: Sequence[Path], how: Mapping
) -> float:
    """Run the network over the scene; what the journal holds is not computed again.

    Args:
        segmenter: the network.
        scene: open.
        phrases: what to look for.
        rasters: where each phrase's probability goes.
        how: see there.

    Returns:
        Seconds that it took.
    """
    try:
        return _map(segmenter, scene, phrases, rasters, how)
    except DamagedJournal:
        if how.journal is None:
            raise
        how.journal.begin()
    return _map(segmenter, scene, phrases, rasters, how)


def _map(segmenter: Segmenter, scene: Scene, phrases: Sequence[str], rasters: Sequence[Path], how: Mapping) -> float:
    with ExitStack() as stack:
        place = scene.width, scene.height, scene.transform, scene.crs
        mosaics = [
            stack.enter_context(ProbabilityMosaic(raster, *place, segmenter.spec.tile, how.overlap))
            for raster in rasters
        ]
        if how.journal:
            for phrase, mosaic in enumerate(mosaics):
                mosaic.resume(how.journal.rows(phrase), partial(how.journal.keep_rows, phrase))
        done = 0
        for answer in how.journal.answers() if how.journal else ():
            _blend(answer, mosaics, how)
            done = answer.done
        clock = Clock(done, len(how.plan), how.report)
        answers = stack.enter_context(closing(_computed(segmenter, scene, phrases, how.plan, done)))
        for answer in answers:
            if how.journal:
                how.journal.keep(answer)
            _blend(answer, mosaics, how)
            if how.journal:
                how.journal.forget(min(mosaic.top for mosaic in mosaics))
            clock.tick(answer.done)
        clock.tick(len(how.plan))
        return clock.seconds


def _computed(
    segmenter: Segmenter, scene: Scene, phrases: Sequence[str], plan: TilePlan, first: int
) -> Generator[Answer, None, None]:
    states = [segmenter.encode_phrase(phrase) for phrase in phrases]
    batches = read_batches(scene, plan, max(1, _BATCH_PIXELS // segmenter.spec.tile**2), first)
    with closing(one_ahead(batches)) as ahead:
        for batch in ahead:
            image = segmenter.encode_image(batch.tiles)
            found = [_probability(segmenter, image, state) for state in states]
            yield Answer(batch.numbers, np.stack(found), batch.valid, batch.done)


def _probability(segmenter: Segmenter, image: ImageState, phrase: PhraseState) -> NDArray[np.float32]:
    """Probability that a pixel belongs to what the phrase speaks of, float32 (B, tile, tile)."""
    answer = segmenter.decode(image, phrase)
    # Every network marks something even where nothing is: what it finds counts as far as the object is there at all.
    probability = answer.probability * answer.presence[:, None, None]
    return probability.detach().cpu().numpy().astype(np.float32, copy=False)


def _blend(answer: Answer, mosaics: Sequence[ProbabilityMosaic], how: Mapping) -> None:
    for mosaic, probability in zip(mosaics, answer.probability, strict=True):
        for number, tile, valid in zip(answer.numbers, probability, answer.valid, strict=True):
            mosaic.add(how.plan[number], tile, valid)
    if how.show:
        how.show(answer)
