"""State dicts into a network, strictly: the released ones are arranged to our names first, their adapters merged."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from ..loading import load_frozen, network_shapes
from ..lora import merged
from ..shapes import check_shapes
from .config import PRESETS, RSRefSeg2Config
from .network import RSRefSeg2
from .released import adapter_names, base_name, dead_shapes, plain_names, released_shapes

ADAPTER_SCALE = 16 / 16
"""Alpha over rank of the released adapters."""


def check_released(shapes: Mapping[str, tuple[int, ...]], config: RSRefSeg2Config = PRESETS["large"]) -> None:
    """Compare names and shapes with those of a released checkpoint.

    Tensors that no forward pass touches may all be there, as released, or all be left out.

    Raises:
        WeightsError: a tensor is missing, extra or misshapen; the sentence names it.
    """
    dead = dead_shapes(config)
    used = released_shapes(network_shapes(lambda: RSRefSeg2(config)))
    check_shapes(used | (dead if dead.keys() & shapes.keys() else {}), shapes)


def arranged(tensors: Mapping[str, Tensor], config: RSRefSeg2Config = PRESETS["large"]) -> dict[str, Tensor]:
    """Tensors of a released checkpoint under the names of the network, for :func:`load_network`.

    Adapters are added to their weights in float32 and rounded once to the precision of the weights. Each tensor is
    looked up once, so that ``tensors`` may be mapped from a file or made on demand.

    Args:
        tensors: what :func:`check_released` accepts.
        config: sizes of the network.
    """
    shapes = network_shapes(lambda: RSRefSeg2(config))
    return {name: _arranged(tensors, name).reshape(shape) for name, shape in shapes.items()}


def load_network(
    config: RSRefSeg2Config,
    state: Mapping[str, Tensor],
    *,
    dtype: torch.dtype = torch.float32,
    device: torch.device | str = "cpu",
) -> RSRefSeg2:
    """Build a network around a state dict with the network's own names, ready for inference.

    Arguments and errors are those of :func:`~phrasegon.model.networks.loading.load_frozen`.
    """
    return load_frozen(lambda: RSRefSeg2(config), state, dtype=dtype, device=device)


def _arranged(tensors: Mapping[str, Tensor], name: str) -> Tensor:
    parts = [_weight(tensors, plain) for plain in plain_names(name)]
    return parts[0] if len(parts) == 1 else torch.cat(parts)


def _weight(tensors: Mapping[str, Tensor], plain: str) -> Tensor:
    weight, factors = tensors[base_name(plain)], adapter_names(plain)
    if factors is None:
        return weight
    down, up = (tensors[factor] for factor in factors)
    return merged(weight, down, up, ADAPTER_SCALE)
