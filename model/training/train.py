"""Train a small network from scratch: ``python -m phrasegon.model.training.train --help``."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import torch
import torch.distributed as dist
from safetensors.torch import load_file

from ..networks.rs2sam2 import PRESETS
from ..segmenters.tokenizer import Tokenizer
from .batches import BothDraw, DrawnBatches, LabelDraw, Material, PhraseDraw, PromptDraw, loader
from .class_names import sayable
from .dataset import PhraseDataset
from .recipe import Recipe, Stage, read_recipe
from .tokens import train_vocabulary
from .trainer import Trainer

CHECKPOINT_EVERY = 50
LOG_EVERY = 20
PRECISIONS = {"float32": torch.float32, "bfloat16": torch.bfloat16}


def batches(
    recipe: Recipe, dataset: PhraseDataset, vocabulary: Path, second_side: int, first_step: int, workers: int
) -> Iterator[Material]:
    """The batches of every stage from a step on; ``second_side`` as of the student."""
    begin = 0
    for stage in recipe.stages:
        start, end = max(first_step, begin), begin + stage.steps
        if start < end:
            drawn = batches_of_stage(recipe, stage, dataset, vocabulary, second_side, start, workers)
            for _ in range(start, end):
                yield next(drawn)
        begin = end


def batches_of_stage(
    recipe: Recipe,
    stage: Stage,
    dataset: PhraseDataset,
    vocabulary: Path,
    second_side: int,
    first_step: int,
    workers: int,
) -> Iterator[Material]:
    """Endless batches of one stage from a step on; from now on ``dataset`` cuts crops of the stage's size."""
    dataset.resize(stage.size)
    labels = LabelDraw(dataset, second_side, stage.crops)
    if stage.teaches == "labels":
        return loader(DrawnBatches(labels, seed=recipe.seed, first_step=first_step), workers)
    phrases = PhraseDraw(dataset, vocabulary, second_side, stage.crops, stage.phrases, stage.places, recipe.words)
    if stage.teaches == "prompts":
        prompts = PromptDraw(phrases, PRESETS[recipe.preset].union.grid)
        return loader(DrawnBatches(prompts, seed=recipe.seed, first_step=first_step), workers)
    if stage.teaches == "both":
        both = BothDraw(phrases, replace(labels, crops=stage.crops * stage.phrases))
        return loader(DrawnBatches(both, seed=recipe.seed, first_step=first_step), workers)
    return loader(DrawnBatches(phrases, seed=recipe.seed, first_step=first_step), workers)


@click.command()
@click.option("--recipe", "recipe_path", type=Path, required=True, help="TOML file of the run.")
@click.option("--data", type=Path, required=True, help="Folder that holds train/, or of packs.")
@click.option("--out", type=Path, required=True, help="Folder for checkpoints, vocabulary and log.")
@click.option("--from-weights", "start", type=Path, help="Weights to begin with, their vocabulary beside them.")
@click.option("--device", default="cpu", show_default=True)
@click.option("--precision", type=click.Choice(list(PRECISIONS)), default="float32", show_default=True)
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that draw examples.")
def main(
    recipe_path: Path, data: Path, out: Path, start: Path | None, device: str, precision: str, workers: int
) -> None:
    """Train, or go on where the last call stopped.

    On a processor, `torchrun --nproc-per-node CORES -m phrasegon.model.training.train ...` with OMP_NUM_THREADS=1 is
    faster than one process with a thread for each core.
    """
    recipe = read_recipe(recipe_path)
    if "WORLD_SIZE" in os.environ:
        dist.init_process_group("gloo")
    leads = not dist.is_initialized() or dist.get_rank() == 0
    out.mkdir(parents=True, exist_ok=True)
    vocabulary, checkpoint = out / "vocabulary.spm", out / "checkpoint.pt"
    if leads and not vocabulary.exists():
        train_vocabulary(sayable(recipe.words), vocabulary)
    if dist.is_initialized():
        dist.barrier()
    trainer = Trainer(recipe, device, PRECISIONS[precision])
    if checkpoint.exists():
        trainer.resume(checkpoint)
    elif start is not None:
        trainer.start_from(load_file(start), Tokenizer(start.with_suffix(".spm")), Tokenizer(vocabulary))
    dataset = PhraseDataset(data, "train", recipe.stages[0].size)
    began = time.monotonic()
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        for material in batches(recipe, dataset, vocabulary, trainer.student.second_side, trainer.step, workers):
            terms = trainer.learn(material)
            if leads and trainer.step % LOG_EVERY == 0:
                entry = {"step": trainer.step, "seconds": round(time.monotonic() - began, 1), **terms}
                log.write(json.dumps(entry) + os.linesep)
                log.flush()
            if leads and (trainer.step % CHECKPOINT_EVERY == 0 or trainer.step == recipe.steps):
                trainer.save(checkpoint)


if __name__ == "__main__":
    main()
