"""A released state dict into a network, by name and strictly."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from ..blank import blank
from ..shapes import Shapes, check_shapes, shapes_of
from .config import SAM2Config
from .network import SAM2

MEMORY = (
    "mask_downsample.",
    "maskmem_tpos_enc",
    "memory_attention.",
    "memory_encoder.",
    "no_mem_pos_enc",
    "no_obj_embed_spatial",
    "no_obj_ptr",
    "obj_ptr_proj.",
    "obj_ptr_tpos_proj.",
)
"""How the names of the video memory's tensors begin; single pictures need none of them."""


def load_network(
    config: SAM2Config,
    state: Mapping[str, Tensor],
    *,
    dtype: torch.dtype = torch.float32,
    device: torch.device | str = "cpu",
) -> SAM2:
    """Build a network around a state dict, ready for inference; the video memory is not kept.

    Args:
        config: sizes of the network.
        state: tensors under their released names, as a released file holds them under ``model``; may be memory-mapped.
        dtype: float32 or bfloat16.
        device: where the network shall live.

    Raises:
        WeightsError: a tensor is missing, unknown or misshapen; the sentence names it.
    """
    network = blank(lambda: SAM2(config))
    used = {name: tensor for name, tensor in state.items() if not name.startswith(MEMORY)}
    check_shapes(_shapes(network.state_dict()), _shapes(used))
    network.load_state_dict({name: tensor.to(torch.float32) for name, tensor in used.items()}, assign=True)
    network.requires_grad_(False).eval().to(device=device, dtype=dtype)
    # Its layers compute positions in float32, and they are too few to be worth rounding.
    network.sam_prompt_encoder.float()
    return network


def _shapes(state: Mapping[str, Tensor]) -> Shapes:
    return shapes_of(state)
