"""State dicts into a network, strictly: the released ones are arranged to our names first, their adapters merged."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from ..blank import blank
from ..shapes import Shapes, check_shapes
from .config import PRESETS, RSRefSeg2Config
from .network import RSRefSeg2
from .released import adapter_names, base_name, dead_shapes, plain_names, released_shapes

TOKEN_TABLE = "siglip.text.token_embedding.weight"  # noqa: S105 (no password)
COUNTER = "num_batches_tracked"
LORA_SCALE = 16 / 16
"""Alpha over rank of the released adapters."""


def check_released(shapes: Mapping[str, tuple[int, ...]], config: RSRefSeg2Config = PRESETS["large"]) -> None:
    """Compare names and shapes with those of a released checkpoint.

    Tensors that no forward pass touches may all be there, as released, or all be left out.

    Raises:
        WeightsError: a tensor is missing, extra or misshapen; the sentence names it.
    """
    dead = dead_shapes(config)
    check_shapes(released_shapes(_network_shapes(config)) | (dead if dead.keys() & shapes.keys() else {}), shapes)


def arranged(tensors: Mapping[str, Tensor], config: RSRefSeg2Config = PRESETS["large"]) -> dict[str, Tensor]:
    """Tensors of a released checkpoint under the names of the network, for :func:`load_network`.

    Adapters are added to their weights in float32 and rounded once to the precision of the weights. Each tensor is
    looked up once, so that ``tensors`` may be mapped from a file or made on demand.

    Args:
        tensors: what :func:`check_released` accepts.
        config: sizes of the network.
    """
    return {name: _arranged(tensors, name).reshape(shape) for name, shape in _network_shapes(config).items()}


def load_network(
    config: RSRefSeg2Config,
    state: Mapping[str, Tensor],
    *,
    dtype: torch.dtype = torch.float32,
    device: torch.device | str = "cpu",
) -> RSRefSeg2:
    """Build a network around a state dict, ready for inference.

    The token table keeps the precision of ``state`` and, on a processor, its memory: a phrase reads a few rows of it.

    Args:
        config: sizes of the network.
        state: tensors under the network's own names; may be memory-mapped.
        dtype: float32 or bfloat16.
        device: where the network shall live.

    Raises:
        WeightsError: a tensor is missing, extra or misshapen; the sentence names it.
    """
    shapes = _network_shapes(config)
    check_shapes(shapes, {name: tuple(tensor.shape) for name, tensor in state.items()})
    network = blank(lambda: RSRefSeg2(config))
    table = network.siglip.text.token_embedding
    table.weight = nn.Parameter(torch.empty(0))
    loaded = {name: state[name].to(torch.float32) for name in shapes if name != TOKEN_TABLE}
    network.load_state_dict(loaded, strict=False, assign=True)
    # Folding and positions lose nothing in float32; only then may the result be rounded.
    network.freeze().to(device=device, dtype=dtype)
    table.weight = nn.Parameter(state[TOKEN_TABLE].to(device), requires_grad=False)
    return network


def _arranged(tensors: Mapping[str, Tensor], name: str) -> Tensor:
    parts = [_merged(tensors, plain) for plain in plain_names(name)]
    return parts[0] if len(parts) == 1 else torch.cat(parts)


def _merged(tensors: Mapping[str, Tensor], plain: str) -> Tensor:
    weight = tensors[base_name(plain)]
    factors = adapter_names(plain)
    if factors is None:
        return weight
    down, up = (tensors[factor].float().flatten(1) for factor in factors)
    return (weight.float() + LORA_SCALE * (up @ down).view(weight.shape)).to(weight.dtype)


def _network_shapes(config: RSRefSeg2Config) -> Shapes:
    """Names and shapes of a state dict, without the counter of a batch norm, which nothing reads."""
    network = blank(lambda: RSRefSeg2(config))
    return {name: tuple(tensor.shape) for name, tensor in network.state_dict().items() if not name.endswith(COUNTER)}
