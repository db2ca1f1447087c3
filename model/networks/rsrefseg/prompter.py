"""AttnPrompter: patches that the words light up become sparse prompts, their likeness to the phrase the dense one.

Source: arXiv 2501.06809 and the released code; of 27 by 27 patches remain 7 by 7, that is 49 prompts, where the paper
says 36.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from ..rsrefseg2.siglip import SigLIP
from .config import RSRefSegConfig


@dataclass(frozen=True)
class PhraseState:
    """All that the network knows of a phrase.

    Attributes:
        words: (B, L, C), each of length one.
        pooled: the phrase as one vector of length one, (B, C).
    """

    words: Tensor
    pooled: Tensor


class AttnPrompter(nn.Module):
    """Prompts for SAM from a phrase and a picture.

    Args:
        config: sizes of the network.
    """

    def __init__(self, config: RSRefSegConfig) -> None:
        super().__init__()
        dim = config.prompt_dim
        self.grid = config.siglip.grid
        self.down_channel = _convolution(3 * config.siglip.dim, dim, kernel=1, stride=1)
        self.down_spatial = nn.Sequential(
            *(_convolution(dim, dim, kernel=3, stride=2) for _ in range(config.halvings)), nn.Conv2d(dim, dim, 1)
        )

    def freeze(self) -> None:
        """Fold every batch normalisation into the convolution before it, once the weights are final."""
        for block in self.modules():
            if isinstance(block, nn.Sequential):
                conv, norm = block[0], block[1]
                if isinstance(conv, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
                    block[0], block[1] = fuse_conv_bn_eval(conv, norm), nn.Identity()

    def forward(self, patches: Tensor, phrase: PhraseState, siglip: SigLIP, position: Tensor) -> tuple[Tensor, Tensor]:
        """Read a phrase in pictures.

        Args:
            patches: SigLIP's, row by row, (B, P, C).
            phrase: of the same batch, or of one phrase for all pictures.
            siglip: turns likeness into logits.
            position: SAM's position encoding of the patches' places, (1, D, g, g).

        Returns:
            sparse prompts (B, N, D), and logits that patch and phrase mean the same, (B, 1, g, g).
        """
        unit = F.normalize(patches, dim=2)
        likeness = siglip.logit(unit @ phrase.pooled.unsqueeze(2))
        words = siglip.logit(unit @ phrase.words.transpose(1, 2)).sigmoid()
        # Each word weighs the same patch, so that their mean over the words is the patch times its mean weight.
        local = patches * (1 + words.mean(dim=2, keepdim=True)) / 2
        lit = torch.cat([local, patches * likeness.sigmoid(), patches], dim=2)
        features = self.down_channel(self._map(lit)) + position
        return self.down_spatial(features).flatten(2).transpose(1, 2), self._map(likeness)

    def _map(self, tokens: Tensor) -> Tensor:
        """(B, P, C) to (B, C, g, g)."""
        maps: Tensor = tokens.transpose(1, 2).unflatten(2, (self.grid, self.grid))
        return maps


def _convolution(inputs: int, outputs: int, kernel: int, stride: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2), nn.BatchNorm2d(outputs), nn.GELU()
    )
