from __future__ import annotations

import math

import pytest
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from phrasegon.plugin.errors import Cancelled, UserError
from phrasegon.plugin.layers.extent import current_view, polygons_of, rectangle, whole_layer
from phrasegon.plugin.layers.ground import view_resolution
from phrasegon.plugin.layers.source import prepare

from .imagery import SAMPLE, raster

BOX = (435450, 3775840, 435500, 3775890)


@pytest.fixture
def scene(application):
    return QgsRasterLayer(str(SAMPLE), "claremont")


@pytest.fixture
def context(project):
    return project.transformContext()


def view(crs, *box):
    settings = QgsMapSettings()
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setExtent(QgsRectangle(*box))
    settings.setOutputSize(QSize(500, 500))
    return settings


def polygon_layer(*texts, crs="EPSG:26911", kind="Polygon"):
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "fields", "memory")
    features = []
    for text in texts:
        feature = QgsFeature()
        if text:
            feature.setGeometry(QgsGeometry.fromWkt(text))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def square(left, bottom, right, top):
    return f"POLYGON(({left} {bottom},{right} {bottom},{right} {top},{left} {top},{left} {bottom}))"


def sides(box):
    return (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())


def test_the_whole_layer_has_no_limit():
    area = whole_layer()
    assert (area.box, area.polygons, area.extent) == (None, None, None)


def test_the_view_in_the_rasters_crs_limits_the_run(scene, tmp_path, never):
    area = current_view(view("EPSG:26911", *BOX), scene)
    assert prepare(scene, area, None, tmp_path).materialise(never).bounds == BOX


def test_a_view_that_sticks_out_is_cut_to_the_raster(scene):
    area = current_view(view("EPSG:26911", 435400, 3775740, 435500, 3775840), scene)
    box = scene.extent()
    assert sides(area.box) == (box.xMinimum(), box.yMinimum(), 435500, 3775840)


def test_a_view_in_another_crs_is_moved(scene, project):
    there = QgsCoordinateTransform(
        scene.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), project.transformContext()
    ).transformBoundingBox(QgsRectangle(*BOX))
    moved = sides(current_view(view("EPSG:4326", *sides(there)), scene).box)
    assert moved == pytest.approx(BOX, abs=8)  # a view is as high as it is wide
    assert moved[0] <= BOX[0]
    assert moved[3] >= BOX[3]


def test_a_view_of_the_whole_world_is_the_whole_raster(scene):
    world = view("EPSG:3857", -20037508, -20037508, 20037508, 20037508)
    assert sides(current_view(world, scene).box) == pytest.approx(sides(scene.extent()), abs=0.01)


def test_a_view_elsewhere_is_one_sentence(scene):
    with pytest.raises(UserError, match="current view shows nothing"):
        current_view(view("EPSG:26911", 0, 0, 100, 100), scene)


def test_a_view_of_a_raster_without_crs_is_taken_as_it_is(application, tmp_path):
    layer = QgsRasterLayer(str(raster(tmp_path / "plain.tif", [lambda c, r: c], transform=None, epsg=None)), "plain")
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert sides(current_view(view("EPSG:3857", 10, -30, 20, -20), layer).box) == (10, -30, 20, -20)


def test_the_resolution_of_a_view_is_that_on_the_ground(application):
    mercator = view("EPSG:3857", -13080000, 4060000, -13079500, 4060500)
    assert view_resolution(mercator) == pytest.approx(math.cos(math.radians(34.22)), rel=0.01)
    assert view_resolution(view("EPSG:26911", *BOX)) == pytest.approx(0.1)


def test_an_extent_elsewhere_is_one_sentence(scene, context):
    with pytest.raises(UserError, match="extent lies outside"):
        rectangle(QgsRectangle(0, 0, 1, 1), QgsCoordinateReferenceSystem(), scene, context)


def test_polygons_are_written_in_the_rasters_crs(scene, context, tmp_path, never):
    layer = polygon_layer(square(*BOX), None, square(0, 0, 1, 1))
    area = polygons_of(layer, scene, context)
    source = prepare(scene, area, None, tmp_path / "run").materialise(never)
    assert source.bounds is None
    written = QgsVectorLayer(source.aoi, "aoi", "ogr")
    assert written.crs() == scene.crs()
    (feature,) = written.getFeatures()  # neither the one without a shape nor the one elsewhere
    assert sides(feature.geometry().boundingBox()) == BOX


def test_polygons_of_another_crs_are_moved(scene, context, tmp_path, never):
    there = QgsCoordinateTransform(scene.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), context)
    shape = QgsGeometry.fromRect(QgsRectangle(*BOX))
    shape.transform(there)
    source = prepare(
        scene, polygons_of(polygon_layer(shape.asWkt(12), crs="EPSG:4326"), scene, context), None, tmp_path
    ).materialise(never)
    (feature,) = QgsVectorLayer(source.aoi, "aoi", "ogr").getFeatures()
    assert sides(feature.geometry().boundingBox()) == pytest.approx(BOX, abs=0.01)


def test_curves_heights_and_edits_that_are_not_saved_count(scene, context, tmp_path, never):
    layer = polygon_layer(kind="CurvePolygonZ")
    layer.startEditing()
    feature = QgsFeature()
    round_ = "CurvePolygonZ(CircularStringZ(435450 3775840 5,435470 3775860 5,435490 3775840 5,435470 3775820 5,"
    feature.setGeometry(QgsGeometry.fromWkt(round_ + "435450 3775840 5))"))
    layer.addFeature(feature)
    source = prepare(scene, polygons_of(layer, scene, context), None, tmp_path).materialise(never)
    (written,) = QgsVectorLayer(source.aoi, "aoi", "ogr").getFeatures()
    assert written.geometry().area() == pytest.approx(math.pi * 20**2, rel=0.01)
    assert written.geometry().wkbType() == ogr.wkbMultiPolygon


def test_only_the_selection_counts_if_asked_for(scene, context, tmp_path, never):
    other = (435510, 3775840, 435520, 3775850)
    layer = polygon_layer(square(*BOX), square(*other))
    layer.selectByIds([2])
    area = polygons_of(layer, scene, context, selected=True)
    layer.removeSelection()  # what was selected when the run began
    assert sides(area.extent) == other
    source = prepare(scene, area, None, tmp_path).materialise(never)
    (feature,) = QgsVectorLayer(source.aoi, "aoi", "ogr").getFeatures()
    assert sides(feature.geometry().boundingBox()) == other


@pytest.mark.parametrize(
    ("layer", "selected", "sentence"),
    [
        (lambda: polygon_layer(square(*BOX)), True, "Nothing is selected"),
        (lambda: polygon_layer(square(0, 0, 1, 1)), False, "lie outside"),
        (polygon_layer, False, "lie outside"),
        (lambda: polygon_layer("POINT(435450 3775840)", kind="Point"), False, "holds no polygons"),
    ],
)
def test_an_area_that_is_none_is_one_sentence(scene, context, layer, selected, sentence):
    with pytest.raises(UserError, match=sentence):
        polygons_of(layer(), scene, context, selected=selected)


def test_polygons_around_the_raster_but_not_on_it_are_one_sentence(scene, context, tmp_path, never):
    left, bottom, right, top = sides(scene.extent())
    layer = polygon_layer(
        square(left - 50, bottom - 50, left - 10, bottom - 10), square(right + 9, top + 9, right + 20, top + 20)
    )
    with pytest.raises(UserError, match="lie outside"):
        prepare(scene, polygons_of(layer, scene, context), None, tmp_path).materialise(never)


def test_writing_the_area_can_be_cancelled(scene, context, tmp_path):
    area = polygons_of(polygon_layer(square(*BOX)), scene, context)
    with pytest.raises(Cancelled):
        prepare(scene, area, None, tmp_path).materialise(lambda: True)


def test_polygons_for_a_raster_without_crs_have_none_either(project, tmp_path, never):
    layer = QgsRasterLayer(str(raster(tmp_path / "plain.tif", [lambda c, r: c], transform=None, epsg=None)), "plain")
    layer.setCrs(QgsCoordinateReferenceSystem())
    area = polygons_of(polygon_layer(square(3, -20, 9, -10)), layer, QgsProject.instance().transformContext())
    source = prepare(layer, area, None, tmp_path / "run").materialise(never)
    written = ogr.Open(source.aoi)
    assert written.GetLayer(0).GetSpatialRef() is None
