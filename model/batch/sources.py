"""The scenes of a batch, each under a name that is its own in the folder of results."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

_LONGEST = 60
"""Letters of a name; with four bytes each it still is a file's name."""

Stamp = Mapping[str, int | str]
"""Size and time of a file as a STAC asset has them, ``file:size`` and ``updated``; empty for what is no file here."""


@dataclass(frozen=True)
class Source:
    """A scene.

    Attributes:
        path: the raster, as it was given.
        name: letters, digits, dots, dashes and underscores, at least one letter among them; no other scene in the
            folder of results has it.
    """

    path: str
    name: str


@dataclass(frozen=True)
class Known:
    """The scene that an earlier run has given a name.

    Attributes:
        place: where it lay, as ``place_of`` tells.
        stamp: of the file, then.
    """

    place: str
    stamp: Stamp


def named(scenes: Iterable[str], known: Mapping[str, Known]) -> tuple[Source, ...]:
    """Each scene once, in the order given, under the name that it had before, or else one after its file.

    Args:
        scenes: paths of rasters, or other names GDAL opens.
        known: scenes that have names.
    """
    names = {scene.place: name for name, scene in known.items()}
    lost = {name: scene for name, scene in known.items() if not Path(scene.place).exists()}
    taken = {name.casefold() for name in known}  # some file systems do not tell upper from lower case
    sources: dict[str, Source] = {}
    for path in scenes:
        place = place_of(path)
        if place not in sources:
            name = names.get(place) or _moved(path, lost) or _free(_safe(Path(path).stem), taken)
            lost.pop(name, None)
            taken.add(name.casefold())
            sources[place] = Source(path, name)
    return tuple(sources.values())


def place_of(path: str) -> str:
    """The one absolute path of a file, whatever way leads to it; other names, such as addresses, as they are."""
    return str(Path(path).resolve()) if Path(path).exists() else path


def stamp_of(path: str) -> Stamp:
    """What tells that a file has changed."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return {}
    changed = datetime.fromtimestamp(status.st_mtime, timezone.utc)
    return {"file:size": status.st_size, "updated": changed.isoformat().replace("+00:00", "Z")}


def _moved(path: str, lost: Mapping[str, Known]) -> str | None:
    """The name of a scene that is no longer where it was, if this is the same file in another place."""
    stamp = stamp_of(path)
    for name, scene in lost.items():
        if stamp and stamp == scene.stamp and Path(scene.place).name == Path(path).name:
            return name
    return None


def _safe(stem: str) -> str:
    plain = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", stem)).strip("-._")[:_LONGEST].rstrip("-._")
    # What reads a partitioned table takes 007 for a number and 2024-05-01 for a date.
    return plain if any(letter.isalpha() for letter in plain) else f"scene-{plain}".rstrip("-")


def _free(name: str, taken: Collection[str]) -> str:
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name}_{number}"
    return free
