"""What a run leaves on disk while it goes on: a journal to resume from, and polygons to look at."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from ...protocol import Preview
from ...protocol.version import version
from ..errors import SceneError
from ..scene.raster import Scene
from ..scene.tiles import TilePlan
from ..segmenters.interface import SegmenterSpec
from ..weights.digest import sha256_of
from .batches import Answer
from .journal import Journal
from .options import Options
from .preview import Previews

_LATER = ("threshold", "min_area", "fill_holes", "simplify", "separate", "orthogonalise", "probability", "aoi")
"""Options that change no probability, and the area, whose content counts and not its path."""


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

    def open_journal(
        self,
        scene: Scene,
        path: str | Path,
        plan: TilePlan,
        phrases: Sequence[str],
        options: Options,
        spec: SegmenterSpec,
    ) -> Journal | None:
        """The journal of this run.

        Raises:
            OutputError: its folder cannot be written to.
        """
        if self.journal is None:
            return None
        return Journal(Path(self.journal), _key(scene, path, phrases, options, spec), plan, scene.width)

    def show(
        self, scene: Scene, plan: TilePlan, phrases: Sequence[str], options: Options
    ) -> Callable[[Answer], None] | None:
        """What shows a finished batch, if anybody looks on."""
        if self.preview is None or self.tell is None:
            return None
        return Previews(Path(self.preview), plan, scene.transform, phrases, options.threshold, self.tell).show


def _key(scene: Scene, path: str | Path, phrases: Sequence[str], options: Options, spec: SegmenterSpec) -> str:
    """Hash of all that the probability depends on."""
    chosen = {name: value for name, value in asdict(options).items() if name not in _LATER}
    run: dict[str, Any] = {
        "versions": (version(), str(torch.__version__)),
        "model": asdict(spec),
        "phrases": tuple(phrases),
        "options": chosen,
        "aoi": None if options.aoi is None else _content(Path(options.aoi)),
        "scene": (str(path), _stamp(Path(path))),
        "grid": (scene.width, scene.height, tuple(scene.transform), scene.gsd),
    }
    return hashlib.sha256(json.dumps(run, sort_keys=True).encode()).hexdigest()


def _content(aoi: Path) -> str:
    try:
        return sha256_of(aoi)
    except OSError as error:
        raise SceneError(f"{aoi} cannot be read any more: leave it in its place until the run has ended.") from error


def _stamp(path: Path) -> tuple[int, int] | None:
    """Size and time of a file; None for what is none, such as an address."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns
