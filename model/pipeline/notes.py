"""What a user should know before trusting a result: said as warnings, so that no caller misses it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from ...protocol import Remark
from ..scene.raster import Scene
from ..segmenters.interface import Segmenter, SegmenterSpec
from .area import has_learnt

COMPARING = frozenset(
    (
        *("left", "right", "top", "bottom", "upper", "lower", "middle", "center", "centre"),
        *("leftmost", "rightmost", "topmost", "bottommost"),
        *("northernmost", "southernmost", "easternmost", "westernmost"),
        *("largest", "biggest", "smallest", "longest", "shortest", "tallest"),
        *("nearest", "closest", "farthest", "furthest"),
        *("two", "three", "four", "five", "six"),
    )
)
"""Words that compare the objects of a whole picture, while a network sees one tile at a time."""


class Note(UserWarning):
    """A remark on a run that went well; one sentence."""


_collecting: ContextVar[list[Remark] | None] = ContextVar("notes", default=None)


@contextmanager
def collected_notes() -> Iterator[list[Remark]]:
    """Remarks of the block, each once, in place of warnings; runs in several threads do not hear each other's."""
    notes: list[Remark] = []
    token = _collecting.set(notes)
    try:
        yield notes
    finally:
        _collecting.reset(token)


def note_words(segmenter: Segmenter, phrases: Sequence[str], tiles: int) -> None:
    """Warn of words never learnt, of mistyped ones, and of words that lose their sense on a scene of several tiles."""
    unknown = dict.fromkeys(word for phrase in phrases for word in segmenter.unknown_words(phrase))
    if unknown:
        _warn("unknown_words", "not learnt: {}", ", ".join(unknown))
    corrected = dict.fromkeys(pair for phrase in phrases for pair in segmenter.corrected_words(phrase))
    if corrected:
        pairs = ", ".join(f'"{typed}" as "{known}"' for typed, known in corrected)
        _warn("corrected_words", "read as known words: {}", pairs)
    comparing = dict.fromkeys(word for phrase in phrases for word in phrase.lower().split() if word in COMPARING)
    if comparing and tiles > 1:
        words = ", ".join(comparing)
        _warn("comparing_words", "judged within each of {} tiles, not over the whole scene: {}", str(tiles), words)


def note_scene(scene: Scene, spec: SegmenterSpec) -> None:
    """Warn of a scene without CRS, and of one whose pixels are unlike those that the model was trained on."""
    if scene.native_gsd is None or scene.gsd is None:
        _warn("no_crs", "the scene has no coordinate reference system: areas and lengths are in pixels")
        return
    if not (has_learnt(scene.native_gsd, spec.gsd_range) and has_learnt(scene.gsd, spec.gsd_range)):
        finest, coarsest = (f"{gsd:g}" for gsd in spec.gsd_range)
        native, worked = (f"{gsd:.3g}" for gsd in (scene.native_gsd, scene.gsd))
        sentence = "{} has learnt pixels of {} to {} m: the scene has {} m and is read at {} m"
        _warn("pixel_size", sentence, spec.name, finest, coarsest, native, worked)


def note_failed(scene: str, failed: int, tiles: int) -> None:
    """Warn of tiles that could not be read."""
    sentence = "{} of {} tiles of {} could not be read: nothing is known there"
    _warn("failed_tiles", sentence, str(failed), str(tiles), scene)


def _warn(kind: str, sentence: str, *values: str) -> None:
    remark = Remark(kind, sentence.format(*values), values)
    collecting = _collecting.get()
    if collecting is not None:
        if remark not in collecting:
            collecting.append(remark)
        return
    # The level of whoever called segment() or segment_with() is not worth counting: the text says it all.
    warnings.warn(remark.text, Note, stacklevel=3)
