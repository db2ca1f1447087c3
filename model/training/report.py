"""How good a model is on the validation split, beside what needs no network.

``python -m phrasegon.model.training.report --help``
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from ..segmenters.interface import Segmenter
from ..segmenters.registry import load_segmenter
from .baselines import Score, evaluate, fit_thresholds
from .dataset import IGNORE, Example, PhraseDataset
from .phrases.words import WORDS
from .reliability import Reliability, diagram

DECISION = 0.5
SEED = 7
FITTING_DRAWS = 400


@dataclass
class Tally:
    """Pixels of the examples of one group."""

    both: int = 0
    either: int = 0
    shares: list[float] = field(default_factory=list)

    def add(self, found: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> None:
        """Count one example, (h, w) each."""
        both, either = int((found & wanted).sum()), int((found | wanted).sum())
        self.both += both
        self.either += either
        self.shares.append(both / either if either else 1.0)

    @property
    def iou(self) -> float:
        """IoU over the pixels of all examples together, 0..1."""
        return self.both / self.either if self.either else 1.0

    @property
    def mean_iou(self) -> float:
        """Mean IoU of the examples, 0..1."""
        return float(np.mean(self.shares))


@dataclass(frozen=True)
class Report:
    """Figures on the validation split.

    Attributes:
        classes: IoU over all pixels of each class's class phrases.
        kinds: mean IoU of the examples of each kind of phrase.
        asked_for_class: the same examples, of every kind but ``class``, when only their class is asked for.
        examples: how many examples of each kind.
        absent_empty: share of the absent phrases for which no pixel is found, 0..1; None if there were none.
        area_lost: share of the true area that would be found if presence did not count, and is lost by it, 0..1.
        reliability: of the probability of every known pixel, 0 where presence lies below the gate.
        baselines: what needs no network, by class.
    """

    classes: dict[str, float]
    kinds: dict[str, float]
    asked_for_class: dict[str, float]
    examples: dict[str, int]
    absent_empty: float | None
    area_lost: float
    reliability: Reliability
    baselines: dict[str, Score]


def measure(segmenter: Segmenter, examples: Iterable[Example]) -> Report:
    """Ask a segmenter every example, as the pipeline would ask it: tiles below the presence gate count as empty."""
    classes: defaultdict[str, Tally] = defaultdict(Tally)
    kinds: defaultdict[str, Tally] = defaultdict(Tally)
    plain: defaultdict[str, Tally] = defaultdict(Tally)
    empty: list[bool] = []
    reliability = Reliability()
    lost = true = 0
    for example in examples:
        known, wanted = example.mask != IGNORE, example.mask == 1
        probability, presence = answered(segmenter, example)
        gated = probability * (presence >= (segmenter.spec.presence_gate or 0))
        found = (gated >= DECISION) & known
        reliability.add(gated[known], wanted[known])
        if not example.present:
            empty.append(not found.any())
            continue
        true += int(wanted.sum())
        lost += int(((probability >= DECISION) & wanted & ~found).sum())
        kinds[example.kind].add(found, wanted)
        if example.kind == "class":
            classes[example.target].add(found, wanted)
        else:
            plain[example.kind].add(predicted(segmenter, asked_for_class(example)) & known, wanted)
    return Report(
        classes={name: tally.iou for name, tally in sorted(classes.items())},
        kinds={kind: tally.mean_iou for kind, tally in sorted(kinds.items())},
        asked_for_class={kind: tally.mean_iou for kind, tally in sorted(plain.items())},
        examples={kind: len(tally.shares) for kind, tally in sorted(kinds.items())} | {"absent": len(empty)},
        absent_empty=float(np.mean(empty)) if empty else None,
        area_lost=lost / max(true, 1),
        reliability=reliability,
        baselines={},
    )


def asked_for_class(example: Example) -> Example:
    """The example with the plainest phrase for all of its class in place of its own."""
    return replace(example, phrase=WORDS[example.target].many[0])


def predicted(segmenter: Segmenter, example: Example) -> NDArray[np.bool_]:
    """Where a segmenter finds what the phrase speaks of, (h, w)."""
    probability, presence = answered(segmenter, example)
    return (probability >= DECISION) & (presence >= (segmenter.spec.presence_gate or 0))


def answered(segmenter: Segmenter, example: Example) -> tuple[NDArray[np.float32], float]:
    """Probability of each pixel, (h, w), and presence; a crop smaller than a tile is mirrored, as a small scene is."""
    side, tile = example.image.shape[1], segmenter.spec.tile
    image = np.pad(example.image, ((0, 0), (0, tile - side), (0, tile - side)), "reflect")
    answer = segmenter.decode(segmenter.encode_image(image[None]), segmenter.encode_phrase(example.phrase))
    return answer.probability[0, :side, :side].cpu().numpy(), answer.presence.item()


def validation_examples(data: Path, tile: int) -> list[Example]:
    """The validation split in crops of a tile, and class phrases of the pictures that are smaller than one."""
    dataset = PhraseDataset(data, "val", tile)
    large = list(dataset.validation())
    sources = {example.source for example in large}
    dataset.resize(tile // 2)
    small = (example for example in dataset.validation() if example.source not in sources)
    return large + [example for example in small if example.kind in ("class", "absent")]


def familiar(segmenter: Segmenter, examples: Iterable[Example]) -> list[Example]:
    """The examples of which the segmenter knows every word; a class that it never learnt tells nothing of it."""
    return [example for example in examples if not segmenter.unknown_words(example.phrase)]


def table(report: Report) -> Table:
    """IoU by class, beside the baselines."""
    shown = Table(title="IoU on the validation split")
    for heading in ("class", "examples", "model", "best constant", "colour threshold"):
        shown.add_column(heading, justify="left" if heading == "class" else "right")
    for name, iou in report.classes.items():
        baseline = report.baselines[name]
        threshold = "" if baseline.threshold is None else f"{baseline.threshold:.2f}"
        shown.add_row(name, str(baseline.examples), f"{iou:.2f}", f"{baseline.constant:.2f}", threshold)
    if report.absent_empty is not None:
        shown.caption = (
            f"absent phrases that stay empty: {report.absent_empty:.0%} of {report.examples['absent']}; "
            f"true area lost by presence: {report.area_lost:.1%}"
        )
    return shown


def table_of_kinds(report: Report) -> Table:
    """Mean IoU by kind of phrase, beside that of the same examples asked for their class alone."""
    shown = Table(title="Mean IoU by kind of phrase")
    for heading in ("kind", "examples", "its phrase", "only its class", "gain"):
        shown.add_column(heading, justify="left" if heading == "kind" else "right")
    for kind, plain in report.asked_for_class.items():
        own = report.kinds[kind]
        shown.add_row(kind, str(report.examples[kind]), f"{own:.2f}", f"{plain:.2f}", f"{own - plain:+.2f}")
    return shown


@click.command()
@click.option("--data", type=Path, required=True, help="Folder that holds train/.")
@click.option("--model", default="rs2sam2-nano", show_default=True)
@click.option("--weights", type=Path, help="A weight file in place of the model's own.")
@click.option("--json", "json_path", type=Path, help="File for all figures.")
@click.option("--diagram", "diagram_path", type=Path, help="SVG file for the reliability diagram.")
def main(data: Path, model: str, weights: Path | None, json_path: Path | None, diagram_path: Path | None) -> None:
    """Measure a model on every second example of the validation split."""
    segmenter = load_segmenter(model, weights=weights, device="cpu")
    tile = segmenter.spec.tile
    examples = familiar(segmenter, validation_examples(data, tile))[1::2]  # the others serve to calibrate
    rules = fit_thresholds(PhraseDataset(data, "train", tile // 2), np.random.default_rng(SEED), FITTING_DRAWS)
    with torch.inference_mode():
        report = replace(measure(segmenter, examples), baselines=evaluate(examples, rules))
    Console().print(table(report), table_of_kinds(report))
    error = report.reliability.error
    Console().print(f"expected calibration error: {error:.3f}")
    if diagram_path is not None:
        diagram_path.write_text(diagram(report.reliability), encoding="utf-8")
    if json_path is not None:
        figures = asdict(report) | {"reliability": report.reliability.rows, "calibration_error": error}
        json_path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
