"""A scene's features computed before any phrase is asked, so that every phrase costs little."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import closing

from ...protocol import Preparation, Prepared
from ..errors import OptionError
from ..segmenters.interface import Segmenter, SegmenterSpec
from ..segmenters.keeping import KeepingSegmenter, keeping_spec
from ..segmenters.kept import FeatureStore, default_store
from .about import about_tiles, check_unchanged, stamps
from .area import open_area, plan_of
from .batches import Tiler, ahead
from .clock import Clock, Report
from .journal import About
from .network import batch_size
from .options import Options, Search


def scene_key(tiles: About) -> str:
    """What tells the tiles of a scene from all others, by what is known about them: a name for a file."""
    return hashlib.sha256(json.dumps(tiles, sort_keys=True).encode()).hexdigest()


def keeping(segmenter: Segmenter, limit: int) -> Segmenter:
    """The segmenter, with its features kept on at most ``limit`` bytes of disk if they serve further phrases."""
    if limit and segmenter.spec.caches_image:
        return KeepingSegmenter(segmenter, default_store(limit))
    return segmenter


def how_prepared(preparation: Preparation, spec: SegmenterSpec) -> Prepared:
    """How much of a scene is prepared for a model; nothing is computed.

    Args:
        preparation: which scene, and how it is looked at.
        spec: of the model.

    Raises:
        PhrasegonError: the scene or the area cannot be read.
    """
    search = _search(preparation)
    if not (spec.caches_image and preparation.kept_features):
        return Prepared(usable=False, share=0.0)
    with open_area(search.scene, search.options, spec.gsd_range) as scene:
        key = scene_key(about_tiles(scene, search, stamps(search.scene), keeping_spec(spec)))
    return Prepared(usable=True, share=_store(preparation).prepared(key))


def prepare(preparation: Preparation, report: Report, load: Callable[[Report], Segmenter]) -> Prepared:
    """Compute and keep the features of all tiles of a scene; what is kept already is only looked up.

    Args:
        preparation: which scene, and how it is looked at.
        report: called with every step.
        load: gives the model's segmenter, which keeps its features.

    Raises:
        PhrasegonError: something given is wrong, or the model has no features that could be kept.
    """
    search = _search(preparation)
    segmenter = load(report)
    if not isinstance(segmenter, KeepingSegmenter):
        raise OptionError(
            f"{segmenter.spec.name} reads picture and phrase together: there is nothing to prepare, ask at once."
        )
    with open_area(search.scene, search.options, segmenter.spec.gsd_range) as scene:
        plan, files = plan_of(scene, segmenter.spec, search.options), stamps(search.scene)
        key = scene_key(about_tiles(scene, search, files, segmenter.spec))
        tiler = Tiler(scene, plan, batch_size(segmenter), lambda: check_unchanged(search.scene, files))
        tiles = len(plan)
        try:
            tiles = _read(segmenter, tiler, Clock(0, len(plan), report))
        finally:
            segmenter.remember(key, tiles)  # what was read before the user cancelled is kept as well
    return Prepared(usable=True, share=segmenter.prepared(key))


def _read(segmenter: KeepingSegmenter, tiler: Tiler, clock: Clock) -> int:
    """Let a segmenter read all tiles; returns how many of them hold anything."""
    read = 0
    with closing(ahead(tiler.batches())) as batches:
        for batch in batches:
            if batch.numbers:
                segmenter.encode_image(batch.tiles)
            read += len(batch.numbers)
            clock.tick(batch.done)
    return read


def _store(preparation: Preparation) -> FeatureStore:
    return default_store(preparation.kept_features)


def _search(preparation: Preparation) -> Search:
    options = Options(
        aoi=preparation.aoi,
        bounds=preparation.bounds,
        gsd=preparation.gsd,
        overlap=preparation.overlap,
        bands=preparation.bands,
        stretch=preparation.stretch,
    )
    return Search(preparation.scene, (), options)
