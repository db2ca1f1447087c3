"""Network, optimiser and averaged weights of a training run."""

from __future__ import annotations

import math
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from ..networks.rs2sam2 import PRESETS, RS2SAM2
from ..networks.rs2sam2.initial import initialise
from .batches import Batch, LabelBatch
from .dense import DenseHeads
from .objective import Terms, label_terms, phrase_terms
from .recipe import Recipe

AnyBatch = TypeVar("AnyBatch", Batch, LabelBatch)


class Trainer:
    """All that a step changes, and all that a resumed run needs.

    Args:
        recipe: of the run.
        device: name of a torch device.
        precision: float32, or bfloat16 where the device has units for it.
    """

    def __init__(self, recipe: Recipe, device: str, precision: torch.dtype = torch.float32) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.device = torch.device(device)
        self.network = initialise(RS2SAM2(PRESETS[recipe.preset])).to(self.device)
        self.heads = DenseHeads(self.network).to(self.device)
        self.average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(recipe.average))
        groups = _groups(self.network, self.heads, recipe.weight_decay)
        self.optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self.step = 0
        self._precision = precision

    def save(self, path: Path) -> None:
        """Write the whole state, atomically."""
        state = {name: getattr(self, name).state_dict() for name in ("network", "heads", "average", "optimiser")}
        temporary = path.with_suffix(".tmp")
        torch.save(state | {"step": self.step, "recipe": asdict(self.recipe)}, temporary)
        temporary.replace(path)

    def resume(self, path: Path) -> None:
        """Go on from a saved state."""
        state = torch.load(path, map_location=self.device, weights_only=True)
        for name in ("network", "heads", "average", "optimiser"):
            getattr(self, name).load_state_dict(state[name])
        self.step = state["step"]

    def start_from(self, weights: dict[str, Tensor]) -> None:
        """Begin with the weights of an earlier run, under the network's own names; the optimiser starts anew."""
        self.network.load_state_dict({name: tensor.float() for name, tensor in weights.items()})
        self.average.module.load_state_dict(self.network.state_dict())

    def learn(self, batch: Batch | LabelBatch) -> dict[str, float]:
        """One step; returns the loss terms."""
        rate = learning_rate(self.recipe, self.step)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        terms = self._terms(batch)
        self.optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(torch.stack(list(terms.values())).sum())
        norm = nn.utils.clip_grad_norm_([*self.network.parameters(), *self.heads.parameters()], self.recipe.clip)
        self.optimiser.step()
        self.average.update_parameters(self.network)
        self.step += 1
        return {name: term.item() for name, term in terms.items()} | {"norm": norm.item(), "rate": rate}

    def _terms(self, batch: Batch | LabelBatch) -> Terms:
        # On the CPU the backward pass of the fused attention is slower in bfloat16 than plain matrix products.
        slow = self.device.type == "cpu" and self._precision == torch.bfloat16
        fused = SDPBackend.MATH if slow else SDPBackend.FLASH_ATTENTION
        with sdpa_kernel([fused, SDPBackend.MATH]):
            if isinstance(batch, LabelBatch):
                there = _moved(batch, self.device)
                return label_terms(self.network, self.heads, there, self.recipe, self._precision)
            return phrase_terms(self.network, _moved(batch, self.device), self.recipe, self._precision)


def learning_rate(recipe: Recipe, step: int) -> float:
    """Linear warm-up, then a cosine down to the final share."""
    if step < recipe.warm_up:
        return recipe.learning_rate * (step + 1) / recipe.warm_up
    progress = (step - recipe.warm_up) / max(1, recipe.steps - recipe.warm_up)
    cosine = 0.5 * (1 + math.cos(math.pi * min(progress, 1)))
    return recipe.learning_rate * (recipe.final_share + (1 - recipe.final_share) * cosine)


def _moved(batch: AnyBatch, device: torch.device) -> AnyBatch:
    moved: dict[str, Any] = {}
    for field in fields(batch):
        value = getattr(batch, field.name)
        moved[field.name] = value.to(device) if isinstance(value, Tensor) else value
    return type(batch)(**moved)


def _groups(network: nn.Module, heads: nn.Module, decay: float) -> list[dict[str, Any]]:
    """Matrices decay; norms, biases, tokens and position tables do not."""
    named = [*network.named_parameters(), *heads.named_parameters()]
    matrices = [p for name, p in named if p.ndim > 1 and name.endswith("weight")]
    chosen = {id(p) for p in matrices}
    others = [p for _, p in named if id(p) not in chosen]
    return [{"params": matrices, "weight_decay": decay}, {"params": others, "weight_decay": 0.0}]
