"""The list of labelled scenes that an evaluation goes through."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import PhrasegonError
from .raster_labels import LabelValue

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_TAGS = ("class", "kind")


class ManifestError(PhrasegonError):
    """The manifest cannot be read, or an entry of it is wrong."""


@dataclass(frozen=True)
class Case:
    """One phrase on one scene, with the truth.

    Attributes:
        number: position in the manifest, from 1.
        name: the scene as the manifest writes it.
        scene: the raster.
        phrase: what to look for.
        labels: vector files of the polygons that the phrase speaks of, or one raster; empty if nothing is known but
            that the case is absent.
        absent: whether nothing in the scene is what the phrase speaks of.
        values: pixel values of the label raster that are what the phrase speaks of; empty for vector labels.
        unknown: pixel values of the label raster that do not count.
        gsd: metres a pixel to work at; None: as ``segment`` chooses.
        separate: whether regions are cut apart where they are narrow.
        tags: ``class`` and ``kind`` to sum up by, those that are given.
    """

    number: int
    name: str
    scene: Path
    phrase: str
    labels: tuple[Path, ...] = ()
    absent: bool = False
    values: tuple[LabelValue, ...] = ()
    unknown: tuple[LabelValue, ...] = ()
    gsd: float | None = None
    separate: bool = False
    tags: Mapping[str, str] = field(default_factory=dict)


def read_manifest(path: Path) -> tuple[Case, ...]:
    """Cases of a JSON list of ``{"scene", "labels", "phrase"}`` or ``{"scene", "phrase", "absent": true}``.

    Paths are relative to the manifest. ``"labels": null`` is the same as none, and an absent case needs none.
    ``labels`` may be a list of vector files, as of tiles; pieces of different files that touch are one polygon. With
    ``values`` it is a raster on the scene's own grid, whose pixels of these values (numbers, or colours such as
    ``"#E2A929"``) are what the phrase speaks of, while those of the values in ``unknown`` do not count; an absent case
    may have ``unknown`` alone. ``gsd`` sets the metres a pixel to work at, ``separate``
    whether regions are cut apart where they are narrow, ``class`` and ``kind`` are for the summary.

    Raises:
        ManifestError: no such file, not JSON, or an entry that lacks something; the sentence names the entry.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ManifestError(f"The manifest {path} cannot be read.") from error
    except (ValueError, RecursionError) as error:
        raise ManifestError(f"The manifest {path} is not JSON.") from error
    if not isinstance(entries, list) or not entries:
        raise ManifestError(f"The manifest {path} must be a JSON list of at least one entry.")
    return tuple(_case(number, entry, path) for number, entry in enumerate(entries, start=1))


def _case(number: int, entry: Any, manifest: Path) -> Case:
    fault = _unknown_key(entry) or _missing(entry) or _contradiction(entry)
    if fault is not None:
        raise ManifestError(f"Entry {number} of {manifest} {fault}.")
    absent, unknown = entry.get("absent", False), tuple(entry.get("unknown", ()))
    needed = _listed(entry) if unknown or not absent else []
    scene, labels = manifest.parent / entry["scene"], tuple(manifest.parent / name for name in needed)
    for path in (scene, *labels):
        if not path.exists():
            raise ManifestError(f"Entry {number} of {manifest} names {path}, which is not there.")
    return Case(
        number,
        entry["scene"],
        scene,
        entry["phrase"],
        labels,
        absent,
        tuple(entry.get("values", ())),
        unknown,
        entry.get("gsd"),
        entry.get("separate", False),
        {tag: entry[tag] for tag in _TAGS if tag in entry},
    )


def _listed(entry: dict[str, Any]) -> list[str]:
    labels = entry.get("labels") or []
    return [labels] if isinstance(labels, str) else labels


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _are_labels(value: Any) -> bool:
    return value is None or _is_text(value) or (isinstance(value, list) and all(map(_is_text, value)))


def _are_values(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and (_are_numbers(value) or _are_colours(value))


def _are_numbers(values: list[Any]) -> bool:
    return all(isinstance(value, int) and not isinstance(value, bool) for value in values)


def _are_colours(values: list[Any]) -> bool:
    return all(isinstance(value, str) and _COLOUR.fullmatch(value) for value in values)


def _is_length(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < math.inf


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


_TEXT = (_is_text, "text")
_VALUES = (_are_values, 'a list of whole numbers or of colours such as "#E2A929"')
_KEYS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "scene": _TEXT,
    "labels": (_are_labels, "text or a list of texts"),
    "phrase": _TEXT,
    "absent": (_is_flag, "true or false"),
    "values": _VALUES,
    "unknown": _VALUES,
    "gsd": (_is_length, "a number of metres above 0"),
    "separate": (_is_flag, "true or false"),
    **dict.fromkeys(_TAGS, _TEXT),
}


def _unknown_key(entry: Any) -> str | None:
    """What an entry holds that no entry may, as the end of a sentence."""
    if not isinstance(entry, dict):
        return "is not a JSON object"
    for key, value in entry.items():
        if key not in _KEYS:
            return f'has a key "{key}" that is not one of {", ".join(_KEYS)}'
        fits, what = _KEYS[key]
        if not fits(value):
            return f'has a "{key}" that is not {what}'
    return None


def _missing(entry: dict[str, Any]) -> str | None:
    """What an entry lacks, as the end of a sentence."""
    for key in ("scene", "phrase"):
        if not entry.get(key, "").strip():
            return f'has no "{key}"'
    named = [name for name in _listed(entry) if name.strip()]
    if not entry.get("absent") and not named:
        return 'has no "labels" and does not say "absent": true'
    if "unknown" in entry and not named:
        return 'has "unknown" but no "labels", the raster that these values are looked up in'
    return None


def _contradiction(entry: dict[str, Any]) -> str | None:
    """What of an entry does not go together, as the end of a sentence."""
    absent, values, unknown = entry.get("absent"), entry.get("values"), entry.get("unknown")
    if values and absent:
        return 'says "absent": true and has "values" of what is there'
    if unknown and not values and not absent:
        return 'has "unknown" but no "values"'
    if (values or unknown) and len(_listed(entry)) > 1:
        return 'has pixel values and more than one file of "labels"'
    if values and unknown and not _are_values(values + unknown):
        return 'mixes numbers and colours in "values" and "unknown"'
    return None
