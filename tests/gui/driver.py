"""What the scripts that run inside QGIS share: waiting, clicking, typing, looking, and writing down what was seen."""

from __future__ import annotations

import json
import os
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QToolButton, QWidget

REPORT = Path(os.environ["PHRASEGON_REPORT"])
PICTURES = REPORT.parent
LEFT = Qt.MouseButton.LeftButton


class Stopped(Exception):  # noqa: N818 (the scenario's own end)
    """Something that was waited for did not come."""


def play(scenario: Callable[[dict[str, Any]], None], seconds: int) -> None:
    """Run a scenario once QGIS is idle, write down what it saw, and leave QGIS by its own way out."""
    QTimer.singleShot(seconds * 1000, QApplication.instance().quit)  # should it hang, QGIS ends all the same
    QTimer.singleShot(500, lambda: _play(scenario))


def _play(scenario: Callable[[dict[str, Any]], None]) -> None:
    seen: dict[str, Any] = {}
    try:
        scenario(seen)
    except BaseException:  # noqa: BLE001 (QGIS would show it in a window that nobody closes)
        seen["error"] = traceback.format_exc()
        picture("error")
    finally:
        REPORT.write_text(json.dumps(seen, default=str), encoding="utf-8")
        QgsProject.instance().clear()  # QGIS would ask what is to become of temporary layers
        leave()


def leave() -> None:
    """Close QGIS as its user does; a question that nobody answers does not keep it open."""
    QTimer.singleShot(5000, QApplication.instance().quit)
    utils.iface.actionExit().trigger()


def pause(milliseconds: int) -> None:
    """Let QGIS work and draw."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], Any], seconds: float, what: str) -> float:
    """Seconds until the condition held."""
    start = time.monotonic()
    while not condition():
        if time.monotonic() - start > seconds:
            raise Stopped(f"waited {seconds} s in vain for {what}")
        pause(20)
    return time.monotonic() - start


def control(name: str) -> Any:
    """The visible widget of that object name, in whatever window."""
    found = [widget for widget in QApplication.allWidgets() if widget.objectName() == name]
    shown = [widget for widget in found if widget.isVisible()]
    if not shown:
        raise Stopped(f"no visible widget {name}; hidden ones: {len(found)}")
    return shown[0]


def there(name: str) -> bool:
    """Whether a widget of that name is to be seen."""
    return any(widget.objectName() == name and widget.isVisible() for widget in QApplication.allWidgets())


def click(widget: QWidget) -> None:
    """With the left mouse button, in the middle of the widget."""
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, widget.rect().center())


def type_into(widget: QWidget, text: str) -> None:
    """Replace what stands in a field, key by key."""
    QTest.mouseClick(widget, LEFT)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)


def picture(name: str) -> None:
    """Keep what the screen shows."""
    pause(300)
    QGuiApplication.primaryScreen().grabWindow(0).save(str(PICTURES / f"{name}.png"))


def fill_screen() -> None:
    """No window manager runs there that could."""
    utils.iface.mainWindow().setGeometry(QGuiApplication.primaryScreen().geometry())
    pause(300)


def add_raster(path: str) -> QgsRasterLayer:
    """Open a raster as a user's drag and drop would, and show all of it."""
    layer = utils.iface.addRasterLayer(path, Path(path).stem)
    utils.iface.mapCanvas().setExtent(layer.extent())
    utils.iface.mapCanvas().refresh()
    pause(500)
    return layer


def open_dock() -> None:
    """With Phrasegon's button in the tool bar, unless it is open already."""
    if not there("phrasegonPhrase"):
        buttons = [
            button
            for button in utils.iface.mainWindow().findChildren(QToolButton)
            if button.isVisible() and button.defaultAction() is not None
        ]
        (ours,) = [button for button in buttons if button.defaultAction().objectName() == "phrasegonToggle"]
        click(ours)
    wait_until(lambda: there("phrasegonPhrase"), 10, "the dock")
