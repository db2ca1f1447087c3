"""Rasters that the engine reads where they are."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import (
    QgsContrastEnhancement,
    QgsCoordinateReferenceSystem,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterRange,
    QgsSingleBandGrayRenderer,
)

from phrasegon.plugin.errors import UserError
from phrasegon.plugin.layers.extent import whole_layer
from phrasegon.plugin.layers.source import file_name, prepare

from .imagery import SAMPLE, pixels, raster

RAMPS = [lambda c, r, k=k: 100 * k + 50 * c + r for k in range(5)]
BYTES = [lambda c, r, k=k: (40 * k + 3 * c + r) % 256 for k in range(3)]


def source_of(layer, folder, never, **options):
    assert layer.isValid()
    prepared = prepare(layer, whole_layer(), options.pop("gsd", None), folder / "run", **options)
    return prepared, prepared.materialise(never)


def stretched(low, high, band, kind):
    contrast = QgsContrastEnhancement(kind)
    contrast.setMinimumValue(low)
    contrast.setMaximumValue(high)
    contrast.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    )
    return contrast


def test_eight_bits_are_read_in_place_as_they_are(application, tmp_path, never):
    prepared, source = source_of(QgsRasterLayer(str(SAMPLE), "claremont"), tmp_path, never)
    assert (source.scene, source.bands, source.stretch, source.bounds, source.aoi, source.gsd) == (
        *(str(SAMPLE), (1, 2, 3)),
        *(None, None, None, None),
    )
    assert not prepared.written
    assert not (tmp_path / "run").exists()


def test_the_bands_and_the_contrast_of_the_layer_are_taken(application, tmp_path, never):
    path = raster(tmp_path / "five.tif", RAMPS, kind=gdal.GDT_UInt16)
    layer = QgsRasterLayer(str(path), "five")
    provider = layer.dataProvider()
    renderer = QgsMultiBandColorRenderer(provider, 5, 3, 1)
    for band, low, high, take in (
        (5, 400, 2000, renderer.setRedContrastEnhancement),
        (3, 200, 1500, renderer.setGreenContrastEnhancement),
        (1, 0, 999.5, renderer.setBlueContrastEnhancement),
    ):
        take(stretched(low, high, band, provider.dataType(band)))
    layer.setRenderer(renderer)
    _, source = source_of(layer, tmp_path, never)
    assert source.scene == str(path)
    assert source.bands == (5, 3, 1)
    assert source.stretch == ((400, 2000), (200, 1500), (0, 999.5))


def test_grey_keeps_its_contrast(application, tmp_path, never):
    path = raster(tmp_path / "grey.tif", RAMPS[:2], kind=gdal.GDT_UInt16)
    layer = QgsRasterLayer(str(path), "grey")
    renderer = QgsSingleBandGrayRenderer(layer.dataProvider(), 2)
    renderer.setContrastEnhancement(stretched(10, 90, 2, layer.dataProvider().dataType(2)))
    layer.setRenderer(renderer)
    _, source = source_of(layer, tmp_path, never)
    assert (source.bands, source.stretch) == ((2,), ((10, 90),))


def test_more_than_eight_bits_without_contrast_are_left_to_the_engine(application, tmp_path, never):
    path = raster(tmp_path / "five.tif", RAMPS, kind=gdal.GDT_UInt16)
    layer = QgsRasterLayer(str(path), "five")
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), 1, 2, 3))
    assert source_of(layer, tmp_path, never)[1].stretch is None


def test_grey_of_eight_bits_is_not_mistaken_for_a_palette(application, tmp_path, never):
    layer = QgsRasterLayer(str(raster(tmp_path / "grey.tif", [lambda c, r: c])), "grey")
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 1))
    assert source_of(layer, tmp_path, never)[1].stretch == ((0, 255),)


def test_one_value_everywhere_gives_no_contrast(application, tmp_path, never):
    layer = QgsRasterLayer(str(raster(tmp_path / "flat.tif", [lambda c, r: 7], kind=gdal.GDT_UInt16)), "flat")
    _, source = source_of(layer, tmp_path, never)
    assert (source.bands, source.stretch) == ((1,), None)


def test_a_vrt_on_the_disk_is_read_in_place(application, tmp_path, never):
    path = tmp_path / "mosaic.vrt"
    gdal.BuildVRT(str(path), [str(SAMPLE)]).FlushCache()
    _, source = source_of(QgsRasterLayer(str(path), "mosaic"), tmp_path, never)
    assert source.scene == str(path)


def test_a_rotated_raster_is_read_in_place(application, tmp_path, never):
    path = raster(tmp_path / "turned.tif", BYTES, transform=(500000, 0.8, 0.6, 4000000, 0.6, -0.8))
    _, source = source_of(QgsRasterLayer(str(path), "turned"), tmp_path, never)
    assert source.scene == str(path)


def test_the_crs_that_the_user_assigned_reaches_the_engine(application, tmp_path, never):
    path = raster(tmp_path / "nowhere.tif", [lambda c, r: c + r], epsg=None)
    layer = QgsRasterLayer(str(path), "wo auch immer: Straße")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    _, source = source_of(layer, tmp_path, never)
    assert source.scene == str(tmp_path / "run" / "wo_auch_immer_Straße.vrt")
    seen = gdal.Open(source.scene)
    assert seen.GetSpatialRef().GetAuthorityCode(None) == "25832"
    assert seen.GetGeoTransform() == (500000, 1, 0, 4000000, 0, -1)
    assert pixels(source.scene, 1) == pixels(path, 1)


def test_a_raster_without_place_lies_where_qgis_shows_it(application, tmp_path, never):
    path = raster(tmp_path / "plain.tif", BYTES, transform=None, epsg=None)
    layer = QgsRasterLayer(str(path), "plain")
    layer.setCrs(QgsCoordinateReferenceSystem())
    _, source = source_of(layer, tmp_path, never)
    seen = gdal.Open(source.scene)
    left, _, _, top, _, down = seen.GetGeoTransform()
    assert (left, top, down * seen.RasterYSize) == (
        layer.extent().xMinimum(),
        layer.extent().yMaximum(),
        -layer.extent().height(),
    )
    assert not seen.GetProjection()


def test_a_raster_placed_by_points_lies_where_qgis_shows_it(application, tmp_path, never):
    path = raster(tmp_path / "scan.tif", BYTES, transform=None, epsg=None)
    corners = [(0, 0), (64, 0), (0, 48), (64, 48)]
    points = [gdal.GCP(500000 + 2 * c, 4000000 - 2 * r, 0, c, r) for c, r in corners]
    opened = gdal.Open(str(path), gdal.GA_Update)
    opened.SetGCPs(points, opened.GetProjection() or QgsCoordinateReferenceSystem("EPSG:32611").toWkt())
    del opened
    layer = QgsRasterLayer(str(path), "scan")
    _, source = source_of(layer, tmp_path, never)
    left, width, _, top, _, height = gdal.Open(source.scene).GetGeoTransform()
    assert left == pytest.approx(layer.extent().xMinimum())
    assert top == pytest.approx(layer.extent().yMaximum())
    assert (width, height) == (pytest.approx(2, rel=0.05), pytest.approx(-2, rel=0.05))


def test_what_the_user_calls_nothing_is_nothing(application, tmp_path, never):
    layer = QgsRasterLayer(str(raster(tmp_path / "edge.tif", BYTES)), "edge")
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(50, 50)])
    _, source = source_of(layer, tmp_path, never)
    seen = gdal.Open(source.scene)
    assert [seen.GetRasterBand(band).GetNoDataValue() for band in (1, 2, 3)] == [50, 50, 50]


def test_nothing_that_the_user_switched_off_is_something(application, tmp_path, never):
    path = raster(tmp_path / "edge.tif", BYTES)
    opened = gdal.Open(str(path), gdal.GA_Update)
    opened.GetRasterBand(1).SetNoDataValue(0)
    del opened
    layer = QgsRasterLayer(str(path), "edge")
    for band in (1, 2, 3):
        layer.dataProvider().setUseSourceNoDataValue(band, False)
    _, source = source_of(layer, tmp_path, never)
    seen = gdal.Open(source.scene)
    assert seen.GetRasterBand(1).GetNoDataValue() is None


def test_opacity_follows_the_layer(application, tmp_path, never):
    layer = QgsRasterLayer(str(raster(tmp_path / "four.tif", [*BYTES, lambda c, r: 255 * (c > 9)])), "four")
    renderer = layer.renderer()
    renderer.setAlphaBand(4)
    _, source = source_of(layer, tmp_path, never)
    seen = gdal.Open(source.scene)
    declared = seen.GetRasterBand(4).GetColorInterpretation()
    renderer.setAlphaBand(-1)
    _, without = source_of(layer, tmp_path, never)
    assert declared == gdal.GCI_AlphaBand
    seen = gdal.Open(without.scene)
    assert seen.GetRasterBand(4).GetColorInterpretation() != gdal.GCI_AlphaBand


def test_a_subdataset_becomes_a_file(application, tmp_path, never):
    path = tmp_path / "two.gpkg"
    gdal.Translate(str(path), str(SAMPLE), format="GPKG", bandList=[1, 2, 3], creationOptions=["RASTER_TABLE=first"])
    layer = QgsRasterLayer(f"GPKG:{path}:first", "table")
    _, source = source_of(layer, tmp_path, never)
    assert source.scene.endswith("table.vrt")
    assert gdal.Open(source.scene).RasterXSize == 256


def test_the_resolution_asked_for_is_left_to_the_engine(application, tmp_path, never):
    _, source = source_of(QgsRasterLayer(str(SAMPLE), "claremont"), tmp_path, never, gsd=1.5, trained=(0.12, 5))
    assert source.gsd == 1.5


def test_a_broken_layer_is_one_sentence(application, tmp_path):
    with pytest.raises(UserError, match="broken"):
        prepare(QgsRasterLayer(str(tmp_path / "none.tif"), "none"), whole_layer(), None, tmp_path)


def test_a_folder_that_cannot_be_made_is_one_sentence(application, tmp_path, never):
    (tmp_path / "run").write_text("in the way")
    layer = QgsRasterLayer(str(raster(tmp_path / "plain.tif", BYTES, transform=None, epsg=None)), "plain")
    with pytest.raises(UserError, match="cannot be written"):
        prepare(layer, whole_layer(), None, tmp_path / "run").materialise(never)


@pytest.mark.parametrize(
    ("name", "file"), [("a/b: c", "a_b_c"), ("航空写真", "航空写真"), ("...", "scene"), ("", "scene")]
)
def test_names_of_layers_become_names_of_files(name, file):
    assert file_name(name) == file
