"""The algorithms as steps of a model."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProject,
    QgsRasterLayer,
)

Source = QgsProcessingModelChildParameterSource


def step(model, algorithm, name, outputs, **sources):
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(name)
    child.setDescription(name)
    for parameter, source in sources.items():
        child.addParameterSources(parameter, [source])
    declared = {}
    for output in outputs:
        each = QgsProcessingModelOutput(f"{name}_{output}", f"{name} {output}")
        each.setChildId(name)
        each.setChildOutputName(output)
        declared[each.name()] = each
    child.setModelOutputs(declared)
    model.addChildAlgorithm(child)


def destination(model, name):
    """Name of the parameter for a step's output; QGIS versions name it differently."""
    (found,) = [each.name() for each in model.destinationParameterDefinitions() if each.name().lower().startswith(name)]
    return found


@pytest.fixture
def model(provider):
    """Segments, dissolves what was found, and makes polygons once more of the probability."""
    model = QgsProcessingModelAlgorithm("found and dissolved", "tests")
    for definition in (
        QgsProcessingParameterRasterLayer("RASTER", "Raster"),
        QgsProcessingParameterString("WHAT", "What"),
    ):
        model.addModelParameter(definition, QgsProcessingModelParameter(definition.name()))
    step(
        *(model, "phrasegon:segment", "segment", ["OUTPUT"]),
        INPUT=Source.fromModelParameter("RASTER"),
        PHRASE=Source.fromModelParameter("WHAT"),
        PROBABILITY=Source.fromStaticValue(QgsProcessing.TEMPORARY_OUTPUT),
    )
    step(*(model, "native:dissolve", "dissolve", ["OUTPUT"]), INPUT=Source.fromChildOutput("segment", "OUTPUT"))
    step(
        *(model, "phrasegon:polygons", "again", ["OUTPUT"]),
        INPUT=Source.fromChildOutput("segment", "PROBABILITY"),
        PHRASE=Source.fromModelParameter("WHAT"),
        MODEL=Source.fromStaticValue("rs2sam2-nano"),
    )
    return model


def test_outputs_chain(model, toolbox, listener, scene, rows_of):
    context, feedback = QgsProcessingContext(), listener()
    temporary = QgsProcessing.TEMPORARY_OUTPUT
    values = {"RASTER": scene, "WHAT": "trees"}
    names = [destination(model, name) for name in ("segment", "dissolve", "again")]
    values.update(dict.fromkeys(names, temporary))
    results = toolbox.run(model, values, feedback=feedback, context=context)
    found, dissolved, again = (results[name] for name in names)
    assert found.featureCount() > 10
    assert dissolved.featureCount() == 1
    assert rows_of(again) == rows_of(found)


def test_a_model_runs_in_a_thread_on_a_layer_of_the_project(model, listener, scene, wait_until):
    """Older QGIS prepares the steps of a model in its thread."""
    project, context, ends = QgsProject.instance(), QgsProcessingContext(), []
    layer = QgsRasterLayer(scene, "orthophoto")
    project.addMapLayer(layer)
    context.setProject(project)
    feedback = listener()
    values = {"RASTER": layer.id(), "WHAT": "trees"}
    for name in ("segment", "dissolve", "again"):
        values[destination(model, name)] = QgsProcessing.TEMPORARY_OUTPUT
    task = QgsProcessingAlgRunnerTask(model, values, context, feedback)
    task.executed.connect(lambda ok, results: ends.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    wait_until(lambda: ends)
    project.removeMapLayer(layer)
    ((ok, results),) = ends
    assert ok
    assert feedback.errors == []
    assert context.takeResultLayer(results[destination(model, "dissolve")]).featureCount() == 1


def test_numbers_of_an_evaluation_chain(provider, toolbox, scene):
    model = QgsProcessingModelAlgorithm("evaluated", "tests")
    definition = QgsProcessingParameterRasterLayer("RASTER", "Raster")
    model.addModelParameter(definition, QgsProcessingModelParameter("RASTER"))
    raster = Source.fromModelParameter("RASTER")
    step(*(model, "phrasegon:segment", "found", []), INPUT=raster, PHRASE=Source.fromStaticValue("trees"))
    found = Source.fromChildOutput("found", "OUTPUT")
    step(*(model, "phrasegon:evaluate", "scores", []), INPUT=found, REFERENCE=found, RASTER=raster)
    step(
        *(model, "native:buffer", "buffer", ["OUTPUT"]),
        INPUT=found,
        DISTANCE=Source.fromChildOutput("scores", "IOU"),
    )
    results = toolbox.run(model, {"RASTER": scene, destination(model, "buffer"): QgsProcessing.TEMPORARY_OUTPUT})
    assert results[destination(model, "buffer")].featureCount() > 10
    assert results["CHILD_RESULTS"]["scores"]["IOU"] == 1


def test_a_model_with_them_can_be_saved_and_read_back(model, tmp_path):
    path = str(tmp_path / "model.model3")
    assert model.toFile(path)
    again = QgsProcessingModelAlgorithm()
    assert again.fromFile(path)
    steps = again.childAlgorithms()
    assert {name: each.algorithmId() for name, each in steps.items()} == {
        "segment": "phrasegon:segment",
        "dissolve": "native:dissolve",
        "again": "phrasegon:polygons",
    }
    assert all(each.algorithm() is not None for each in steps.values())
