"""What a user should know before trusting a result: said as warnings, so that no caller misses it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

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


_collecting: ContextVar[list[str] | None] = ContextVar("notes", default=None)


@contextmanager
def collected_notes() -> Iterator[list[str]]:
    """Notes of the block, each once, in place of warnings; runs in several threads do not hear each other's."""
    notes: list[str] = []
    token = _collecting.set(notes)
    try:
        yield notes
    finally:
        _collecting.reset(token)


def note_words(segmenter: Segmenter, phrases: Sequence[str], tiles: int) -> None:
    """Warn of words never learnt, of mistyped ones, and of words that lose their sense on a scene of several tiles."""
    unknown = dict.fromkeys(word for phrase in phrases for word in segmenter.unknown_words(phrase))
    if unknown:
        _warn(f"not learnt: {', '.join(unknown)}")
    corrected = dict.fromkeys(pair for phrase in phrases for pair in segmenter.corrected_words(phrase))
    if corrected:
        _warn("read as known words: " + ", ".join(f'"{typed}" as "{known}"' for typed, known in corrected))
    comparing = dict.fromkeys(word for phrase in phrases for word in phrase.lower().split() if word in COMPARING)
    if comparing and tiles > 1:
        _warn(f"judged within each of {tiles} tiles, not over the whole scene: {', '.join(comparing)}")


def note_scene(scene: Scene, spec: SegmenterSpec) -> None:
    """Warn of a scene without CRS, and of one whose pixels are unlike those that the model was trained on."""
    if scene.native_gsd is None or scene.gsd is None:
        _warn("the scene has no coordinate reference system: areas and lengths are in pixels")
        return
    if not (has_learnt(scene.native_gsd, spec.gsd_range) and has_learnt(scene.gsd, spec.gsd_range)):
        finest, coarsest = spec.gsd_range
        _warn(
            f"{spec.name} has learnt pixels of {finest:g} to {coarsest:g} m: "
            f"the scene has {scene.native_gsd:.3g} m and is read at {scene.gsd:.3g} m"
        )


def note_failed(scene: str, failed: int, tiles: int) -> None:
    """Warn of tiles that could not be read."""
    _warn(f"{failed} of {tiles} tiles of {scene} could not be read: nothing is known there")


def _warn(text: str) -> None:
    collecting = _collecting.get()
    if collecting is not None:
        if text not in collecting:
            collecting.append(text)
        return
    # The level of whoever called segment() or segment_with() is not worth counting: the text says it all.
    warnings.warn(text, Note, stacklevel=3)
