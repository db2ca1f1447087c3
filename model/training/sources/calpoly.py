"""Cities of California at 0.6 m: tree crowns, low vegetation and swimming pools, derived from NAIP and tree points.

``calpoly_streets.json`` holds what we add to some pictures: their streets by outlines in hundredths of the picture, and
``doubtful`` outlines of what may be street or not, such as parking lots.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import numpy as np
import rasterio
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from .outlines import DOUBTFUL, OTHER, SHOWN, Outlines, coded
from .picture import Picture, legend, make_picture

# Codes of the derived map: 1 tree crown, 2 low vegetation, 3 pool, 255 vegetation that no rule assigned.
# Added here: what is coloured like a pool but not marked; streets; what may be street; trees and low vegetation where a
# street may go on below them.
_TREE, _LOW, _POOL, _LIKE_POOL, _STREET, _MAYBE_STREET, _TREE_OVER, _LOW_OVER = range(1, 9)
_VEGETATION = {"vegetation": legend((_TREE, _LOW, _TREE_OVER, _LOW_OVER), unlabelled=1)}
_TREES = {"tree": legend((_TREE, _TREE_OVER)), "low vegetation": legend((_LOW, _LOW_OVER))}
_POOLS = {"swimming pool": legend((_POOL,), unknown=(_LIKE_POOL,), unlabelled=0)}
_STREETS = {
    "road": legend((_STREET,), unknown=(_LIKE_POOL, _MAYBE_STREET, _TREE_OVER, _LOW_OVER)),
    # Nobody outlined the buildings.
    "building": legend((), unknown=(0, _LIKE_POOL, _MAYBE_STREET)),
}
_OUTLINES = Path(__file__).with_name("calpoly_streets.json")
_BELT = 1, 4
"""Pixels along a street's outline that stay unknown, to the inside and to the outside."""
_GSD = 0.6
_GSD_RANGE = (0.36, 1.2)
_POOL_IDS = 30000
"""Offset of pool ids above tree ids in the one map of instances."""


def members(folder: Path, split: Literal["train", "val"]) -> list[Path]:
    """The images of a split: a crop of a city that ``test.txt`` names in any year is held out in all years."""
    held = {_ground(name) for name in (folder / "test.txt").read_text().split()}
    return [
        path for path in sorted((folder / "images").glob("*.tif")) if (_ground(path.stem) in held) == (split == "val")
    ]


def load(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """The pictures of a split."""
    streets = json.loads(_OUTLINES.read_text(encoding="utf-8"))
    # GDAL would list the whole folder again for each image in it.
    with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR"):
        return [_read(folder, path.stem, streets) for path in members(folder, split)]


def _ground(name: str) -> str:
    """``long_beach_2018_24`` -> ``long_beach_24``."""
    city, _, index = name.rsplit("_", 2)
    return f"{city}_{index}"


def _read(folder: Path, name: str, streets: dict[str, dict[str, Outlines]]) -> Picture:
    with rasterio.open(folder / "images" / f"{name}.tif") as raster:
        bands = raster.read((1, 2, 3, 4))
    derived = folder / "derived"
    codes = np.asarray(Image.open(derived / "semantic" / f"{name}.png")).astype(np.uint8)
    trees = np.asarray(Image.open(derived / "tree_instances" / f"{name}.png")).astype(np.uint16)
    pools = np.asarray(Image.open(derived / "pool_instances" / f"{name}.png")).astype(np.uint16)
    # Unmarked pools are unknown, except in a picture where the derivation did find some.
    known_pools = bool((codes == _POOL).any())
    # Where no tree point was set at all nobody looked: the crowns are among what counts as low vegetation.
    known_trees = bool(trees.any())
    codes = np.where((codes == 0) & _like_pool(bands), _LIKE_POOL, codes).astype(np.uint8)
    known_streets = name in streets["road"]
    if known_streets:
        doubtful = streets["doubtful"].get(name, ())
        codes = _with_streets(codes, coded(streets["road"][name], doubtful, len(codes), _BELT))
    known = {
        **_VEGETATION,
        **(_TREES if known_trees else {}),
        **(_POOLS if known_pools else {}),
        **(_STREETS if known_streets else {}),
    }
    return make_picture(
        source="calpoly_urban_trees",
        place=_ground(name),
        image=np.ascontiguousarray(np.moveaxis(bands[:3], 0, 2)),
        codes=codes,
        gsd=_GSD,
        gsd_range=_GSD_RANGE,
        legends=known,
        exhaustive=frozenset(known) - {"low vegetation", "building"},
        instances=np.where(pools > 0, pools + _POOL_IDS, trees).astype(np.uint16),
    )


def _with_streets(codes: NDArray[np.uint8], streets: NDArray[np.uint8]) -> NDArray[np.uint8]:
    made = codes.copy()
    made[(codes == 0) & (streets == SHOWN)] = _STREET
    made[(codes == 0) & (streets == DOUBTFUL)] = _MAYBE_STREET
    for plant, over in ((_TREE, _TREE_OVER), (_LOW, _LOW_OVER)):
        made[(codes == plant) & (streets != OTHER)] = over
    return made


def _like_pool(bands: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Blue-green and dark in the near infrared, less strictly than the derivation asks: it misses some pools."""
    red, green, blue, infrared = bands.astype(np.float32)
    bluish = (blue - red) / (blue + red + 1) > 0.07
    greenish = (green - red) / (green + red + 1) > 0.06
    wet = (green - infrared) / (green + infrared + 1) > 0.05
    patches = ndimage.binary_opening(bluish & greenish & wet & (red + green + blue > 210), np.ones((3, 3)))
    return np.asarray(ndimage.binary_dilation(patches, iterations=2), bool)
