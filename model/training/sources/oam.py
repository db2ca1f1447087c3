"""Drone pictures of OpenAerialMap with building footprints, cut as web map tiles named OAM-x-y-z."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rasterio.features import rasterize
from scipy import ndimage

from .picture import NO_DATA, Picture, legend, make_picture

PLACES = ("zanzibar", "banepa", "catanduanes")
_EQUATOR = 40075016.686
_ROUND = ndimage.generate_binary_structure(2, 2)
_SPECK = 9
_BUILDING = {"building": legend((1,))}
_GSD_RANGE = (0.07, 1.2)
_ENLARGED = 2.0
"""How much finer than its tiles a mosaic is looked at, at most."""
_ROOF_TAGS = {"roof:material": "roof:material", "roof:shape": "roof:shape", "roof:type": "roof:shape"}
_SPELLINGS = {"concerte": "concrete", "mix": "mixed"}
_USES = {"school": "school", "place_of_worship": "temple", "temple": "temple"}


@dataclass(frozen=True)
class Tile:
    """A web map tile: column, row and zoom, with the file of its picture."""

    x: int
    y: int
    zoom: int
    path: Path

    @classmethod
    def named(cls, path: Path) -> Tile:
        """The tile that a file name such as ``OAM-1277168-1083840-21.png`` tells."""
        _, x, y, zoom = path.stem.split("-")
        return cls(int(x), int(y), int(zoom), path)

    def parent(self, zoom: int) -> tuple[int, int, int]:
        """Column, row, zoom of the tile at a coarser zoom that holds this one."""
        shift = self.zoom - zoom
        return self.x >> shift, self.y >> shift, zoom


def building_tiles(folder: Path, place: str, split: Literal["train", "val"]) -> list[Tile]:
    """The tiles of a place in a split: catanduanes and the east third of banepa are the validation part."""
    tiles = [Tile.named(path) for path in sorted((folder / place / "images").iterdir())]
    if place == "banepa":
        return _east(tiles, split)
    return tiles if (place == "catanduanes") == (split == "val") else []


def attribute_tiles(folder: Path, split: Literal["train", "val"]) -> list[Tile]:
    """The tiles of banepa with tagged footprints in a split: the east third is the validation part."""
    return _east([Tile.named(path) for path in sorted((folder / "train").glob("*.tif"))], split)


def load_buildings(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """Three places with building footprints."""
    pictures = []
    for place in PLACES:
        tiles = building_tiles(folder, place, split)
        features = _features(sorted((folder / place / "geojson").glob("*.geojson"))) if tiles else []
        for group in _neighbours(_finest(tiles)):
            pictures.append(_mosaic(group, 256, features, source="oam_buildings", place=place))
    return pictures


def load_attributes(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """Banepa with OpenStreetMap footprints that carry roof and use tags."""
    features = _features(sorted(folder.glob("osm_features_*.geojson")))
    return [
        _mosaic(group, 512, features, source="oam_banepa_osm", place="banepa")
        for group in _neighbours(attribute_tiles(folder, split))
    ]


def _east(tiles: Sequence[Tile], split: str) -> list[Tile]:
    """The east third of the columns (``val``) or the rest; the border lies on a column of the coarsest zoom."""
    zoom = min(tile.zoom for tile in tiles)
    columns = [tile.parent(zoom)[0] for tile in tiles]
    border = min(columns) + round((max(columns) + 1 - min(columns)) * 2 / 3)
    return [tile for tile, x in zip(tiles, columns, strict=True) if (x >= border) == (split == "val")]


def _finest(tiles: Iterable[Tile]) -> list[Tile]:
    """The tiles of which no finer tile shows the same ground."""
    kept: list[Tile] = []
    covered: set[tuple[int, int, int]] = set()
    for tile in sorted(tiles, key=lambda tile: -tile.zoom):
        if (tile.x, tile.y, tile.zoom) not in covered:
            kept.append(tile)
        covered |= {tile.parent(zoom) for zoom in range(tile.zoom)}
    return kept


def _neighbours(tiles: Iterable[Tile]) -> Iterator[list[Tile]]:
    """Groups of tiles of one zoom that touch."""
    by_zoom: dict[int, list[Tile]] = {}
    for tile in tiles:
        by_zoom.setdefault(tile.zoom, []).append(tile)
    for group in by_zoom.values():
        at = np.array([(tile.y, tile.x) for tile in group])
        at -= at.min(axis=0)
        grid = np.zeros(at.max(axis=0) + 1, bool)
        grid[at[:, 0], at[:, 1]] = True
        labels, count = ndimage.label(grid, _ROUND)
        which = labels[at[:, 0], at[:, 1]]
        yield from ([tile for tile, k in zip(group, which, strict=True) if k == n] for n in range(1, count + 1))


def _features(paths: Iterable[Path]) -> list[Mapping[str, Any]]:
    return [feature for path in paths for feature in json.loads(path.read_text())["features"]]


def _mosaic(
    tiles: Sequence[Tile], side: int, features: Sequence[Mapping[str, Any]], *, source: str, place: str
) -> Picture:
    x0, y0 = min(tile.x for tile in tiles), min(tile.y for tile in tiles)
    columns = max(tile.x for tile in tiles) - x0 + 1
    rows = max(tile.y for tile in tiles) - y0 + 1
    image = np.zeros((rows * side, columns * side, 3), np.uint8)
    codes = np.full(image.shape[:2], NO_DATA, np.uint8)
    for tile in tiles:
        at = np.s_[(tile.y - y0) * side : (tile.y - y0 + 1) * side, (tile.x - x0) * side : (tile.x - x0 + 1) * side]
        image[at] = np.asarray(Image.open(tile.path).convert("RGB"))
        # Drone mosaics end in plain black; single black pixels are shadows.
        codes[at] = np.where(_margin(image[at]), NO_DATA, 0)
    zoom = tiles[0].zoom
    instances, attributes = _burn(features, (x0 * side, y0 * side), side << zoom, codes.shape)
    codes[(instances > 0) & (codes == 0)] = 1
    latitude = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * (y0 + rows / 2) / 2**zoom))))
    gsd = _EQUATOR / (side << zoom) * float(np.cos(np.radians(latitude)))
    return make_picture(
        source=source,
        place=place,
        image=image,
        codes=codes,
        gsd=gsd,
        gsd_range=(max(_GSD_RANGE[0], gsd / _ENLARGED), _GSD_RANGE[1]),
        legends=_BUILDING,
        exhaustive=frozenset(_BUILDING),
        instances=instances,
        attributes=attributes,
    )


def _margin(image: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Black pixels in patches of at least ``_SPECK`` pixels a side."""
    black = (image[..., 0] | image[..., 1] | image[..., 2]) == 0
    # Opening by a square, one axis at a time; beyond the tile nothing is black.
    for axis in (0, 1):
        black = ndimage.minimum_filter1d(black.view(np.uint8), _SPECK, axis, mode="constant")
    for axis in (0, 1):
        black = ndimage.maximum_filter1d(black.view(np.uint8), _SPECK, axis, mode="constant")
    return np.asarray(black, bool)


def _burn(
    features: Sequence[Mapping[str, Any]], origin: tuple[int, int], world: int, shape: tuple[int, ...]
) -> tuple[NDArray[np.uint16], dict[int, frozenset[str]]]:
    """Footprints as ids on the mosaic's pixels; the parts of a footprint that tiles cut share one id."""
    ids: dict[Any, int] = {}
    attributes: dict[int, frozenset[str]] = {}
    shapes = []
    for feature in features:
        geometry = {"type": feature["geometry"]["type"], "coordinates": _to_pixels(feature["geometry"], origin, world)}
        if not _touches(geometry, shape):
            continue
        number = ids.setdefault(feature["properties"]["osm_id"], len(ids) + 1)
        if tags := _tags(feature["properties"]):
            attributes[number] = tags
        shapes.append((geometry, number))
    if not shapes:
        return np.zeros(shape, np.uint16), attributes
    return rasterize(shapes, out_shape=shape, dtype=np.uint16), attributes


def _to_pixels(geometry: Mapping[str, Any], origin: tuple[int, int], world: int) -> list[Any]:
    """Coordinates in pixels of the mosaic, from degrees (web Mercator)."""

    def ring(points: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
        lon, lat = np.array(points, float)[:, :2].T
        x = (lon / 360 + 0.5) * world - origin[0]
        y = (0.5 - np.arcsinh(np.tan(np.radians(lat))) / (2 * np.pi)) * world - origin[1]
        return list(zip(x.tolist(), y.tolist(), strict=True))

    if geometry["type"] == "Polygon":
        return [ring(part) for part in geometry["coordinates"]]
    return [[ring(part) for part in polygon] for polygon in geometry["coordinates"]]


def _touches(geometry: Mapping[str, Any], shape: tuple[int, ...]) -> bool:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    outer = np.array([point for polygon in polygons for point in polygon[0]])
    low, high = outer.min(axis=0), outer.max(axis=0)
    return bool(high[0] > 0 and high[1] > 0 and low[0] < shape[1] and low[1] < shape[0])


def _tags(properties: Mapping[str, Any]) -> frozenset[str]:
    roof = {(name, properties.get(tag)) for tag, name in _ROOF_TAGS.items()}
    uses = {_USES.get(properties.get(tag) or "") for tag in ("building", "amenity")}
    return frozenset(
        {f"{name}={_SPELLINGS.get(value, value)}" for name, value in roof if value}
        | {f"use={use}" for use in uses if use}
    )
