"""Networks that lack a part, to see what the part is worth."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor, nn

from ..networks.rs2sam2 import RS2SAM2
from ..networks.rs2sam2.prompts import MASK_STRIDE


class NoAttention(nn.Module):
    """In place of a cross attention: reads nothing."""

    def forward(self, query: Tensor, *_: Tensor | None) -> Tensor:
        """Zeros of the shape of ``query`` (B, N, C), whatever there is to read."""
        return query.new_zeros(query.shape)


class NoMask(nn.Module):
    """In place of the layers from a coarse mask to the dense prompt: adds nothing to the picture.

    Args:
        dim: width of the prompt.
    """

    def __init__(self, dim: int) -> None:
        super().__init__()
        self._dim = dim

    def forward(self, mask: Tensor) -> Tensor:
        """Zeros (B, dim, h, w) for a mask (B, 1, 4 h, 4 w)."""
        return mask.new_zeros(len(mask), self._dim, mask.shape[2] // MASK_STRIDE, mask.shape[3] // MASK_STRIDE)


def full(network: RS2SAM2) -> RS2SAM2:
    """The network as it is."""
    return network


def without_fusion(network: RS2SAM2) -> RS2SAM2:
    """Picture and words no longer read each other inside the image encoder; the rest of each adapter stays."""
    for block in network.visual_model.image_encoder.trunk.adapted_blocks():
        for name in ("vlfusion_module", "lvfusion_module"):
            block.Space_Adapter.add_module(name, NoAttention())
    return network


def without_mask_prompt(network: RS2SAM2) -> RS2SAM2:
    """The coarse mask no longer prompts the decoder, and what makes it does not learn."""
    network.visual_model.sam_prompt_encoder.mask_downscaling = NoMask(network.config.prompt_dim)
    for part in (network.vmtoken, network.mask_linear, network.mask_product):
        part.requires_grad_(False)
    return network


VARIANTS: dict[str, Callable[[RS2SAM2], RS2SAM2]] = {
    "full": full,
    "no_fusion": without_fusion,
    "no_mask_prompt": without_mask_prompt,
}
"""Each changes a network in place; the tensors that remain keep their names."""
