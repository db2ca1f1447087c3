"""Memory: how torch says that it has run out, and how freed memory is kept at hand."""

from __future__ import annotations

import ctypes
import sys

import torch

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Parameters of glibc's ``mallopt``."""
_KEPT_BYTES = 2**30

_SIGNS = ("defaultcpuallocator", "not enough memory", "can't allocate memory", "out of memory")
"""What an ordinary RuntimeError of torch says of it on a processor, in lower case."""


def is_out_of_memory(error: Exception) -> bool:
    """Whether an exception means that the device, or the machine, has too little free memory."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error).lower() for sign in _SIGNS)


def keep_freed_memory() -> None:
    """Let this process keep what it frees for its next tensors, where the C library is glibc.

    A network that gets its memory page by page from the system again and again takes up to twice as long; so do workers
    of Dask, whose settings give everything back at once.
    """
    library = _glibc()
    if library is not None:
        for parameter in (_TRIM_THRESHOLD, _MMAP_THRESHOLD):
            library.mallopt(parameter, _KEPT_BYTES)


def give_back_freed_memory() -> None:
    """Give the system back what is kept, after a run."""
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    return library if hasattr(library, "mallopt") else None
