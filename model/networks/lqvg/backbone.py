"""ResNet-50 with batch norms that never learn, and the maps of one width that are made from it.

Sources: He et al. 2015, arXiv 1512.03385 (torchvision's, with the stride in the 3 x 3 convolution); levels as in
Deformable DETR, Zhu et al. 2020, arXiv 2010.04159.
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_weights
from torchvision.models.resnet import Bottleneck, ResNet
from torchvision.ops import FrozenBatchNorm2d

STAGE_CHANNELS = (512, 1024, 2048)
"""Channels of the second, third and fourth stage."""

LEVELS = len(STAGE_CHANNELS) + 1
GROUPS = 32


class Body(ResNet):
    """torchvision's residual network without its classifier."""

    def __init__(self, blocks: tuple[int, int, int, int]) -> None:
        super().__init__(Bottleneck, list(blocks), norm_layer=FrozenBatchNorm2d)
        del self.avgpool, self.fc

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(B, 3, H, W) to the maps at stride 8, 16 and 32, with 512, 1,024 and 2,048 channels."""
        x = self.layer1(self.maxpool(self.relu(self.bn1(self.conv1(pictures)))))
        fine = self.layer2(x)
        middle = self.layer3(fine)
        return fine, middle, self.layer4(middle)

    @torch.no_grad()
    def fold(self) -> None:
        """Merge every norm into the convolution before it, which is exact: both are linear.

        Channels lie side by side from then on, with which processors are faster.
        """
        for parent in list(self.modules()):
            for (_, conv), (name, norm) in pairwise(list(parent.named_children())):
                if isinstance(norm, FrozenBatchNorm2d):
                    statistics = (norm.running_mean, norm.running_var, norm.eps, norm.weight, norm.bias)
                    conv.weight, conv.bias = fuse_conv_bn_weights(conv.weight, conv.bias, *statistics)
                    setattr(parent, name, nn.Identity())
        self.to(memory_format=torch.channels_last)


class Backbone(nn.Module):
    """Holds the residual network under its released name."""

    def __init__(self, blocks: tuple[int, int, int, int]) -> None:
        super().__init__()
        self.body = Body(blocks)


class Projections(nn.ModuleList):
    """The three maps at one width, and a fourth at half the resolution of the coarsest."""

    def __init__(self, dim: int) -> None:
        deepest = STAGE_CHANNELS[-1]
        convolutions = [nn.Conv2d(channels, dim, 1) for channels in STAGE_CHANNELS]
        convolutions.append(nn.Conv2d(deepest, dim, 3, stride=2, padding=1))
        super().__init__(nn.Sequential(conv, nn.GroupNorm(GROUPS, dim)) for conv in convolutions)

    def forward(self, fine: Tensor, middle: Tensor, coarse: Tensor) -> tuple[Tensor, ...]:
        """The maps of ``Body`` to four of ``dim`` channels, at stride 8, 16, 32 and 64."""
        return tuple(project(maps) for project, maps in zip(self, (fine, middle, coarse, coarse), strict=True))
