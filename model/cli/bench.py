"""``phrasegon bench``."""

from __future__ import annotations

from pathlib import Path

import click

from .choices import device_option, json_option, model_option, weights_option
from .console import print_table
from .json_file import check_json, write_json


@click.group()
def bench() -> None:
    """Measure speed and memory on this machine."""


@bench.command()
@click.option("--preset", "presets", multiple=True, metavar="NAME", help="Size of network; may repeat.  [default: all]")
@click.option(
    "--precision",
    "precisions",
    multiple=True,
    type=click.Choice(["float32", "bfloat16"]),
    help="Precision; may repeat.  [default: all]",
)
@click.option("--batch", type=click.IntRange(min=1), default=1, show_default=True, help="Tiles a forward pass.")
@json_option
def network(presets: tuple[str, ...], precisions: tuple[str, ...], batch: int, json_path: Path | None) -> None:
    """Time the networks beside plain matrix products of the shapes that cost them most."""
    from ..bench.network import PRECISIONS, bench_network, table
    from ..networks.rs2sam2 import PRESETS

    check_json(json_path)
    for preset in presets:
        if preset not in PRESETS:
            raise click.UsageError(f"There is no preset {preset!r}, the known ones are {', '.join(PRESETS)}.")
    result = bench_network(presets or tuple(PRESETS), precisions or tuple(PRECISIONS), batch)
    print_table(table(result))
    write_json(json_path, result)


@bench.command()
@json_option
def scene(json_path: Path | None) -> None:
    """Measure the road without a network over made-up scenes of growing size; takes minutes."""
    from ..bench.scene import bench_scene, table

    check_json(json_path)
    result = bench_scene()
    print_table(table(result))
    write_json(json_path, result)


@bench.command()
@json_option
def vectorise(json_path: Path | None) -> None:
    """Measure the polygons of made-up rasters of 10,000 and 40,000 pixels a side beside rasterio's; takes minutes."""
    from ..bench.vectorise import bench_vectorise, table

    check_json(json_path)
    result = bench_vectorise()
    print_table(table(result))
    write_json(json_path, result)


@bench.command()
@json_option
def revision(json_path: Path | None) -> None:
    """Measure how fast polygons follow the sliders of threshold and clean-up on a scene of 4,000 x 4,000 pixels."""
    from ..bench.revision import bench_revision, table

    check_json(json_path)
    result = bench_revision()
    print_table(table(result))
    write_json(json_path, result)


@bench.command()
@model_option
@weights_option
@device_option
@json_option
def road(model: str, weights: Path | None, device: str, json_path: Path | None) -> None:
    """Time a whole run over 3,072 x 3,072 pixels, from the scene to the finished file, beside its network alone."""
    from ..bench.road import bench_road, table

    check_json(json_path)
    result = bench_road(model, weights, device)
    print_table(table(result))
    write_json(json_path, result)


@bench.command()
@model_option
@weights_option
@device_option
@json_option
def pipeline(model: str, weights: Path | None, device: str, json_path: Path | None) -> None:
    """Time a run beside its bare network, and the road alone beside decoding the same file; takes minutes."""
    from ..bench.pipeline import bench_pipeline, table

    check_json(json_path)
    result = bench_pipeline(model, weights, device)
    print_table(table(result))
    write_json(json_path, result)


@bench.command()
@json_option
def cluster(json_path: Path | None) -> None:
    """Time a run in this process, with one worker and with two, one thread each; takes minutes."""
    from ..bench.cluster import bench_cluster, table

    check_json(json_path)
    result = bench_cluster()
    print_table(table(result))
    write_json(json_path, result)


@bench.command()
@click.option(
    "--model", "models", multiple=True, metavar="NAME", help="In place of the large systems; may be repeated."
)
@json_option
def phrases(models: tuple[str, ...], json_path: Path | None) -> None:
    """Time the first phrase and further ones on the same tiles.

    Without --model for RSRefSeg 2 and PSLG-SAM in full size with random weights, which takes minutes and 8 GB.
    """
    from ..bench.at_random import SYSTEMS
    from ..bench.phrases import bench_phrases, table

    check_json(json_path)
    result = bench_phrases(models or tuple(SYSTEMS))
    print_table(table(result))
    write_json(json_path, result)
