"""Phrases that are true of part of a crop, made from its labels."""

from __future__ import annotations

from .generate import KIND_SHARES, absent_phrase, present_phrase
from .objects import MIN_AREA, Objects, find_objects
from .phrase import Kind, Phrase
from .vocabulary import corpus

__all__ = [
    "KIND_SHARES",
    "MIN_AREA",
    "Kind",
    "Objects",
    "Phrase",
    "absent_phrase",
    "corpus",
    "find_objects",
    "present_phrase",
]
