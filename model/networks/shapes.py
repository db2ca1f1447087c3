"""The tensors of a file against those of a network."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor

from ..errors import WeightsError

NAMED = 3
"""How many wrong tensors an error names before it only counts them."""

Shapes = dict[str, tuple[int, ...]]


def shapes_of(tensors: Mapping[str, Tensor]) -> Shapes:
    """Names and shapes of tensors."""
    return {name: tuple(tensor.shape) for name, tensor in tensors.items()}


def check_shapes(expected: Mapping[str, tuple[int, ...]], found: Mapping[str, tuple[int, ...]]) -> None:
    """Compare names and shapes.

    Raises:
        WeightsError: a tensor is missing, extra or misshapen; the sentence names it.
    """
    missing = [name for name in expected if name not in found]
    extra = [name for name in found if name not in expected]
    misshapen = [
        f"{name} {tuple(found[name])} instead of {shape}"
        for name, shape in expected.items()
        if name in found and tuple(found[name]) != shape
    ]
    kinds = {"missing": missing, "unknown": extra, "of another shape": misshapen}
    faults = "; ".join(f"{kind}: {_named(names)}" for kind, names in kinds.items() if names)
    if faults:
        raise WeightsError(f"These weights are not of this network ({faults}); choose the file that belongs to it.")


def _named(names: list[str]) -> str:
    rest = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + rest
