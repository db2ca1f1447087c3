"""A QGIS of its own with the dock in a run that takes long, to be killed: SCENE OUTPUT REPORT.

Writes the number of the engine's process into REPORT once tiles are finished.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))

from interface import Interface

from phrasegon.plugin.dock.dock import PhrasegonDock
from phrasegon.plugin.log import log
from phrasegon.plugin.messages import Messages
from phrasegon.plugin.runtime.engine import Engine
from phrasegon.plugin.runtime.python import engine_python
from phrasegon.plugin.settings import Settings


def main(scene, output, report):
    application = QgsApplication([], True)
    application.initQgis()
    interface, engine = Interface(), Engine(engine_python, log)
    layer = QgsRasterLayer(scene, "claremont")
    QgsProject.instance().addMapLayer(layer)
    interface.setActiveLayer(layer)
    dock = PhrasegonDock(interface, engine, Settings(), Messages(interface))
    interface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    interface.window.show()

    def tell(progress):
        if progress.tiles_done > 1 and not report.exists():
            report.write_text(str(engine.pid), encoding="ascii")

    dock.run.progressed.connect(tell)
    dock.findChild(QWidget, "phrasegonOutput").setText(output)
    dock.findChild(QWidget, "phrasegonDetail").setValue(0.1)
    dock.view.phrases.line.setText("trees")
    dock.view.advanced.threshold.value = 0.45
    dock.start()
    while True:
        QCoreApplication.processEvents()
        time.sleep(0.01)


main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
