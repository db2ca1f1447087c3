"""A call in a process of its own that may neither take too long nor too much memory."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import psutil
import torch

SECONDS = 60.0
MEMORY = 2 * 2**30
"""Bytes."""

_PAUSE = 0.02
_SAID, _NOISE, _PEAK = "said", "noise", "peak"


@dataclass(frozen=True)
class Ending:
    """How a call ended.

    Attributes:
        status: exit status; negative: the signal that ended it.
        seconds: that it took.
        memory: bytes it held at its peak, what it was born with included.
        said: what its Python wrote to standard error.
        noise: what libraries wrote there past Python.
    """

    status: int
    seconds: float
    memory: int
    said: str
    noise: str


def confined(call: Callable[[], None], folder: Path) -> Ending:
    """Run a call in a fork of this process, which must not have used torch's threads yet; kill it beyond its limits.

    Args:
        call: ends by returning, with SystemExit, or with an error, which is written to standard error.
        folder: where its output is kept meanwhile.
    """
    process = get_context("fork").Process(target=_child, args=(call, folder))
    start, memory = time.monotonic(), 0
    process.start()
    watched = psutil.Process(process.pid)
    while process.is_alive():
        if watched.is_running() and watched.status() != psutil.STATUS_ZOMBIE:
            memory = max(memory, watched.memory_info().rss)
        if memory > MEMORY or time.monotonic() - start > SECONDS:
            process.kill()
        process.join(_PAUSE)
    peak = _read(folder / _PEAK)
    status = process.exitcode
    if status is None:
        raise RuntimeError("a process that is not alive has no exit status")
    return Ending(
        status,
        time.monotonic() - start,
        max(memory, int(peak or 0)),
        _read(folder / _SAID),
        _read(folder / _NOISE),
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _child(call: Callable[[], None], folder: Path) -> None:
    torch.set_num_threads(1)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for stream, path in ((1, Path(os.devnull)), (2, folder / _NOISE)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), stream)
    sys.stderr = os.fdopen(os.open(folder / _SAID, os.O_WRONLY | os.O_CREAT), "w", buffering=1, encoding="utf-8")
    try:
        call()
    finally:
        (folder / _PEAK).write_text(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024))
