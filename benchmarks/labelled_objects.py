"""Real objects with outlines, each on a small tile of its own, drawn from the labelled imagery."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas
import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.features import rasterize
from scipy import ndimage

from phrasegon.model.prompting import Box
from phrasegon.model.training.sources import Picture, calpoly, dubai, fields, oam

MARGIN = 64
"""Pixels of the surroundings on the tile."""
MIN_SIDE, MAX_SIDE = 8, 1000
MIN_AREA = 64

_POOLS = 30000
"""Ids of pools lie above those of trees."""


@dataclass(frozen=True)
class LabelledObject:
    """An object on its tile.

    Attributes:
        tile: colours, uint8 (3, H, W).
        mask: its pixels, bool (H, W).
    """

    tile: NDArray[np.uint8]
    mask: NDArray[np.bool_]

    @property
    def box(self) -> Box:
        """The exact one."""
        rows, columns = (np.flatnonzero(self.mask.any(axis=axis)) for axis in (1, 0))
        return Box(float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))

    def holds(self, x: float, y: float) -> bool:
        """Whether a place, in pixels of the tile, lies on the object."""
        return bool(self.mask[int(y), int(x)])


@dataclass(frozen=True)
class _Outlined:
    """A picture (h, w, 3) with ids of objects (h, w), 0 for none."""

    picture: NDArray[np.uint8]
    ids: NDArray[np.int32]


def draw_objects(data: Path, count: int, rng: np.random.Generator) -> dict[str, list[LabelledObject]]:
    """Up to ``count`` objects of each kind.

    Args:
        data: the folder that holds ``train/`` and ``scenes/``.
        count: of each kind.
        rng: draws them.
    """
    return {kind: _some(load(data), count, rng) for kind, load in _KINDS.items()}


def draw_roofs(data: Path, count: int, rng: np.random.Generator) -> list[LabelledObject]:
    """Up to ``count`` roofs in Banepa, whose imagery is CC BY 4.0 and whose outlines are OpenStreetMap's."""
    return _some(_tagged_roofs(data), count, rng)


def _some(outlined: Sequence[_Outlined], count: int, rng: np.random.Generator) -> list[LabelledObject]:
    """Objects that are neither tiny nor huge; the same number of a picture is the same object."""
    found = [
        (number, identity, place)
        for number, each in enumerate(outlined)
        for identity, place in enumerate(ndimage.find_objects(each.ids), start=1)
        if place is not None and _suits(each.ids[place] == identity)
    ]
    chosen = sorted(rng.choice(len(found), min(count, len(found)), replace=False))
    return [_cut(outlined[number], identity, place) for number, identity, place in (found[index] for index in chosen)]


def _suits(mask: NDArray[np.bool_]) -> bool:
    return min(mask.shape) >= MIN_SIDE and max(mask.shape) <= MAX_SIDE and int(np.count_nonzero(mask)) >= MIN_AREA


def _cut(outlined: _Outlined, identity: int, place: tuple[slice, slice]) -> LabelledObject:
    rows, columns = (slice(max(side.start - MARGIN, 0), side.stop + MARGIN) for side in place)
    tile = np.ascontiguousarray(outlined.picture[rows, columns].transpose(2, 0, 1))
    return LabelledObject(tile, outlined.ids[rows, columns] == identity)


def _instances(pictures: Sequence[Picture]) -> Iterator[_Outlined]:
    for picture in pictures:
        level = picture.levels[0]
        if level.instances is not None:
            yield _Outlined(level.image, level.instances.astype(np.int32))


def _roofs(place: str) -> Callable[[Path], list[_Outlined]]:
    def load(data: Path) -> list[_Outlined]:
        folder = data / "train" / "oam_buildings"
        pictures = [*oam.load_buildings(folder, "train"), *oam.load_buildings(folder, "val")]
        return list(_instances([picture for picture in pictures if picture.place == place]))

    return load


def _tagged_roofs(data: Path) -> list[_Outlined]:
    folder = data / "train" / "oam_banepa_osm"
    return list(_instances([*oam.load_attributes(folder, "train"), *oam.load_attributes(folder, "val")]))


def _fields(data: Path) -> list[_Outlined]:
    folder = data / "train" / "naip_fields_agoro"
    return list(_instances([*fields.load(folder, "train"), *fields.load(folder, "val")]))


def _pools(data: Path) -> list[_Outlined]:
    outlined = _instances(calpoly.load(data / "train" / "calpoly_urban_trees", "val"))
    return [_Outlined(each.picture, np.maximum(each.ids - _POOLS, 0)) for each in outlined]


def _land(name: str) -> Callable[[Path], list[_Outlined]]:
    def load(data: Path) -> list[_Outlined]:
        folder = data / "train" / "dubai_mbrsc"
        pictures = [*dubai.load(folder, "train"), *dubai.load(folder, "val")]
        masks = [np.take(picture.legends[name], picture.levels[0].codes) == 1 for picture in pictures]
        labelled = [np.asarray(ndimage.label(mask)[0], np.int32) for mask in masks]
        return [_Outlined(picture.levels[0].image, ids) for picture, ids in zip(pictures, labelled, strict=True)]

    return load


def _dead_trees(data: Path) -> list[_Outlined]:
    with rasterio.open(data / "scenes" / "finland_uav_forest_5cm.tif") as scene:
        picture, transform, crs = scene.read((1, 2, 3)).transpose(1, 2, 0), scene.transform, scene.crs
    outlines = geopandas.read_file(data / "scenes" / "finland_uav_deadwood.geojson").to_crs(crs).geometry
    shapes = [(outline, number) for number, outline in enumerate(outlines, start=1)]
    return [_Outlined(picture, rasterize(shapes, picture.shape[:2], transform=transform, dtype=np.int32))]


_KINDS: dict[str, Callable[[Path], list[_Outlined]]] = {
    "roofs, Zanzibar, 7 cm": _roofs("zanzibar"),
    "roofs, Banepa, 7-30 cm": _roofs("banepa"),
    "roofs, Catanduanes": _roofs("catanduanes"),
    "roofs, Banepa, 14 cm": _tagged_roofs,
    "fields, Midwest, 4.5 m": _fields,
    "blocks, Dubai, 1 m": _land("built-up area"),
    "vegetation, Dubai, 1 m": _land("vegetation"),
    "water, Dubai, 1 m": _land("water"),
    "pools, California, 0.6 m": _pools,
    "dead trees, Finland, 5 cm": _dead_trees,
}
