"""Networks with SigLIP's towers around a state dict, ready for inference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import torch
from torch import Tensor, nn

from .blank import blank
from .rsrefseg.network import RSRefSeg
from .rsrefseg2.network import RSRefSeg2
from .shapes import Shapes, check_shapes, shapes_of

Network = TypeVar("Network", RSRefSeg, RSRefSeg2)

WORD_TABLE = "siglip.text.token_embedding.weight"
COUNTER = "num_batches_tracked"
"""Tensors of this name count the steps of a batch norm; nothing reads them."""


def network_shapes(build: Callable[[], nn.Module]) -> Shapes:
    """Names and shapes of all tensors that the network needs."""
    state = blank(build).state_dict()
    return {name: tuple(tensor.shape) for name, tensor in state.items() if not name.endswith(COUNTER)}


def load_frozen(
    build: Callable[[], Network], state: Mapping[str, Tensor], *, dtype: torch.dtype, device: torch.device | str
) -> Network:
    """Fill a network and freeze it.

    The token table keeps the precision of ``state`` and, on a processor, its memory: a phrase reads a few rows of it.

    Args:
        build: makes the network.
        state: tensors under the network's own names; may be memory-mapped.
        dtype: float32 or bfloat16.
        device: where the network shall live.

    Raises:
        WeightsError: a tensor is missing, extra or misshapen; the sentence names it.
    """
    shapes = network_shapes(build)
    check_shapes(shapes, shapes_of(state))
    network = blank(build)
    table = network.siglip.text.token_embedding
    table.weight = nn.Parameter(torch.empty(0))
    loaded = {name: state[name].to(torch.float32) for name in shapes if name != WORD_TABLE}
    network.load_state_dict(loaded, strict=False, assign=True)
    # Folding and positions lose nothing in float32; only then may the result be rounded.
    network.freeze().to(device=device, dtype=dtype)
    table.weight = nn.Parameter(state[WORD_TABLE].to(device), requires_grad=False)
    return network
