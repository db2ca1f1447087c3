"""Which build of torch suits a computer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from .machine import Machine
from .requirements import major

# What NVIDIA's documents give as the oldest driver of each release of CUDA.
_OLDEST_DRIVER = {12: 525, 13: 580}


class Accelerator(Enum):
    """What networks are computed on."""

    CUDA = "cuda"
    CPU = "cpu"
    APPLE = "apple"


class Reason(Enum):
    """Why a build was chosen; the window has the sentences."""

    APPLE_CHIP = "apple chip"
    CARD = "card"
    CARD_NEEDS_OTHER_INDEX = "card needs other index"
    CARD_WITHOUT_BUILD = "card without build"
    NO_CARD = "no card"


@dataclass(frozen=True)
class Torch:
    """A build of torch.

    Attributes:
        accelerator: what it computes on.
        backend: empty: the registry's build, whose hashes the lock holds; else the name by which uv finds the build in
            torch's own index, which the lock does not hold: ``cpu``, or ``auto`` for the one that suits the driver.
        reason: why this one.
    """

    accelerator: Accelerator
    backend: str
    reason: Reason


def choose(machine: Machine, lock: Path) -> tuple[Torch, Torch]:
    """The build that suits a computer best, and the registry's build that it can make do with; often the same."""
    system = machine.platform.partition("-")[0]
    if system == "macos":
        return _only(Torch(Accelerator.APPLE, "", Reason.APPLE_CHIP))
    if not machine.card:
        registrys = Torch(Accelerator.CPU, "", Reason.NO_CARD)
        lighter = Torch(Accelerator.CPU, "cpu", Reason.NO_CARD)  # on Linux the registry's build brings all of CUDA
        return (lighter, registrys) if system == "linux" else _only(registrys)
    if system == "linux" and machine.driver >= _OLDEST_DRIVER.get(major(lock, "cuda-toolkit") or 0, 0):
        return _only(Torch(Accelerator.CUDA, "", Reason.CARD))
    return (
        Torch(Accelerator.CUDA, "auto", Reason.CARD_NEEDS_OTHER_INDEX),
        Torch(Accelerator.CPU, "", Reason.CARD_WITHOUT_BUILD),
    )


def _only(torch: Torch) -> tuple[Torch, Torch]:
    return torch, torch
