"""Rasters that are no local file, and a format that this QGIS may not read, from a click to the end."""

from __future__ import annotations

import uuid

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle

from ..layers.imagery import sample_in_mercator
from .hand import results


def test_a_web_map_in_the_current_view(hand, interface, server):
    address = f"{server.url}/tiles/{uuid.uuid4().hex}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
    tiles = QgsRasterLayer(f"type=xyz&url={address}&zmax=21&zmin=0", "tiles", "wms")
    QgsProject.instance().addMapLayer(tiles)
    interface.setActiveLayer(tiles)
    interface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    interface.canvas.setLayers([tiles])
    interface.canvas.setExtent(QgsRectangle(*sample_in_mercator()))
    hand.choose("phrasegonExtent", "view")
    hand.control("phrasegonDetail").setValue(0.6)
    hand.run("trees")
    layer = results()["trees"]
    assert layer.featureCount() > 10
    assert layer.crs().authid() == "EPSG:3857"
    assert interface.canvas.extent().intersects(layer.extent())


def test_geoparquet_is_written_and_said_where_it_cannot_be_shown(hand, tmp_path):
    target = tmp_path / "found.parquet"
    hand.control("phrasegonOutput").setText(str(target))
    hand.run("trees")
    assert target.is_file()
    if gdal.GetDriverByName("Parquet") is None:
        assert results() == {}
        assert "GeoParquet" in hand.text("phrasegonResult")
    else:
        assert results()["trees"].featureCount() > 10
