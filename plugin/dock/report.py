"""How a run ended, in words."""

from __future__ import annotations

from collections.abc import Sequence

from ...protocol import Remark, Result
from ..errors import UserError
from ..layers.unread import other_notes
from ..quantities import counted
from ..runtime.engine import EngineFailed
from ..translation import tr
from .cost import duration_text


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


def translated_note(note: Remark) -> str:
    """A remark of the engine in the language of QGIS, as far as it is one of the usual ones."""
    patterns = {
        "unknown_words": tr("The model has not learnt: {}"),
        "comparing_words": tr("Judged within each of {} tiles, not over the whole raster: {}"),
        "no_crs": tr("The raster has no coordinate reference system: areas and lengths are in pixels."),
    }
    return patterns[note.kind].format(*note.values) if note.kind in patterns else note.text


def interrupted(error: UserError) -> UserError:
    """The same error of a run that can be gone on with, telling how much is kept."""
    tiles = error.failure.tiles_kept if isinstance(error, EngineFailed) else 0
    if not tiles:
        return error
    kept = tr("Finished and kept: {}. “Go on” computes only the rest.").format(_tiles(tiles))
    return UserError(f"{error.sentence} {kept}", error.detail, error.remedy)


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
