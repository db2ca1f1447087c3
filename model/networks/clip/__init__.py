"""CLIP as open_clip builds it: how well a picture and a phrase go together."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from open_clip import CLIP, get_model_config
from torch import Tensor

from ..blank import blank
from ..shapes import check_shapes, shapes_of

PRESETS: dict[str, str] = {"ViT-B-32": "ViT-B-32", "ViT-L-14": "ViT-L-14"}
"""Sizes, by the names that open_clip has for them."""


def build(size: str) -> CLIP:
    """A network of a size of ``PRESETS``."""
    return CLIP(**get_model_config(size))


def check_tensors(size: str, shapes: Mapping[str, tuple[int, ...]]) -> None:
    """Compare names and shapes with the network's.

    Raises:
        WeightsError: a tensor is missing, extra or misshapen; the sentence names it.
    """
    state = blank(lambda: build(size)).state_dict()
    check_shapes(shapes_of(state), dict(shapes))


def load_network(
    size: str, state: Mapping[str, Tensor], *, dtype: torch.dtype, device: torch.device | str = "cpu"
) -> CLIP:
    """Build a network around a state dict, ready for inference.

    Raises:
        WeightsError: see :func:`check_tensors`.
    """
    check_tensors(size, shapes_of(state))
    network = build(size)
    network.load_state_dict({name: tensor.float() for name, tensor in state.items()})
    return network.requires_grad_(False).eval().to(device=device, dtype=dtype)
