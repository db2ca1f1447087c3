"""Which bands a layer shows, and how bright."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsSingleBandGrayRenderer,
)

Stretch = tuple[tuple[float, float], ...]
"""Least and greatest value of each band."""

_Algorithm = QgsContrastEnhancement.ContrastEnhancementAlgorithm


@dataclass(frozen=True)
class Look:
    """A layer's own choice of bands and contrast, as the engine can follow it.

    Attributes:
        bands: numbers of the bands, from 1: one (grey) or three (red, green, blue).
        stretch: the values that become black and white, one pair a band; None: shown as they are if they have 8 bits,
            else the engine finds them from the whole raster.
        alpha: band of opacity; None: there is none.
    """

    bands: tuple[int, ...]
    stretch: Stretch | None
    alpha: int | None


def look_of(layer: QgsRasterLayer) -> Look | None:
    """The look of a layer that shows its bands as brightness; None: it shows them in another way.

    Values outside of a stretch that QGIS clips away are kept, as black or white. What QGIS does to the finished colours
    (opacity, brightness, saturation, gamma) is left out.
    """
    renderer, provider = layer.renderer(), layer.dataProvider()
    bands: tuple[int, ...]
    if isinstance(renderer, QgsMultiBandColorRenderer):
        bands = (renderer.redBand(), renderer.greenBand(), renderer.blueBand())
        contrasts = [
            renderer.redContrastEnhancement(),
            renderer.greenContrastEnhancement(),
            renderer.blueContrastEnhancement(),
        ]
    elif isinstance(renderer, QgsSingleBandGrayRenderer):
        if renderer.gradient() != QgsSingleBandGrayRenderer.Gradient.BlackToWhite:
            return None
        bands, contrasts = tuple(renderer.usesBands()[:1]), [renderer.contrastEnhancement()]
    else:
        return None
    if not all(1 <= band <= provider.bandCount() for band in bands):
        return None
    limits = [_limits(contrast) for contrast in contrasts]
    if any(limit is not None and not limit[0] < limit[1] for limit in limits):
        return None
    return Look(bands, _stretch(limits, bands, provider), renderer.alphaBand() if renderer.alphaBand() > 0 else None)


def _limits(contrast: QgsContrastEnhancement | None) -> tuple[float, float] | None:
    """What becomes black and white; None: values are shown as they are."""
    if contrast is None or contrast.contrastEnhancementAlgorithm() not in (
        _Algorithm.StretchToMinimumMaximum,
        _Algorithm.StretchAndClipToMinimumMaximum,
    ):
        return None
    limits = float(contrast.minimumValue()), float(contrast.maximumValue())
    # One value everywhere, or nothing measured: there is no contrast to follow.
    return limits if all(map(math.isfinite, limits)) and limits[0] != limits[1] else None


def _stretch(
    limits: list[tuple[float, float] | None], bands: tuple[int, ...], provider: QgsRasterDataProvider
) -> Stretch | None:
    eight_bits = all(provider.dataType(band) == Qgis.DataType.Byte for band in bands)
    stretch = tuple((0.0, 255.0) if limit is None and eight_bits else limit for limit in limits)
    as_it_is = len(bands) == 3 and all(limit == (0.0, 255.0) for limit in stretch)
    if as_it_is or None in stretch:  # with more than 8 bits and no contrast there is nothing to be seen and followed
        return None
    return tuple(limit for limit in stretch if limit is not None)  # for grey always, or a palette would come in
