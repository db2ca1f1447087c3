"""The Hiera image encoder with an adapter in every block, and its neck; stock layers are SAM 2's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import torch
import torch.nn.functional as F
from sam2.modeling.backbones.hieradet import MultiScaleBlock, do_pool
from sam2.modeling.backbones.image_encoder import FpnNeck
from sam2.modeling.backbones.utils import PatchEmbed, window_partition, window_unpartition
from sam2.modeling.sam2_utils import MLP
from torch import Tensor, nn

from .adapters import FusionAdapter, MLPAdapter
from .chunks import in_chunks
from .config import RS2SAM2Config
from .convolutions import Neighbourhood, Stem
from .norms import PartedNorm

MLP_ADAPTER_SCALE = 0.5
STAGE_STRIDE = 2
PATCH_STRIDE = 4
LEVELS = 3
"""Levels that the neck gives to the mask decoder."""


@dataclass(frozen=True)
class Stage:
    """Width and attention heads that the blocks of one stage share."""

    dim: int
    heads: int


class AdaptedBlock(MultiScaleBlock):
    """A Hiera block that also carries the text state from block to block."""

    def __init__(self, stage: Stage, window: int, *, entry: bool, last: bool, config: RS2SAM2Config) -> None:
        super().__init__(
            dim=stage.dim // 2 if entry else stage.dim,
            dim_out=stage.dim,
            num_heads=stage.heads,
            q_stride=(STAGE_STRIDE, STAGE_STRIDE) if entry else None,
            window_size=window,
        )
        hidden = int(stage.dim * config.adapter_ratio)
        self.last = last
        self.Space_Adapter = FusionAdapter(stage.dim, hidden, config.prompt_dim, config.fusion_heads)
        self.MLP_Adapter: MLPAdapter | None = MLPAdapter(stage.dim, hidden)

    def forward(self, x: Tensor, text: Tensor, text_mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """(B, H, W, D_in) and (B, L, T) to (B, H', W', D_out) and (B, L, T)."""
        normed = self.norm1(x)
        shortcut = x if self.dim == self.dim_out else do_pool(self.proj(normed), self.pool)
        attended = self._windowed_attention(normed, shortcut.shape[1:3])
        vision, text = self.Space_Adapter(attended, text, text_mask, last=self.last)
        mixed = in_chunks(self._mix, shortcut.flatten(0, 2), attended.flatten(0, 2), vision.flatten(0, 1))
        return mixed.view(shortcut.shape), text

    def _mix(self, shortcut: Tensor, attended: Tensor, vision: Tensor) -> Tensor:
        """Sum of the branches and the feed-forward network behind it, (N, D_out) tokens each, ``vision`` (N, d)."""
        x = shortcut + attended + self.Space_Adapter.D_fc2(vision)
        normed = self.norm2(x)
        out: Tensor = x + self.mlp(normed)
        return out if self.MLP_Adapter is None else out + MLP_ADAPTER_SCALE * self.MLP_Adapter(normed)

    def _windowed_attention(self, x: Tensor, out_size: torch.Size) -> Tensor:
        if self.window_size == 0:
            everywhere: Tensor = self.attn(x)
            return everywhere
        windows, padded = window_partition(x, self.window_size)
        stride = self.q_stride[0] if self.q_stride else 1
        padded = tuple(side // stride for side in padded)
        attended = in_chunks(self.attn, windows)
        joined: Tensor = window_unpartition(attended, self.window_size // stride, padded, out_size)
        return joined

    @torch.no_grad()
    def fold(self) -> None:
        """Merge the adapter into the feed-forward network, which is exact: both read ``norm2`` and are summed."""
        adapter = self.MLP_Adapter
        if adapter is None:
            return
        first, second = self.mlp.layers
        with torch.device("meta"):
            merged = MLP(first.in_features, first.out_features + adapter.D_fc1.out_features, self.dim_out, 2, nn.GELU)
        merged.layers[0].weight = _parameter(torch.cat([first.weight, adapter.D_fc1.weight]))
        merged.layers[0].bias = _parameter(torch.cat([first.bias, adapter.D_fc1.bias]))
        merged.layers[1].weight = _parameter(
            torch.cat([second.weight, MLP_ADAPTER_SCALE * adapter.D_fc2.weight], dim=1)
        )
        merged.layers[1].bias = _parameter(second.bias + MLP_ADAPTER_SCALE * adapter.D_fc2.bias)
        self.mlp: MLP = merged
        self.MLP_Adapter = None


def _parameter(value: Tensor) -> nn.Parameter:
    return nn.Parameter(value, requires_grad=False)


class AdaptedHiera(nn.Module):
    """Hiera whose every block fuses picture and words."""

    def __init__(self, config: RS2SAM2Config) -> None:
        super().__init__()
        trunk = config.trunk
        self.patch_embed = PatchEmbed(stride=(PATCH_STRIDE, PATCH_STRIDE), embed_dim=trunk.dim)
        self.pos_embed = nn.Parameter(torch.zeros(1, trunk.dim, trunk.position_grid, trunk.position_grid))
        self.pos_embed_window = nn.Parameter(torch.zeros(1, trunk.dim, trunk.windows[0], trunk.windows[0]))
        self.blocks = nn.ModuleList(_blocks(config))
        widths = [block.dim for block in self.adapted_blocks()] if trunk.convolutions else []
        self.stem = Stem(trunk.dim) if trunk.convolutions else None
        self.neighbourhoods = nn.ModuleList(Neighbourhood(dim) for dim in widths)
        self.norms = nn.ModuleList(_norm(block.dim_out, config) for block in self.adapted_blocks())
        self.text_norm = nn.LayerNorm(config.prompt_dim) if trunk.norms else nn.Identity()
        self.stage_ends = [sum(trunk.stages[: stage + 1]) - 1 for stage in range(len(trunk.stages))]
        self.cached_position: Tensor | None
        self.register_buffer("cached_position", None, persistent=False)

    def freeze(self, image_size: int) -> None:
        """Keep the position map for this image side and fold the adapters, once the weights are final."""
        side = image_size // PATCH_STRIDE
        with torch.no_grad():
            self.cached_position = self._position(torch.Size((side, side))).contiguous()
        for block in self.adapted_blocks():
            block.fold()

    def adapted_blocks(self) -> Iterator[AdaptedBlock]:
        """The blocks in order."""
        yield from cast("Iterator[AdaptedBlock]", iter(self.blocks))

    def _position(self, size: torch.Size) -> Tensor:
        if self.cached_position is not None and self.cached_position.shape[1:3] == size:
            return self.cached_position
        background = F.interpolate(self.pos_embed, size=size, mode="bicubic")
        window = self.pos_embed_window
        repeats = [whole // part for whole, part in zip(background.shape[2:], window.shape[2:], strict=True)]
        return (background + window.tile(1, 1, *repeats)).permute(0, 2, 3, 1)

    def forward(self, image: Tensor, text: Tensor, text_mask: Tensor | None) -> list[Tensor]:
        """(B, 3, S, S), (B, L, T), bool (B, L) to the maps of the four stages, (B, D, S/4.., S/4..), finest first."""
        x = self.patch_embed(image)
        # Under autocast this keeps the sums of the first stage's blocks in single precision.
        x = x + self._position(x.shape[1:3])
        if self.stem is not None:
            x = x + self.stem(image)
        stages = []
        for index, block in enumerate(self.adapted_blocks()):
            if self.neighbourhoods:
                x = self.neighbourhoods[index](x)
            x, text = block(x, self.text_norm(text), text_mask)
            normed = self.norms[index](x.permute(0, 3, 1, 2))
            x = normed.permute(0, 2, 3, 1)
            if index in self.stage_ends:
                stages.append(normed)
        return stages


def _norm(dim: int, config: RS2SAM2Config) -> nn.Module:
    return PartedNorm(dim) if config.trunk.norms else nn.Identity()


def _blocks(config: RS2SAM2Config) -> Iterator[AdaptedBlock]:
    """The blocks in order; the first of a later stage still attends in the windows of the stage before it."""
    trunk = config.trunk
    last = sum(trunk.stages) - 1
    index = 0
    for number, (depth, window) in enumerate(zip(trunk.stages, trunk.windows, strict=True)):
        stage = Stage(dim=trunk.dim * 2**number, heads=trunk.heads * 2**number)
        for position in range(depth):
            entry = number > 0 and position == 0
            side = trunk.windows[number - 1] if entry else window
            side = 0 if index in trunk.global_blocks else side
            yield AdaptedBlock(stage, side, entry=entry, last=index == last, config=config)
            index += 1


def pointwise(conv: nn.Conv2d, x: Tensor) -> Tensor:
    """A 1 x 1 convolution of a map (B, C, h, w) whose channels lie side by side, as the matrix product that it is."""
    return F.linear(x.permute(0, 2, 3, 1), conv.weight.flatten(1), conv.bias).permute(0, 3, 1, 2)


class Neck(FpnNeck):
    """SAM 2's feature pyramid, without its position encodings, which nothing reads."""

    def __init__(self, channels: list[int], dim: int) -> None:
        super().__init__(
            position_encoding=nn.Identity(),
            d_model=dim,
            backbone_channel_list=channels,
            fpn_top_down_levels=[2, 3],
            fpn_interp_model="nearest",
        )

    def forward(self, stages: list[Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """Four stages, finest first, to the levels at stride 4, 8 and 16, each (B, dim, h, w)."""
        coarsest, coarse, middle, fine = (lateral.conv for lateral in self.convs)
        top_down = F.interpolate(pointwise(coarsest, stages[3]), scale_factor=2.0, mode="nearest")
        return pointwise(fine, stages[0]), pointwise(middle, stages[1]), pointwise(coarse, stages[2]) + top_down


class ImageEncoder(nn.Module):
    """Trunk and neck."""

    def __init__(self, config: RS2SAM2Config) -> None:
        super().__init__()
        self.trunk = AdaptedHiera(config)
        widths = [config.trunk.dim * 2**number for number in range(len(config.trunk.stages))]
        self.neck = Neck(widths[::-1], config.prompt_dim)
        self.norms = nn.ModuleList(_norm(config.prompt_dim, config) for _ in range(LEVELS))

    def forward(self, image: Tensor, text: Tensor, text_mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """Levels at stride 4, 8 and 16, each (B, dim, h, w)."""
        levels: tuple[Tensor, Tensor, Tensor] = self.neck(self.trunk(image, text, text_mask))
        fine, middle, coarse = (norm(level) for norm, level in zip(self.norms, levels, strict=True))
        return fine, middle, coarse
