"""Tiles that could not be read, in words and on the map: nothing is known there."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest

from ...protocol import Remark, Result
from ..quantities import counted
from ..translation import tr
from .results import Shown, group_of, unreadable
from .style import style_unread
from .vector import address, open_vector

LAYER = "failed_tiles"
"""Name of their layer in a GeoPackage of results."""


def unread_text(result: Result) -> str:
    """How many tiles of a run could not be read, and what to do about it; empty if all could."""
    if not result.failed_tiles:
        return ""
    return tr(
        "{} of {} tiles could not be read: nothing is known there. Repair the raster or get a whole copy of it, then "
        "run again over that area."
    ).format(counted(result.failed_tiles), counted(result.tiles))


def other_notes(result: Result) -> list[Remark]:
    """What the engine remarks besides."""
    return [note for note in result.notes if note.kind != "failed_tiles"]


def add_unread(shown: Shown) -> None:
    """Add the extents of tiles that could not be read to the group of their run, if there are any. Main thread only.

    In a GeoPackage they share the file of the polygons, which revisions write anew: then the map gets a copy of them.
    """
    result = shown.origin.result
    if not result.failed_tiles:
        return
    name = tr("Tiles that could not be read")
    layer = open_vector(address(result.failed_output, LAYER, ""), name)
    if not layer.isValid():
        shown.notes = tuple(dict.fromkeys((*shown.notes, unreadable(result.failed_output))))
        return
    if Path(result.failed_output).suffix.lower() == ".gpkg":
        layer = layer.materialize(QgsFeatureRequest())
        layer.setName(name)
    style_unread(layer)
    shown.project.addMapLayer(layer, False)
    group_of(shown).addLayer(layer).setExpanded(False)
