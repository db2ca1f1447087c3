"""A training run's averaged weights to the files that ship: ``python -m phrasegon.model.training.export --help``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click
import torch
from safetensors.torch import save
from torch import Tensor

from ..networks.rs2sam2 import PRESETS
from ..networks.rs2sam2.checkpoint import check_tensors

AVERAGED = "module."
"""What the averaging puts before every name."""


def averaged_weights(checkpoint: Path) -> dict[str, Tensor]:
    """The averaged tensors of a checkpoint in half precision, under the network's own names.

    Raises:
        WeightsError: the checkpoint is not of its preset's network.
    """
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    weights = {
        name.removeprefix(AVERAGED): tensor.half().contiguous()
        for name, tensor in state["average"].items()
        if name.startswith(AVERAGED)
    }
    preset = PRESETS[state["recipe"]["preset"]]
    check_tensors(preset, {name: tuple(tensor.shape) for name, tensor in weights.items()})
    return weights


@click.command()
@click.argument("run", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("target", type=click.Path(path_type=Path))
def main(run: Path, target: Path) -> None:
    """Write TARGET (.safetensors) and the vocabulary beside it (.spm) from the folder of a RUN."""
    weights = averaged_weights(run / "checkpoint.pt")
    with TemporaryDirectory(dir=target.parent, prefix=".phrasegon-") as folder:
        staged = Path(folder)
        # Written as bytes, because the library keeps its files from being read by others.
        (staged / "weights").write_bytes(save(weights))
        (staged / "vocabulary").write_bytes((run / "vocabulary.spm").read_bytes())
        (staged / "vocabulary").replace(target.with_suffix(".spm"))
        (staged / "weights").replace(target)


if __name__ == "__main__":
    main()
