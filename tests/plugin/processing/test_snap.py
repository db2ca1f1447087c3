"""``phrasegon:snap`` with the real engine and a SAM 2.1 of random weights."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

ALGORITHM = "phrasegon:snap"


@pytest.fixture
def rough(application, scene):
    """A box in the middle of the scene, one beyond it and a feature without a shape, in longitudes and latitudes."""
    raster = QgsRasterLayer(scene, "claremont")
    wgs = QgsCoordinateReferenceSystem("EPSG:4326")
    there = QgsCoordinateTransform(raster.crs(), wgs, QgsProject.instance().transformContext())
    middle = raster.extent().center()
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=fid:int&field=name:string&field=when:date", "rough", "memory")
    for name, x in (("pool", 0), ("far", 5000), ("nowhere", None)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([7, name, QDate(2026, 1, 2)])
        if x is not None:
            box = QgsRectangle(middle.x() + x, middle.y(), middle.x() + x + 20, middle.y() + 15)
            shape = QgsGeometry.fromRect(box)
            shape.transform(there)
            feature.setGeometry(shape)
        assert layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def test_polygons_keep_their_attributes_and_get_outlines(sam2, toolbox, scene, rough, listener):
    feedback = listener()
    values = {"INPUT": scene, "POLYGONS": rough, "DEVICE": "cpu", "OUTPUT": "TEMPORARY_OUTPUT"}
    found = toolbox.run(ALGORITHM, values, feedback=feedback)
    layer = found["OUTPUT"]
    assert layer.crs() == rough.crs()
    assert [field.name() for field in layer.fields()] == ["fid", "name", "when", "snap_score", "snapped"]
    rows = {row["name"]: row for row in layer.getFeatures()}
    assert set(rows) == {"pool", "far", "nowhere"}
    assert {row["fid"] for row in rows.values()} == {7}
    assert rows["pool"]["when"] == next(rough.getFeatures())["when"]
    before = {row["name"]: row.geometry() for row in rough.getFeatures()}
    assert rows["far"].geometry().isGeosEqual(before["far"])
    assert not rows["far"]["snapped"]
    assert not rows["nowhere"].hasGeometry()
    assert rows["pool"]["snapped"] == (not rows["pool"].geometry().isGeosEqual(before["pool"]))
    assert (found["COUNT"], found["USED_DEVICE"]) == (2, "cpu")
    assert found["SNAPPED"] == sum(bool(row["snapped"]) for row in rows.values())
    assert any("Polygons snapped:" in info for info in feedback.infos)


def test_only_selected_polygons_are_snapped_into_a_file(sam2, toolbox, scene, rough, tmp_path):
    rough.selectByIds([next(rough.getFeatures()).id()])
    chosen = QgsProcessingFeatureSourceDefinition(rough.id(), True)
    QgsProject.instance().addMapLayer(rough)
    values = {"INPUT": scene, "POLYGONS": chosen, "DEVICE": "cpu", "OUTPUT": str(tmp_path / "out.shp")}
    try:
        found = toolbox.run(ALGORITHM, values)
    finally:
        QgsProject.instance().takeMapLayer(rough)
    layer = QgsVectorLayer(found["OUTPUT"], "", "ogr")
    assert [row["name"] for row in layer.getFeatures()] == ["pool"]


def test_a_model_that_is_not_there_is_one_sentence(toolbox, scene, rough, listener):
    values = {"INPUT": scene, "POLYGONS": rough, "MODEL": "sam2.1-hiera-large", "OUTPUT": "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException, match=r"sam2\.1-hiera-large"):
        toolbox.run(ALGORITHM, values, feedback=listener())


def test_polygons_beside_the_raster_are_one_sentence(toolbox, scene, rough, listener):
    feedback = listener()
    rough.dataProvider().deleteFeatures([feature.id() for feature in rough.getFeatures() if feature["name"] == "pool"])
    rough.updateExtents()
    with pytest.raises(QgsProcessingException):
        toolbox.run(ALGORITHM, {"INPUT": scene, "POLYGONS": rough, "OUTPUT": "TEMPORARY_OUTPUT"}, feedback=feedback)
    assert any("outside" in sentence for sentence in feedback.errors)
