"""The dock in a window, a raster in the project, and the real engine behind it."""

from __future__ import annotations

import shutil
import sys
import traceback
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt

from phrasegon.plugin.dock.dock import PhrasegonDock
from phrasegon.plugin.messages import Messages
from phrasegon.plugin.settings import Settings

from .hand import Hand

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample" / "claremont.tif"


@pytest.fixture(autouse=True)
def no_error_in_a_slot(monkeypatch):
    """An exception that nobody catches in a slot fails the test; without a hook of its own PyQt ends the process."""
    met = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: met.append("".join(traceback.format_exception(*error))))
    yield
    assert not met, met[0]


@pytest.fixture
def scene(tmp_path):
    """A copy, as QGIS writes statistics beside rasters."""
    path = tmp_path / "claremont.tif"
    shutil.copy(SAMPLE, path)
    return path


@pytest.fixture
def raster(interface, scene):
    layer = QgsRasterLayer(str(scene), "claremont")
    QgsProject.instance().addMapLayer(layer)
    interface.setActiveLayer(layer)
    interface.canvas.setDestinationCrs(layer.crs())
    interface.canvas.setLayers([layer])
    interface.canvas.setExtent(layer.extent())
    return layer


@pytest.fixture
def make_dock(interface):
    """Docks that go with the test."""
    docks = []

    def make(engine):
        dock = PhrasegonDock(interface, engine, Settings(), Messages(interface))
        interface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        docks.append(dock)
        return dock

    def end(dock):
        docks.remove(dock)
        dock.shut_down()
        interface.removeDockWidget(dock)
        dock.deleteLater()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))

    make.end = end
    yield make
    QgsProject.instance().clear()  # as QGIS does before it lets plugins go
    for dock in list(docks):
        end(dock)


@pytest.fixture
def dock(make_dock, engine, raster):
    """With the embedded nano behind it."""
    return make_dock(engine)


@pytest.fixture
def hand(dock, interface, wait_until):
    """The user of the dock."""
    hand = Hand(dock, interface, wait_until)
    wait_until(lambda: dock.view.model.model is not None)
    return hand
