"""Polygons snapped to objects, with the network of the last time kept."""

from __future__ import annotations

from collections.abc import Callable

from ...protocol import Answer, Progress, Snap, Snapped
from ..pipeline.snap_request import load_asked, run_snap
from ..segmenters.memory import give_back_freed_memory
from ..segmenters.prompted import Prompted, find_prompted
from ..segmenters.registry import choose_device
from ..weights.store import locate_part
from .loaded import LastLoaded


class Snapping:
    """Carries out ``Snap``; the network stays loaded until another one is asked for."""

    def __init__(self) -> None:
        self._last: LastLoaded[Prompted] = LastLoaded()

    def run(self, command: Snap, report: Callable[[Answer], None]) -> Snapped:
        """Answer a command.

        Raises:
            PhrasegonError: something in it is wrong.
        """
        try:
            return run_snap(command, report, load=self._load)
        finally:
            give_back_freed_memory()

    def _load(self, command: Snap, report: Callable[[Progress], None]) -> Prompted:
        find_prompted(command.model)
        key = (command.model, locate_part(command.model).sha256, choose_device(command.device).type)
        return self._last.get(key, lambda: load_asked(command, report))
