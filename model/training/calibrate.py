"""Where a trained model's outputs decide: ``python -m phrasegon.model.training.calibrate --help``."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray
from scipy.special import expit, logit

from ..segmenters.registry import load_model
from ..weights.catalogue import Calibration, find
from .dataset import IGNORE, Example
from .report import Tally, answered, validation_examples

OFFSETS = np.arange(0.0, 2.01, 0.1)
MISSED = 0.03
"""Share of the present objects that the presence level may cost."""

PRESENCE_SLOPE = 8.0
"""Steep on purpose: presence shall let a tile's probability pass or stop it, and hardly scale it."""

SURE = 1e-6
"""A presence nearer to 0 or 1 than this counts as this near."""

Answers = list[tuple[NDArray[np.float32], float]]


def calibration(examples: list[Example], answers: Answers) -> Calibration:
    """The offset of best mean IoU over the classes, and the presence level that few present objects miss.

    Args:
        examples: labelled crops.
        answers: an uncalibrated model's probability (h, w) and presence for each of them.
    """
    present = np.array([example.present for example in examples])
    scores = logit(np.array([presence for _, presence in answers]).clip(SURE, 1 - SURE))
    best = [_mean_iou(examples, answers, float(expit(-offset))) for offset in OFFSETS]
    return Calibration(
        mask_offset=round(float(OFFSETS[int(np.argmax(best))]), 2),
        presence_level=round(float(np.quantile(scores[present], MISSED)), 3),
        presence_slope=PRESENCE_SLOPE,
    )


def _mean_iou(examples: list[Example], answers: Answers, threshold: float) -> float:
    classes: defaultdict[str, Tally] = defaultdict(Tally)
    for example, (probability, _) in zip(examples, answers, strict=True):
        if example.kind == "class":
            found = (probability >= threshold) & (example.mask != IGNORE)
            classes[example.target].add(found, example.mask == 1)
    return float(np.mean([tally.iou for tally in classes.values()]))


@click.command()
@click.option("--data", type=Path, required=True, help="Folder that holds train/.")
@click.option("--model", default="rs2sam2-nano", show_default=True)
@click.option("--weights", type=Path, help="A weight file in place of the model's own.")
def main(data: Path, model: str, weights: Path | None) -> None:
    """Print the calibration for the catalogue, from every second example of the validation split."""
    # The catalogue may hold an older calibration, on top of which a new one would be wrong.
    segmenter = load_model(replace(find(model), calibration=None), weights=weights, device="cpu")
    examples = validation_examples(data, segmenter.spec.tile)[::2]
    with torch.inference_mode():
        answers = [answered(segmenter, example) for example in examples]
    found = calibration(examples, answers)
    click.echo(f"[{model}.calibration]")
    for name, value in vars(found).items():
        click.echo(f"{name} = {value}")


if __name__ == "__main__":
    main()
