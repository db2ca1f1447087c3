"""A state dict into a network, by name and strictly."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from ..blank import blank
from ..shapes import check_shapes, shapes_of
from .config import RS2SAM2Config
from .dead import dead_tensors
from .network import RS2SAM2


def check_tensors(config: RS2SAM2Config, shapes: Mapping[str, tuple[int, ...]]) -> None:
    """Compare the names and shapes of a state dict with the network's.

    Tensors that no forward pass touches may all be there, as in a released checkpoint, or all be left out.

    Raises:
        WeightsError: a tensor is missing, extra or misshapen; the sentence names it.
    """
    dead = dead_tensors(config)
    expected = _network_shapes(config) | (dead if dead.keys() & shapes.keys() else {})
    check_shapes(expected, shapes)


def load_network(
    config: RS2SAM2Config,
    state: Mapping[str, Tensor],
    *,
    dtype: torch.dtype = torch.float32,
    device: torch.device | str = "cpu",
    mask_padding: bool = True,
) -> RS2SAM2:
    """Build a network around a state dict, ready for inference; dead tensors are not kept.

    Args:
        config: sizes of the network.
        state: tensors under their released names; may be memory-mapped.
        dtype: float32 or bfloat16.
        device: where the network shall live.
        mask_padding: see :class:`RS2SAM2`.

    Raises:
        WeightsError: see :func:`check_tensors`.
    """
    check_tensors(config, shapes_of(state))
    network = empty_network(config, mask_padding=mask_padding)
    names = network.state_dict().keys()
    network.load_state_dict({name: state[name].to(torch.float32) for name in names}, assign=True)
    # Folding and positions lose nothing in float32; only then may the result be rounded.
    return network.freeze().to(device=device, dtype=dtype)


def empty_network(config: RS2SAM2Config, *, mask_padding: bool = True) -> RS2SAM2:
    """A network without memory behind its tensors, to be filled by assignment."""
    return blank(lambda: RS2SAM2(config, mask_padding=mask_padding))


def _network_shapes(config: RS2SAM2Config) -> dict[str, tuple[int, ...]]:
    return shapes_of(empty_network(config).state_dict())
