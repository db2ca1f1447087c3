"""Networks without memory behind their tensors, to be filled by assignment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

Network = TypeVar("Network", bound=nn.Module)


def blank(build: Callable[[], Network]) -> Network:
    """What ``build`` makes, with names and shapes but no values."""
    with torch.device("meta"), _WithoutFirstValues():
        return build()


class _WithoutFirstValues(TorchFunctionMode):
    """Draws no random numbers and scales none: for tensors without memory torch loads its compiler, for seconds."""

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = kwargs or {}
        if getattr(func, "__module__", None) == torch.nn.init.__name__:
            return args[0] if args else kwargs["tensor"]
        if func is torch.randn:
            return torch.zeros(*args, device="cpu")
        if func is torch.linspace:  # a schedule whose values are read while Hiera is built
            kwargs["device"] = "cpu"
        return func(*args, **kwargs)
