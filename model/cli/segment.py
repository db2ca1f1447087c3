"""``phrasegon segment``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click

from ...protocol import Request
from .choices import cluster_options, device_option, features_option, model_option, search_options, weights_option
from .console import progress_bar, remark, summary
from .crew import crew_for
from .status import PARTLY


@click.command()
@click.argument("scene")
@click.argument("phrases", metavar="PHRASE [PHRASE ...]", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="File for the polygons: .gpkg (one layer a phrase), .shp, .geojson, .fgb or .parquet.",
)
@model_option
@weights_option
@device_option
@click.option("--aoi", metavar="VECTOR", help="Vector file whose polygons limit the run.")
@click.option(
    "--bounds", type=float, nargs=4, metavar="X0 Y0 X1 Y1", help="Corners, in the scene's CRS, that limit the run."
)
@search_options
@click.option(
    "--probability",
    metavar="OUT.tif",
    help="Keep the probability, 0..254 and 255 for no data; several phrases: one numbered file each.",
)
@click.option(
    "--resume/--restart",
    default=None,
    help="Go on with a run that was broken off, or begin anew; until it ends it lies in OUT.run beside the output.",
)
@features_option
@cluster_options
def segment(
    scene: str,
    phrases: tuple[str, ...],
    output: str,
    weights: Path | None,
    resume: bool | None,
    workers: int | None,
    scheduler: str | None,
    **chosen: Any,
) -> int:
    """Find what each PHRASE speaks of in the raster SCENE and write it as polygons.

    A run that was broken off, even by a power cut, leaves the folder OUT.run: the same command with --resume goes on
    with it. Tiles that cannot be read are listed in a layer failed_tiles, and the exit status is 3.
    """
    from ..pipeline import run
    from ..pipeline.unfinished import prepare_journal

    journal = prepare_journal(Path(output), resume=resume)
    request = Request(
        scene, phrases, output, weights=None if weights is None else str(weights), journal=str(journal), **chosen
    )
    with crew_for(request, workers, scheduler) as crew, progress_bar() as progress, told_if_broken_off(journal):
        result = run(request, progress, crew=crew)
    for note in result.notes:
        remark(note.text)
    if result.failed_tiles:
        remark(f"their extents are in the layer failed_tiles of {result.failed_output}")
    summary(f"{result.polygons} polygon{'' if result.polygons == 1 else 's'} in {result.output}")
    return PARTLY if result.failed_tiles else 0


@contextmanager
def told_if_broken_off(journal: Path) -> Iterator[None]:
    """Where a run ends early and something is finished, say how to go on with it."""
    with ExitStack() as stack:
        stack.callback(_tell_how_to_go_on, journal)
        yield
        stack.pop_all()


def _tell_how_to_go_on(journal: Path) -> None:
    from ..pipeline.unfinished import tiles_finished

    done = tiles_finished(journal)
    if done:
        remark(f"{done} tiles are finished: the same command with --resume goes on from there")
