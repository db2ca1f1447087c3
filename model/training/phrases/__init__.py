"""Phrases that are true of part of a crop, made from its labels."""

from __future__ import annotations

from .objects import MIN_AREA, Objects, find_objects
from .phrase import Kind, Phrase
from .place import place_phrase
from .questions import OUTLINED, Questions
from .vocabulary import corpus

__all__ = ["MIN_AREA", "OUTLINED", "Kind", "Objects", "Phrase", "Questions", "corpus", "find_objects", "place_phrase"]
