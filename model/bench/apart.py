"""Work in a process of its own, and the memory that it takes there."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

import psutil

MEBI = 1024 * 1024
_SAMPLE_SECONDS = 0.005


def apart(work: Callable[..., dict[str, Any]], *arguments: Any) -> dict[str, Any]:
    """Do some work in a fresh process.

    Args:
        work: a function of a module, which the process imports.
        arguments: of that function.

    Returns:
        The function's answer and with it ``start_mib``, the process's resident memory before the work, libraries
        loaded, and ``peak_mib``, the most that was found in samples every 5 ms.
    """
    context = get_context("spawn")
    answer, end = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(end, work, arguments))
    process.start()
    end.close()
    watched, peak = psutil.Process(process.pid), 0
    try:
        while not answer.poll(_SAMPLE_SECONDS):
            peak = max(peak, watched.memory_info().rss)
        found: dict[str, Any] = answer.recv()
    finally:
        process.join()
    return found | {"peak_mib": round(peak / MEBI, 1)}


def _answer(end: Connection, work: Callable[..., dict[str, Any]], arguments: tuple[Any, ...]) -> None:
    start = psutil.Process().memory_info().rss
    end.send(work(*arguments) | {"start_mib": round(start / MEBI, 1)})
