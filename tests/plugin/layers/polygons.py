"""Files of polygons as the engine writes them, and the messages that name them."""

from __future__ import annotations

from pathlib import Path

from osgeo import ogr, osr

from phrasegon.protocol import Request, Result

DRIVERS = {".gpkg": "GPKG", ".fgb": "FlatGeobuf", ".shp": "ESRI Shapefile", ".geojson": "GeoJSON"}


def write(path, found, epsg=26911):
    """Squares of 4 m in a row for every phrase, one for each score; returns the name of each phrase's layer."""
    path = Path(path)
    driver = ogr.GetDriverByName(DRIVERS[path.suffix])
    if path.exists():
        driver.DeleteDataSource(str(path))
    dataset = driver.CreateDataSource(str(path))
    names = [phrase.replace(" ", "_") if path.suffix == ".gpkg" else path.stem for phrase in found]
    layer = None
    for row, (phrase, scores) in enumerate(found.items()):
        if layer is None or path.suffix == ".gpkg":
            layer = _layer(dataset, names[row], path.suffix, epsg)
        for column, score in enumerate(scores):
            _add(layer, phrase, score, 435450 + 10 * column, 3775800 + 10 * row)
    del layer, dataset
    return tuple(names)


def answer(path, found, names, **told):
    counts = tuple(len(scores) for scores in found.values())
    return Result(str(path), sum(counts), counts=counts, layers=names, **{"gsd": 0.6, **told})


def ask(path, found, **wishes):
    return Request("scene.tif", tuple(found), str(path), **wishes)


def _layer(dataset, name, suffix, epsg):
    reference = None
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
    options = ["ENCODING=UTF-8"] if suffix == ".shp" else []
    layer = dataset.CreateLayer(name, reference, ogr.wkbPolygon, options)
    perimeter = "perim_m" if suffix == ".shp" else "perimeter_m"
    for column, kind in (
        *(("phrase", ogr.OFTString), ("score", ogr.OFTReal), ("presence", ogr.OFTReal)),
        *(("area_m2", ogr.OFTReal), (perimeter, ogr.OFTReal), ("model", ogr.OFTString)),
    ):
        field = ogr.FieldDefn(column, kind)
        if kind == ogr.OFTString:
            field.SetWidth(254)
        layer.CreateField(field)
    return layer


def _add(layer, phrase, score, x, y):
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in (("phrase", phrase), ("score", score), ("area_m2", 16.0), ("model", "rs2sam2-nano")):
        feature.SetField(name, value)
    ring = f"(({x} {y},{x} {y + 4},{x + 4} {y + 4},{x + 4} {y},{x} {y}))"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON{ring}"))
    layer.CreateFeature(feature)
