"""A validation manifest in the making: its entries, and the small files that they name besides the data."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_PHRASES: Mapping[str, tuple[str, ...]] = {
    "building": ("buildings", "houses"),
    "built-up area": ("built-up areas", "urban areas"),
    "road": ("roads", "streets"),
    "water": ("water", "water bodies"),
    "bare land": ("bare land", "bare soil"),
    "vegetation": ("vegetation", "green areas"),
    "low vegetation": ("low vegetation", "grass"),
    "tree": ("trees", "tree canopies"),
    "swimming pool": ("swimming pools", "pools"),
    "field": ("fields", "farmland"),
}
"""The usual word for a class, and another one for every fourth question."""
_OTHER_EVERY = 4


class Bundle:
    """What a validation folder will hold.

    Args:
        folder: where it will lie; what it names is written relative to it.

    Attributes:
        texts: the files beside the manifest by their name in the folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._entries: list[dict[str, Any]] = []
        self._asked: Counter[str] = Counter()
        self.texts: dict[str, str] = {}

    def refer(self, path: Path, within: str = "") -> str:
        """A file's name as the manifest, or a file in the folder ``within``, has to write it."""
        return Path(os.path.relpath(path, self._folder / within)).as_posix()

    def keep(self, name: str, text: str) -> str:
        """Put a file beside the manifest; returns its name."""
        self.texts[name] = text
        return name

    def ask(
        self,
        name: str,
        scene: str,
        labels: Sequence[str] = (),
        *,
        absent: bool = False,
        values: Sequence[int | str] = (),
        unknown: Sequence[int | str] = (),
        gsd: float | None = None,
        separate: bool = False,
    ) -> None:
        """Add an entry that asks for a class; an absent one is asked for in all its words.

        Args:
            name: the class.
            scene: the raster as the manifest writes it.
            labels: vector files, or one raster.
            absent: whether nothing in the scene is of the class.
            values: pixel values of the label raster that are of the class.
            unknown: those that are not known to be or not to be.
            gsd: metres a pixel to work at; None: the scene's own.
            separate: whether regions are cut apart where they are narrow.
        """
        phrases = _PHRASES[name]
        if not absent:
            self._asked[name] += 1
            phrases = (phrases[self._asked[name] % _OTHER_EVERY == 0],)
        optional: Mapping[str, Any] = {
            "labels": labels[0] if len(labels) == 1 else list(labels),
            "absent": absent,
            "values": list(values),
            "unknown": list(unknown),
            "gsd": gsd,
            "separate": separate,
        }
        given = {key: value for key, value in optional.items() if value}
        for phrase in phrases:
            asked = {"scene": scene, "phrase": phrase, "class": name, "kind": "absent" if absent else "class"}
            self._entries.append({**asked, **given})

    def manifest(self) -> str:
        """The manifest's text, one entry a line."""
        return "[\n" + ",\n".join(json.dumps(entry) for entry in self._entries) + "\n]\n"
