"""What a batch has made, as a STAC collection with one item a scene."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pystac
from shapely.geometry import mapping

from ...protocol import Request, Result
from ...protocol.version import version
from ..scene.aside import file_aside
from .placing import Footprint
from .sources import Known, Source, Stamp

COLLECTION = "collection.json"
ITEMS = "items"
POLYGONS, FAILED_TILES, PROBABILITY = "polygons", "failed_tiles", "probability_"
"""Assets of an item; the number of a phrase follows the last."""
PHRASES, FAILED, PARAMETERS = "phrasegon:phrases", "phrasegon:failed_tiles", "phrasegon:parameters"

_EXTENSIONS = [
    "https://stac-extensions.github.io/file/v2.1.0/schema.json",
    "https://stac-extensions.github.io/processing/v1.2.0/schema.json",
]
_EARLIEST = datetime(1858, 1, 1, tzinfo=timezone.utc)
"""Nobody has photographed the ground from the air before."""
_MEDIA_TYPES = {
    ".parquet": pystac.MediaType.VND_APACHE_PARQUET,
    ".tif": pystac.MediaType.GEOTIFF,
    ".tiff": pystac.MediaType.GEOTIFF,
}


def item_of(
    source: Source, request: Request, result: Result, footprint: Footprint, taken: datetime | None
) -> pystac.Item:
    """The item of a scene, as yet without any asset.

    Args:
        source: the scene.
        request: what was asked of it.
        result: how that went.
        footprint: where it lies.
        taken: when it was taken; None: not known.
    """
    now = datetime.now(timezone.utc)
    properties: dict[str, Any] = {
        "created": _text(now),
        "processing:software": {"phrasegon": version()},
        PHRASES: list(request.phrases),
        "phrasegon:counts": list(result.counts),
        "phrasegon:model": request.model,
        "phrasegon:weights_sha256": result.weights_sha256,
        "phrasegon:device": result.device,
        "phrasegon:tiles": result.tiles,
        FAILED: result.failed_tiles,
        "phrasegon:notes": [note.text for note in result.notes],
    }
    if result.gsd is not None:
        properties["gsd"] = result.gsd
    if taken is None:  # an item must have a time or a span of time
        properties |= {"start_datetime": _text(_EARLIEST), "end_datetime": _text(now)}
    return pystac.Item(
        source.name,
        mapping(footprint.geometry),
        list(footprint.bbox),
        taken,
        properties,
        stac_extensions=list(_EXTENSIONS),
    )


def add_scene(item: pystac.Item, folder: Path, path: str, stamp: Stamp) -> None:
    """Name the scene as an asset of an item.

    Args:
        item: what was made from it.
        folder: that of all results.
        path: of the scene.
        stamp: of its file when it was read.
    """
    _add(item, "scene", folder, path, "source", "The scene")
    item.assets["scene"].extra_fields.update(stamp)
    if item.datetime is None and "updated" in stamp:
        item.properties["end_datetime"] = stamp["updated"]  # no picture is younger than its file


def add_file(item: pystac.Item, key: str, folder: Path, path: Path) -> None:
    """Name a file of the folder as an asset of an item.

    Args:
        item: what it belongs to.
        key: ``polygons``, ``failed_tiles``, or ``probability_`` with the number of the phrase.
        folder: that of all results.
        path: of the file.
    """
    titles = {POLYGONS: "Polygons of all phrases", FAILED_TILES: "Extents of the tiles that could not be read"}
    if key not in titles:
        number = int(key.removeprefix(PROBABILITY))
        titles[key] = f"Probability of {item.properties[PHRASES][number - 1]}: 0 to 254, 255 where nothing is known"
    _add(item, key, folder, str(path), "data", titles[key])


def known_of(item: pystac.Item, folder: Path) -> Known:
    """The scene that an item was made from."""
    scene = item.assets.get("scene", pystac.Asset(""))
    place = scene.href if _is_address(scene.href) else str((folder / ITEMS / scene.href).resolve())
    return Known(place, dict(scene.extra_fields))


def collection_of(name: str, items: Collection[pystac.Item], parameters: Mapping[str, Any]) -> pystac.Collection:
    """The collection of all items.

    Args:
        name: its identifier.
        items: in the order in which they are linked.
        parameters: what they have in common.
    """
    told = "Polygons that Phrasegon has found for some phrases, an item for each scene."
    collection = pystac.Collection(name, told, _extent(items), extra_fields={PARAMETERS: dict(parameters)})
    collection.add_link(pystac.Link("root", f"./{COLLECTION}", pystac.MediaType.JSON))
    for item in items:
        collection.add_link(pystac.Link("item", f"./{ITEMS}/{item.id}.json", pystac.MediaType.GEOJSON))
    return collection


def link_to(item: pystac.Item, name: str) -> None:
    """Say to which collection an item belongs."""
    item.collection_id = name
    for relation in ("root", "parent", "collection"):
        item.add_link(pystac.Link(relation, f"../{COLLECTION}", pystac.MediaType.JSON))


def save(made: pystac.Item | pystac.Collection, path: Path) -> None:
    """Write the whole file or nothing.

    Raises:
        OSError: it cannot be written.
    """
    # pystac's own way of writing takes hrefs apart as addresses, and folders may have # and ? in their names.
    content = made.to_dict(include_self_link=False, transform_hrefs=False)
    with file_aside(path) as staged:
        staged.write_text(json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")


def _extent(items: Collection[pystac.Item]) -> pystac.Extent:
    if not items:
        return pystac.Extent(pystac.SpatialExtent([-180, -90, 180, 90]), pystac.TemporalExtent([None, None]))
    extent = pystac.Extent.from_items(items)
    if any(item.bbox and item.bbox[0] > item.bbox[2] for item in items):  # across the antimeridian
        _, south, _, north = extent.spatial.bboxes[0]
        extent.spatial = pystac.SpatialExtent([-180, south, 180, north])
    return extent


def _add(item: pystac.Item, key: str, folder: Path, path: str, role: str, title: str) -> None:
    media_type = _MEDIA_TYPES.get(Path(path).suffix.lower())
    item.add_asset(key, pystac.Asset(_href(folder, path), title, media_type=media_type, roles=[role]))


def _href(folder: Path, path: str) -> str:
    if _is_address(path):
        return path
    place = Path(path).resolve()
    try:
        return Path(os.path.relpath(place, (folder / ITEMS).resolve())).as_posix()
    except ValueError:  # on another drive of Windows
        return place.as_posix()


def _is_address(href: str) -> bool:
    return "://" in href or href.startswith("/vsi")


def _text(time: datetime) -> str:
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")
