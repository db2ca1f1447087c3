"""What a run leaves on disk while it goes on: a journal to resume from, and polygons to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...protocol import Preview
from ..scene.raster import Scene
from ..scene.tiles import TilePlan
from .batches import Answer
from .journal import About, Journal, clear
from .options import Search
from .preview import Previews
from .room import check_room


@dataclass(frozen=True)
class Beside:
    """What is wanted besides the result.

    Attributes:
        journal: folder for finished batches; None: a run that is broken off starts anew.
        preview: folder for the polygons of finished batches; None: none are made.
        tell: called with each of those.
    """

    journal: str | Path | None = None
    preview: str | Path | None = None
    tell: Callable[[Preview], None] | None = None

    def open_journal(self, about: About, batch: int, tiles: int) -> Journal | None:
        """The journal of a run that is ``about`` this, in batches of at most ``batch`` of all its tiles.

        Raises:
            OptionError: its folder holds a run of something else.
            OutputError: its folder cannot be written to.
        """
        return None if self.journal is None else Journal(Path(self.journal), about, batch, tiles)

    def check_room(self, scene: Scene, plan: TilePlan, search: Search, staging: Path) -> None:
        """Raise an OutputError if disk or memory will not do for the run.

        Args:
            scene: open.
            plan: its tiles.
            search: what is looked for.
            staging: folder that probabilities are blended in.
        """
        journal = None if self.journal is None else Path(self.journal)
        kept = search.options.probability is not None
        check_room(scene, plan, len(search.phrases), staging, journal, kept=kept)

    def forget_journal(self) -> None:
        """Remove what is kept: there is nothing in it to go on with."""
        if self.journal is not None:
            clear(Path(self.journal))

    def show(self, scene: Scene, plan: TilePlan, search: Search) -> Callable[[Answer], None] | None:
        """What shows a finished batch, if anybody looks on."""
        if self.preview is None or self.tell is None:
            return None
        return Previews(Path(self.preview), plan, scene.transform, search, self.tell).show
