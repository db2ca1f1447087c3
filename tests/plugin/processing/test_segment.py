"""The algorithm as toolbox, batch and scripts call it; the command line says what is right."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QThread, QTimer

from phrasegon.plugin.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
ALGORITHM = "phrasegon:segment"


def in_a_task(parameters, context, feedback):
    """As the toolbox runs it: prepared here, worked at in a thread, finished here."""
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    task, loop, ends = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback), QEventLoop(), []
    task.executed.connect(lambda ok, results: (ends.append((ok, results)), loop.quit()))
    QTimer.singleShot(200_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    return ends[0]


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Where runs make their folders."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_polygons_are_those_of_the_command_line(toolbox, listener, scene, rows_of, command_line, temporary):
    feedback = listener()
    found = toolbox.run(ALGORITHM, {"INPUT": scene, "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"}, feedback=feedback)
    assert rows_of(found["OUTPUT"]) == command_line(scene, "trees")
    assert found["COUNT"] == found["OUTPUT"].featureCount() > 10
    assert found["OUTPUT"].crs().authid() == "EPSG:26911"
    assert found["USED_DEVICE"] in ("cpu", "cuda", "mps")
    assert "PROBABILITY" not in found
    assert not list(temporary.iterdir())


def test_so_they_are_with_every_option_and_two_phrases(toolbox, scene, rows_of, command_line, tmp_path):
    chosen = {"THRESHOLD": 0.4, "OVERLAP": 0.5, "GSD": 0.8, "MIN_AREA": 5, "FILL_HOLES": 9, "SIMPLIFY": 1.2}
    chosen.update(SEPARATE=True, ORTHOGONALISE=True, PRESENCE=False, MODEL="rs2sam2-nano", DEVICE="cpu")
    chosen.update(PROBABILITY=str(tmp_path / "kept.tif"))
    output = tmp_path / "found.gpkg"
    found = toolbox.run(ALGORITHM, {"INPUT": scene, "PHRASE": "trees; swimming pools", "OUTPUT": str(output), **chosen})
    said = ["trees", "swimming pools", "--threshold", "0.4", "--overlap", "0.5", "--gsd", "0.8", "--min-area", "5"]
    said += [
        "--fill-holes",
        "9",
        "--simplify",
        "1.2",
        "--separate",
        "--orthogonalise",
        "--no-presence",
        "--device",
        "cpu",
    ]
    expected = command_line(scene, *said, "--probability", str(tmp_path / "said.tif"))
    assert rows_of(output) == expected
    assert {row[0] for row in expected} == {"trees", "swimming pools"}
    assert found["PROBABILITY"] == str(tmp_path / "kept.tif")
    assert found["PROBABILITIES"] == [found["PROBABILITY"], str(tmp_path / "kept_2_swimming-pools.tif")]
    kept = [Path(each).read_bytes() for each in found["PROBABILITIES"]]
    assert kept == [each.read_bytes() for each in sorted(tmp_path.glob("said_*.tif"))]


def test_the_disk_for_prepared_scenes_is_that_of_the_options(toolbox, engine, scene, monkeypatch):
    asked, ask = [], engine.ask
    monkeypatch.setattr(engine, "ask", lambda command, **options: (asked.append(command), ask(command, **options))[1])
    Settings().prepared_gigabytes = 3
    toolbox.run(ALGORITHM, {"INPUT": scene, "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"})
    assert [(request.kept_features, request.presence) for request in asked] == [(3 * 10**9, True)]


def test_an_extent_limits_the_run(toolbox, scene, rows_of, command_line):
    whole = QgsRasterLayer(scene).extent()
    x0, y0, x1, y1 = whole.xMinimum() + 30, whole.yMinimum() + 20, whole.xMinimum() + 130, whole.yMinimum() + 110
    values = {"INPUT": scene, "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"}
    found = toolbox.run(ALGORITHM, {**values, "EXTENT": f"{x0},{x1},{y0},{y1} [EPSG:26911]"})
    assert rows_of(found["OUTPUT"]) == command_line(
        scene, "trees", "--bounds", *(str(each) for each in (x0, y0, x1, y1))
    )


def test_selected_polygons_limit_the_run(toolbox, scene):
    whole = QgsRasterLayer(scene).extent()
    area = QgsVectorLayer("Polygon?crs=EPSG:26911", "blocks", "memory")
    middle = QgsGeometry.fromPointXY(whole.center()).buffer(25, 8)
    for geometry in (middle, QgsGeometry.fromRect(whole)):
        feature = QgsFeature()
        feature.setGeometry(geometry)
        area.dataProvider().addFeature(feature)
    area.selectByIds([1])
    project = QgsProject.instance()
    project.addMapLayer(area)
    selected = QgsProcessingFeatureSourceDefinition(area.id(), selectedFeaturesOnly=True)
    found = toolbox.run(ALGORITHM, {"INPUT": scene, "PHRASE": "trees", "AREA": selected, "OUTPUT": "TEMPORARY_OUTPUT"})[
        "OUTPUT"
    ]
    project.removeMapLayer(area)
    assert found.featureCount() > 0
    assert middle.boundingBox().buffered(1).contains(found.extent())


def test_nothing_selected_is_one_sentence(toolbox, listener, scene):
    area, feedback = QgsVectorLayer("Polygon?crs=EPSG:26911", "blocks", "memory"), listener()
    QgsProject.instance().addMapLayer(area)
    selected = QgsProcessingFeatureSourceDefinition(area.id(), selectedFeaturesOnly=True)
    values = {"INPUT": scene, "PHRASE": "trees", "AREA": selected, "OUTPUT": "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException):
        toolbox.run(ALGORITHM, values, feedback=feedback)
    QgsProject.instance().removeMapLayer(area)
    assert any("“blocks” has no polygon to work in" in sentence for sentence in feedback.errors)


def test_results_are_styled_where_processing_loads_them(scene, tmp_path):
    """Loaded by the toolbox or not is the user's choice; a destination project is how Processing says so."""
    project = QgsProject()
    context = QgsProcessingContext()
    context.setProject(project)
    target = QgsProcessingOutputLayerDefinition(str(tmp_path / "found.gpkg"), project)
    ok, results = in_a_task({"INPUT": scene, "PHRASE": "trees", "OUTPUT": target}, context, QgsProcessingFeedback())
    assert ok
    details = context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    layer = QgsVectorLayer(results["OUTPUT"], "found", "ogr")
    assert layer.renderer().type() == "singleSymbol"
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert layer.renderer().type() == "graduatedSymbol"
    assert project.mapLayers() == {}


def test_it_runs_in_a_thread_and_tells_how_far_it_is(listener, scene, rows_of, command_line):
    context, feedback, threads = QgsProcessingContext(), listener(), set()
    feedback.progressChanged.connect(lambda _: threads.add(QThread.currentThread()))
    ok, results = in_a_task({"INPUT": scene, "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"}, context, feedback)
    assert ok
    assert rows_of(context.takeResultLayer(results["OUTPUT"])) == command_line(scene, "trees")
    assert any("tiles" in text for text in feedback.texts)
    assert feedback.progress() >= 90
    assert feedback.infos[-1] == f"Polygons found: {results['COUNT']}"


def test_layers_of_the_project_can_be_segmented_in_a_thread(listener, scene):
    layer = QgsRasterLayer(scene, "orthophoto")
    QgsProject.instance().addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    ok, results = in_a_task({"INPUT": layer.id(), "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"}, context, listener())
    QgsProject.instance().removeMapLayer(layer)
    assert ok
    assert results["COUNT"] > 10


@pytest.mark.parametrize("moment", ["Loading", "tiles", "polygons"])
def test_a_cancelled_run_leaves_nothing_and_the_engine_lives_on(engine, listener, scene, tmp_path, temporary, moment):
    engine.stop()
    context, feedback = QgsProcessingContext(), listener(cancel_at=moment)
    output, kept = tmp_path / "found.gpkg", tmp_path / "kept.tif"
    parameters = {"INPUT": scene, "PHRASE": "trees", "OUTPUT": str(output), "PROBABILITY": str(kept)}
    ok, results = in_a_task(parameters, context, feedback)
    assert feedback.isCanceled()
    assert not ok
    assert results == {}
    assert not output.exists()
    assert not list(temporary.iterdir())
    pid = engine.pid
    assert in_a_task({**parameters, "PROBABILITY": None}, QgsProcessingContext(), listener())[0]
    assert engine.pid == pid is not None


def test_a_batch_of_two_rasters_shares_one_engine(toolbox, engine, scene, tmp_path, rows_of, command_line):
    second = str(shutil.copy(ROOT / "resources" / "sample" / "banepa.tif", tmp_path))
    batch = [
        {"INPUT": scene, "PHRASE": "trees", "OUTPUT": str(tmp_path / "trees.gpkg")},
        {"INPUT": second, "PHRASE": "buildings", "OUTPUT": str(tmp_path / "buildings.gpkg")},
    ]
    pids = set()
    for parameters in batch:
        toolbox.run(ALGORITHM, parameters)
        pids.add(engine.pid)
    assert len(pids) == 1
    assert rows_of(batch[0]["OUTPUT"]) == command_line(scene, "trees")
    assert rows_of(batch[1]["OUTPUT"]) == command_line(second, "buildings")


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb", ".shp"])
def test_files_of_any_format_get_all_polygons(toolbox, scene, tmp_path, suffix):
    output = tmp_path / f"found{suffix}"
    found = toolbox.run(ALGORITHM, {"INPUT": scene, "PHRASE": "trees", "OUTPUT": str(output)})
    layer = QgsVectorLayer(str(output), "", "ogr")
    assert layer.featureCount() == found["COUNT"] > 10
    assert {"phrase", "score", "area_m2", "model"} <= {field.name() for field in layer.fields()}


def test_a_raster_without_crs_has_polygons_without_one(toolbox, listener, scene, tmp_path, rows_of, command_line):
    placed, bare = gdal.Open(scene), str(tmp_path / "bare.tif")
    copy = gdal.GetDriverByName("GTiff").CreateCopy(bare, placed)
    copy.SetProjection("")
    del copy, placed
    feedback = listener()
    found = toolbox.run(ALGORITHM, {"INPUT": bare, "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"}, feedback=feedback)
    assert not found["OUTPUT"].crs().isValid()
    assert rows_of(found["OUTPUT"]) == command_line(bare, "trees")
    assert any("no coordinate reference system" in warning for warning in feedback.warnings)

    output = str(tmp_path / "found.gpkg")
    toolbox.run(ALGORITHM, {"INPUT": bare, "PHRASE": "trees", "OUTPUT": output})
    scores = toolbox.run("phrasegon:evaluate", {"INPUT": output, "REFERENCE": found["OUTPUT"], "RASTER": bare})
    assert scores["IOU"] == 1


def test_nothing_found_is_an_empty_layer(toolbox, listener, scene):
    feedback = listener()
    found = toolbox.run(
        ALGORITHM,
        {"INPUT": scene, "PHRASE": "trees", "THRESHOLD": 1, "OUTPUT": "TEMPORARY_OUTPUT"},
        feedback=feedback,
    )
    assert found["COUNT"] == found["OUTPUT"].featureCount() == 0
    assert [field.name() for field in found["OUTPUT"].fields()][:2] == ["phrase", "score"]
    assert "Polygons found: 0" in feedback.infos


def test_what_the_user_should_know_is_a_warning(toolbox, listener, scene):
    feedback = listener()
    toolbox.run(ALGORITHM, {"INPUT": scene, "PHRASE": "the zyxomma", "OUTPUT": "TEMPORARY_OUTPUT"}, feedback=feedback)
    assert any("zyxomma" in warning for warning in feedback.warnings)


def test_tiles_that_could_not_be_read_are_one_warning(toolbox, listener, scene, tmp_path):
    damaged, feedback = str(tmp_path / "damaged.tif"), listener()
    options = ["COMPRESS=NONE", "INTERLEAVE=PIXEL"]
    gdal.Translate(damaged, scene, bandList=[1, 2, 3], width=1024, height=1024, creationOptions=options)
    os.truncate(damaged, Path(damaged).stat().st_size * 6 // 10)
    values = {"INPUT": damaged, "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"}
    found = toolbox.run(ALGORITHM, values, feedback=feedback)
    assert found["COUNT"] == found["OUTPUT"].featureCount() > 10
    (warning,) = (each for each in feedback.warnings if "could not be read" in each)
    assert "nothing is known there. Repair the raster" in warning


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"EXTENT": "0,1,0,1 [EPSG:26911]"}, "extent lies outside of"),
        ({"MODEL": "rs2sam2-refseg"}, "rs2sam2-refseg"),
        ({"GSD": 0.001}, "too fine"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(toolbox, listener, scene, tmp_path, values, says):
    feedback, output = listener(), tmp_path / "found.gpkg"
    with pytest.raises(QgsProcessingException) as error:
        toolbox.run(ALGORITHM, {"INPUT": scene, "PHRASE": "trees", "OUTPUT": str(output), **values}, feedback=feedback)
    told = [*feedback.errors, str(error.value)]  # what QGIS is told while it prepares, it passes on itself
    assert any(says in sentence for sentence in told)
    assert not any("Traceback" in sentence for sentence in told)
    assert not output.exists()


def test_an_engine_that_dies_is_one_sentence_and_the_next_run_starts_another(toolbox, engine, listener, scene):
    values = {"INPUT": scene, "PHRASE": "trees", "OUTPUT": "TEMPORARY_OUTPUT"}
    toolbox.run(ALGORITHM, values)
    first = engine.pid

    class Killer(listener):
        def setProgressText(self, text):
            if "tiles" in text:
                os.kill(engine.pid, signal.SIGKILL)

    feedback = Killer()
    with pytest.raises(QgsProcessingException, match="start it again"):
        toolbox.run(ALGORITHM, values, feedback=feedback)
    assert feedback.details
    assert toolbox.run(ALGORITHM, values)["COUNT"] > 10
    assert engine.pid != first
