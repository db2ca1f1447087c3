"""SAM 2's image encoder: Hiera and its feature pyramid, with convolutions for a small one."""

from __future__ import annotations

import torch
from sam2.modeling.backbones.hieradet import Hiera
from torch import Tensor, nn

from ..rs2sam2.config import TrunkConfig
from ..rs2sam2.convolutions import Neighbourhood, Stem
from ..rs2sam2.trunk import Neck

PATCH_STRIDE = 4


class Trunk(Hiera):
    """Hiera, where the configuration asks for it with convolutions beside its patch embedding and before its blocks.

    Args:
        config: its sizes.
    """

    def __init__(self, config: TrunkConfig) -> None:
        super().__init__(
            embed_dim=config.dim,
            num_heads=config.heads,
            stages=config.stages,
            window_spec=config.windows,
            global_att_blocks=config.global_blocks,
            window_pos_embed_bkg_spatial_size=(config.position_grid, config.position_grid),
        )
        widths = [block.dim for block in self.blocks] if config.convolutions else []
        self.stem = Stem(config.dim) if config.convolutions else None
        self.neighbourhoods = nn.ModuleList(Neighbourhood(dim) for dim in widths)
        self.cached_position: Tensor | None
        self.register_buffer("cached_position", None, persistent=False)

    def freeze(self, image_size: int) -> None:
        """Keep the position map for this image side, once the weights are final."""
        side = image_size // PATCH_STRIDE
        with torch.no_grad():
            self.cached_position = self._get_pos_embed((side, side)).contiguous()

    def forward(self, image: Tensor) -> list[Tensor]:
        """(B, 3, S, S) to the maps of the four stages, (B, D, S/4.., S/4..), finest first."""
        x = self.patch_embed(image)
        cached = self.cached_position
        x = x + (self._get_pos_embed(x.shape[1:3]) if cached is None else cached)
        if self.stem is not None:
            x = x + self.stem(image)
        stages = []
        for index, block in enumerate(self.blocks):
            if self.neighbourhoods:
                x = self.neighbourhoods[index](x)
            x = block(x)
            if index in self.stage_ends:
                stages.append(x.permute(0, 3, 1, 2))
        return stages


class ImageEncoder(nn.Module):
    """Trunk and neck.

    Args:
        config: sizes of the trunk.
        dim: channels of every level.
    """

    def __init__(self, config: TrunkConfig, dim: int) -> None:
        super().__init__()
        self.trunk = Trunk(config)
        self.neck = Neck(self.trunk.channel_list, dim)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Normalised picture (B, 3, S, S) to levels at stride 4, 8 and 16, each (B, dim, h, w)."""
        levels: tuple[Tensor, Tensor, Tensor] = self.neck(self.trunk(image))
        return levels
