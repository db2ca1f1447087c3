"""What machine a figure was measured on."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Any

import psutil
import torch


def machine() -> dict[str, Any]:
    """Processor, cores torch uses, memory in GiB, GPU if any, and torch's version."""
    return {
        "processor": _processor(),
        "threads": torch.get_num_threads(),
        "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
        "bfloat16_units": _has_bfloat16_units(),
        "gpu": torch.cuda.get_device_name() if torch.cuda.is_available() else None,
        "torch": torch.__version__,
    }


def _cpu_entries(key: str) -> list[str]:
    listing = Path("/proc/cpuinfo")
    lines = listing.read_text().splitlines() if listing.exists() else []
    return [line.partition(":")[2].strip() for line in lines if line.startswith(key)]


def _processor() -> str:
    return next(iter(_cpu_entries("model name")), platform.processor() or platform.machine())


def _has_bfloat16_units() -> bool:
    flags = next(iter(_cpu_entries("flags")), "").split()
    return "amx_bf16" in flags or "avx512_bf16" in flags
