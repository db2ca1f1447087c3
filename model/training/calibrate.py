"""Where a trained model's outputs decide: ``python -m phrasegon.model.training.calibrate --help``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray
from scipy.special import expit, log_expit, logit

from ..segmenters.registry import load_model
from ..weights.catalogue import Calibration, find
from .dataset import IGNORE, Example
from .presence import as_asked, fit_gate, held_back
from .report import Tally, answered, familiar, validation_examples
from .sampling import CLASS_SHARES

LEVELS = np.arange(-2.0, 2.01, 0.1)
"""Logits of a pixel that are tried as the level of decision."""
SLOPES = np.arange(0.3, 3.01, 0.1)
PIXELS = 2000
"""Of an example, to fit the slope on."""
SURE = 1e-6
"""A probability nearer to 0 or 1 than this counts as this near."""

Answer = tuple[NDArray[np.float32], float]
Answers = list[Answer]


def calibration(examples: list[Example], answers: Answers, further: Iterable[tuple[Example, Answer]]) -> Calibration:
    """The level of best IoU, the likeliest slope there, and the likeliest presence with its gate.

    Each class counts for the level as often as it is asked for in training: the classes are best at levels far apart,
    and a rare one with rough labels should not move that of all others.

    Args:
        examples: labelled crops.
        answers: an uncalibrated model's probability (h, w) and presence for each of them.
        further: more questions, absent ones above all, with their answers: those tell of presence.
    """
    level = float(LEVELS[int(np.argmax([_weighted_iou(examples, answers, float(expit(level))) for level in LEVELS]))])
    asked = [*zip(examples, answers, strict=True), *further]
    gate = fit_gate([as_asked(example, *answer, float(expit(level))) for example, answer in asked])
    return Calibration(
        mask_level=round(level, 2),
        mask_slope=round(_likeliest_slope(examples, answers, level), 2),
        presence_level=round(gate.level, 3),
        presence_slope=round(gate.slope, 3),
        presence_gate=round(gate.least, 3),
    )


def _weighted_iou(examples: list[Example], answers: Answers, threshold: float) -> float:
    classes: defaultdict[str, Tally] = defaultdict(Tally)
    for example, (probability, _) in zip(examples, answers, strict=True):
        if example.kind == "class":
            found = (probability >= threshold) & (example.mask != IGNORE)
            classes[example.target].add(found, example.mask == 1)
    shares = [CLASS_SHARES[name] for name in classes]
    return float(np.average([tally.iou for tally in classes.values()], weights=shares))


def _likeliest_slope(examples: list[Example], answers: Answers, level: float) -> float:
    """The slope around the level that makes the labels of the present objects' pixels likeliest."""
    rng = np.random.default_rng(0)
    logits, labels = [], []
    for example, (probability, _) in zip(examples, answers, strict=True):
        if example.present:
            known = np.flatnonzero(example.mask != IGNORE)
            chosen = rng.choice(known, min(len(known), PIXELS), replace=False)
            logits.append(logit(probability.ravel()[chosen].astype(float).clip(SURE, 1 - SURE)) - level)
            labels.append(np.where(example.mask.ravel()[chosen] == 1, 1.0, -1.0))
    margins = np.concatenate(logits) * np.concatenate(labels)
    return float(SLOPES[int(np.argmax([log_expit(slope * margins).mean() for slope in SLOPES]))])


@click.command()
@click.option("--data", type=Path, required=True, help="Folder that holds train/.")
@click.option("--model", default="rs2sam2-nano", show_default=True)
@click.option("--weights", type=Path, help="A weight file in place of the model's own.")
def main(data: Path, model: str, weights: Path | None) -> None:
    """Print the calibration for the catalogue, from every second example of the validation split."""
    # The catalogue may hold an older calibration, on top of which a new one would be wrong.
    segmenter = load_model(replace(find(model), calibration=None), weights=weights, device="cpu")
    examples = familiar(segmenter, validation_examples(data, segmenter.spec.tile))[::2]
    with torch.inference_mode():
        answers = [answered(segmenter, example) for example in examples]
        others = familiar(segmenter, held_back(data, segmenter.spec.tile))[::2]
        further = ((example, answered(segmenter, example)) for example in others)
        found = calibration(examples, answers, further)
    click.echo(f"[{model}.calibration]")
    for name, value in vars(found).items():
        click.echo(f"{name} = {value}")


if __name__ == "__main__":
    main()
