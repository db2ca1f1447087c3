from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProperty


@pytest.fixture
def check(scene):
    """What the form says of values; those that are not given are fine."""

    def check(algorithm="segment", **values):
        fine = {"INPUT": str(scene), "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"}
        created = QgsApplication.processingRegistry().createAlgorithmById(f"phrasegon:{algorithm}")
        return created.checkParameterValues({**fine, **values}, QgsProcessingContext())

    return check


def test_good_values_pass(check):
    assert check() == (True, "")
    assert check(THRESHOLD=0, OVERLAP=0.75, GSD=0.6, MODEL="rs2sam2-rrsisd", DEVICE="cpu", EXTENT="1,2,3,4")[0]
    assert check(GSD=None, EXTENT=None, AREA=None, PROBABILITY=None)[0]
    assert check(THRESHOLD=QgsProperty.fromExpression("0.2 + 0.2"))[0]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"PHRASE": ""}, "Say what to look for"),
        ({"PHRASE": " ; \n "}, "Say what to look for"),
        ({"PHRASE": None}, "“Phrase” is missing."),
        ({"INPUT": None}, "“Raster” is missing."),
        ({"INPUT": "/nowhere/at_all.tif"}, "“Raster”: /nowhere/at_all.tif cannot be opened"),
        ({"AREA": "/nowhere/at_all.gpkg"}, "“Area”: /nowhere/at_all.gpkg cannot be opened"),
        ({"THRESHOLD": 1.5}, "“Threshold” must be a number from 0 to 1, not 1.5."),
        ({"THRESHOLD": "much"}, "“Threshold” must be a number from 0 to 1, not much."),
        ({"THRESHOLD": float("nan")}, "“Threshold” must be a number from 0 to 1, not nan."),
        ({"OVERLAP": 0.8}, "“Overlap of tiles” must be a number from 0 to 0.75, not 0.8."),
        ({"MIN_AREA": -1}, "must be a number, 0 or more, not -1."),
        ({"SIMPLIFY": float("inf")}, "must be a number, 0 or more, not inf."),
        ({"GSD": 0}, "“Detail (m a pixel)” must be a number, 0.001 or more, not 0."),
        ({"MODEL": "huge"}, "“Model” must be one of rs2sam2-nano, "),
        ({"DEVICE": "abacus"}, "“Device” must be one of auto, cpu, cuda, mps, not abacus."),
        ({"EXTENT": "everywhere"}, "“Extent” cannot be everywhere."),
        ({"EXTENT": "1,2,3,4", "AREA": "somewhere"}, "either an extent or an area"),
        ({"OUTPUT": "/nowhere/at_all/found.gpkg"}, "There is no folder /nowhere/at_all"),
        ({"PROBABILITY": "/nowhere/at_all/p.tif"}, "There is no folder /nowhere/at_all"),
        ({"OUTPUT": "not_here/found.gpkg"}, "There is no folder not_here"),
    ],
)
def test_a_bad_value_gets_a_sentence(check, values, says):
    fine, sentence = check(**values)
    assert not fine
    assert says in sentence
    assert "{" not in sentence


def test_a_folder_is_no_place_for_polygons(check, tmp_path):
    assert check(OUTPUT=str(tmp_path))[1] == f"{tmp_path} is a folder: give the name of a file in it."


def test_the_other_algorithms_check_too(check):
    assert "“Probability raster”: gone.tif" in check("polygons", INPUT="gone.tif")[1]
    assert "“Threshold” must be a number" in check("polygons", THRESHOLD=-1)[1]
    assert "“Found polygons”: gone.gpkg" in check("evaluate", INPUT="gone.gpkg")[1]
