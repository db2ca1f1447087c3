"""What machine a figure was measured on."""

from __future__ import annotations

import platform
from typing import Any

import psutil
import torch

from ..segmenters.precision import processor_entry, processor_flags


def machine() -> dict[str, Any]:
    """Processor, cores torch uses, memory in GiB, GPU if any, and torch's version."""
    return {
        "processor": processor_entry("model name") or platform.processor() or platform.machine(),
        "threads": torch.get_num_threads(),
        "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
        "bfloat16_units": not processor_flags().isdisjoint(("amx_bf16", "avx512_bf16")),
        "gpu": torch.cuda.get_device_name() if torch.cuda.is_available() else None,
        "torch": torch.__version__,
    }
