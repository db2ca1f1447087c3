"""The lock of the engine's packages, taken apart and put together."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

_TORCH = re.compile(r"torch(vision)?|triton|nvidia-.*|cuda-.*")
_HASH = re.compile(r"\s*\\\n\s*--hash=\S+")
_ENTRY = re.compile(r"^(?=[A-Za-z0-9])", re.MULTILINE)


def is_torch(package: str) -> bool:
    """Whether a package is torch, or comes only with its build for graphics cards."""
    return _TORCH.fullmatch(package) is not None


def select(lock: Path, wanted: Callable[[str], bool]) -> str:
    """The lock's entries of the packages that are wanted, with their hashes; empty if there are none."""
    return "".join(entry for entry in _entries(lock) if wanted(_name(entry)))


def without_hashes(text: str) -> str:
    """The same versions, from wherever they may come."""
    return _HASH.sub("", text)


def major(lock: Path, package: str) -> int | None:
    """The greatest first number of a package's versions in the lock; None: it is not in there."""
    found = (re.match(rf"{re.escape(package)}==(\d+)", entry) for entry in _entries(lock))
    return max((int(match[1]) for match in found if match), default=None)


def _entries(lock: Path) -> list[str]:
    return _ENTRY.split(lock.read_text(encoding="utf-8"))[1:]


def _name(entry: str) -> str:
    return re.split(r"[=<>!~ ;\[]", entry, maxsplit=1)[0].lower()
