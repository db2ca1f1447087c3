"""Steps along orthogonalised momentum, for the weights of a network.

Source: K. Jordan et al., Muon (2024); scaling of the step as in arXiv 2502.16982. torch's own Muon always iterates in
bfloat16, which a processor without units for it does some hundred times slower, and in one process only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import torch
import torch.distributed as dist
from torch import Tensor, nn

COEFFICIENTS = (3.4445, -4.7750, 2.0315)
ITERATIONS = 5
STEP_RMS = 0.4
"""Root mean square of a step's entries over the learning rate; AdamW's steps have about 0.2."""


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, each matrix's step made orthogonal; a convolution's filters are the rows of a matrix.

    Args:
        weights: parameters of two or more dimensions.
        lr: learning rate, on AdamW's scale.
        momentum: 0..1.
        weight_decay: share of the weights that a step at rate 1 takes away.
        precision: that steps are made orthogonal in: float32, or bfloat16 where the device has units for it.
    """

    def __init__(
        self,
        weights: Iterable[nn.Parameter],
        lr: float,
        momentum: float,
        weight_decay: float,
        precision: torch.dtype = torch.float32,
    ) -> None:
        super().__init__(weights, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})
        self._precision = precision

    @torch.no_grad()
    def step(self) -> None:  # type: ignore[override]
        """Move every weight that has a gradient."""
        for group in self.param_groups:
            alike: defaultdict[torch.Size, list[tuple[nn.Parameter, Tensor]]] = defaultdict(list)
            for weight in group["params"]:
                if weight.grad is not None:
                    alike[weight.shape].append((weight, self._moment(weight, weight.grad, group["momentum"])))
            stacks = [torch.stack([moment.flatten(1) for _, moment in moved]) for moved in alike.values()]
            made = orthogonal_by_all([stack.to(self._precision) for stack in stacks])
            for moved, updates in zip(alike.values(), made, strict=True):
                size = group["lr"] * STEP_RMS * max(updates.shape[1:]) ** 0.5
                for (weight, _), update in zip(moved, updates, strict=True):
                    weight.mul_(1 - group["lr"] * group["weight_decay"]).sub_(update.view_as(weight), alpha=size)

    def _moment(self, weight: nn.Parameter, gradient: Tensor, momentum: float) -> Tensor:
        state = self.state[weight]
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(weight)
        moment: Tensor = state["momentum"]
        moment.lerp_(gradient, 1 - momentum)
        return gradient.lerp(moment, momentum)


def orthogonal_by_all(stacks: list[Tensor]) -> list[Tensor]:
    """:func:`orthogonal` of each stack; where several processes train together, each does a share of the matrices."""
    if not dist.is_initialized():
        return [orthogonal(stack) for stack in stacks]
    rank, processes = dist.get_rank(), dist.get_world_size()
    flat = torch.zeros(sum(stack.numel() for stack in stacks), device=stacks[0].device)
    parts = flat.split([stack.numel() for stack in stacks])
    done = [part.view_as(stack) for part, stack in zip(parts, stacks, strict=True)]
    turn = 0
    for stack, result in zip(stacks, done, strict=True):
        mine = slice((rank - turn) % processes, None, processes)
        if len(stack[mine]):
            result[mine] = orthogonal(stack[mine])
        turn += len(stack)
    dist.all_reduce(flat)
    return done


def orthogonal(matrices: Tensor) -> Tensor:
    """Matrices (n, r, c) with their singular values brought near 1, by Newton-Schulz iterations."""
    tall = matrices.shape[1] > matrices.shape[2]
    x: Tensor = matrices.mT if tall else matrices
    x = x / (torch.linalg.matrix_norm(x, keepdim=True) + 1e-7)
    a, b, c = COEFFICIENTS
    for _ in range(ITERATIONS):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.mT if tall else x
