"""Polygons to a vector file, whole or not at all."""

from __future__ import annotations

import os
import unicodedata
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from ..errors import OutputError
from .aside import folder_aside
from .replace import replace_files

_DRIVERS = {
    ".gpkg": "GPKG",
    ".shp": "ESRI Shapefile",
    ".geojson": "GeoJSON",
    ".json": "GeoJSON",
    ".fgb": "FlatGeobuf",
    ".parquet": "Parquet",
}
_RFC_7946 = {"RFC7946": "YES", "COORDINATE_PRECISION": "7"}  # WGS 84, right-hand rule, cut at the antimeridian
_GEOPACKAGE = "1.2"  # newer ones are more than the GDAL of QGIS 3.22 knows
_SHORT_NAMES = {"perimeter_m": "perim_m"}
_SHAPEFILE_NAME = 10  # bytes
_SHAPEFILE_TEXT = 254  # bytes
_RESERVED = ("gpkg_", "rtree_", "sqlite_")
_LAYER_NAME = 60  # letters; long phrases make poor table names


def write(gdf_by_layer: Mapping[str, gpd.GeoDataFrame], path: Path) -> None:
    """Writes polygons in the format that the suffix names: .gpkg .shp .geojson .json .fgb .parquet.

    A GeoPackage holds one layer for each entry, named after it as far as the format allows. The other formats hold one
    layer with all rows; there the column ``phrase`` tells them apart. GeoJSON follows RFC 7946: WGS 84 longitude and
    latitude to 7 decimals, right-hand rule. In a shapefile ``perimeter_m`` is called ``perim_m`` and texts
    end after 254 bytes. A file that stood there before is replaced once the new one is complete; after a failure
    it stands there still.

    Args:
        gdf_by_layer: as ``clean`` gives them, all in one CRS, by layer name (the phrase). They may be empty.
        path: file to write.

    Raises:
        OutputError: no such format, nothing to write, or the place cannot be written to.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    _check(path, suffix)
    if not gdf_by_layer:
        raise OutputError(f"There is no layer to write to {path}: give at least one phrase.")
    layers = _named(gdf_by_layer) if suffix == ".gpkg" else {path.stem: _concatenated(gdf_by_layer, suffix)}
    if _DRIVERS[suffix] == "GeoJSON" and any(
        layer.crs is None or not layer.crs.geodetic_crs for layer in layers.values()
    ):
        raise OutputError(
            f"GeoJSON needs longitudes and latitudes, and the raster has no coordinate reference system on Earth: "
            f"write {path.with_suffix('.gpkg').name} instead."
        )
    try:
        _write_and_replace(layers, path, suffix)
    except (OSError, DataSourceError, DataLayerError, FeatureError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise OutputError(
            f"{path} cannot be written ({reason}): make room, choose another place, or close what has it open."
        ) from error


def layers_of(path: Path, phrases: Sequence[str]) -> tuple[str, ...]:
    """Name of the layer that holds each phrase's polygons in a file that ``write`` makes."""
    return tuple(layer_names(list(phrases))) if path.suffix.lower() == ".gpkg" else (path.stem,) * len(phrases)


def layer_names(phrases: list[str]) -> list[str]:
    """Names of GeoPackage layers after some phrases: letters and digits of any script, all different in any case."""
    names: list[str] = []
    taken: set[str] = set()
    for phrase in phrases:
        letters = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in phrase)
        plain = "_".join(letters.split())[:_LAYER_NAME] or "polygons"
        if plain.lower().startswith(_RESERVED):
            plain = f"layer_{plain}"
        name, count = plain, 1
        while name.lower() in taken:
            count += 1
            name = f"{plain}_{count}"
        taken.add(name.lower())
        names.append(name)
    return names


def _check(path: Path, suffix: str) -> None:
    if path.is_dir():
        raise OutputError(f"{path} is a folder: give the name of a file in it, such as {path / 'result.gpkg'}.")
    if suffix not in _DRIVERS:
        raise OutputError(f"{path.name} has no format that can be written: end it with one of {', '.join(_DRIVERS)}.")
    if not path.parent.is_dir():
        raise OutputError(f"There is no folder {path.parent}: create it, or write to another one.")
    if not os.access(path.parent, os.W_OK):
        raise OutputError(f"The folder {path.parent} cannot be written to: choose another one.")


def _named(gdf_by_layer: Mapping[str, gpd.GeoDataFrame]) -> dict[str, gpd.GeoDataFrame]:
    return dict(zip(layer_names(list(gdf_by_layer)), gdf_by_layer.values(), strict=True))


def _concatenated(gdf_by_layer: Mapping[str, gpd.GeoDataFrame], suffix: str) -> gpd.GeoDataFrame:
    layers = list(gdf_by_layer.values())
    filled = [layer for layer in layers if len(layer)] or layers[:1]
    whole = gpd.GeoDataFrame(pd.concat(filled, ignore_index=True), crs=layers[0].crs)
    return _for_shapefile(whole) if suffix == ".shp" else whole


def _write_and_replace(layers: Mapping[str, gpd.GeoDataFrame], path: Path, suffix: str) -> None:
    with folder_aside(path.parent) as folder:
        draft = folder / f"{path.stem}{suffix}"
        if suffix == ".parquet":
            (layer,) = layers.values()
            layer.to_parquet(draft, index=False)
        else:
            for name, layer in layers.items():
                _write_layer(layer, draft, suffix, name)
            for name, layer in layers.items():
                _check_whole(layer, draft, name)
        replace_files(draft, path)


def _write_layer(layer: gpd.GeoDataFrame, draft: Path, suffix: str, name: str) -> None:
    layer_options = _RFC_7946 if _DRIVERS[suffix] == "GeoJSON" else None
    if suffix == ".gpkg" and "fid" in layer.columns.str.lower():
        layer_options = {"FID": "ogc_fid"}  # a column of somebody else's has the name of the numbers of the rows
    several_parts = bool((shapely.get_type_id(layer.geometry.to_numpy()) == shapely.GeometryType.MULTIPOLYGON).any())
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "'crs' was not provided", UserWarning)  # pixel coordinates have none
        pyogrio.write_dataframe(
            layer,
            draft,
            driver=_DRIVERS[suffix],
            layer=name,
            geometry_type="MultiPolygon" if several_parts else "Polygon",
            promote_to_multi=several_parts,
            encoding="UTF-8" if suffix == ".shp" else None,
            layer_options=layer_options,
            dataset_options={"VERSION": _GEOPACKAGE} if suffix == ".gpkg" else None,
        )


def _check_whole(layer: gpd.GeoDataFrame, draft: Path, name: str) -> None:
    """Reads a layer back: what GDAL writes when it closes a file, on a full disk say, fails without a word.

    Raises:
        OSError: geometries or numbers are missing.
    """
    back = pyogrio.read_dataframe(draft, layer=name)
    written = layer.select_dtypes(include=["number", "geometry"]).count()
    arrived = back.reindex(columns=written.index).count()
    if not arrived.equals(written):
        raise OSError(f"only {arrived.min()} of {len(layer)} polygons arrived")


def _for_shapefile(layer: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The layer within the limits of the format, which cuts names and texts on its own wherever it likes."""
    layer = layer.rename(columns=_short_names([name for name in layer.columns if name != layer.geometry.name]))
    for column in layer.select_dtypes(include=["object", "string"]).columns.difference([layer.geometry.name]):
        layer[column] = layer[column].map(_shortened)
    return layer


def _short_names(names: list[str]) -> dict[str, str]:
    """Names that a shapefile can hold, all different in any case."""
    short: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        new = plain = _cut(_SHORT_NAMES.get(name, name), _SHAPEFILE_NAME)
        count = 1
        while new.lower() in taken:
            count += 1
            new = f"{_cut(plain, _SHAPEFILE_NAME - 1 - len(str(count)))}_{count}"
        taken.add(new.lower())
        short[name] = new
    return short


def _shortened(value: Any) -> Any:
    return _cut(value, _SHAPEFILE_TEXT) if isinstance(value, str) else value


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")
