"""What each part of the small network is worth: ``python -m phrasegon.model.training.ablation --help``.

Every network has the same data, seed and time; its rate falls with the time, so that each is finished when it stops.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
import torch
from rich.console import Console
from rich.table import Table
from safetensors.torch import save

from ..networks.rs2sam2 import PRESETS
from ..scene.aside import file_aside
from .calibrate import calibration
from .dataset import Example, PhraseDataset
from .recipe import read_recipe
from .report import answered, measure, validation_examples
from .train import PRECISIONS
from .trials import TRIALS, WEIGHTS, Learner, Lesson, Trial

RECIPE = Path(__file__).with_name("ablation.toml")
EFFORT, FIGURES, TOGETHER = "effort.json", "figures.json", "ablation.json"


@dataclass(frozen=True)
class Effort:
    """What a network's time sufficed for.

    Attributes:
        parameters: of the network that is kept, those that learn.
        steps: optimiser steps.
        samples: crops with all their labels, or phrases.
        seconds: of training, the start of the drawing processes among them.
    """

    parameters: int
    steps: int
    samples: int
    seconds: float


def learn_for(learner: Learner, lessons: list[Lesson], seconds: float) -> Effort:
    """Take steps until the time is over; each lesson has its share of it, and one step at least."""
    steps = samples = 0
    until, began = 0.0, time.monotonic()
    for lesson in lessons:
        until += lesson.share * seconds
        for batch in lesson.batches():
            learner.learn(batch, (time.monotonic() - began) / seconds)
            steps, samples = steps + 1, samples + batch.samples
            if time.monotonic() - began >= until:
                break
    parameters = sum(parameter.numel() for parameter in learner.network.parameters() if parameter.requires_grad)
    return Effort(parameters, steps, samples, round(time.monotonic() - began, 1))


@dataclass(frozen=True)
class Machine:
    """Where networks are trained.

    Attributes:
        device: name of a torch device.
        precision: of the forward pass.
        workers: processes that draw examples.
    """

    device: str
    precision: torch.dtype
    workers: int


def train(trial: Trial, folder: Path, dataset: PhraseDataset, seconds: float, machine: Machine) -> None:
    """Train one network; its averaged weights and what they took go to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    learner = trial.learner(machine.device, machine.precision)
    effort = learn_for(learner, trial.lessons(dataset, folder, machine.workers), seconds)
    average = learner.optimisation.average.module.state_dict()
    _write(folder / WEIGHTS, save({name: tensor.cpu().contiguous() for name, tensor in average.items()}))
    _write_json(folder / EFFORT, asdict(effort))


def figures(trial: Trial, folder: Path, examples: list[Example], device: str) -> dict[str, Any]:
    """Calibrate a trained network on every second example and measure it on the others."""
    heard = [trial.heard(example) for example in examples]
    with torch.inference_mode():
        raw = trial.segmenter(folder, device, None)
        found = calibration(heard[::2], [answered(raw, example) for example in heard[::2]], ())
        report = measure(trial.segmenter(folder, device, found), heard[1::2])
    return {
        "title": trial.title,
        **json.loads((folder / EFFORT).read_text(encoding="utf-8")),
        "mean_iou": float(np.mean(list(report.classes.values()))),
        "classes": report.classes,
        "kinds": report.kinds,
        "examples": report.examples,
        "absent_empty": report.absent_empty,
        "area_lost": report.area_lost,
        "calibration": asdict(found),
    }


def table(found: dict[str, dict[str, Any]]) -> Table:
    """One row a network: effort, mean IoU over the classes, mean IoU by kind of phrase, absent phrases left empty."""
    kinds = sorted({kind for entry in found.values() for kind in entry["kinds"]})
    shown = Table(title="Ablation, IoU on the validation split")
    for heading in ("network", "parameters", "steps", "samples", "classes", *kinds, "absent empty"):
        shown.add_column(heading, justify="left" if heading == "network" else "right")
    for entry in found.values():
        effort = (f"{entry['parameters'] / 1e6:.2f} M", str(entry["steps"]), str(entry["samples"]))
        of_kinds = (_two_digits(entry["kinds"].get(kind)) for kind in kinds)
        shown.add_row(
            entry["title"], *effort, _two_digits(entry["mean_iou"]), *of_kinds, _two_digits(entry["absent_empty"])
        )
    return shown


def _two_digits(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _write(path: Path, content: bytes) -> None:
    with file_aside(path) as staged:
        staged.write_bytes(content)


def _write_json(path: Path, content: Any) -> None:
    _write(path, (json.dumps(content, indent=2) + "\n").encode())


@click.command()
@click.option("--data", type=Path, required=True, help="Folder that holds train/.")
@click.option("--out", type=Path, required=True, help="Folder for the networks and their figures.")
@click.option(
    "--minutes", type=click.FloatRange(0, min_open=True), required=True, help="Training time of each network."
)
@click.option("--only", type=click.Choice(list(TRIALS)), multiple=True, help="A network of the table; may be repeated.")
@click.option("--recipe", "recipe_path", type=Path, default=RECIPE, help="TOML file in place of the usual recipe.")
@click.option("--examples", type=click.IntRange(2), help="Measure on so many, spread over the validation split.")
@click.option("--device", default="cpu", show_default=True)
@click.option("--precision", type=click.Choice(list(PRECISIONS)), default="float32", show_default=True)
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that draw examples.")
def main(
    data: Path,
    out: Path,
    minutes: float,
    only: tuple[str, ...],
    recipe_path: Path,
    examples: int | None,
    device: str,
    precision: str,
    workers: int,
) -> None:
    """Train and measure the networks of the table, or those that are not finished yet."""
    recipe = read_recipe(recipe_path)
    chosen = {name: make(recipe) for name, make in TRIALS.items() if name in only or not only}
    console = Console()
    untrained = [name for name in chosen if not (out / name / EFFORT).exists()]
    if untrained:
        dataset = PhraseDataset(data, "train", recipe.stages[0].size)
        for name in untrained:
            console.print(f"training {name} for {minutes:g} minutes")
            train(chosen[name], out / name, dataset, 60 * minutes, Machine(device, PRECISIONS[precision], workers))
    unmeasured = [name for name in chosen if not (out / name / FIGURES).exists()]
    if unmeasured:
        asked = _spread(validation_examples(data, PRESETS[recipe.preset].image_size), examples)
        for name in unmeasured:
            console.print(f"measuring {name} on {len(asked)} examples")
            _write_json(out / name / FIGURES, figures(chosen[name], out / name, asked, device))
    finished = {name: out / name / FIGURES for name in TRIALS if (out / name / FIGURES).exists()}
    found = {name: json.loads(path.read_text(encoding="utf-8")) for name, path in finished.items()}
    _write_json(out / TOGETHER, found)
    console.print(table(found))


def _spread(examples: list[Example], count: int | None) -> list[Example]:
    if count is None or count >= len(examples):
        return examples
    return [examples[index] for index in np.linspace(0, len(examples) - 1, count).round().astype(int)]


if __name__ == "__main__":
    main()
