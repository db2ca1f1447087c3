"""What a user does to the dock: type, click, look."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton, QWidget


class Hand:
    """Finds controls by their object names alone."""

    def __init__(self, dock, interface, wait_until):
        self.dock, self.interface, self.wait_until = dock, interface, wait_until

    def control(self, name):
        found = self.dock.findChild(QWidget, name)
        assert found is not None, name
        return found

    def text(self, name):
        label = self.control(name)
        return label.text() if not label.isHidden() else ""

    def type(self, text):
        line = self.control("phrasegonPhraseText")
        line.setFocus()
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)

    def press(self, key):
        QTest.keyClick(self.control("phrasegonPhraseText"), key)

    def click(self, name):
        QTest.mouseClick(self.control(name), Qt.MouseButton.LeftButton)

    def choose(self, name, data):
        box = self.control(name)
        box.setCurrentIndex(box.findData(data))

    def run(self, text):
        """Type a phrase, click the button, and wait for the end."""
        self.type(text)
        self.click("phrasegonRun")
        self.wait_for_end()

    def wait_for_end(self):
        self.wait_until(lambda: not self.dock.run.busy, 60)

    def wait_until_settled(self):
        live = self.dock.outcome.live_for(self.dock.view.phrases.phrases)
        self.wait_until(lambda: not live.busy)

    def messages(self):
        """What the message bar says, the newest first."""
        return [item.text() for item in self.interface.bar.items()]

    def bar_button(self, name):
        return self.interface.bar.findChild(QPushButton, name)


def results():
    """The polygon layers of the project, by name."""
    return {
        layer.name(): layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)
    }
