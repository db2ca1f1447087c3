"""Rasters that the engine reads as they lie on the disk, whatever their layer looks like."""

from __future__ import annotations

from qgis.core import QgsRasterLayer

from ..errors import UserError
from ..layers.dataset import dataset_of
from ..translation import tr


def raster_file(layer: QgsRasterLayer) -> str:
    """The name that GDAL opens a layer's data by.

    Raises:
        UserError: the layer is no raster file, such as a web service.
    """
    if layer.providerType() != "gdal":
        raise UserError(
            tr("“{}” is no raster file: export it to a GeoTIFF first, and choose that.").format(layer.name())
        )
    return dataset_of(layer, None).path
