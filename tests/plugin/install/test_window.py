"""The window and the panel at real work: a small environment, made from wheels in QGIS's task manager."""

from __future__ import annotations

import os
from html import unescape
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QLabel, QPlainTextEdit, QProgressBar, QPushButton, QRadioButton

from phrasegon.plugin.install.installer import Installer
from phrasegon.plugin.install.panel import EnvironmentPanel
from phrasegon.plugin.install.window import InstallWindow
from phrasegon.plugin.runtime.environment import current, environments, update_needed
from phrasegon.plugin.runtime.python import chosen_python, engine_python

from ..tiny import NAME, make_tiny
from ..tiny_index import stalling

ROOT = Path(__file__).resolve().parents[3]
AT_LEFT = QPoint(10, 10)


@pytest.fixture
def tiny(application, tmp_path, monkeypatch):
    own = ROOT / ".venv-uv" / "bin"  # where make puts uv if the computer has none
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}{os.pathsep}{own}")
    monkeypatch.delenv("PHRASEGON_ENGINE_PYTHON")
    tiny = make_tiny(tmp_path)
    monkeypatch.setenv("PHRASEGON_HOME", str(tiny.home))
    return tiny


@pytest.fixture
def stopped():
    return []


@pytest.fixture
def installer(tiny, stopped):
    installer = Installer(lambda: stopped.append(True))
    yield installer
    installer.close()
    installer.deleteLater()


@pytest.fixture
def window(installer):
    window = InstallWindow(installer)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def panel(installer, window):
    panel = EnvironmentPanel(installer, window.show)
    panel.show()
    yield panel
    panel.close()
    panel.deleteLater()


def label(window, name):
    return window.findChild(QLabel, name)


def click(window, name):
    button = window.findChild(QPushButton, name) or window.findChild(QRadioButton, name)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=AT_LEFT)


def test_it_says_first_what_it_would_do_and_does_nothing(window, installer, tiny, wait_until):
    window.show()
    assert not window.isModal()
    wait_until(lambda: "GB" in label(window, "phrasegonInstallPlan").text())
    text = unescape(label(window, "phrasegonInstallPlan").text())
    assert str(tiny.environments) in text
    assert "are downloaded" in text
    assert "are free" in text
    assert "Networks will run on" in text
    assert "hash" in text
    assert "{}" not in text
    assert window.start.isEnabled()
    assert not tiny.home.exists()


def test_set_up_and_removed_by_two_clicks(window, panel, installer, tiny, stopped, wait_until):
    assert "not set up" in panel.state.text()
    assert not panel.remove.isEnabled()
    window.show()
    choose_wheels(window, tiny, wait_until)
    window.installer.planned.emit(tiny.plan())
    seen = []
    installer.reported.connect(lambda report: seen.append((report, window.progress.isVisible())))
    click(window, "phrasegonInstallStart")
    assert window.cancel.isVisible()
    assert not window.start.isVisible()
    wait_until(lambda: not installer.busy)
    assert label(window, "phrasegonInstallMessage").text() == ""
    assert all(visible for _, visible in seen)
    assert len(seen) > 2
    (environment,) = environments()
    assert engine_python() == environment.python
    assert str(environment.folder) in panel.state.text()
    assert stopped == [True]
    click(panel, "phrasegonEnvironmentRemove")
    wait_until(lambda: not installer.busy)
    assert "not set up" in panel.state.text()
    assert not tiny.home.exists()
    assert stopped == [True, True]


def test_cancelled_in_the_middle_nothing_is_left(window, installer, tiny, monkeypatch, wait_until):
    with stalling((tiny.wheels / NAME).read_bytes()) as index:
        monkeypatch.setenv("UV_DEFAULT_INDEX", index.url)
        window.show()
        wait_until(window.start.isEnabled)
        installer.planned.emit(tiny.plan(wheels=False))
        click(window, "phrasegonInstallStart")
        wait_until(index.asked_for_the_wheel.is_set)
        click(window, "phrasegonInstallCancel")
        wait_until(lambda: not installer.busy)
    assert "Cancelled" in label(window, "phrasegonInstallMessage").text()
    assert window.start.isVisible()
    assert not tiny.home.exists()


def test_a_failure_is_one_sentence_with_details_on_a_click(window, installer, tiny, wait_until):
    window.show()
    choose_wheels(window, tiny, wait_until)
    installer.planned.emit(tiny.plan())
    (tiny.wheels / NAME).unlink()
    click(window, "phrasegonInstallStart")
    wait_until(lambda: not installer.busy)
    assert "lacks a package" in label(window, "phrasegonInstallMessage").text()
    details = window.findChild(QPlainTextEdit, "phrasegonInstallDetails")
    assert not details.isVisible()
    click(window, "phrasegonInstallShowDetails")
    assert details.isVisible()
    assert "phrasegon-tiny" in details.toPlainText()
    assert window.start.isEnabled(), "to try again"


def test_an_existing_python_is_tried_out_and_taken(window, installer, panel, tiny, wait_until):
    window.show()
    click(window, "phrasegonInstallFromPython")
    assert not window.start.isEnabled()
    window.sources.python_path.setFilePath("/usr/bin/python3")
    click(window, "phrasegonInstallStart")
    wait_until(lambda: not installer.busy)
    assert "lacks the module" in label(window, "phrasegonInstallMessage").text()
    assert chosen_python() is None
    good = ROOT / ".venv" / "bin" / "python"
    window.sources.python_path.setFilePath(str(good))
    click(window, "phrasegonInstallStart")
    wait_until(lambda: not installer.busy)
    assert label(window, "phrasegonInstallMessage").text() == ""
    assert engine_python() == good
    assert str(good) in panel.state.text()
    assert not tiny.home.exists()
    click(panel, "phrasegonEnvironmentRemove")
    wait_until(lambda: not installer.busy)
    assert chosen_python() is None
    assert good.exists()


def test_an_environment_of_another_version_asks_for_an_update(window, installer, panel, tiny, wait_until):
    installer.make(tiny.plan())
    wait_until(lambda: not installer.busy)
    assert current() is not None
    assert update_needed()
    assert "update it" in panel.state.text()
    assert "Update" in panel.make.text()
    window.show()
    assert "Update" in window.start.text()


def test_a_folder_of_wheels_is_asked_for_and_described(window, installer, tiny, wait_until):
    window.show()
    click(window, "phrasegonInstallFromWheels")
    assert label(window, "phrasegonInstallPlan").text() == "Name the folder."
    assert not window.start.isEnabled()
    window.sources.wheels_path.setFilePath(str(tiny.wheels))
    wait_until(lambda: "Nothing is downloaded" in label(window, "phrasegonInstallPlan").text())
    assert str(tiny.wheels) in unescape(label(window, "phrasegonInstallPlan").text())
    assert window.start.isEnabled()


def test_going_away_ends_the_work_and_leaves_nothing(window, installer, tiny, monkeypatch, wait_until):
    with stalling((tiny.wheels / NAME).read_bytes()) as index:
        monkeypatch.setenv("UV_DEFAULT_INDEX", index.url)
        installer.make(tiny.plan(wheels=False))
        wait_until(index.asked_for_the_wheel.is_set)
        installer.close()
    assert not tiny.home.exists()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


def test_opened_from_a_modal_window_it_can_be_used(window, application):
    options = QDialog()
    options.setModal(True)
    options.show()
    window.show()
    assert window.isModal()
    options.close()
    window.close()
    window.show()
    assert not window.isModal()
    options.deleteLater()


def test_every_control_has_a_name_and_the_progress_can_be_read_aloud(window):
    for kind in (QPushButton, QRadioButton, QProgressBar, QPlainTextEdit):
        own = [control for control in window.findChildren(kind) if control.parent() in (window, window.sources)]
        assert own
        assert all(control.objectName().startswith("phrasegonInstall") for control in own)
    assert window.progress.accessibleName()
    assert window.sources.wheels_path.lineEdit().accessibleName()


def choose_wheels(window, tiny, wait_until):
    click(window, "phrasegonInstallFromWheels")
    window.sources.wheels_path.setFilePath(str(tiny.wheels))
    wait_until(window.start.isEnabled)
