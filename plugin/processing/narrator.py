"""Tells Processing how far the engine has come."""

from __future__ import annotations

import time

from qgis.core import QgsProcessingFeedback

from ...protocol import Answer, Progress
from ..translation import tr

PAUSE_S = 5.0
"""Processing keeps every text in its log, so tiles are not told of more often."""
NETWORK_PERCENT = 90
"""Of the bar; what comes after the network takes the rest."""


class Narrator:
    """Called with the engine's messages while it works.

    Args:
        feedback: of the algorithm's run.
    """

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._stage = ""
        self._told_at = 0.0

    def __call__(self, answer: Answer) -> None:
        """Pass on what a message says; anything but ``Progress`` says nothing here."""
        if not isinstance(answer, Progress):
            return
        self._feedback.setProgress(_percent(answer))
        now = time.monotonic()
        counted = answer.stage == "segmenting" and answer.tiles_total > 0
        if answer.stage != self._stage or (counted and now - self._told_at >= PAUSE_S):
            self._stage, self._told_at = answer.stage, now
            self._feedback.setProgressText(_text(answer))


def _percent(progress: Progress) -> float:
    if progress.stage == "loading":
        return 0.0
    if progress.stage == "segmenting":
        return NETWORK_PERCENT * progress.tiles_done / max(progress.tiles_total, 1)
    return float(NETWORK_PERCENT)


def _text(progress: Progress) -> str:
    if progress.stage == "segmenting":
        return _tiles(progress)
    return {
        "loading": tr("Loading the model …"),
        "vectorising": tr("Turning the probability into polygons …"),
        "writing": tr("Writing the polygons …"),
    }.get(progress.stage, "")


def _tiles(progress: Progress) -> str:
    if not progress.tiles_total:
        return tr("Looking at the raster …")
    tiles = tr("{} of {} tiles").format(progress.tiles_done, progress.tiles_total)
    if progress.eta_s is None:
        return tiles
    minutes, seconds = divmod(round(progress.eta_s), 60)
    hours, minutes = divmod(minutes, 60)
    return tr("{}, {} to go").format(tiles, f"{hours}:{minutes:02d}:{seconds:02d}")
