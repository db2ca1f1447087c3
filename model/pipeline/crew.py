"""Who computes the answers of a run: this process, or many machines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ..scene.raster import Scene
from ..scene.tiles import TilePlan
from ..segmenters.interface import Segmenter
from .batches import Tiler
from .mapping import Compute
from .network import Network
from .options import Search


@dataclass(frozen=True)
class Errand:
    """What a crew is asked to compute.

    Attributes:
        search: what is looked for, and where.
        scene: open.
        plan: its tiles.
        size: most tiles of a batch.
        watch: raises an exception when the scene has changed.
    """

    search: Search
    scene: Scene
    plan: TilePlan
    size: int
    watch: Callable[[], None]


class Crew(Protocol):
    """Computes answers."""

    def compute(self, segmenter: Segmenter, errand: Errand) -> Compute:
        """What gives the answers of an errand."""
        ...


class Alone:
    """This process does it all."""

    def compute(self, segmenter: Segmenter, errand: Errand) -> Compute:
        """What gives the answers of an errand."""
        network = Network(segmenter, errand.search.phrases, gated=errand.search.options.presence)
        tiler = Tiler(errand.scene, errand.plan, errand.size, errand.watch)
        return lambda first: network.answers(tiler, first)
