"""The public adapters and the models that they adapt into one network, strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping

import torch
from torch import Tensor

from ..loading import load_frozen, network_shapes
from ..lora import factor_shapes, merged
from ..shapes import Shapes, check_shapes, shapes_of
from .adapters import adapted_weights, adapter_rank, factor_names
from .config import RSRefSegConfig
from .names import plain_names, plain_shape
from .network import RSRefSeg

DEFAULT_ALPHA = 16.0
"""Of the layout that adapts SAM too; where SigLIP's queries, keys and values alone are adapted, it defaults to 32."""

_DEAD = re.compile(r".+\.num_batches_tracked|clip_vision_encoder\.base_model\.model\.head\..+")
"""Counters, and adapters of the vision tower's pooling head, which nothing reads."""
_WHOLE = ("prompter_", "logit_", "shared_image_embedding.")
"""Tensors that a file of adapters holds as a whole."""


def check_adapters(shapes: Mapping[str, tuple[int, ...]], config: RSRefSegConfig) -> None:
    """Compare names and shapes with those of a file of adapters, whichever layers it adapts and at whatever rank.

    Raises:
        WeightsError: there is no adapter or adapters differ in rank; or a tensor is missing, misshapen, or belongs to
            nothing that the network has; the sentence names it.
    """
    rank, plain = adapter_rank(shapes), _plain_shapes(config)
    expected = {name: shape for name, shape in plain.items() if name.startswith(_WHOLE)}
    for weight in adapted_weights(shapes) & plain.keys():
        expected |= dict(zip(factor_names(weight), factor_shapes(plain[weight], rank), strict=True))
    check_shapes(expected, {name: shape for name, shape in shapes.items() if not _DEAD.fullmatch(name)})


def arranged(
    base: Mapping[str, Tensor],
    adapters: Mapping[str, Tensor],
    config: RSRefSegConfig,
    alpha: float = DEFAULT_ALPHA,
) -> dict[str, Tensor]:
    """Base models and adapters under the names of the network, for :func:`load_network`.

    Adapters are added in float32 and rounded once to the precision of their weights. Which layers are adapted, and at
    which rank, is read from the names and shapes of ``adapters``; alpha stands nowhere in the file.

    Args:
        base: tensors of SigLIP 2 and of SAM by the names of ``transformers``, which do not overlap; more than the
            network needs may be there.
        adapters: tensors of a file of adapters by its own names.
        config: sizes of the network.
        alpha: the product of an adapter's factors is multiplied by alpha over rank.

    Raises:
        WeightsError: a tensor of ``base`` is missing or misshapen, or :func:`check_adapters` refuses ``adapters``.
    """
    shapes = shapes_of(adapters)
    check_adapters(shapes, config)
    needed = {name: shape for name, shape in _plain_shapes(config).items() if not name.startswith(_WHOLE)}
    check_shapes(needed, {name: tuple(base[name].shape) for name in needed if name in base})
    scale, adapted = alpha / adapter_rank(shapes), adapted_weights(shapes)

    def weight(name: str) -> Tensor:
        if name in adapted:
            down, up = (adapters[factor] for factor in factor_names(name))
            return merged(base[name], down, up, scale)
        return adapters[name] if name.startswith(_WHOLE) else base[name]

    def stacked(name: str) -> Tensor:
        parts = [weight(part) for part in plain_names(name)]
        return parts[0] if len(parts) == 1 else torch.cat(parts)

    return {name: stacked(name).reshape(shape) for name, shape in network_shapes(lambda: RSRefSeg(config)).items()}


def load_network(
    config: RSRefSegConfig,
    state: Mapping[str, Tensor],
    *,
    dtype: torch.dtype = torch.float32,
    device: torch.device | str = "cpu",
) -> RSRefSeg:
    """Build a network around a state dict with the network's own names, ready for inference.

    Arguments and errors are those of :func:`~phrasegon.model.networks.loading.load_frozen`.
    """
    return load_frozen(lambda: RSRefSeg(config), state, dtype=dtype, device=device)


def _plain_shapes(config: RSRefSegConfig) -> Shapes:
    """Names and shapes of all tensors that make the network, as ``transformers`` and the file of adapters have them."""
    shapes = network_shapes(lambda: RSRefSeg(config))
    return {part: plain_shape(name, shape) for name, shape in shapes.items() for part in plain_names(name)}
