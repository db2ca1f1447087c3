"""A network small enough for a test, filled at random."""

from __future__ import annotations

import pytest
import torch

from phrasegon.model.networks.lqvg import LQVG, LQVGConfig, TextConfig

SMALL = LQVGConfig(
    image_size=96,
    blocks=(1, 1, 1, 1),
    text=TextConfig(dim=32, depth=2, heads=2, ffn=48, vocabulary=60, positions=20),
    dim=64,
    heads=4,
    points=2,
    encoder_layers=2,
    decoder_layers=3,
    ffn=80,
    queries=5,
)


@pytest.fixture(scope="session")
def small() -> LQVGConfig:
    return SMALL


@pytest.fixture(scope="session")
def state() -> dict[str, torch.Tensor]:
    """Tensors with norms that do something, and with offsets that leave the maps now and then."""
    torch.manual_seed(1)
    state = LQVG(SMALL).state_dict()
    for name, tensor in state.items():
        if tensor.dim() == 1:
            tensor.add_(0.1 * torch.randn_like(tensor))
        if name.endswith("sampling_offsets.bias"):
            tensor.add_(2 * torch.randn_like(tensor))
    return state
