"""How a run ended, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...protocol import Result
from ..layers.unread import other_notes
from ..quantities import counted
from ..translation import tr
from .cost import duration_text

_UNKNOWN = re.compile(r"not learnt: (.+)")
_COMPARED = re.compile(r"judged within each of (\d+) tiles, not over the whole scene: (.+)")
_NO_CRS = "the scene has no coordinate reference system: areas and lengths are in pixels"


def result_text(phrases: Sequence[str], result: Result, seconds: float, notes: Sequence[str] = ()) -> str:
    """How many polygons each phrase has, how long it took, and what the user should know.

    Args:
        phrases: what was looked for.
        result: what was found.
        seconds: from the click to the result.
        notes: of the raster and of what could not be read, translated sentences; the engine's other ones are added.
    """
    lines = [_count_text(phrase, count) for phrase, count in zip(phrases, result.counts)]
    if result.tiles:
        lines.append(
            tr("{} on {}, {}.").format(_tiles(result.tiles), device_text(result.device), duration_text(seconds))
        )
    lines += [tr("Note: {}").format(note) for note in (*notes, *map(translated_note, other_notes(result)))]
    return "\n".join(lines)


def translated_note(note: str) -> str:
    """A remark of the engine in the language of QGIS, as far as it is one of the usual ones."""
    unknown, compared = _UNKNOWN.fullmatch(note), _COMPARED.fullmatch(note)
    if unknown:
        return tr("The model has not learnt: {}").format(unknown[1])
    if compared:
        return tr("Judged within each of {} tiles, not over the whole raster: {}").format(compared[1], compared[2])
    if note == _NO_CRS:
        return tr("The raster has no coordinate reference system: areas and lengths are in pixels.")
    return note


def device_text(device: str) -> str:
    """A device's name for people."""
    return {"cpu": tr("the processor"), "cuda": tr("the graphics card"), "mps": tr("Apple's graphics")}.get(
        device, device
    )


def _count_text(phrase: str, count: int) -> str:
    if count == 0:
        return tr("“{}”: nothing found.").format(phrase)
    if count == 1:
        return tr("“{}”: 1 polygon.").format(phrase)
    return tr("“{}”: {} polygons.").format(phrase, counted(count))


def _tiles(count: int) -> str:
    return tr("1 tile") if count == 1 else tr("{} tiles").format(counted(count))
