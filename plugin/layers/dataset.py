"""A GDAL raster as its layer in QGIS shows it: with the CRS, the nodata values and the opacity chosen there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterDataProvider, QgsRasterLayer

from .look import Look

_DOWNWARDS = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
"""Where QGIS puts a raster that has no place: its upper left corner at 0 0, its rows downwards."""
_OPTION = "option:"


@dataclass(frozen=True)
class Dataset:
    """How to open a raster, and what its layer says otherwise than its file.

    Attributes:
        path: as GDAL opens it.
        options: of its driver.
        crs: WKT of the layer's CRS, empty for none; None: as in the file.
        nodata: value that stands for nothing by band, None for none; bands that are as in the file are left out.
        alpha: band of opacity, 0 for none; None: as in the file.
    """

    path: str
    options: tuple[str, ...] = ()
    crs: str | None = None
    nodata: Mapping[int, float | None] = field(default_factory=dict)
    alpha: int | None = None

    def open(self) -> Any:
        """The raster as the layer shows it, a virtual one; None where GDAL cannot open it."""
        with quiet_gdal():
            opened = open_quietly(self.path, self.options)
            return None if opened is None else self._adapted(opened)

    def differs(self, opened: Any) -> bool:
        """Whether the layer shows something else than whoever opens the file by its path alone.

        Args:
            opened: the file as it is.
        """
        placeless = opened.GetGeoTransform(can_return_null=True) is None
        alpha = self._alpha_of(opened) not in (None, _declared_alpha(opened))
        return bool(self.options or self.nodata) or self.crs is not None or alpha or placeless

    def _adapted(self, opened: Any) -> Any:
        if has_place_by_points(opened):
            opened = gdal.AutoCreateWarpedVRT(opened)
        virtual = gdal.GetDriverByName("VRT").CreateCopy("", opened)
        if virtual.GetGeoTransform(can_return_null=True) is None:
            virtual.SetGeoTransform(_DOWNWARDS)
        if self.crs is not None:
            virtual.SetProjection(self.crs)
        for number, value in self.nodata.items():
            band = virtual.GetRasterBand(number)
            band.DeleteNoDataValue() if value is None else band.SetNoDataValue(value)
        alpha = self._alpha_of(virtual)
        if alpha is not None:
            _declare_alpha(virtual, alpha)
        return virtual

    def _alpha_of(self, dataset: Any) -> int | None:
        """QGIS turns a rotated raster and gives it an opacity of its own, which the file does not hold."""
        return 0 if self.alpha is not None and self.alpha > dataset.RasterCount else self.alpha


def dataset_of(layer: QgsRasterLayer, look: Look | None) -> Dataset:
    """What the layer of a GDAL raster shows.

    Args:
        layer: whose provider is GDAL.
        look: of the layer; None: only its path and options are of use.
    """
    provider = layer.dataProvider()
    path, *parts = provider.dataSourceUri().split("|")
    here = Path(path)
    return Dataset(
        str(here.absolute()) if here.is_file() else path,  # the engine works in another folder
        tuple(part[len(_OPTION) :] for part in parts if part.startswith(_OPTION)),
        None if layer.crs() == provider.crs() else _wkt(layer.crs()),
        {} if look is None else _nodata(provider, look.bands),
        None if look is None else look.alpha or 0,
    )


def has_place_by_points(dataset: Any) -> bool:
    """Whether QGIS places the raster by control points or a camera model, which the engine does not read."""
    placed = dataset.GetGeoTransform(can_return_null=True) is not None
    return not placed and bool(dataset.GetGCPCount() or dataset.GetMetadata("RPC"))


def open_quietly(path: str, options: tuple[str, ...] = ()) -> Any:
    """The dataset; None where GDAL cannot open it, whether another plugin has switched its exceptions on or not."""
    try:
        return gdal.OpenEx(path, gdal.OF_RASTER, open_options=list(options))
    except RuntimeError:
        return None


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Keeps what GDAL says in this thread off the terminal and out of QGIS's messages."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _declared_alpha(dataset: Any) -> int:
    for number in range(1, dataset.RasterCount + 1):
        if dataset.GetRasterBand(number).GetColorInterpretation() == gdal.GCI_AlphaBand:
            return number
    return 0


def _declare_alpha(dataset: Any, alpha: int) -> None:
    for number in range(1, dataset.RasterCount + 1):
        band = dataset.GetRasterBand(number)
        if number == alpha:
            band.SetColorInterpretation(gdal.GCI_AlphaBand)
        elif band.GetColorInterpretation() == gdal.GCI_AlphaBand:
            band.SetColorInterpretation(gdal.GCI_Undefined)


def _nodata(provider: QgsRasterDataProvider, bands: tuple[int, ...]) -> dict[int, float | None]:
    """What the user has chosen; ranges of values have no place in a file and are left out."""
    chosen: dict[int, float | None] = {}
    for band in bands:
        values = [each.min() for each in provider.userNoDataValues(band) if each.min() == each.max()]
        if values:
            chosen[band] = float(values[0])
        elif provider.sourceHasNoDataValue(band) and not provider.useSourceNoDataValue(band):
            chosen[band] = None
    return chosen


def _wkt(crs: QgsCoordinateReferenceSystem) -> str:
    return str(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)) if crs.isValid() else ""
