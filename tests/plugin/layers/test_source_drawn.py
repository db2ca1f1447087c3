"""Web maps, palettes and the like: drawn as they look."""

from __future__ import annotations

import threading
import time
import uuid

import pytest
from osgeo import gdal
from qgis.core import (
    QgsColorRampShader,
    QgsCoordinateReferenceSystem,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRectangle,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from phrasegon.plugin.errors import Cancelled, UserError
from phrasegon.plugin.layers.extent import rectangle, whole_layer
from phrasegon.plugin.layers.ground import pixel_size
from phrasegon.plugin.layers.source import prepare

from .imagery import SAMPLE, picture, pixels, raster, sample_in_mercator


@pytest.fixture
def tiles(server):
    address = f"{server.url}/tiles/{uuid.uuid4().hex}/%7Bz%7D/%7Bx%7D/%7By%7D.png"  # QGIS remembers tiles
    layer = QgsRasterLayer(f"type=xyz&url={address}&zmax=21&zmin=0", "tiles", "wms")
    assert layer.isValid()
    return layer


def area_of(layer, bounds):
    crs = QgsCoordinateReferenceSystem("EPSG:3857")
    return rectangle(QgsRectangle(*bounds), crs, layer, QgsProject.instance().transformContext())


def difference(one, bounds, size):
    """Mean difference of red, green and blue from the sample drawn by GDAL."""
    other = picture(bounds, size)
    total = 0.0
    for band in (1, 2, 3):
        raw = memoryview(other.GetRasterBand(band).ReadRaster(buf_type=gdal.GDT_Float64)).cast("d")
        drawn = pixels(one, band)
        total += sum(abs(drawn[place] - value) for place, value in enumerate(raw)) / len(raw)
    return total / 3


def test_tiles_are_drawn_for_the_area_at_the_resolution_asked_for(tiles, tmp_path, never):
    prepared = prepare(tiles, area_of(tiles, sample_in_mercator()), 0.5, tmp_path / "run", trained=(0.12, 5))
    told = []
    source = prepared.materialise(never, told.append)
    drawn = gdal.Open(source.scene)
    left, width, _, top, _, height = drawn.GetGeoTransform()
    bounds = (left, top + height * drawn.RasterYSize, left + width * drawn.RasterXSize, top)
    assert drawn.GetSpatialRef().GetAuthorityCode(None) == "3857"
    assert width == pytest.approx(0.5 / 0.829, rel=0.01)  # Web Mercator is stretched by 1 / cos 34°
    assert width == pytest.approx(-height, rel=0.01)
    extent = QgsRectangle(*bounds)
    context = QgsProject.instance().transformContext()
    crs = QgsCoordinateReferenceSystem("EPSG:3857")
    assert pixel_size(extent, drawn.RasterXSize, drawn.RasterYSize, crs, context) == pytest.approx(0.5, rel=1e-4)
    assert prepared.megapixels == drawn.RasterXSize * drawn.RasterYSize / 1e6
    assert difference(source.scene, bounds, (drawn.RasterXSize, drawn.RasterYSize)) < 6
    assert min(pixels(source.scene, 4)) == 255
    assert (source.bands, source.stretch, source.bounds, source.gsd, source.notes) == (None, None, None, None, ())
    assert told[-1] == 1
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["tiles.tif"]


def test_the_view_decides_where_nothing_is_asked_for(tiles, tmp_path):
    area = area_of(tiles, sample_in_mercator())

    def width(view):
        return prepare(tiles, area, None, tmp_path, trained=(0.3, 2), view_gsd=view).picture._canvas.columns

    assert width(1) == pytest.approx(width(2) * 2, abs=2)
    assert width(100) == width(2)
    assert width(0.01) == width(0.3)


def test_without_view_and_wish_the_user_is_asked_for_metres(tiles, tmp_path):
    with pytest.raises(UserError, match="metres a pixel"):
        prepare(tiles, area_of(tiles, sample_in_mercator()), None, tmp_path)


def test_the_whole_world_is_too_much(tiles, tmp_path):
    with pytest.raises(UserError, match="limit is 100"):
        prepare(tiles, whole_layer(), 0.3, tmp_path)


def test_a_wms_is_drawn(server, tmp_path, never):
    layer = QgsRasterLayer(
        f"crs=EPSG:3857&format=image/png&layers=photo&styles&url={server.url}/wms?", "map service", "wms"
    )
    assert layer.isValid()
    source = prepare(layer, area_of(layer, sample_in_mercator()), 0.5, tmp_path, trained=(0.12, 5)).materialise(never)
    drawn = gdal.Open(source.scene)
    left, width, _, top, _, height = drawn.GetGeoTransform()
    bounds = (left, top + height * drawn.RasterYSize, left + width * drawn.RasterXSize, top)
    assert difference(source.scene, bounds, (drawn.RasterXSize, drawn.RasterYSize)) < 2


def test_a_server_that_gives_nothing_is_one_sentence(tiles, server, tmp_path, never):
    server.broken = True
    prepared = prepare(tiles, area_of(tiles, sample_in_mercator()), 0.7, tmp_path / "run")
    with pytest.raises(UserError, match="shows nothing here"):
        prepared.materialise(never)
    assert not list((tmp_path / "run").glob("*"))


def test_places_that_a_server_leaves_empty_are_told_of(tiles, tmp_path, never):
    left, bottom, right, top = sample_in_mercator()
    wide = area_of(tiles, (left - 300, bottom, right, top))
    (note,) = prepare(tiles, wide, 0.6, tmp_path).materialise(never).notes
    assert "is empty" in note


def test_a_slow_server_neither_blocks_other_threads_nor_a_cancel(tiles, server, tmp_path):
    server.delay = 1.5
    ended, outcome = threading.Event(), []
    prepared = prepare(tiles, area_of(tiles, sample_in_mercator()), 0.3, tmp_path / "run")

    def work():
        try:
            prepared.materialise(ended.is_set)
        except Cancelled:
            outcome.append("cancelled")

    thread = threading.Thread(target=work)
    thread.start()
    turns = 0
    deadline = time.monotonic() + 60
    while not server.asked and time.monotonic() < deadline:
        time.sleep(0.01)
    while turns < 20:  # the drawing thread waits for the network meanwhile
        time.sleep(0.001)
        turns += 1
    assert thread.is_alive()
    ended.set()
    thread.join(60)
    assert outcome == ["cancelled"]
    assert not list((tmp_path / "run").glob("*"))


def test_a_palette_is_drawn_on_the_rasters_own_pixels(application, tmp_path, never):
    path = raster(tmp_path / "classes.tif", [lambda c, r: (c // 8) % 3])
    layer = QgsRasterLayer(str(path), "classes")
    colours = [QColor(255, 0, 0), QColor(0, 128, 0), QColor(10, 20, 250)]
    entries = [QgsPalettedRasterRenderer.Class(value, colour, "") for value, colour in enumerate(colours)]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))
    layer.renderer().setOpacity(0.4)
    box = QgsRectangle(500010.3, 3999960, 500050, 3999990.5)
    area = rectangle(box, layer.crs(), layer, QgsProject.instance().transformContext())
    source = prepare(layer, area, None, tmp_path / "run", trained=(0.12, 5)).materialise(never)
    drawn = gdal.Open(source.scene)
    assert drawn.GetGeoTransform() == (500010, 1, 0, 3999991, 0, -1)
    shown = [colours[((10 + column) // 8) % 3] for _ in range(drawn.RasterYSize) for column in range(drawn.RasterXSize)]
    assert pixels(source.scene, 1) == [colour.red() for colour in shown]
    assert pixels(source.scene, 2) == [colour.green() for colour in shown]
    assert pixels(source.scene, 3) == [colour.blue() for colour in shown]
    assert set(pixels(source.scene, 4)) == {255}
    assert layer.renderer().opacity() == 0.4


def test_shaded_values_are_drawn(application, tmp_path, never):
    layer = QgsRasterLayer(str(raster(tmp_path / "height.tif", [lambda c, r: 4 * c], kind=gdal.GDT_Float32)), "height")
    ramp = QgsColorRampShader(0, 252)
    ramp.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(0, QColor(0, 0, 0)), QgsColorRampShader.ColorRampItem(252, QColor(252, 0, 0))]
    )
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))
    source = prepare(layer, whole_layer(), None, tmp_path / "run").materialise(never)
    assert pixels(source.scene, 1)[:64] == pytest.approx([4 * column for column in range(64)], abs=1)


def test_degrees_become_pixels_that_are_square_on_the_ground(application, tmp_path, never):
    degree = 1e-5
    path = raster(tmp_path / "degrees.tif", [lambda c, r: c], transform=(10, degree, 0, 60, 0, -degree), epsg=4326)
    layer = QgsRasterLayer(str(path), "degrees")
    layer.setRenderer(
        QgsPalettedRasterRenderer(
            layer.dataProvider(), 1, [QgsPalettedRasterRenderer.Class(v, QColor(v, v, v), "") for v in range(64)]
        )
    )
    source = prepare(layer, whole_layer(), 4, tmp_path / "run", trained=(0.12, 5)).materialise(never)
    _, width, _, _, _, height = gdal.Open(source.scene).GetGeoTransform()
    assert width * 55_800 == pytest.approx(4, rel=0.01)
    assert -height * 111_412 == pytest.approx(4, rel=0.01)


def test_what_was_drawn_once_is_not_drawn_again(tiles, server, tmp_path, never):
    prepared = prepare(tiles, area_of(tiles, sample_in_mercator()), 0.7, tmp_path)
    first = prepared.materialise(never)
    server.asked.clear()
    assert prepared.materialise(never) == first
    assert server.asked == []


def test_the_sample_itself_is_not_drawn(application, tmp_path):
    assert not prepare(QgsRasterLayer(str(SAMPLE), "claremont"), whole_layer(), None, tmp_path).written
