"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])

model_option = click.option(
    "--model", default="rs2sam2-nano", show_default=True, metavar="NAME", help="A name of `phrasegon models`."
)
weights_option = click.option(
    "--weights",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Weight file (.safetensors) to use in place of the installed one.",
)
device_option = click.option(
    "--device",
    type=click.Choice(["auto", "cpu", "cuda", "mps"]),
    default="auto",
    show_default=True,
    help="Where the network runs; auto takes the fastest there is.",
)
json_option = click.option(
    "--json", "json_path", type=click.Path(path_type=Path), metavar="OUT", help="File to write the numbers to."
)
_CLUSTER = (
    click.option(
        "--workers", type=click.IntRange(min=1), metavar="N", help="Share the work among N processes of this machine."
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Share the work among the workers of a Dask cluster, such as tcp://10.0.0.1:8786.",
    ),
)
_SEARCH = (
    click.option(
        "--gsd",
        type=float,
        metavar="METRES",
        help="Metres a pixel to work at.  [default: the scene's own, kept within what the model has learnt]",
    ),
    click.option(
        "--threshold",
        type=float,
        default=0.5,
        show_default=True,
        metavar="P",
        help="Probability from which a pixel counts as found.",
    ),
    click.option(
        "--overlap",
        type=float,
        default=0.25,
        show_default=True,
        metavar="PART",
        help="Part of a tile's side that it shares with its neighbour.",
    ),
    click.option("--min-area", type=float, default=0.0, metavar="M2", help="Drop polygons smaller than this."),
    click.option("--fill-holes", type=float, default=0.0, metavar="M2", help="Fill holes smaller than this."),
    click.option("--simplify", type=float, default=0.0, metavar="M", help="Let edges move this far to save vertices."),
    click.option("--separate", is_flag=True, help="Cut apart what touches, as houses in a row."),
    click.option("--orthogonalise", is_flag=True, help="Square the corners, as of buildings."),
    click.option(
        "--least-score",
        type=float,
        metavar="P",
        help="For a model that finds boxes: take all of at least this score.  [default: the best one of each tile]",
    ),
    click.option(
        "--presence/--no-presence",
        default=True,
        help="Leave out tiles that hardly hold the object, where the model is calibrated to tell.  [default: presence]",
    ),
)


features_option = click.option(
    "--features",
    "kept_features",
    type=click.FloatRange(min=0),
    default=5.0,
    show_default=True,
    metavar="GB",
    callback=lambda _, __, gigabytes: round(gigabytes * 1e9),
    help="Disk for what a model can reuse for further phrases on the same scene; 0 keeps nothing.",
)


def cluster_options(command: _Command) -> _Command:
    """Give a command the options that say who computes."""
    for option in reversed(_CLUSTER):
        command = option(command)
    return command


def search_options(command: _Command) -> _Command:
    """Give a command the options that say how a scene is searched and how polygons are tidied."""
    for option in reversed(_SEARCH):
        command = option(command)
    return command
