"""Scenes in several threads, so that a cluster has work while the polygons of a scene are made."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from threading import Event
from typing import TypeVar

from ...protocol import Progress
from .sources import Source

_Done = TypeVar("_Done")

_MOST = 2


class _Stopped(Exception):  # noqa: N818 (nobody hears of it: another scene has ended the batch)
    """The batch has ended."""


def together(
    work: Callable[[Source, Callable[[Progress], None]], _Done],
    sources: Sequence[Source],
    report: Callable[[Source, Progress], None],
) -> Generator[_Done, None, None]:
    """What the work gives for each scene, as it is done. An error of one ends the others at their next step."""
    stopped = Event()

    def heed(source: Source, progress: Progress) -> None:
        if stopped.is_set():
            raise _Stopped
        report(source, progress)

    with ThreadPoolExecutor(_MOST, thread_name_prefix="scene") as hands:
        try:
            futures = [hands.submit(work, source, partial(heed, source)) for source in sources]
            for future in as_completed(futures):
                yield future.result()
        finally:
            stopped.set()
            hands.shutdown(wait=False, cancel_futures=True)
