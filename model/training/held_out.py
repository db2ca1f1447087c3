"""Questions about the places that are kept out of training, by what each source's labels can tell.

They follow the legends of ``sources``: pixels that a legend calls unknown do not count, and a class is called absent
only where the labels are exhaustive.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyproj
import rasterio
from affine import Affine
from PIL import Image

from .bundle import Bundle
from .sources import IGNORE, calpoly, dubai, fields, neon, oam
from .vrt import Part, virtual_raster

_HALF_WORLD = 20037508.342789244
_TILE = 256
_GROUNDS = {
    "catanduanes-a": ("catanduanes", (443121, 241593, 443121, 241594), (19, 20)),
    "catanduanes-b": ("catanduanes", (443116, 241595, 443117, 241595), (19, 20)),
    "banepa-south": ("banepa", (386718, 220252, 386719, 220253), (19, 20)),
}
"""Place, then first column, first row, last column, last row in tiles of zoom 19, and the zooms to look at it in."""
_EMPTY = {
    "catanduanes-empty-a": (1772486, 966372, 1772487, 966374),
    "catanduanes-empty-b": (1772486, 966379, 1772487, 966379),
    "catanduanes-empty-c": (1772471, 966382, 1772471, 966383),
}
"""Blocks of tiles of zoom 21 in which no building is marked."""
_EAST = 2048
"""The first column of the mosaic of Banepa in its east third."""
_COARSE = 0.3

_COLOURS = {
    "built-up area": "#3C1098",
    "bare land": "#8429F6",
    "road": "#6EC1E4",
    "vegetation": "#FEDD3A",
    "water": "#E2A929",
}
_UNLABELLED = "#9B9B9B"
_GARDENS = ("built-up area",)
"""Where in Dubai vegetation may be without being marked."""
_NEVER_MARKED = {"field": ("vegetation",)}
"""Classes that Dubai's labels lack, and where they may be nevertheless; trees and pools may be anywhere there."""
_NOT_IN_THE_WILD = ("building", "water", "swimming pool")
"""Classes that the plots of NEON lack beyond doubt; a path may pass for a road."""
_NOWHERE = 'LOCAL_CS["Dubai, its place untold",UNIT["metre",1]]'
_LEAST_SHARE = 0.01

_TREE, _LOW, _POOL, _UNASSIGNED = 1, 2, 3, 255
_EVERY = 5
_LEAST_PIXELS = 2000
_POOLS = 10
_LEAST_POOL_PIXELS = 75

_FIELD_GSD = 4.5


def ask_buildings(bundle: Bundle, data: Path) -> None:
    """Drone pictures: buildings at two resolutions, and blocks without any."""
    folder = data / "train" / "oam_buildings"
    for name, (place, (left, top, right, bottom), zooms) in _GROUNDS.items():
        tiles = oam.building_tiles(folder, place, "val")
        for zoom in zooms:
            within = [
                tile
                for tile in tiles
                if tile.zoom == zoom and left <= tile.parent(19)[0] <= right and top <= tile.parent(19)[1] <= bottom
            ]
            scene = _keep_mosaic(bundle, f"{name}-z{zoom}", within)
            files = [folder / place / "geojson" / f"{tile.path.stem}.geojson" for tile in within]
            bundle.ask("building", scene, [bundle.refer(path) for path in files if path.exists()], separate=True)
    for name, (left, top, right, bottom) in _EMPTY.items():
        tiles = oam.building_tiles(folder, "catanduanes", "val")
        within = [tile for tile in tiles if tile.zoom == 21 and left <= tile.x <= right and top <= tile.y <= bottom]
        bundle.ask("building", _keep_mosaic(bundle, name, within), absent=True)
    _ask_banepa(bundle, data / "scenes")


def _keep_mosaic(bundle: Bundle, name: str, tiles: list[oam.Tile]) -> str:
    left, top = min(tile.x for tile in tiles), min(tile.y for tile in tiles)
    metres = 2 * _HALF_WORLD / (_TILE << tiles[0].zoom)
    parts = [
        Part(
            bundle.refer(tile.path, "scenes"),
            (_TILE, _TILE),
            place=((tile.x - left) * _TILE, (tile.y - top) * _TILE),
        )
        for tile in tiles
    ]
    x, y = left * _TILE * metres - _HALF_WORLD, _HALF_WORLD - top * _TILE * metres
    transform = Affine(metres, 0, x, 0, -metres, y)
    return bundle.keep(f"scenes/{name}.vrt", virtual_raster(parts, transform, "EPSG:3857", black_is_nothing=True))


def _ask_banepa(bundle: Bundle, folder: Path) -> None:
    path = folder / "banepa_oam_z19.tif"
    with rasterio.open(path) as raster:
        side, height, transform = raster.width - _EAST, raster.height, raster.transform
    labels = [bundle.refer(folder / "banepa_oam_z19_buildings.geojson")]
    for number, top in enumerate(range(0, height, side), start=1):
        part = Part(bundle.refer(path, "scenes"), (side, side), window=(_EAST, top))
        text = virtual_raster([part], transform @ Affine.translation(_EAST, top), "EPSG:4326")
        scene = bundle.keep(f"scenes/banepa-east-{number}.vrt", text)
        bundle.ask("building", scene, labels, separate=True)
        bundle.ask("building", scene, labels, gsd=_COARSE, separate=True)


def ask_dubai(bundle: Bundle, data: Path) -> None:
    """Dense land cover, every class that is marked; and what is absent outside of the classes that may hold it."""
    for path in dubai.members(data / "train" / "dubai_mbrsc", "val"):
        mask = path.parents[1] / "masks" / f"{path.stem}.png"
        image = Image.open(mask).convert("RGB")
        colours, counts = np.unique(np.asarray(image).reshape(-1, 3), axis=0, return_counts=True)
        shares = {
            f"#{bytes(colour).hex().upper()}": count / counts.sum()
            for colour, count in zip(colours, counts, strict=True)
        }
        part = Part(bundle.refer(path, "scenes"), image.size)
        text = virtual_raster([part], Affine(1, 0, 0, 0, -1, 0), _NOWHERE, bands=dubai.BANDS)
        scene = bundle.keep(f"scenes/dubai-{path.stem.rpartition('_')[2]}.vrt", text)
        labels = [bundle.refer(mask)]
        for name, colour in _COLOURS.items():
            if shares.get(colour, 0) >= _LEAST_SHARE:
                unknown = _colours(_GARDENS if name == "vegetation" else ())
                bundle.ask(name, scene, labels, values=[colour], unknown=unknown)
        for name, places in _NEVER_MARKED.items():
            bundle.ask(name, scene, labels, absent=True, unknown=_colours(places))


def _colours(unknown: Sequence[str]) -> list[str]:
    """The colours of classes, and that of what nobody labelled."""
    return [*(_COLOURS[name] for name in unknown), _UNLABELLED]


def ask_california(bundle: Bundle, data: Path) -> None:
    """Trees and low vegetation of every fifth ground in its latest year, and the pools that are marked best."""
    folder = data / "train" / "calpoly_urban_trees"
    paths = calpoly.members(folder, "val")
    pictures = calpoly.load(folder, "val")
    latest = {picture.place: (path, picture) for path, picture in zip(paths, pictures, strict=True)}
    doubt = {}
    for number, (place, (path, picture)) in enumerate(sorted(latest.items())):
        codes = picture.levels[0].codes
        scene, labels = bundle.refer(path), [bundle.refer(folder / "derived" / "semantic" / f"{path.stem}.png")]
        amount = np.bincount(codes.ravel(), minlength=256)
        if number % _EVERY == 0 and amount[_TREE] >= _LEAST_PIXELS:
            bundle.ask("tree", scene, labels, values=[_TREE], unknown=[_UNASSIGNED])
        if number % _EVERY == 0 and amount[_LOW] >= _LEAST_PIXELS:
            bundle.ask("low vegetation", scene, labels, values=[_LOW], unknown=[_UNASSIGNED])
        if number % (2 * _EVERY) == 0:
            bundle.ask("vegetation", scene, labels, values=[_TREE, _LOW, _UNASSIGNED])
        if amount[_POOL] >= _LEAST_POOL_PIXELS:
            answers = picture.legends["swimming pool"][codes]
            doubt[place] = np.count_nonzero(answers == IGNORE) / amount[_POOL]
    for place in sorted(sorted(doubt, key=lambda place: doubt[place])[:_POOLS]):
        path, _ = latest[place]
        labels = [bundle.refer(folder / "derived" / "semantic" / f"{path.stem}.png")]
        bundle.ask("swimming pool", bundle.refer(path), labels, values=[_POOL])


def ask_fields(bundle: Bundle, data: Path) -> None:
    """Farm fields, outlined; each picture's name tells its middle."""
    folder = data / "train" / "naip_fields_agoro"
    annotations = json.loads((folder / "annotations.json").read_text())
    for number, path in enumerate(fields.members(folder, "val"), start=1):
        width, height = Image.open(path).size
        latitude, longitude = map(float, path.stem.split("-", 1))
        crs = f"+proj=aeqd +lat_0={latitude!r} +lon_0={longitude!r} +datum=WGS84 +units=m"
        transform = Affine.scale(_FIELD_GSD, -_FIELD_GSD) @ Affine.translation(-width / 2, -height / 2)
        part = Part(bundle.refer(path, "scenes"), (width, height))
        scene = bundle.keep(f"scenes/fields-{number}.vrt", virtual_raster([part], transform, crs))
        outlines = [region["shape_attributes"] for region in annotations[path.stem]["regions"]]
        labels = bundle.keep(f"labels/fields-{number}.geojson", _geojson(outlines, transform, crs))
        bundle.ask("field", scene, [labels], separate=True)


def ask_plots(bundle: Bundle, data: Path) -> None:
    """Forest and savanna, where nothing is built and no water shows."""
    for path in neon.members(data / "train" / "neon_trees", "val"):
        for name in _NOT_IN_THE_WILD:
            bundle.ask(name, bundle.refer(path), absent=True)


def _geojson(outlines: list[dict[str, list[float]]], transform: Affine, crs: str) -> str:
    """Outlines in pixels of a scene as polygons in degrees, one a line."""
    degrees = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    features = []
    for outline in outlines:
        points = zip(outline["all_points_x"], outline["all_points_y"], strict=True)
        x, y = zip(*(transform @ point for point in points), strict=True)
        ring = [[round(lon, 6), round(lat, 6)] for lon, lat in zip(*degrees.transform(x, y), strict=True)]
        if len(ring) > 2:
            geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
            features.append(json.dumps({"type": "Feature", "properties": {}, "geometry": geometry}))
    return '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"
