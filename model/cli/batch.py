"""``phrasegon batch``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ...protocol import Progress, Request
from .choices import cluster_options, device_option, model_option, search_options, weights_option
from .console import progress_bars, remark, summary
from .crew import crew_for
from .status import BAD_INPUT, PARTLY

if TYPE_CHECKING:
    from ..batch import Outcome, Source


@click.command(
    epilog="Exit status: 0, or 3 if some scenes or tiles failed, or 2 if every scene did or something given is wrong."
)
@click.argument("scenes", metavar="SCENE [SCENE ...]", nargs=-1, required=True)
@click.option(
    "--phrases",
    required=True,
    metavar="FILE",
    help="Text file in UTF-8 with one phrase a line, lines that begin with # aside; - is standard input.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FOLDER", help="For results.")
@model_option
@weights_option
@device_option
@search_options
@click.option("--keep-probability", is_flag=True, help="Keep the probability rasters too.")
@cluster_options
def batch(
    scenes: tuple[str, ...],
    phrases: str,
    output: Path,
    weights: Path | None,
    keep_probability: bool,
    workers: int | None,
    scheduler: str | None,
    **chosen: Any,
) -> int:
    """Find what each phrase of a file speaks of in many scenes.

    FOLDER gets one GeoParquet table in WGS 84, partitioned by scene, and a STAC item for each scene. The same command
    again goes on where it was broken off; scenes that are finished are left as they are, and others may join them. A
    scene that cannot be used is told of, and the others go on.
    """
    from ..batch import Batch, read_phrases

    wanted = read_phrases(phrases)
    request = Request("", wanted, "", weights=None if weights is None else str(weights), **chosen)
    whole = Batch(request, scenes, output, keep_probability=keep_probability)
    outcomes: list[Outcome] = []

    def tell(outcome: Outcome) -> None:
        outcomes.append(outcome)
        if outcome.failure:
            remark(f"{outcome.source.name}: {' '.join(outcome.failure.split())}")

    with crew_for(request, workers, scheduler) as crew, progress_bars(len(whole.unfinished)) as show:

        def report(source: Source, progress: Progress) -> None:
            show(len(outcomes), source.name, progress)

        whole.run(report, tell, crew)
    _remark_notes(outcomes)
    _sum_up(outcomes, output, before=len(whole.sources) - len(whole.unfinished))
    return _status(outcomes, len(whole.sources))


def _remark_notes(outcomes: Sequence[Outcome]) -> None:
    """Each note once, however many scenes it is about."""
    about = defaultdict(list)
    for outcome in outcomes:
        for note in outcome.result.notes if outcome.result else ():
            about[note.text].append(outcome.source.name)
    for text, names in about.items():
        remark(f"{names[0] if len(names) == 1 else f'{len(names)} scenes'}: {text}")


def _sum_up(outcomes: Sequence[Outcome], output: Path, before: int) -> None:
    done = [outcome.result for outcome in outcomes if outcome.result]
    polygons = sum(result.polygons for result in done)
    scenes = f"{len(done)} scene{'' if len(done) == 1 else 's'}"
    earlier = f"; {before} finished before" if before else ""
    summary(f"{polygons} polygon{'' if polygons == 1 else 's'} of {scenes} in {output}{earlier}")


def _status(outcomes: Sequence[Outcome], scenes: int) -> int:
    failed = sum(outcome.result is None for outcome in outcomes)
    if failed == scenes:
        return BAD_INPUT
    return PARTLY if failed or any(outcome.result.failed_tiles for outcome in outcomes if outcome.result) else 0
