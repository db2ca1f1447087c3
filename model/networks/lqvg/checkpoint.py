"""A state dict into a network, by name and strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

import torch
from torch import Tensor

from ..blank import blank
from ..shapes import Shapes, check_shapes, shapes_of
from .config import LQVGConfig
from .network import LQVG

ALIAS = re.compile(r"^transformer\.decoder\.(?=bbox_embed\.)")
"""A released checkpoint lists its box heads twice, the second time as the decoder's."""

Value = TypeVar("Value")


def dead_shapes(config: LQVGConfig) -> Shapes:
    """Name and shape of each tensor that a file may carry and no forward pass touches."""
    dim = config.text.dim
    return {
        "text_encoder.pooler.dense.weight": (dim, dim),
        "text_encoder.pooler.dense.bias": (dim,),
        "text_encoder.embeddings.position_ids": (1, config.text.positions),
    }


def check_tensors(config: LQVGConfig, shapes: Mapping[str, tuple[int, ...]]) -> None:
    """Compare the names and shapes of a state dict with the network's.

    Box heads may be listed under either of their names or under both, and dead tensors may be there or not.

    Raises:
        WeightsError: a tensor is missing, extra or misshapen; the sentence names it.
    """
    found = _without_aliases(shapes)
    dead = {name: shape for name, shape in dead_shapes(config).items() if name in found}
    check_shapes(_network_shapes(config) | dead, found)


def arranged(config: LQVGConfig, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Tensors that :func:`check_tensors` accepts, each under one name and without the dead ones."""
    found = _without_aliases(tensors)
    return {name: found[name] for name in _network_shapes(config)}


def load_network(
    config: LQVGConfig,
    state: Mapping[str, Tensor],
    *,
    dtype: torch.dtype = torch.float32,
    device: torch.device | str = "cpu",
) -> LQVG:
    """Build a network around a state dict, ready for inference.

    Args:
        config: sizes of the network.
        state: tensors under their released names, as released or arranged; may be memory-mapped.
        dtype: precision of the residual network. All else computes in float32, since errors multiply where words and
            maps meet, and a place between the cells of a map needs more digits than half of the bits can hold. With
            weights drawn at random, bfloat16 moves boxes by up to 0.04 of the picture's side, float16 by 0.005.
        device: where the network shall live.

    Raises:
        WeightsError: see :func:`check_tensors`.
    """
    check_tensors(config, shapes_of(state))
    network = empty_network(config)
    tensors = arranged(config, state)
    network.load_state_dict({name: tensor.to(torch.float32) for name, tensor in tensors.items()}, assign=True)
    # Folding loses nothing in float32; only then may the result be rounded.
    network.freeze().backbone.to(dtype)
    return network.to(device)


def empty_network(config: LQVGConfig) -> LQVG:
    """A network without memory behind its tensors, to be filled by assignment."""
    return blank(lambda: LQVG(config))


def _network_shapes(config: LQVGConfig) -> Shapes:
    return shapes_of(empty_network(config).state_dict())


def _without_aliases(entries: Mapping[str, Value]) -> dict[str, Value]:
    """Each box head once; where both names are there, the alias gives way, as when torch loads the file in order."""
    aliases = {ALIAS.sub("", name): value for name, value in entries.items() if ALIAS.match(name)}
    return aliases | {name: value for name, value in entries.items() if not ALIAS.match(name)}
