"""How polygons look: outlines and a light fill that can be read on imagery, by score where there is one."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsVectorLayer

_STYLES = Path(__file__).resolve().parent.parent.parent / "resources" / "styles"


def style_by_score(layer: QgsVectorLayer) -> None:
    """Six classes of the score, from violet to yellow, lighter as it rises, so that they differ for every eye.

    A layer without a score or without polygons gets one plain symbol: an empty one has no use for a legend.
    """
    scored = layer.fields().indexFromName("score") >= 0 and layer.featureCount() != 0
    _load(layer, "score" if scored else "plain")


def style_plainly(layer: QgsVectorLayer) -> None:
    """One symbol for all."""
    _load(layer, "plain")


def style_unread(layer: QgsVectorLayer) -> None:
    """Hatched in red: nothing is known there."""
    _load(layer, "unread")


def _load(layer: QgsVectorLayer, name: str) -> None:
    layer.loadNamedStyle(str(_STYLES / f"{name}.qml"), QgsMapLayer.StyleCategory.Symbology)
