"""A training run's averaged weights to the files that ship: ``python -m phrasegon.model.training.export --help``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click
import torch
from safetensors.torch import load_file, save
from torch import Tensor

from ..networks.shapes import shapes_of
from ..segmenters.tokenizer import Tokenizer
from .recipe import Recipe
from .students import STUDENTS
from .tokens import reworded

AVERAGED = "module."
"""What the averaging puts before every name."""


def averaged_weights(checkpoint: Path) -> tuple[dict[str, Tensor], str]:
    """The averaged tensors of a checkpoint in half precision, under its own names, and the name of its token table.

    Raises:
        WeightsError: the checkpoint is not of its recipe's network.
    """
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    weights = {
        name.removeprefix(AVERAGED): tensor.half().contiguous()
        for name, tensor in state["average"].items()
        if name.startswith(AVERAGED)
    }
    recipe = Recipe(**state["recipe"])
    student = STUDENTS[recipe.system](recipe)
    student.check(shapes_of(weights))
    return weights, student.words


def blended(weights: dict[str, Tensor], start: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """Weights between those of a run and those it began with, which know more of what the run saw little of.

    Args:
        weights: of the run, in half precision.
        start: under the same names; what it lacks or has in another shape stays as it is in ``weights``.
        share: of ``start``, 0..1.

    Source: Wortsman et al. 2022, arXiv 2109.01903.
    """
    common = {name for name, tensor in weights.items() if name in start and start[name].shape == tensor.shape}
    return {
        name: tensor.float().lerp(start[name].float(), share).half() if name in common else tensor
        for name, tensor in weights.items()
    }


@click.command()
@click.argument("run", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--start", type=click.Path(path_type=Path, exists=True), help="The weights that the run began with.")
@click.option("--share", type=click.FloatRange(0, 1), default=0.3, show_default=True, help="Share of the --start.")
def main(run: Path, target: Path, start: Path | None, share: float) -> None:
    """Write TARGET (.safetensors) and the vocabulary beside it (.spm) from the folder of a RUN.

    With --start, whose vocabulary lies beside it, the weights are blended.
    """
    vocabulary = run / "vocabulary.spm"
    weights, words = averaged_weights(run / "checkpoint.pt")
    if start is not None:
        known, wanted = Tokenizer(start.with_suffix(".spm")), Tokenizer(vocabulary)
        weights = blended(weights, reworded(load_file(start), known, weights, wanted, words), share)
    with TemporaryDirectory(dir=target.parent, prefix=".phrasegon-") as folder:
        staged = Path(folder)
        # Written as bytes, because the library keeps its files from being read by others.
        (staged / "weights").write_bytes(save(weights))
        (staged / "vocabulary").write_bytes(vocabulary.read_bytes())
        (staged / "vocabulary").replace(target.with_suffix(".spm"))
        (staged / "weights").replace(target)


if __name__ == "__main__":
    main()
