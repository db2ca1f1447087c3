"""Which arithmetic suits a device."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import torch


def precision_for(device: torch.device) -> torch.dtype:
    """Half of single precision's bits where the device has units for them that keep its range, else single precision.

    A graphics card without units for bfloat16 takes float16. A processor takes bfloat16 only with matrix units (AMX),
    without which it gains nothing.
    """
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16
    if device.type == "cpu" and "amx_bf16" in processor_flags():
        return torch.bfloat16
    return torch.float32


@cache
def processor_flags() -> frozenset[str]:
    """What the processor says that it can do; empty where the system does not tell."""
    return frozenset(processor_entry("flags").split())


def processor_entry(key: str) -> str:
    """What the system tells of its first processor under a key; empty where it tells nothing."""
    listing = Path("/proc/cpuinfo")
    lines = listing.read_text().splitlines() if listing.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")
