"""A request carried out: from its scene to its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

from ...protocol import Preparation, Preview, Progress, Request, Result
from ..scene.export import layers_of
from ..scene.polygons import clean
from ..segmenters.interface import Segmenter
from ..segmenters.registry import load_segmenter
from .beside import Beside
from .clock import Report
from .crew import Alone, Crew
from .failed import write_with_failed
from .journal import clear as clear_journal
from .notes import collected_notes
from .options import Options, Search, checked_phrases
from .preparing import keeping
from .road import check_scene, say_nothing, walk
from .staging import kept_paths, refuse_overwriting, rehearse, staged_rasters

Loader = Callable[[Request, Report], Segmenter]
"""Makes the segmenter that a request asks for; reports the stage ``loading`` if that takes its time."""


def run(
    request: Request,
    progress: Report | None = None,
    *,
    preview: Callable[[Preview], None] | None = None,
    load: Loader | None = None,
    crew: Crew | None = None,
) -> Result:
    """Carry out a request: segment, and write the polygons to its output, one layer a phrase where there are layers.

    Args:
        request: what to do.
        progress: called with every step.
        preview: called with the polygons of finished tiles, if the request names a folder for them.
        load: has the segmenter at hand, perhaps; None: it is loaded anew.
        crew: computes the answers; None: this process does.

    Raises:
        PhrasegonError: something in the request is wrong; nothing is left behind but its journal.
    """
    output, report = Path(request.output), progress or say_nothing
    phrases = checked_phrases(request.phrases)
    options = Options(**{field.name: getattr(request, field.name) for field in fields(Options)})
    refuse_overwriting(output, request.scene, *([] if options.aoi is None else [options.aoi]))
    crs = check_scene(request.scene, options)
    rehearse(output, {phrase: clean([], [], phrase=phrase, model=request.model, crs=crs) for phrase in phrases})
    with collected_notes() as notes, staged_rasters(request.scene, phrases, options.probability) as staged:
        segmenter = (load or load_requested)(request, report)
        beside = Beside(request.journal, request.preview, preview)
        search = Search(request.scene, phrases, options)
        polygons, facts = walk(segmenter, search, staged, report, beside, crew or Alone())
        report(Progress("writing"))
        by_phrase = {phrase: polygons[polygons["phrase"] == phrase] for phrase in phrases}
        failed_output = write_with_failed(by_phrase, facts.failed, output)
    if request.journal is not None:
        clear_journal(Path(request.journal))
    kept = () if options.probability is None else kept_paths(Path(options.probability), phrases)
    return Result(
        output=str(output),
        polygons=len(polygons),
        probability=tuple(map(str, kept)),
        notes=tuple(notes),
        counts=tuple(len(found) for found in by_phrase.values()),
        layers=layers_of(output, phrases),
        weights_sha256=segmenter.spec.weights_sha256,
        device=segmenter.spec.device,
        gsd=facts.gsd,
        tiles=facts.tiles,
        seconds=facts.seconds,
        failed_tiles=len(facts.failed),
        failed_output=failed_output,
    )


def load_requested(request: Request | Preparation, report: Report) -> Segmenter:
    """Load the segmenter that a request asks for; its features are kept where that is wanted and of use.

    Raises:
        PhrasegonError: there is no such model, its files are missing or damaged, or there is no such device.
    """
    report(Progress("loading"))
    weights = None if request.weights is None else Path(request.weights)
    least_score = request.least_score if isinstance(request, Request) else None
    segmenter = load_segmenter(request.model, weights=weights, device=request.device, least_score=least_score)
    return keeping(segmenter, request.kept_features)
