"""Rasters of GDAL that only this process, or only a network, can reach: copied with their own values."""

from __future__ import annotations

import math

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle

from phrasegon.plugin.errors import Cancelled, UserError
from phrasegon.plugin.layers.extent import rectangle, whole_layer
from phrasegon.plugin.layers.source import prepare

from .imagery import SAMPLE, pixels, raster

BANDS = [lambda c, r, k=k: 1000 * k + 64 * r + c for k in range(5)]


@pytest.fixture
def in_memory(application):
    name = "/vsimem/phrasegon-test.tif"
    raster(name, BANDS, kind=gdal.GDT_UInt16)
    yield name
    gdal.Unlink(name)


def part_of(layer, left, bottom, right, top):
    box = QgsRectangle(left, bottom, right, top)
    return rectangle(box, QgsCoordinateReferenceSystem(), layer, QgsProject.instance().transformContext())


def test_a_raster_in_memory_is_copied_with_all_bands_and_its_type(in_memory, tmp_path, never):
    prepared = prepare(QgsRasterLayer(in_memory, "memory"), whole_layer(), None, tmp_path / "run")
    source = prepared.materialise(never)
    assert source.scene == str(tmp_path / "run" / "memory.tif")
    assert prepared.written
    assert prepared.megapixels == pytest.approx(64 * 48 / 1e6)
    copy = gdal.Open(source.scene)
    assert (copy.RasterXSize, copy.RasterYSize, copy.RasterCount) == (64, 48, 5)
    assert copy.GetGeoTransform() == (500000, 1, 0, 4000000, 0, -1)
    assert copy.GetSpatialRef().GetAuthorityCode(None) == "32611"
    assert copy.GetRasterBand(1).DataType == gdal.GDT_UInt16
    assert [pixels(source.scene, band) for band in range(1, 6)] == [pixels(in_memory, band) for band in range(1, 6)]
    assert source.bands == (1, 2, 3)
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["memory.tif"]


def test_only_the_area_is_copied_widened_to_whole_pixels(in_memory, tmp_path, never):
    layer = QgsRasterLayer(in_memory, "memory")
    prepared = prepare(layer, part_of(layer, 500010.4, 3999970.2, 500030.1, 3999990.8), None, tmp_path)
    source = prepared.materialise(never)
    copy = gdal.Open(source.scene)
    assert copy.GetGeoTransform() == (500010, 1, 0, 3999991, 0, -1)
    assert (copy.RasterXSize, copy.RasterYSize) == (21, 21)
    assert source.bounds is None
    assert pixels(source.scene, 1)[0] == 64 * 9 + 10
    assert prepared.megapixels == pytest.approx(21 * 21 / 1e6, rel=0.1)


def test_more_metres_a_pixel_are_averaged(in_memory, tmp_path, never):
    source = prepare(QgsRasterLayer(in_memory, "memory"), whole_layer(), 4, tmp_path, trained=(0.12, 5)).materialise(
        never
    )
    copy = gdal.Open(source.scene)
    assert (copy.RasterXSize, copy.RasterYSize) == (16, 12)
    assert pixels(source.scene, 1)[0] == pytest.approx(64 * 1.5 + 1.5, abs=0.6)
    assert source.gsd is None  # it has them


def test_fewer_metres_a_pixel_are_left_to_the_engine(in_memory, tmp_path, never):
    layer = QgsRasterLayer(in_memory, "memory")
    source = prepare(layer, whole_layer(), 0.5, tmp_path, trained=(0.12, 5)).materialise(never)
    assert gdal.Open(source.scene).RasterXSize == 64
    assert source.gsd == 0.5


def test_pixels_finer_than_the_model_knows_are_not_copied(in_memory, tmp_path, never):
    layer = QgsRasterLayer(in_memory, "memory")
    source = prepare(layer, whole_layer(), None, tmp_path, trained=(2, 30)).materialise(never)
    assert gdal.Open(source.scene).RasterXSize == 32


def test_a_rotated_raster_stays_rotated(application, tmp_path, never):
    name = "/vsimem/phrasegon-turned.tif"
    turned = (500000, 0.8, 0.6, 4000000, 0.6, -0.8)
    raster(name, BANDS, kind=gdal.GDT_UInt16, transform=turned)
    layer = QgsRasterLayer(name, "turned")
    whole = prepare(layer, whole_layer(), None, tmp_path / "whole").materialise(never)
    part = prepare(layer, part_of(layer, 500020, 3999990, 500030, 4000000), None, tmp_path / "part").materialise(never)
    gdal.Unlink(name)
    assert gdal.Open(whole.scene).GetGeoTransform() == pytest.approx(turned)
    cut = gdal.Open(part.scene)
    left, across, skew, top, skewed, down = cut.GetGeoTransform()
    assert (across, skew, skewed, down) == pytest.approx(turned[1:3] + turned[4:])
    assert cut.RasterXSize < 64
    inverse = gdal.InvGeoTransform((left, across, skew, top, skewed, down))
    for corner in ((500020, 3999990), (500030, 4000000)):
        column, row = gdal.ApplyGeoTransform(inverse, *corner)
        assert -1e-6 <= column <= cut.RasterXSize + 1e-6
        assert -1e-6 <= row <= cut.RasterYSize + 1e-6


def test_a_raster_by_address_is_read_for_the_area_only(server, server_folder, tmp_path, never):
    options = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"]
    gdal.Translate(str(server_folder / "cloud.tif"), str(SAMPLE), creationOptions=options)
    layer = QgsRasterLayer(f"/vsicurl/{server.url}/files/cloud.tif", "cloud")
    assert layer.isValid()
    box = layer.extent()
    area = part_of(layer, box.xMinimum(), box.yMaximum() - 30, box.xMinimum() + 30, box.yMaximum())
    source = prepare(layer, area, None, tmp_path, trained=(0.12, 5)).materialise(never)
    expected = gdal.Translate("/vsimem/expected.tif", str(SAMPLE), srcWin=[0, 0, 50, 50])
    del expected
    assert [pixels(source.scene, band) for band in (1, 2, 3, 4)] == [
        pixels("/vsimem/expected.tif", band) for band in (1, 2, 3, 4)
    ]
    gdal.Unlink("/vsimem/expected.tif")
    assert source.bands == (1, 2, 3)


def test_a_vrt_over_an_address_is_copied_too(server, server_folder, tmp_path, never):
    gdal.Translate(str(server_folder / "part.tif"), str(SAMPLE))
    path = tmp_path / "remote.vrt"
    gdal.Translate(str(path), f"/vsicurl/{server.url}/files/part.tif", format="VRT")
    source = prepare(QgsRasterLayer(str(path), "remote"), whole_layer(), None, tmp_path / "run").materialise(never)
    assert source.scene == str(tmp_path / "run" / "remote.tif")
    assert pixels(source.scene, 2) == pixels(SAMPLE, 2)


def test_an_address_that_no_longer_answers_is_one_sentence(server, server_folder, tmp_path, never):
    gdal.Translate(str(server_folder / "gone.tif"), str(SAMPLE))
    layer = QgsRasterLayer(f"/vsicurl/{server.url}/files/gone.tif", "gone")
    prepared = prepare(layer, whole_layer(), None, tmp_path / "run")
    (server_folder / "gone.tif").unlink()
    gdal.VSICurlClearCache()
    with pytest.raises(UserError, match=r"“gone” cannot be read"):
        prepared.materialise(never)
    assert not list((tmp_path / "run").glob("*"))


def test_a_cancelled_copy_leaves_nothing(in_memory, tmp_path):
    prepared = prepare(QgsRasterLayer(in_memory, "memory"), whole_layer(), None, tmp_path / "run")
    with pytest.raises(Cancelled):
        prepared.materialise(lambda: True)
    assert not list((tmp_path / "run").glob("*"))


def test_the_limit_says_how_much_and_what_to_do(in_memory, tmp_path):
    layer = QgsRasterLayer(in_memory, "memory")
    size = 64 * 48 / 1e6
    with pytest.raises(UserError, match=r"limit.*smaller area or more metres"):
        prepare(layer, whole_layer(), None, tmp_path, limit=size / 2)
    assert len(prepare(layer, whole_layer(), None, tmp_path, limit=size * 2).warnings) == 1
    assert prepare(layer, whole_layer(), None, tmp_path, limit=size * 5).warnings == []
    assert prepare(layer, whole_layer(), 4, tmp_path, limit=size / 2).megapixels == pytest.approx(size / 16)
    assert math.isfinite(prepare(layer, whole_layer(), None, tmp_path).megapixels)
