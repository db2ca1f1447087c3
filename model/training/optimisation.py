"""How a run descends: optimiser, rate and averaged weights."""

from __future__ import annotations

import math

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from .muon import Muon
from .recipe import Recipe

MOMENTUM = 0.95
SMALLEST_SIDE = 16
"""Weights of which a side, as a matrix, is shorter than this are left to AdamW."""


class Optimisation:
    """Muon for the hidden weights and AdamW for all else, at a changing rate, and the average of what they leave.

    Where several processes train together, each on batches of its own, they step along their mean gradient.

    Args:
        recipe: of the run.
        precision: float32, or bfloat16 where the device has units for it.
        network: what is averaged and kept.
        aids: modules that learn beside it and are not kept.
    """

    def __init__(self, recipe: Recipe, precision: torch.dtype, network: nn.Module, *aids: nn.Module) -> None:
        self.average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.average))
        hidden, small, others = _parts((network, *aids))
        groups = [{"params": small, "weight_decay": recipe.weight_decay}, {"params": others, "weight_decay": 0.0}]
        self.adamw = torch.optim.AdamW(groups, lr=recipe.learning_rate, betas=(0.9, 0.98), fused=True)
        self.muon = Muon(hidden, recipe.learning_rate, MOMENTUM, recipe.weight_decay, precision)
        self.step = 0
        self._recipe = recipe
        self._network = network

    def descend(self, terms: dict[str, Tensor], progress: float | None = None) -> dict[str, float]:
        """One step down the sum of the terms.

        Args:
            terms: scalars.
            progress: share of the run that is over, 0..1; None counts the recipe's steps.

        Returns:
            the terms, the gradient's norm before it was clipped, and the rate.

        Raises:
            RuntimeError: the gradient is infinite or no number; the weights are as they were.
        """
        rate = learning_rate(self._recipe, self.step, progress)
        groups = [*self.adamw.param_groups, *self.muon.param_groups]
        for group in groups:
            group["lr"] = rate
        self.adamw.zero_grad(set_to_none=True)
        self.muon.zero_grad(set_to_none=True)
        torch.autograd.backward(torch.stack(list(terms.values())).sum())
        parameters = [parameter for group in groups for parameter in group["params"]]
        if dist.is_initialized():
            _share_gradients(parameters)
        norm = nn.utils.clip_grad_norm_(parameters, self._recipe.clip, error_if_nonfinite=True)
        self.adamw.step()
        self.muon.step()
        self.average.update_parameters(self._network)
        self.step += 1
        return {name: term.item() for name, term in terms.items()} | {"norm": norm.item(), "rate": rate}


def learning_rate(recipe: Recipe, step: int, progress: float | None = None) -> float:
    """Linear warm-up, then a cosine down to the final share; see :meth:`Optimisation.descend`."""
    if progress is None:
        progress = (step - recipe.warm_up) / max(1, recipe.steps - recipe.warm_up)
    cosine = 0.5 * (1 + math.cos(math.pi * min(max(progress, 0), 1)))
    warmth = min(1, (step + 1) / recipe.warm_up)
    return recipe.learning_rate * warmth * (recipe.final_share + (1 - recipe.final_share) * cosine)


def _share_gradients(parameters: list[nn.Parameter]) -> None:
    """Replace every gradient by its mean over the processes."""
    gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    dist.all_reduce(flat)
    flat /= dist.get_world_size()
    for gradient, part in zip(gradients, flat.split([gradient.numel() for gradient in gradients]), strict=True):
        gradient.copy_(part.view_as(gradient))


def _parts(modules: tuple[nn.Module, ...]) -> tuple[list[nn.Parameter], list[nn.Parameter], list[nn.Parameter]]:
    """Hidden weights; small ones, which decay; norms, biases, tokens and tables, which do not."""
    tables = {id(part.weight) for module in modules for part in module.modules() if isinstance(part, nn.Embedding)}
    hidden: list[nn.Parameter] = []
    small: list[nn.Parameter] = []
    others: list[nn.Parameter] = []
    for name, parameter in (entry for module in modules for entry in module.named_parameters()):
        if id(parameter) in tables or not name.endswith("weight") or parameter.ndim < 2:
            others.append(parameter)
        else:
            narrow = min(parameter.flatten(1).shape) < SMALLEST_SIDE
            (small if narrow else hidden).append(parameter)
    return hidden, small, others
