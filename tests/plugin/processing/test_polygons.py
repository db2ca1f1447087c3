from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer

ALGORITHM = "phrasegon:polygons"


@pytest.fixture
def kept(toolbox, scene, tmp_path):
    path = str(tmp_path / "kept.tif")
    values = {"INPUT": scene, "PHRASE": "trees", "PROBABILITY": path, "OUTPUT": "TEMPORARY_OUTPUT"}
    toolbox.run("phrasegon:segment", values)
    return path


def test_polygons_are_those_of_a_whole_run(toolbox, kept, scene, rows_of, command_line):
    values = {"INPUT": kept, "PHRASE": "trees", "MODEL": "rs2sam2-nano", "OUTPUT": "TEMPORARY_OUTPUT"}
    found = toolbox.run(ALGORITHM, {**values, "THRESHOLD": 0.35, "MIN_AREA": 8, "SIMPLIFY": 1})
    expected = command_line(scene, "trees", "--threshold", "0.35", "--min-area", "8", "--simplify", "1")
    assert rows_of(found["OUTPUT"]) == expected
    assert found["COUNT"] == len(expected) > 10


def test_objects_that_touch_are_separated_on_wish(toolbox, kept):
    values = {"INPUT": kept, "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"}
    together, apart = (toolbox.run(ALGORITHM, {**values, "SEPARATE": each}) for each in (False, True))
    assert apart["COUNT"] > together["COUNT"]


def test_without_a_phrase_the_raster_gives_its_name(toolbox, kept, rows_of):
    found = toolbox.run(ALGORITHM, {"INPUT": QgsRasterLayer(kept, "green"), "OUTPUT": "TEMPORARY_OUTPUT"})
    assert {row[0] for row in rows_of(found["OUTPUT"])} == {"green"}


def test_a_raster_that_is_no_probability_is_one_sentence(toolbox, listener, scene, tmp_path):
    output = tmp_path / "found.gpkg"
    with pytest.raises(QgsProcessingException) as error:
        toolbox.run(ALGORITHM, {"INPUT": scene, "OUTPUT": str(output)}, feedback=listener())
    assert "claremont.tif" in str(error.value)
    assert "Traceback" not in str(error.value)
    assert not output.exists()


def test_a_web_layer_is_one_sentence(toolbox, listener):
    web = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmin=0&zmax=3", "tiles", "wms")
    feedback = listener()
    with pytest.raises(QgsProcessingException):
        toolbox.run(ALGORITHM, {"INPUT": web, "OUTPUT": "TEMPORARY_OUTPUT"}, feedback=feedback)
    assert any("“tiles” is no raster file" in sentence for sentence in feedback.errors)
