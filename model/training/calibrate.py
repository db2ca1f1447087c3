"""Where a trained model's outputs decide: ``python -m phrasegon.model.training.calibrate --help``."""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray

from ..segmenters.registry import load_segmenter
from ..weights.catalogue import Calibration
from .dataset import IGNORE, Example
from .report import answered, validation_examples

OFFSETS = np.arange(0.0, 2.01, 0.1)
MISSED = 0.03
"""Share of the present objects that the presence level may cost."""

PRESENCE_SLOPE = 8.0
"""Steep on purpose: presence shall let a tile's probability pass or stop it, and hardly scale it."""

Answers = list[tuple[NDArray[np.float32], float]]


def calibration(examples: list[Example], answers: Answers) -> Calibration:
    """The offset of best mean IoU over the classes, and the presence level that few present objects miss.

    Args:
        examples: labelled crops.
        answers: an uncalibrated model's probability (h, w) and presence for each of them.
    """
    present = np.array([example.present for example in examples])
    scores = _logit(np.array([presence for _, presence in answers]))
    best = [_mean_iou(examples, answers, float(1 / (1 + np.exp(offset)))) for offset in OFFSETS]
    return Calibration(
        mask_offset=round(float(OFFSETS[int(np.argmax(best))]), 2),
        presence_level=round(float(np.quantile(scores[present], MISSED)), 3),
        presence_slope=PRESENCE_SLOPE,
    )


def _mean_iou(examples: list[Example], answers: Answers, threshold: float) -> float:
    counts: dict[str, NDArray[np.int64]] = {}
    for example, (probability, _) in zip(examples, answers, strict=True):
        if example.kind == "class":
            known, wanted = example.mask != IGNORE, example.mask == 1
            found = (probability >= threshold) & known
            row = np.array([(found & wanted).sum(), (found | wanted).sum()])
            counts[example.target] = counts.get(example.target, np.zeros(2, np.int64)) + row
    return float(np.mean([both / max(either, 1) for both, either in counts.values()]))


def _logit(p: NDArray[np.float64]) -> NDArray[np.float64]:
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(p / (1 - p)))


@click.command()
@click.option("--data", type=Path, required=True, help="Folder that holds train/.")
@click.option("--model", default="rs2sam2-nano", show_default=True, help="A model without calibration.")
def main(data: Path, model: str) -> None:
    """Print the calibration for the catalogue, from every second example of the validation split."""
    segmenter = load_segmenter(model, device="cpu")
    examples = validation_examples(data, segmenter.spec.tile)[::2]
    with torch.inference_mode():
        answers = [answered(segmenter, example) for example in examples]
    found = calibration(examples, answers)
    click.echo(f"[{model}.calibration]")
    for name, value in vars(found).items():
        click.echo(f"{name} = {value}")


if __name__ == "__main__":
    main()
