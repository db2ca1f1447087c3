"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

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
