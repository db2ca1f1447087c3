"""The list of labelled scenes that an evaluation goes through."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import PhrasegonError

_KEYS = {"scene": str, "labels": str, "phrase": str, "absent": bool}


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
        labels: vector file of the polygons that the phrase speaks of; None: nothing in the scene is what it speaks of.
    """

    number: int
    name: str
    scene: Path
    phrase: str
    labels: Path | None

    @property
    def absent(self) -> bool:
        """Whether nothing in the scene is what the phrase speaks of."""
        return self.labels is None


def read_manifest(path: Path) -> tuple[Case, ...]:
    """Cases of a JSON list of ``{"scene", "labels", "phrase"}`` or ``{"scene", "phrase", "absent": true}``.

    Paths are relative to the manifest. ``"labels": null`` is the same as none, and an absent case needs none.

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
    fault = _unknown(entry) or _missing(entry)
    if fault is not None:
        raise ManifestError(f"Entry {number} of {manifest} {fault}.")
    scene = manifest.parent / entry["scene"]
    labels = None if entry.get("absent") else manifest.parent / entry["labels"]
    for path in (scene, labels):
        if path is not None and not path.exists():
            raise ManifestError(f"Entry {number} of {manifest} names {path}, which is not there.")
    return Case(number, entry["scene"], scene, entry["phrase"], labels)


def _unknown(entry: Any) -> str | None:
    """What an entry holds that no entry may, as the end of a sentence."""
    if not isinstance(entry, dict):
        return "is not a JSON object"
    for key, value in entry.items():
        if key not in _KEYS:
            return f'has a key "{key}" that is not one of {", ".join(_KEYS)}'
        if not isinstance(value, _KEYS[key]) and not (key == "labels" and value is None):
            return f'has a "{key}" that is not {"true or false" if key == "absent" else "text"}'
    return None


def _missing(entry: dict[str, Any]) -> str | None:
    """What an entry lacks, as the end of a sentence."""
    for key in ("scene", "phrase"):
        if not entry.get(key, "").strip():
            return f'has no "{key}"'
    if not entry.get("absent") and not (entry.get("labels") or "").strip():
        return 'has no "labels" and does not say "absent": true'
    return None
