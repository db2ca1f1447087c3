"""Train a small RS2-SAM 2 from scratch: ``python -m phrasegon.model.training.train --help``."""

from __future__ import annotations

import json
import math
import os
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from ..networks.rs2sam2 import PRESETS, RS2SAM2
from ..networks.rs2sam2.initial import initialise
from .batches import Batch, DrawnBatches, loader
from .dataset import PhraseDataset, corpus
from .losses import BOUNDARY_SHARE, CROSS_ENTROPY_SHARE, training_losses
from .recipe import Recipe, read_recipe
from .tokens import train_vocabulary

CHECKPOINT_EVERY = 250
LOG_EVERY = 20


class Trainer:
    """Network, optimiser and averaged weights, with all that a resumed run needs."""

    def __init__(self, recipe: Recipe, device: str) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.device = torch.device(device)
        self.network = initialise(RS2SAM2(PRESETS[recipe.preset])).to(self.device)
        self.average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(recipe.average))
        self.optimiser = torch.optim.AdamW(_groups(self.network, recipe.weight_decay), betas=(0.9, 0.98), fused=True)
        self.step = 0

    def save(self, path: Path) -> None:
        """Write the whole state, atomically."""
        state = {name: getattr(self, name).state_dict() for name in ("network", "average", "optimiser")}
        temporary = path.with_suffix(".tmp")
        torch.save(state | {"step": self.step, "recipe": asdict(self.recipe)}, temporary)
        temporary.replace(path)

    def resume(self, path: Path) -> None:
        """Go on from a saved state."""
        state = torch.load(path, map_location=self.device, weights_only=True)
        for name in ("network", "average", "optimiser"):
            getattr(self, name).load_state_dict(state[name])
        self.step = state["step"]

    def learn(self, batch: Batch) -> dict[str, float]:
        """One step; returns the loss terms."""
        rate = learning_rate(self.recipe, self.step)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        terms = self._losses(batch)
        self.optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(torch.stack(list(terms.values())).sum())
        norm = nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip)
        self.optimiser.step()
        self.average.update_parameters(self.network)
        self.step += 1
        return {name: term.item() for name, term in terms.items()} | {"norm": norm.item(), "rate": rate}

    def _losses(self, batch: Batch) -> dict[str, Tensor]:
        image, union_image, ids = (x.to(self.device) for x in (batch.image, batch.union_image, batch.ids))
        target, valid, present = (x.to(self.device) for x in (batch.target, batch.valid, batch.present))
        # On the CPU the backward pass of the fused attention is slower in bfloat16 than plain matrix products.
        attention = SDPBackend.MATH if self.device.type == "cpu" else SDPBackend.FLASH_ATTENTION
        with torch.autocast(self.device.type, torch.bfloat16), sdpa_kernel([attention, SDPBackend.MATH]):
            output = self.network(image, union_image, ids)
        logits = F.interpolate(output.logits, size=target.shape[1:], mode="bilinear", align_corners=False)
        losses = training_losses(logits, target, output.text_weight, valid)
        recipe = self.recipe
        return {
            "cross_entropy": CROSS_ENTROPY_SHARE * losses.cross_entropy,
            "dice": recipe.dice * losses.dice,
            "boundary": BOUNDARY_SHARE * losses.boundary,
            "presence": recipe.presence * F.binary_cross_entropy_with_logits(output.presence, present),
            "mask_prompt": recipe.mask_prompt * coarse_loss(output.mask_prompt[:, 0], target, valid),
        }


def coarse_loss(prompt: Tensor, target: Tensor, valid: Tensor) -> Tensor:
    """Cross entropy of the coarse mask (B, g, g), 0..1, against each cell's share of the object."""
    size = (prompt.shape[1], prompt.shape[2])
    known = F.adaptive_avg_pool2d(valid.float(), size)
    share = F.adaptive_avg_pool2d((target & valid).float(), size) / known.clamp(min=1e-6)
    each = F.binary_cross_entropy(prompt.clamp(1e-6, 1 - 1e-6), share.clamp(0, 1), reduction="none")
    return (each * known).sum() / known.sum().clamp(min=1)


def learning_rate(recipe: Recipe, step: int) -> float:
    """Linear warm-up, then a cosine down to the final share."""
    if step < recipe.warm_up:
        return recipe.learning_rate * (step + 1) / recipe.warm_up
    progress = (step - recipe.warm_up) / max(1, recipe.steps - recipe.warm_up)
    cosine = 0.5 * (1 + math.cos(math.pi * min(progress, 1)))
    return recipe.learning_rate * (recipe.final_share + (1 - recipe.final_share) * cosine)


def _groups(network: nn.Module, decay: float) -> list[dict[str, Any]]:
    """Matrices decay; norms, biases, tokens and position tables do not."""
    matrices = [p for name, p in network.named_parameters() if p.ndim > 1 and name.endswith("weight")]
    chosen = {id(p) for p in matrices}
    others = [p for p in network.parameters() if id(p) not in chosen]
    return [{"params": matrices, "weight_decay": decay}, {"params": others, "weight_decay": 0.0}]


def _batches(recipe: Recipe, data: Path, vocabulary: Path, first_step: int) -> Iterator[Batch]:
    """The batches of every stage from a step on."""
    union_size = PRESETS[recipe.preset].union.image_size
    begin = 0
    for stage in recipe.stages:
        end = begin + stage.steps
        if first_step < end:
            drawn = DrawnBatches(
                PhraseDataset(data, "train", stage.size),
                vocabulary,
                union_size=union_size,
                batch=stage.batch,
                phrases=recipe.phrases_a_crop,
                seed=recipe.seed,
                first_step=max(first_step, begin),
            )
            batches = loader(drawn)
            for _ in range(max(first_step, begin), end):
                yield next(batches)
        begin = end


@click.command()
@click.option("--recipe", "recipe_path", type=Path, required=True, help="TOML file of the run.")
@click.option("--data", type=Path, required=True, help="Folder that holds train/.")
@click.option("--out", type=Path, required=True, help="Folder for checkpoints, vocabulary and log.")
@click.option("--device", default="cpu", show_default=True)
def main(recipe_path: Path, data: Path, out: Path, device: str) -> None:
    """Train, or go on where the last call stopped."""
    recipe = read_recipe(recipe_path)
    out.mkdir(parents=True, exist_ok=True)
    vocabulary, checkpoint = out / "vocabulary.spm", out / "checkpoint.pt"
    if not vocabulary.exists():
        train_vocabulary(corpus(), vocabulary)
    trainer = Trainer(recipe, device)
    if checkpoint.exists():
        trainer.resume(checkpoint)
    started = time.monotonic()
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        for batch in _batches(recipe, data, vocabulary, trainer.step):
            terms = trainer.learn(batch)
            if trainer.step % LOG_EVERY == 0:
                entry = {"step": trainer.step, "seconds": round(time.monotonic() - started, 1), **terms}
                log.write(json.dumps(entry) + os.linesep)
                log.flush()
            if trainer.step % CHECKPOINT_EVERY == 0 or trainer.step == recipe.steps:
                trainer.save(checkpoint)


if __name__ == "__main__":
    main()
