"""A batch carried out, scene by scene."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from ...protocol import Progress, Request, Result
from ..errors import ModelError, OptionError, PhrasegonError, WeightsError
from ..pipeline import Options, load_requested, run
from ..pipeline.crew import Crew
from ..pipeline.journal import clear
from ..scene.aside import folder_aside
from ..segmenters.interface import Segmenter
from ..weights.store import locate
from . import stac
from .partition import write_partition
from .placing import footprint_of, taken_at
from .results import Results, explained
from .sources import Source, named, stamp_of
from .together import together

Loader = Callable[[Request, Callable[[Progress], None]], Segmenter]

_SEARCH = ("gsd", "threshold", "overlap", "presence", "least_score")
_CLEANUP = ("min_area", "fill_holes", "simplify", "separate", "orthogonalise")
_CHOICES = (*_SEARCH, *_CLEANUP)
"""Fields of a request that change what is found."""


@dataclass(frozen=True)
class Outcome:
    """What has become of a scene.

    Attributes:
        source: the scene.
        result: of its run; None where it failed.
        failure: why it failed, in one sentence; empty where it did not.
    """

    source: Source
    result: Result | None
    failure: str = ""


class Batch:
    """Many scenes, the same wishes for each, and the folder that takes the results.

    Args:
        request: the wishes; scene, output, probability and journal are filled in for each scene.
        scenes: paths of rasters, or other names GDAL opens; the same file given twice counts once.
        folder: for the results. Those of an earlier batch that differs in nothing but its scenes are added to.
        keep_probability: keep the probability rasters too.

    Attributes:
        sources: the scenes, each once.
        unfinished: those of them whose results are not there yet.

    Raises:
        PhrasegonError: something given is wrong; nothing has been written.
    """

    def __init__(self, request: Request, scenes: Sequence[str], folder: Path, *, keep_probability: bool) -> None:
        Options(**{field.name: getattr(request, field.name) for field in fields(Options)})
        self._request, self._keep = request, keep_probability
        self._results = Results(folder, self._parameters())
        self.sources = named(scenes, self._results.known)
        self.unfinished = tuple(source for source in self.sources if not self._results.has(source))

    def run(
        self,
        report: Callable[[Source, Progress], None],
        tell: Callable[[Outcome], None],
        crew: Crew | None = None,
    ) -> None:
        """Go through the scenes that are unfinished. One that cannot be used is told of, and the others go on.

        Args:
            report: called with every step of the run on a scene.
            tell: called with what has become of each scene, when it has.
            crew: computes the answers, of two scenes at a time, so that it has work while polygons of the one are
                made; None: this process does it all.

        Raises:
            ModelError, WeightsError: the network cannot be used, for no scene; what is finished is kept.
            OutputError: the folder cannot be written to.
        """
        work = partial(self._outcome, load=_loading_once(), crew=crew)
        with self._results.being_written():
            if crew is None:
                for source in self.unfinished:
                    tell(work(source, partial(report, source)))
            else:
                with closing(together(work, self.unfinished, report)) as outcomes:
                    for outcome in outcomes:
                        tell(outcome)

    def _outcome(
        self, source: Source, report: Callable[[Progress], None], *, load: Loader, crew: Crew | None
    ) -> Outcome:
        try:
            return Outcome(source, self._run(source, report, load, crew))
        except (ModelError, WeightsError):  # every other scene would end in the same way
            raise
        except PhrasegonError as error:
            return Outcome(source, None, str(error))

    def _run(self, source: Source, report: Callable[[Progress], None], load: Loader, crew: Crew | None) -> Result:
        """Everything about one scene."""
        stamp, footprint, taken = stamp_of(source.path), footprint_of(source.path), taken_at(source.path)
        with ExitStack() as stack:
            with explained(self._results.path):
                staging = stack.enter_context(folder_aside(self._results.path))
            request = replace(
                self._request,
                scene=source.path,
                output=str(staging / "found.parquet"),
                probability=str(staging / "probability.tif") if self._keep else None,
                journal=str(self._results.journal_of(source)),
            )
            result = _resumed_or_anew(request, report, load, crew)
            report(Progress("writing"))
            staged = _staged(result, staging / "polygons.parquet")
            write_partition(Path(result.output), staged[stac.POLYGONS], source.name, request.phrases)
            item = stac.item_of(source, request, result, footprint, taken)
            stac.add_scene(item, self._results.path, source.path, stamp)
            self._results.put(source, staged, item)
        return result

    def _parameters(self) -> dict[str, Any]:
        """All that results depend on besides the scene, as JSON has it."""
        weights = None if self._request.weights is None else Path(self._request.weights)
        return {
            "phrases": list(self._request.phrases),
            "model": self._request.model,
            "weights_sha256": locate(self._request.model, weights=weights).sha256,
            **{choice: getattr(self._request, choice) for choice in _CHOICES},
            "keep_probability": self._keep,
        }


def _loading_once() -> Loader:
    """What loads the network when the first scene needs it, and has it at hand for all others."""
    loaded: list[Segmenter] = []
    one_at_a_time = Lock()

    def load(request: Request, report: Callable[[Progress], None]) -> Segmenter:
        with one_at_a_time:
            if not loaded:
                loaded.append(load_requested(request, report))
        return loaded[0]

    return load


def _resumed_or_anew(request: Request, report: Callable[[Progress], None], load: Loader, crew: Crew | None) -> Result:
    try:
        return run(request, report, load=load, crew=crew)
    except OptionError:
        journal = Path(request.journal or "")
        if not journal.is_dir():
            raise
    # The scene, the device or Phrasegon is another than when this was begun: it is of no use any more.
    clear(journal)
    return run(request, report, load=load, crew=crew)


def _staged(result: Result, polygons: Path) -> dict[str, Path]:
    """The files that a scene ends with, by asset; the polygons are yet to be written."""
    staged = {stac.POLYGONS: polygons}
    if result.failed_output:
        staged[stac.FAILED_TILES] = Path(result.failed_output)
    for number, probability in enumerate(result.probability, start=1):
        staged[f"{stac.PROBABILITY}{number}"] = Path(probability)
    return staged
