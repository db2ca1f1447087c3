"""How well a model tells that an object is not there: ``python -m phrasegon.model.training.presence --help``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from scipy.optimize import minimize
from scipy.special import expit, log_expit, logit
from scipy.stats import rankdata

from ..segmenters.clip import load_clip
from ..segmenters.gated import ClipGatedSegmenter
from ..segmenters.interface import Segmenter
from ..segmenters.registry import load_segmenter
from ..weights.catalogue import UNCALIBRATED
from .dataset import IGNORE, Example, PhraseDataset
from .reliability import Reliability, diagram
from .report import DECISION, answered, familiar

LOST = 0.02
"""Share of the true area that the gate may cost where it is fitted; elsewhere, and in single classes, it costs more."""
CROPS, PHRASES = 300, 3
"""Drawn from the places kept out of training, and asked of each."""
SEED = 20
SURE = 1e-6
"""A presence nearer to 0 or 1 than this counts as this near."""


@dataclass(frozen=True)
class Asked:
    """One question to a model.

    Attributes:
        presence: its answer, 0..1.
        present: whether the object is there.
        true: pixels that it found and that are the object.
        false: pixels that it found of an object that is not there.
    """

    presence: float
    present: bool
    true: int
    false: int


@dataclass(frozen=True)
class Gate:
    """What turns a score into a probability, and which probability a tile needs.

    Attributes:
        level: score, as a logit, at which presence and absence are equally likely.
        slope: how steeply the probability rises with it.
        least: probability below which a tile counts as empty.
    """

    level: float
    slope: float
    least: float


@dataclass(frozen=True)
class PresenceFigures:
    """What a gate does.

    Attributes:
        roc_area: probability that a tile with the object scores higher than one without, 0..1.
        false_removed: part of what is found of absent objects that the gate takes away, 0..1.
        true_lost: part of what is rightly found that it takes away, 0..1.
        absent_empty: share of the absent questions that are answered by nothing, 0..1.
        absent_empty_before: the same without a gate.
        questions: how many there were.
    """

    roc_area: float
    false_removed: float
    true_lost: float
    absent_empty: float
    absent_empty_before: float
    questions: int


def ask(segmenter: Segmenter, examples: Iterable[Example]) -> list[Asked]:
    """Put every example to a segmenter, without its gate."""
    return [as_asked(example, *answered(segmenter, example), DECISION) for example in examples]


def as_asked(example: Example, probability: NDArray[np.float32], presence: float, threshold: float) -> Asked:
    """What an answer, probability (h, w) and presence, is worth if pixels count as found from a threshold on."""
    found = (probability >= threshold) & (example.mask != IGNORE)
    false = 0 if example.present else int(np.count_nonzero(found))
    return Asked(presence, example.present, int(np.count_nonzero(found & (example.mask == 1))), false)


def fit_gate(asked: Sequence[Asked]) -> Gate:
    """The likeliest probability of presence, and the highest gate that leaves nearly all of what is rightly found.

    Source: Platt 1999, "Probabilistic outputs for support vector machines".
    """
    scores, signs = _scores(asked), np.array([1.0 if each.present else -1.0 for each in asked])

    def unlikely(parameters: NDArray[np.float64]) -> float:
        slope, offset = parameters
        return -float(log_expit(signs * (slope * scores + offset)).mean())

    slope, offset = minimize(unlikely, np.array([1.0, 0.0]), method="Nelder-Mead").x
    order = np.argsort(scores)
    lost = np.cumsum([asked[number].true for number in order]) / max(1, sum(each.true for each in asked))
    first_kept = min(int(np.searchsorted(lost, LOST, side="right")), len(order) - 1)
    return Gate(float(-offset / slope), float(slope), float(expit(slope * scores[order[first_kept]] + offset)))


def gated(asked: Sequence[Asked], least: float) -> PresenceFigures:
    """What a gate does to the answers; ``least`` on the scale of their presence."""
    presence = np.array([each.presence for each in asked])
    present = np.array([each.present for each in asked])
    true, false = np.array([(each.true, each.false) for each in asked]).T
    passed = presence >= least
    positives, negatives = int(present.sum()), int((~present).sum())
    above = rankdata(presence)[present].sum() - positives * (positives + 1) / 2
    return PresenceFigures(
        roc_area=float(above / max(1, positives * negatives)),
        false_removed=float(false[~passed].sum() / max(1, false.sum())),
        true_lost=float(true[~passed].sum() / max(1, true.sum())),
        absent_empty=float(((false == 0) | ~passed)[~present].mean()),
        absent_empty_before=float((false == 0)[~present].mean()),
        questions=len(asked),
    )


def held_back(data: Path, tile: int, crops: int = CROPS) -> list[Example]:
    """Questions about crops of places kept out of training, the absent and the hard ones among them."""
    dataset, rng = PhraseDataset(data, "val", tile), np.random.default_rng(SEED)
    return [example for _ in range(crops) for example in dataset.draw(rng, PHRASES)]


def _scores(asked: Sequence[Asked]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = logit(np.array([each.presence for each in asked]).clip(SURE, 1 - SURE))
    return found


@click.command()
@click.option("--data", type=Path, required=True, help="Folder that holds train/.")
@click.option("--model", default="rs2sam2-nano", show_default=True)
@click.option("--weights", type=Path, help="A weight file in place of the model's own.")
@click.option("--clip", help="A CLIP network of the catalogue that tells of presence in place of the model.")
@click.option("--crops", type=click.IntRange(2), default=CROPS, show_default=True)
@click.option("--json", "json_path", type=Path, help="File for the figures.")
@click.option("--diagram", "diagram_path", type=Path, help="SVG file for the reliability of the presence.")
def main(
    data: Path,
    model: str,
    weights: Path | None,
    clip: str | None,
    crops: int,
    json_path: Path | None,
    diagram_path: Path | None,
) -> None:
    """Print what a model's gate does on every second question, and the gate that the others would give it."""
    segmenter = load_segmenter(model, weights=weights, device="cpu")
    if clip is not None:
        scorer = load_clip(clip, device=torch.device("cpu"), dtype=torch.float32)
        segmenter = ClipGatedSegmenter(segmenter, scorer, UNCALIBRATED)
    with torch.inference_mode():
        asked = ask(segmenter, familiar(segmenter, held_back(data, segmenter.spec.tile, crops)))
    figures, better = gated(asked[1::2], segmenter.spec.presence_gate or 0.0), fit_gate(asked[::2])
    Console().print(figures, better)
    reliability = Reliability()
    reliability.add(
        np.array([each.presence for each in asked[1::2]], np.float32), np.array([each.present for each in asked[1::2]])
    )
    if diagram_path is not None:
        diagram_path.write_text(diagram(reliability, "presence given", "share that is there"), encoding="utf-8")
    if json_path is not None:
        content = asdict(figures) | {"reliability": reliability.rows, "calibration_error": reliability.error}
        json_path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
