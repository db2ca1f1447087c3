"""A state dict into a network, by name and strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

from ...errors import WeightsError
from .config import LQVGConfig
from .network import LQVG

NAMED = 3
"""How many wrong tensors an error names before it only counts them."""

ALIAS = re.compile(r"^transformer\.decoder\.(?=bbox_embed\.)")
"""A released checkpoint lists its box heads twice, the second time as the decoder's."""

T = TypeVar("T")


def dead_tensors(config: LQVGConfig) -> dict[str, tuple[int, ...]]:
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
    expected = {name: tuple(tensor.shape) for name, tensor in empty_network(config).state_dict().items()}
    optional = dead_tensors(config)
    found = _without_aliases(shapes)
    known = expected | optional
    faults = {
        "missing": [name for name in expected if name not in found],
        "unknown": [name for name in found if name not in known],
        "of another shape": [
            f"{name} {tuple(shape)} instead of {known[name]}"
            for name, shape in found.items()
            if name in known and tuple(shape) != known[name]
        ],
    }
    told = "; ".join(f"{kind}: {_named(names)}" for kind, names in faults.items() if names)
    if told:
        raise WeightsError(f"These weights are not of this network ({told}); choose the file that belongs to it.")


def load_network(
    config: LQVGConfig,
    state: Mapping[str, Tensor],
    *,
    dtype: torch.dtype = torch.float32,
    device: torch.device | str = "cpu",
) -> LQVG:
    """Build a network around a state dict, ready for inference; dead tensors are not kept.

    Args:
        config: sizes of the network.
        state: tensors under their released names; may be memory-mapped.
        dtype: precision of the picture's and the phrase's encoder. All else computes in float32: a place between the
            cells of a map needs more digits than half of the bits can hold.
        device: where the network shall live.

    Raises:
        WeightsError: see :func:`check_tensors`.
    """
    check_tensors(config, {name: tuple(tensor.shape) for name, tensor in state.items()})
    network = empty_network(config)
    tensors = _without_aliases(state)
    names = network.state_dict().keys()
    network.load_state_dict({name: tensors[name].to(torch.float32) for name in names}, assign=True)
    # Folding loses nothing in float32; only then may the result be rounded.
    network.freeze()
    for encoder in (network.backbone, network.text_encoder):
        encoder.to(dtype)
    return network.to(device)


def empty_network(config: LQVGConfig) -> LQVG:
    """A network without memory behind its tensors, to be filled by assignment."""
    with torch.device("meta"), _WithoutFirstValues():
        return LQVG(config)


class _WithoutFirstValues(TorchFunctionMode):
    """Draws no random numbers: for tensors without memory torch loads its compiler, for seconds."""

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        if getattr(func, "__module__", None) == torch.nn.init.__name__:
            return args[0] if args else (kwargs or {})["tensor"]
        return func(*args, **(kwargs or {}))


def _without_aliases(entries: Mapping[str, T]) -> dict[str, T]:
    """Each box head once; where both names are there, the alias gives way, as when torch loads the file in order."""
    aliases = {ALIAS.sub("", name): value for name, value in entries.items() if ALIAS.match(name)}
    return aliases | {name: value for name, value in entries.items() if not ALIAS.match(name)}


def _named(names: list[str]) -> str:
    rest = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + rest
