"""From a raster's own values to the red, green and blue that a network sees."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import OptionError
from .reader import Pixels, Reader, Validity
from .stretch import Limits, Stretch, fit_stretch, given_stretch


@dataclass(frozen=True)
class Colours:
    """The same look for every tile of a raster.

    Attributes:
        palette: colours of a raster of classes, uint8 (n, 4); None: the values are brightness.
        stretch: of brightness that is not yet made for display.
    """

    palette: NDArray[np.uint8] | None
    stretch: Stretch | None

    def show(self, pixels: Pixels, valid: Validity) -> tuple[NDArray[np.uint8], Validity]:
        """Pixels (1 or 3 bands, h, w) as uint8 (3, h, w), black where invalid, and what of them is still valid."""
        if self.palette is not None:
            rgba = self.palette[pixels[0]].transpose(2, 0, 1)
            rgb, valid = rgba[:3], valid & (rgba[3] > 0)
        else:
            rgb = pixels if self.stretch is None else self.stretch.apply(pixels)
        rgb = np.broadcast_to(rgb, (3, *valid.shape))
        return (rgb if valid.all() else np.where(valid, rgb, np.uint8(0))), valid


def fit_colours(reader: Reader, limits: Limits | None = None) -> Colours:
    """The look of a raster.

    Args:
        reader: the raster.
        limits: least and greatest value of each of its bands, which become black and white; None: from a sample of all
            of it, and as it is if it is made for display.

    Raises:
        SceneError: the file is damaged.
        OptionError: there are not as many limits as bands.
    """
    if limits is not None:
        if len(limits) != len(reader.bands.colour):
            raise OptionError(
                f"{len(limits)} ranges of contrast do not fit {len(reader.bands.colour)} bands: give one for each band."
            )
        return Colours(None, given_stretch(limits))
    if reader.bands.palette is not None:
        return Colours(reader.bands.palette, None)
    return Colours(None, None if reader.dtype == np.uint8 else fit_stretch(*reader.sample()))
