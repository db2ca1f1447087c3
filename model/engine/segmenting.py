"""Requests, with the network of the last one kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...protocol import Answer, Progress, Request, Result
from ..pipeline import load_requested, run
from ..segmenters.interface import Segmenter
from ..segmenters.memory import give_back_freed_memory
from ..segmenters.registry import choose_device
from ..weights.store import locate


class Segmenting:
    """Carries out requests; the network of the last one stays loaded until one asks for another."""

    def __init__(self) -> None:
        self._key: tuple[str, ...] = ()
        self._segmenter: Segmenter | None = None

    def run(self, request: Request, report: Callable[[Answer], None]) -> Result:
        """Answer a request.

        Raises:
            PhrasegonError: something in it is wrong.
        """
        try:
            return run(request, report, preview=report, load=self._load)
        finally:
            give_back_freed_memory()

    def _load(self, request: Request, report: Callable[[Progress], None]) -> Segmenter:
        weights = None if request.weights is None else Path(request.weights)
        checkpoint = locate(request.model, weights=weights)
        key = (request.model, checkpoint.sha256, str(checkpoint.tokenizer), choose_device(request.device).type)
        if self._segmenter is None or key != self._key:
            self._segmenter = None  # its memory is free before the next one needs it
            self._segmenter = load_requested(request, report)
            self._key = key
        return self._segmenter
