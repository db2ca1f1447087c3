"""Phrasegon's provider beside QGIS's own ones, with a real engine behind it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingFeedback, QgsVectorLayer

from phrasegon.plugin.processing.provider import PhrasegonProvider
from phrasegon.plugin.runtime.python import engine_python

ROOT = Path(__file__).resolve().parents[3]


class Listener(QgsProcessingFeedback):
    """Keeps what an algorithm says; ends the run when it says a certain thing."""

    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.texts, self.infos, self.warnings, self.errors, self.details = [], [], [], [], []
        self.cancel_at = cancel_at

    def setProgressText(self, text):
        self.texts.append(text)
        if self.cancel_at is not None and self.cancel_at in text:
            self.cancel()

    def pushInfo(self, info):
        self.infos.append(info)

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def pushDebugInfo(self, info):
        self.details.append(info)

    def reportError(self, error, fatalError=False):
        self.errors.append(error)


@pytest.fixture(scope="module", autouse=True)
def provider(application, engine):
    provider = PhrasegonProvider(engine)
    assert QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider("phrasegon")


@pytest.fixture
def toolbox(provider):
    """QGIS's module ``processing``, which lies on QGIS's own path."""
    import processing

    return processing


@pytest.fixture
def listener():
    return Listener


@pytest.fixture
def scene(tmp_path):
    """A copy, because QGIS writes statistics beside the rasters it opens."""
    return str(shutil.copy(ROOT / "resources" / "sample" / "claremont.tif", tmp_path))


@pytest.fixture
def rows_of():
    """Rows of a layer, or of all layers of a file, as text that is equal only where everything is."""
    return rows


@pytest.fixture
def command_line(tmp_path):
    """Runs ``phrasegon segment`` and gives its polygons."""

    def run(scene, *arguments):
        output = tmp_path / "command_line.gpkg"
        command = [str(engine_python().with_name("phrasegon")), "segment", str(scene), *arguments, "-o", str(output)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=250, check=False)
        assert done.returncode == 0, done.stderr
        return rows(output)

    return run


def rows(source):
    """``phrase``, ``score``, ``presence``, ``area_m2``, ``perimeter_m``, ``model`` and the geometry's bytes of each."""
    if isinstance(source, (str, Path)):
        whole = QgsVectorLayer(str(source), "", "ogr")
        names = [each.split("!!::!!")[1] for each in whole.dataProvider().subLayers()]
        return [row for name in names for row in rows(QgsVectorLayer(f"{source}|layername={name}", name, "ogr"))]
    columns = ("phrase", "score", "presence", "area_m2", "perimeter_m", "model")
    return [(*(each[name] for name in columns), bytes(each.geometry().asWkb())) for each in source.getFeatures()]
