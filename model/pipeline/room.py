"""Whether disk and memory will do, told before hours of work and not after them."""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path

import psutil

from ..errors import OutputError
from ..scene.raster import Scene
from ..scene.tiles import TilePlan

_GIGA = 1e9
_KEPT_BYTES = 0.6
"""A pixel of probability in a kept raster, measured on scenes that the nano found much in."""
_JOURNAL_BYTES = 0.5
"""A pixel of a tile in a journal, measured likewise."""
_MOSAIC_BYTES = 6


def check_room(scene: Scene, plan: TilePlan, phrases: int, staging: Path, journal: Path | None, *, kept: bool) -> None:
    """Raise an OutputError if the run would fill the disk or the memory.

    Args:
        scene: open.
        plan: its tiles.
        phrases: how many there are.
        staging: folder that probabilities are blended in.
        journal: folder of the journal; what it holds already counts as there.
        kept: whether probabilities are kept, on the same disk.
    """
    memory = phrases * plan.tile * scene.width * _MOSAIC_BYTES
    available = psutil.virtual_memory().available
    if memory > available:
        raise OutputError(
            f"Blending the tiles of {scene.name} takes {memory / _GIGA:.1f} GB of memory and {available / _GIGA:.1f} "
            "are free: limit the area, look for fewer phrases at once, or close other programs."
        )
    needs: dict[Path, float] = defaultdict(float)
    needs[staging] += phrases * scene.width * scene.height * (1 + (_KEPT_BYTES if kept else 0))
    if journal is not None:
        whole = phrases * len(plan) * plan.tile**2 * _JOURNAL_BYTES
        needs[_standing(journal)] += max(0.0, whole - _held(journal))
    _check_disks(scene, needs)


def _check_disks(scene: Scene, needs: dict[Path, float]) -> None:
    disks: dict[int, tuple[float, Path]] = {}
    for folder, need in needs.items():
        disk = folder.stat().st_dev
        disks[disk] = disks.get(disk, (0.0, folder))[0] + need, folder
    for need, folder in disks.values():
        free = shutil.disk_usage(folder).free
        if need > free:
            raise OutputError(
                f"A run over {scene.name} takes about {need / _GIGA:.1f} GB of disk and {free / _GIGA:.1f} are free in "
                f"{folder}: make room there, limit the area, or write elsewhere."
            )


def _held(journal: Path) -> int:
    return sum(path.stat().st_size for path in journal.iterdir()) if journal.is_dir() else 0


def _standing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next((each for each in (folder, *folder.absolute().parents) if each.is_dir()), Path.cwd())
