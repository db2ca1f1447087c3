"""Scenes put together from image files without copying a pixel: GDAL's virtual rasters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from affine import Affine


@dataclass(frozen=True)
class Part:
    """A window of a file and its place in the scene.

    Attributes:
        path: the file, relative to the virtual raster.
        size: width and height of the window in pixels.
        window: its left and top in the file.
        place: its left and top in the scene.
    """

    path: str
    size: tuple[int, int]
    window: tuple[int, int] = (0, 0)
    place: tuple[int, int] = (0, 0)


def virtual_raster(
    parts: Sequence[Part],
    transform: Affine,
    crs: str,
    *,
    bands: tuple[int, int, int] = (1, 2, 3),
    black_is_nothing: bool = False,
) -> str:
    """The text of an RGB scene that shows parts of files of the type uint8.

    Args:
        parts: what it shows; it is as large as they reach.
        transform: from pixels of the scene to coordinates.
        crs: of the coordinates, in any form that GDAL takes.
        bands: of the files, those for red, green and blue.
        black_is_nothing: whether pixels that are black in all bands are no data; so are those that no part covers.
    """
    width, height = (max(part.place[axis] + part.size[axis] for part in parts) for axis in (0, 1))
    root = ElementTree.Element("VRTDataset", rasterXSize=str(width), rasterYSize=str(height))
    ElementTree.SubElement(root, "SRS").text = crs
    ElementTree.SubElement(root, "GeoTransform").text = ", ".join(map(repr, transform.to_gdal()))
    for number, (colour, taken) in enumerate(zip(("Red", "Green", "Blue"), bands, strict=True), start=1):
        band = ElementTree.SubElement(root, "VRTRasterBand", dataType="Byte", band=str(number))
        if black_is_nothing:
            ElementTree.SubElement(band, "NoDataValue").text = "0"
        ElementTree.SubElement(band, "ColorInterp").text = colour
        for part in parts:
            source = ElementTree.SubElement(band, "SimpleSource")
            ElementTree.SubElement(source, "SourceFilename", relativeToVRT="1").text = part.path
            ElementTree.SubElement(source, "SourceBand").text = str(taken)
            _add_box(source, "SrcRect", part.window, part.size)
            _add_box(source, "DstRect", part.place, part.size)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _add_box(source: ElementTree.Element, name: str, corner: tuple[int, int], size: tuple[int, int]) -> None:
    sides = {"xOff": corner[0], "yOff": corner[1], "xSize": size[0], "ySize": size[1]}
    ElementTree.SubElement(source, name, {side: str(value) for side, value in sides.items()})
