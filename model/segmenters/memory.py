"""How torch says that memory has run out."""

from __future__ import annotations

import torch

_SIGNS = ("defaultcpuallocator", "not enough memory", "can't allocate memory", "out of memory")
"""What an ordinary RuntimeError of torch says of it on a processor, in lower case."""


def is_out_of_memory(error: Exception) -> bool:
    """Whether an exception means that the device, or the machine, has too little free memory."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error).lower() for sign in _SIGNS)
