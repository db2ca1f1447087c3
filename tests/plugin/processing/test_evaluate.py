from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsRasterLayer, QgsRectangle, QgsVectorLayer

ALGORITHM = "phrasegon:evaluate"


def squares(scene, places, name="squares"):
    """A layer of squares of 12 m whose lower left corners are so many metres from the scene's."""
    corner = QgsRasterLayer(scene).extent()
    layer = QgsVectorLayer("Polygon?crs=EPSG:26911", name, "memory")
    for x, y in places:
        feature = QgsFeature()
        left, bottom = corner.xMinimum() + x, corner.yMinimum() + y
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, bottom, left + 12, bottom + 12)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def test_the_same_polygons_agree_fully(toolbox, scene):
    layer = squares(scene, [(0, 0), (30, 60)])
    scores = toolbox.run(ALGORITHM, {"INPUT": layer, "REFERENCE": layer, "RASTER": scene})
    assert [scores[name] for name in ("IOU", "PRECISION", "RECALL", "POLYGON_PRECISION", "POLYGON_RECALL")] == [1] * 5
    assert (scores["FOUND_COUNT"], scores["REFERENCE_COUNT"]) == (2, 2)
    assert "REPORT" not in scores


def test_the_numbers_are_those_that_can_be_counted(toolbox, listener, scene):
    feedback = listener()
    found = squares(scene, [(0, 0), (30, 60), (60, 0), (90, 0)])
    reference = squares(scene, [(0, 0), (30, 66)])
    values = {"INPUT": found, "REFERENCE": reference, "RASTER": scene}
    scores = toolbox.run(ALGORITHM, values, feedback=feedback)
    assert scores["IOU"] == pytest.approx(1.5 / 4.5)
    assert scores["PRECISION"] == pytest.approx(1.5 / 4)
    assert scores["RECALL"] == pytest.approx(1.5 / 2)
    assert scores["POLYGON_PRECISION"] == pytest.approx(1 / 4)
    assert scores["POLYGON_RECALL"] == pytest.approx(1 / 2)
    assert (scores["FOUND_COUNT"], scores["REFERENCE_COUNT"]) == (4, 2)
    assert "Precision of pixels: 37.5 %" in feedback.infos


def test_a_share_of_nothing_has_no_value(toolbox, scene):
    scores = toolbox.run(
        ALGORITHM, {"INPUT": squares(scene, []), "REFERENCE": squares(scene, [(0, 0)]), "RASTER": scene}
    )
    assert scores["PRECISION"] is None
    assert scores["RECALL"] == 0
    assert scores["FOUND_COUNT"] == 0


def test_the_report_is_a_web_page(toolbox, scene, tmp_path):
    report = tmp_path / "report.html"
    layer = squares(scene, [(0, 0)], name="<b>mine</b>")
    values = {"INPUT": layer, "REFERENCE": layer, "RASTER": scene, "REPORT": str(report)}
    assert toolbox.run(ALGORITHM, values)["REPORT"] == str(report)
    text = report.read_text(encoding="utf-8")
    assert "<td>100.0 %</td>" in text
    assert "&lt;b&gt;mine&lt;/b&gt;" in text
    assert "<b>mine" not in text
    assert list(tmp_path.glob(".*")) == []


def test_the_report_is_json_where_its_name_says_so(toolbox, scene, tmp_path):
    report = tmp_path / "report.json"
    layer = squares(scene, [(0, 0)])
    toolbox.run(ALGORITHM, {"INPUT": layer, "REFERENCE": layer, "RASTER": scene, "REPORT": str(report)})
    content = json.loads(report.read_text(encoding="utf-8"))
    assert content["scores"]["iou"] == 1
    assert content["inputs"]["Found polygons"] == "squares"


def test_a_report_that_cannot_be_written_is_one_sentence(toolbox, listener, scene):
    layer = squares(scene, [(0, 0)])
    values = {"INPUT": layer, "REFERENCE": layer, "RASTER": scene, "REPORT": "/nowhere/at_all/report.html"}
    with pytest.raises(QgsProcessingException, match="There is no folder /nowhere/at_all"):
        toolbox.run(ALGORITHM, values, feedback=listener())


def test_a_cancelled_comparison_has_no_outputs(toolbox, listener, scene, tmp_path):
    layer, feedback, report = squares(scene, [(0, 0)]), listener(), tmp_path / "report.html"
    feedback.cancel()
    values = {"INPUT": layer, "REFERENCE": layer, "RASTER": scene, "REPORT": str(report)}
    assert toolbox.run(ALGORITHM, values, feedback=feedback) == {}
    assert not Path(report).exists()
