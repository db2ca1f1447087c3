"""What the engine's packages weigh, as measured when their lock was made."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from .environment import ROOT

TABLE = ROOT / "requirements" / "sizes.json"


@dataclass(frozen=True)
class Weight:
    """Bytes to download and bytes on disk."""

    download: int
    disk: int

    def __add__(self, other: Weight) -> Weight:
        return Weight(self.download + other.download, self.disk + other.disk)

    def __sub__(self, other: Weight) -> Weight:
        return Weight(self.download - other.download, self.disk - other.disk)


# torch's own index is not asked when the lock is made; rounded up.
TORCH_OF_ITS_OWN = {"cpu": Weight(250_000_000, 900_000_000), "auto": Weight(3_000_000_000, 5_500_000_000)}


@dataclass(frozen=True)
class Platform:
    """One entry of the table.

    Attributes:
        all: every package of the lock.
        torch: torch and what comes with its build for graphics cards.
        pythons: the oldest and the newest Python that all packages have wheels for, such as ``(3, 10)``.
        sources: packages that come as source, and are built after all others.
    """

    all: Weight
    torch: Weight
    pythons: tuple[tuple[int, int], tuple[int, int]]
    sources: frozenset[str]

    def weight(self, backend: str) -> Weight:
        """What is downloaded with torch from its own index for this backend; empty: from the registry."""
        return self.all - self.torch + TORCH_OF_ITS_OWN[backend] if backend else self.all


def platform(key: str, table: Path = TABLE) -> Platform | None:
    """The entry of a platform, such as ``linux-x86_64``; None: the packages are not made for it."""
    content = json.loads(table.read_text(encoding="utf-8"))
    found = content["platforms"].get(key)
    if found is None:
        return None
    pythons = sorted((int(first), int(second)) for first, second in (text.split(".") for text in found["pythons"]))
    return Platform(
        all=Weight(found["download"], found["disk"]),
        torch=Weight(found["torch_download"], found["torch_disk"]),
        pythons=(pythons[0], pythons[-1]),
        sources=frozenset(content["sources"]),
    )
