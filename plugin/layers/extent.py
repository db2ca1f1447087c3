"""The part of a raster that a run is limited to."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from ..errors import UserError
from ..translation import tr
from .aoi import Polygons
from .place import moved_box


@dataclass(frozen=True)
class Area:
    """What a run is limited to; neither of both: the whole raster.

    Attributes:
        box: in the raster's CRS, inside the raster.
        polygons: of a layer.
    """

    box: QgsRectangle | None = None
    polygons: Polygons | None = None

    @property
    def extent(self) -> QgsRectangle | None:
        """The box around it in the raster's CRS; None: the whole raster."""
        return self.box if self.polygons is None else self.polygons.extent


def whole_layer() -> Area:
    """All of the raster."""
    return Area()


def current_view(view: QgsMapSettings, raster: QgsRasterLayer) -> Area:
    """What the map canvas shows of the raster.

    Args:
        view: the canvas's ``mapSettings()``.
        raster: the run's raster.

    Raises:
        UserError: it shows nothing of it.
    """
    box = _part(view.visibleExtent(), view.destinationCrs(), raster, view.transformContext())
    if box is None:
        raise UserError(
            tr("The current view shows nothing of “{}”: zoom to the layer, or choose the whole layer.").format(
                raster.name()
            )
        )
    return Area(box=box)


def rectangle(
    box: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    raster: QgsRasterLayer,
    context: QgsCoordinateTransformContext,
) -> Area:
    """A box of any CRS.

    Args:
        box: the box.
        crs: of the box; invalid: that of the raster.
        raster: the run's raster.
        context: how QGIS goes from one CRS to another.

    Raises:
        UserError: it lies outside of the raster.
    """
    part = _part(box, crs, raster, context)
    if part is None:
        raise UserError(tr("The extent lies outside of “{}”: choose one on the raster.").format(raster.name()))
    return Area(box=part)


def polygons_of(
    layer: QgsVectorLayer,
    raster: QgsRasterLayer,
    context: QgsCoordinateTransformContext,
    *,
    selected: bool = False,
) -> Area:
    """The polygons of a layer.

    Args:
        layer: of polygons, in any CRS.
        raster: the run's raster.
        context: how QGIS goes from one CRS to another.
        selected: only those that are selected.

    Raises:
        UserError: no polygons, nothing selected, or no overlap with the raster.
    """
    return Area(polygons=Polygons(layer, raster, context, selected=selected))


def _part(
    box: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    raster: QgsRasterLayer,
    context: QgsCoordinateTransformContext,
) -> QgsRectangle | None:
    # A view of the whole world fits into few CRSs, the raster into nearly all: cut there first.
    held = moved_box(raster.extent(), raster.crs(), crs, context)
    moved = moved_box(box if held is None else box.intersect(held), crs, raster.crs(), context)
    part = QgsRectangle() if moved is None else moved.intersect(raster.extent())
    return None if part.isEmpty() else part
