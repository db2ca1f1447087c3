"""Features of tiles, kept on disk and in memory; those that were used longest ago make room first."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Collection, Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from ..weights.store import home

Maps = Mapping[str, torch.Tensor]
"""Features of one tile by name, without the batch's dimension."""

_SUFFIX = ".safetensors"
_SPARED = 2**30
"""Bytes of the disk that are left free for others."""
_HELD = 2**28
"""Bytes that are kept in memory."""


class FeatureStore:
    """What networks keep of tiles, in half precision.

    Several processes may use one folder. What is damaged or gone is simply computed again, and a disk without room
    ends the keeping, not the run.

    Args:
        folder: of the files; made when the first one is kept.
        limit: bytes that they may take together.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder, self._limit = folder, limit
        self._held: OrderedDict[str, Maps] = OrderedDict()
        self._held_bytes = 0
        self._sizes = self._found()
        self._kept_bytes = sum(self._sizes.values())

    def load(self, key: str) -> Maps | None:
        """The features kept under a key, at the precision the network gave them in; None if there are none."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        path = self._path(key)
        try:
            with safe_open(path, framework="pt") as file:
                precisions = file.metadata()
                maps = {name: file.get_tensor(name).to(getattr(torch, precisions[name])) for name in file.keys()}  # noqa: SIM118 (no mapping)
            os.utime(path)
        except FileNotFoundError:
            return None
        except (SafetensorError, OSError):
            path.unlink(missing_ok=True)
            return None
        self._hold(key, maps)
        return maps

    def keep(self, key: str, maps: Maps) -> Maps:
        """Keep the features of a tile; returns them as ``load`` will give them, rounded to half precision."""
        precisions = {name: str(values.dtype).removeprefix("torch.") for name, values in maps.items()}
        halves = {name: _half(values).cpu().contiguous() for name, values in maps.items()}
        rounded = {name: halves[name].to(values.dtype) for name, values in maps.items()}
        self._hold(key, rounded)
        self._write(key, save(halves, precisions))
        return rounded

    def remember(self, scene: str, keys: Collection[str], tiles: int) -> None:
        """Note which keys a scene's tiles have, added to those that it is known to have already.

        Args:
            scene: whatever tells this scene, at this resolution, from others: a name for a file.
            keys: of its tiles.
            tiles: how many of its tiles hold anything.
        """
        together = sorted({*self._keys_of(scene)[0], *keys})
        listing = self._folder / "scenes" / f"{scene}.json"
        self._put(listing, json.dumps({"keys": together, "tiles": tiles}).encode())

    def prepared(self, scene: str) -> float:
        """Part of a scene's tiles whose features are kept, 0..1."""
        keys, tiles = self._keys_of(scene)
        kept = sum(self._path(key).is_file() for key in keys)
        return kept / max(len(keys), tiles) if tiles else 0.0

    def _keys_of(self, scene: str) -> tuple[list[str], int]:
        try:
            listing = json.loads((self._folder / "scenes" / f"{scene}.json").read_text())
            return listing["keys"], listing["tiles"]
        except (OSError, ValueError):
            return [], 0

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / (key + _SUFFIX)

    def _hold(self, key: str, maps: Maps) -> None:
        self._held[key] = maps
        self._held_bytes += _size(maps)
        while self._held_bytes > _HELD:
            _, oldest = self._held.popitem(last=False)
            self._held_bytes -= _size(oldest)

    def _found(self) -> OrderedDict[Path, int]:
        """Sizes of the files, the one used longest ago first."""
        files = [(path, path.stat()) for path in self._folder.glob(f"*/*{_SUFFIX}")]
        files.sort(key=lambda entry: entry[1].st_mtime)
        return OrderedDict((path, status.st_size) for path, status in files)

    def _write(self, key: str, content: bytes) -> None:
        path = self._path(key)
        if len(content) <= self._limit and self._put(path, content):
            self._kept_bytes += len(content) - self._sizes.pop(path, 0)
            self._sizes[path] = len(content)
            self._make_room()

    def _make_room(self) -> None:
        while self._kept_bytes > self._limit:
            path, size = self._sizes.popitem(last=False)
            self._kept_bytes -= size
            path.unlink(missing_ok=True)

    def _put(self, path: Path, content: bytes) -> bool:
        """Write a file whole or not at all; False if the disk has no room for it or cannot be written."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(path.parent).free < len(content) + _SPARED:
                return False
            with tempfile.TemporaryDirectory(dir=path.parent, prefix=".part-") as folder:
                staged = Path(folder) / path.name
                staged.write_bytes(content)
                staged.replace(path)
        except OSError:
            return False
        return True


def default_store(limit: int) -> FeatureStore:
    """The store in Phrasegon's data folder, with ``limit`` bytes at most."""
    return FeatureStore(home() / "features", limit)


def _half(values: torch.Tensor) -> torch.Tensor:
    return values.half() if values.dtype == torch.float32 else values


def _size(maps: Maps) -> int:
    return sum(values.nbytes for values in maps.values())
