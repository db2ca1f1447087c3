"""A plain U-Net with one logit a class, as large as the small network: what the same time does without any words.

Source: Ronneberger et al. 2015, arXiv 1505.04597, with padded convolutions and group norms.
"""

from __future__ import annotations

import math
from itertools import pairwise

import torch
from torch import Tensor, nn

from ..segmenters.preprocess import standardised
from .batches import LabelBatch, moved
from .dense import RARE, pixel_loss
from .optimisation import Optimisation
from .recipe import Recipe
from .sources import CLASSES

WIDTHS = (32, 64, 128, 256, 592)
"""Channels of each level, finest first; with these it has the parameters of the preset ``nano`` within 3 %."""
GROUPS = 8


class UNet(nn.Module):
    """The network.

    Args:
        widths: channels of each level, finest first, multiples of ``GROUPS``.
    """

    def __init__(self, widths: tuple[int, ...] = WIDTHS) -> None:
        super().__init__()
        pairs = list(pairwise(widths))
        self.down = nn.ModuleList(_convolutions(*pair) for pair in [(3, widths[0]), *pairs])
        self.pool = nn.MaxPool2d(2)
        self.widen = nn.ModuleList(nn.ConvTranspose2d(coarse, fine, 2, stride=2) for fine, coarse in reversed(pairs))
        self.up = nn.ModuleList(_convolutions(2 * fine, fine) for fine, _ in reversed(pairs))
        self.classes = nn.Linear(widths[0], len(CLASSES))
        nn.init.constant_(self.classes.bias, math.log(RARE / (1 - RARE)))

    def forward(self, image: Tensor) -> Tensor:
        """Normalised pictures (B, 3, S, S) to logits (B, classes, S, S); each level halves S, without a rest."""
        x, *rest = self.down[0](image), *self.down[1:]
        skipped = []
        for convolutions in rest:
            skipped.append(x)
            x = convolutions(self.pool(x))
        for widen, convolutions in zip(self.widen, self.up, strict=True):
            x = convolutions(torch.cat([skipped.pop(), widen(x)], dim=1))
        logits: Tensor = self.classes(x.permute(0, 2, 3, 1))
        return logits.permute(0, 3, 1, 2)


def _convolutions(given: int, made: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for channels in (given, made):
        layers += [nn.Conv2d(channels, made, 3, padding=1, bias=False), nn.GroupNorm(GROUPS, made), nn.ReLU()]
    return nn.Sequential(*layers)


class UNetTrainer:
    """A U-Net while it is trained.

    Args:
        recipe: of the run; what only concerns phrases is not read.
        device: name of a torch device.
        precision: float32, or bfloat16 where the device has units for it.
    """

    def __init__(self, recipe: Recipe, device: str, precision: torch.dtype = torch.float32) -> None:
        torch.manual_seed(recipe.seed)
        self.network = UNet().to(device)
        self.optimisation = Optimisation(recipe, precision, self.network)
        self._device = torch.device(device)
        self._precision = precision

    def learn(self, batch: LabelBatch, progress: float | None = None) -> dict[str, float]:
        """One step on labels of every pixel; returns the loss. ``progress`` as in :meth:`Optimisation.descend`."""
        there = moved(batch, self._device)
        with torch.autocast(self._device.type, self._precision, enabled=self._precision != torch.float32):
            logits = self.network(standardised(there.image))
        return self.optimisation.descend({"pixels": pixel_loss(logits.float(), there.labels)}, progress)
