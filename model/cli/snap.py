"""``phrasegon snap``."""

from __future__ import annotations

from typing import Any

import click

from ...protocol import Snap
from .choices import device_option
from .console import progress_bar, remark, summary
from .status import PARTLY


@click.command()
@click.argument("scene")
@click.argument("vector")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="File for the polygons: .gpkg (all layers of VECTOR), .shp, .geojson, .fgb or .parquet.",
)
@click.option(
    "--model",
    default=Snap.model,
    show_default=True,
    metavar="NAME",
    help="A SAM 2.1 of `phrasegon models`; larger ones see more and take longer.",
)
@device_option
@click.option(
    "--point/--no-point",
    default=True,
    help="Give the network a point on the object besides its box, where one can be trusted.  [default: point]",
)
@click.option(
    "--boundary", is_flag=True, help="Move outlines to edges of the picture afterwards; helps loose ones only."
)
@click.option(
    "--bounds",
    type=float,
    nargs=4,
    metavar="X0 Y0 X1 Y1",
    help="Corners, in the scene's CRS; polygons outside of them stay as they are.",
)
@click.option("--gsd", type=float, metavar="METRES", help="Metres a pixel to look at.  [default: the scene's own]")
def snap(scene: str, vector: str, output: str, **chosen: Any) -> int:
    """Let the rough polygons of the file VECTOR snap to the objects that they show in the raster SCENE.

    No phrase is needed: each polygon's box shows the network where to look. All columns are kept as they were, areas
    too; snapped says whether a polygon has a new outline, and snap_score, 0 to 1, how far to trust it. A polygon that
    the scene does not show, or in which nothing is seen, stays as it was.
    """
    from ..pipeline.snap_request import run_snap

    with progress_bar() as progress:
        result = run_snap(Snap(scene, vector, output, **chosen), progress)
    for note in result.notes:
        remark(note.text)
    summary(f"{result.snapped} of {result.polygons} polygons snapped in {result.output}")
    return PARTLY if result.failed_tiles else 0
