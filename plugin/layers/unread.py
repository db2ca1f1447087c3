"""Tiles that could not be read, in words and on the map: nothing is known there."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsVectorFileWriter

from ...protocol import Result
from ..log import log
from ..quantities import counted
from ..translation import tr
from .results import Shown, group_of, unreadable
from .style import style_unread
from .vector import address, open_vector

LAYER = "failed_tiles"
"""Name of their layer in a GeoPackage of results."""
_NOTE = re.compile(r"\d+ of \d+ tiles of .+ could not be read: nothing is known there")


def unread_text(result: Result) -> str:
    """How many tiles of a run could not be read, and what to do about it; empty if all could."""
    if not result.failed_tiles:
        return ""
    return tr(
        "{} of {} tiles could not be read: nothing is known there. Repair the raster or get a whole copy of it, then "
        "run again over that area."
    ).format(counted(result.failed_tiles), counted(result.tiles))


def other_notes(result: Result) -> list[str]:
    """What the engine remarks besides, in its own words."""
    return [note for note in result.notes if not _NOTE.fullmatch(note)]


def add_unread(shown: Shown) -> None:
    """Add the extents of tiles that could not be read to the group of their run, if there are any. Main thread only.

    In a GeoPackage they share the file of the polygons, which revisions write anew: then the map gets a copy of them,
    and ``shown`` another one, for ``write_back``.
    """
    result = shown.origin.result
    if not result.failed_tiles:
        return
    name = tr("Tiles that could not be read")
    layer = open_vector(address(result.failed_output, LAYER, ""), name)
    if not layer.isValid():
        shown.notes = tuple(dict.fromkeys((*shown.notes, unreadable(result.failed_output))))
        return
    if _is_geopackage(result.failed_output):
        shown.unread = layer.materialize(QgsFeatureRequest())
        layer = layer.materialize(QgsFeatureRequest())
        layer.setName(name)
    style_unread(layer)
    shown.project.addMapLayer(layer, False)
    group_of(shown).addLayer(layer).setExpanded(False)


def write_back(shown: Shown, output: str) -> None:
    """Put the extents into a GeoPackage of the user's that a revision has written anew.

    Args:
        shown: the run.
        output: the revision's file, which nobody has open yet.
    """
    if shown.unread is None or not _is_geopackage(output):
        return
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", LAYER
    options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    context = shown.project.transformContext()
    status, reason, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(shown.unread, output, context, options)
    if status != QgsVectorFileWriter.WriterError.NoError:
        log(f"The tiles that could not be read are not in {output} any more: {reason}")


def _is_geopackage(output: str) -> bool:
    return Path(output).suffix.lower() == ".gpkg"
