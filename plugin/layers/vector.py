"""Files of polygons as layers of QGIS."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer

from ..translation import tr

_SHAPEFILE_TEXT = 254
"""Bytes of a text that a shapefile holds."""


def phrase_filter(output: str, phrase: str, phrases: tuple[str, ...]) -> str:
    """What picks a phrase's polygons out of a file; empty where they lie in a layer of their own.

    Args:
        output: path of the file.
        phrase: the phrase.
        phrases: all phrases of the run.
    """
    suffix = Path(output).suffix.lower()
    if suffix == ".gpkg" or len(phrases) == 1:
        return ""
    if suffix == ".shp":
        phrase = phrase.encode()[:_SHAPEFILE_TEXT].decode(errors="ignore")
    quoted = phrase.replace("'", "''")
    return f"\"phrase\" = '{quoted}'"


def address(output: str, layer: str, subset: str) -> str:
    """What QGIS opens.

    Args:
        output: path of the file.
        layer: name of the layer in it; only a GeoPackage holds several.
        subset: filter, empty for none.
    """
    uri = f"{output}|layername={layer}" if Path(output).suffix.lower() == ".gpkg" and layer else output
    return f"{uri}|subset={subset}" if subset else uri


def open_vector(uri: str, name: str) -> QgsVectorLayer:
    """A layer that asks nobody for its CRS and takes no style lying beside its file."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    options.skipCrsValidation = True
    return QgsVectorLayer(uri, name, "ogr", options)


def document_fields(layer: QgsVectorLayer) -> None:
    """Names for people over the columns of the table, and what stands for a polygon in lists."""
    metres = layer.crs().isValid()
    aliases = {
        "phrase": tr("Phrase"),
        "score": tr("Score (0 to 1)"),
        "presence": tr("Presence (0 to 1)"),
        "area_m2": tr("Area (m²)") if metres else tr("Area (pixels)"),
        "perimeter_m": tr("Perimeter (m)") if metres else tr("Perimeter (pixels)"),
        "perim_m": tr("Perimeter (m)") if metres else tr("Perimeter (pixels)"),
        "model": tr("Model"),
    }
    for index, each in enumerate(layer.fields()):
        if each.name() in aliases:
            layer.setFieldAlias(index, aliases[each.name()])
    layer.setDisplayExpression('"phrase" || \' \' || format_number("score", 2)')
