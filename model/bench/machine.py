"""What machine a figure was measured on."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Any

import psutil
import torch

from ..segmenters.precision import processor_flags


def machine() -> dict[str, Any]:
    """Processor, cores torch uses, memory in GiB, GPU if any, and torch's version."""
    return {
        "processor": _processor(),
        "threads": torch.get_num_threads(),
        "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
        "bfloat16_units": not processor_flags().isdisjoint(("amx_bf16", "avx512_bf16")),
        "gpu": torch.cuda.get_device_name() if torch.cuda.is_available() else None,
        "torch": torch.__version__,
    }


def _processor() -> str:
    listing = Path("/proc/cpuinfo")
    lines = listing.read_text().splitlines() if listing.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
