"""Requests, with the network of the last one kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...protocol import Answer, Preparation, Prepared, Progress, Request, Result
from ..pipeline import how_prepared, load_requested, prepare, run
from ..segmenters.interface import Segmenter
from ..segmenters.memory import give_back_freed_memory
from ..segmenters.registry import choose_device, describe_model
from ..weights.store import locate
from .loaded import LastLoaded


class Segmenting:
    """Carries out requests; the network of the last one stays loaded until one asks for another."""

    def __init__(self) -> None:
        self._last: LastLoaded[Segmenter] = LastLoaded()

    def run(self, request: Request, report: Callable[[Answer], None]) -> Result:
        """Answer a request.

        Raises:
            PhrasegonError: something in it is wrong.
        """
        try:
            return run(request, report, preview=report, load=self._load)
        finally:
            give_back_freed_memory()

    def prepare(self, preparation: Preparation, report: Callable[[Answer], None]) -> Prepared:
        """Prepare a scene, or tell how much of it is prepared.

        Raises:
            PhrasegonError: something in it is wrong.
        """
        if preparation.only_look:
            weights = None if preparation.weights is None else Path(preparation.weights)
            spec = describe_model(preparation.model, weights=weights, device=preparation.device)
            return how_prepared(preparation, spec)
        try:
            return prepare(preparation, report, lambda progress: self._load(preparation, progress))
        finally:
            give_back_freed_memory()

    def _load(self, request: Request | Preparation, report: Callable[[Progress], None]) -> Segmenter:
        weights = None if request.weights is None else Path(request.weights)
        checkpoint = locate(request.model, weights=weights)
        about = checkpoint.identity, str(checkpoint.tokenizer), choose_device(request.device).type
        least_score = request.least_score if isinstance(request, Request) else None
        key = (request.model, *about, str(request.kept_features), str(least_score))
        return self._last.get(key, lambda: load_requested(request, report))
