from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMessageBox

from phrasegon import classFactory
from phrasegon.plugin.options import PAGE
from phrasegon.plugin.runtime.home import VARIABLE as HOME
from phrasegon.plugin.runtime.python import VARIABLE, choose_python
from phrasegon.plugin.settings import Settings

from .hub import COMMIT, FILES, REPOSITORY, Hub

MODEL = "rs2sam2-rrsisd"


@pytest.fixture
def variables():
    """Sets environment variables, and sets them back."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture
def hub(variables):
    hub = Hub()
    variables.setenv("HF_ENDPOINT", hub.address)
    variables.setenv("NO_PROXY", "127.0.0.1")
    thread = threading.Thread(target=hub.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield hub
    hub.go_on.set()
    hub.shutdown()
    hub.server_close()
    thread.join()


@pytest.fixture
def plugin(interface, wait_until):
    plugin = classFactory(interface)
    plugin.initGui()
    yield plugin
    plugin.unload()
    wait_until(lambda: not QgsApplication.taskManager().activeTasks())


@pytest.fixture
def page(plugin, interface):
    (factory,) = interface.factories
    page = factory.createWidget(interface.window)
    page.show()
    yield page
    page.close()
    page.setParent(None)
    page.deleteLater()


@pytest.fixture
def models(page, wait_until):
    """The panel of models, which lists them."""
    wait_until(page.models.list.topLevelItemCount)
    wait_until(lambda: not page.models.cancel.isVisible())
    return page.models


def choose(models, title):
    for number in range(models.list.topLevelItemCount()):
        item = models.list.topLevelItem(number)
        item.setSelected(title in item.text(0))


def question(interface):
    found = [box for box in interface.window.findChildren(QMessageBox, "phrasegonModelQuestion") if box.isVisible()]
    return found[0] if found else None


def test_the_page_is_found_by_its_name(page):
    assert page.objectName() == PAGE


def test_settings_are_shown_and_written_on_ok_alone(plugin, interface, variables, tmp_path):
    variables.delenv(HOME)
    variables.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    settings = Settings()
    settings.device, settings.largest_render_megapixels, settings.prepared_gigabytes = "cpu", 25, 0
    page = interface.factories[0].createWidget(interface.window)
    assert page.general.device.currentData() == "cpu"
    assert (page.general.limit.value(), page.general.prepared.value()) == (25, 0)
    page.general.device.setCurrentIndex(page.general.device.findData("cuda"))
    page.general.limit.setValue(40)
    page.general.prepared.setValue(12)
    page.general.folder.setFilePath(str(tmp_path / "data"))
    assert (settings.device, settings.largest_render_megapixels, settings.data_folder) == ("cpu", 25, "")
    page.apply()
    assert (settings.device, settings.largest_render_megapixels) == ("cuda", 40)
    assert settings.kept_features == 12e9
    assert settings.data_folder == str(tmp_path / "data")
    page.deleteLater()


def test_a_data_folder_that_the_environment_names_cannot_be_chosen(page):
    assert not page.general.folder.isEnabled()
    assert page.general.folder.lineEdit().placeholderText() == os.environ[HOME]


def test_models_are_listed_with_licence_and_state(models):
    rows = [models.list.topLevelItem(number) for number in range(models.list.topLevelItemCount())]
    states = {row.text(0): (row.text(1), row.text(2)) for row in rows}
    assert states["RS2-SAM 2 nano"] == ("GPL-2.0-or-later", "installed")
    assert states["RS2-SAM 2 trained on RRSIS-D"] == ("not stated by its authors", "not installed")
    assert states["SAM 2.1 Hiera large"] == ("Apache-2.0", "not installed")
    choose(models, "Hiera large")
    assert models.about.text().startswith("Snaps polygons to objects; trained on SA-1B")
    assert models.fetch.isEnabled()


def test_what_is_installed_need_not_be_fetched(models):
    choose(models, "nano")
    assert not models.fetch.isEnabled()
    assert not models.take.isEnabled()
    choose(models, "RRSIS-D")
    assert models.fetch.isEnabled()
    assert "0.5 to 30 m" in models.about.text()
    assert "not stated by its authors" in models.about.text()


def test_without_an_engine_the_page_says_so(plugin, interface, variables):
    variables.delenv(VARIABLE)
    page = interface.factories[0].createWidget(interface.window)
    assert page.models.list.topLevelItemCount() == 0
    assert "engine is set up" in page.models.about.text()
    assert not plugin.engine.running
    page.deleteLater()


def test_an_engine_that_was_set_up_meanwhile_is_asked_for_its_models(plugin, interface, variables, wait_until):
    python = os.environ[VARIABLE]
    variables.delenv(VARIABLE)
    page = interface.factories[0].createWidget(interface.window)
    choose_python(Path(python))
    plugin.desktop.installer.changed.emit()
    wait_until(page.models.list.topLevelItemCount)
    page.deleteLater()


def test_nothing_is_fetched_before_the_terms_have_been_accepted(hub, models, interface, wait_until):
    choose(models, "RRSIS-D")
    models.fetch.click()
    wait_until(lambda: question(interface))
    box = question(interface)
    for part in ("3.0 MB", REPOSITORY, COMMIT[:12], "cc-by-4.0", os.environ["PHRASEGON_HOME"]):
        assert part in box.informativeText()
    box.button(QMessageBox.StandardButton.Cancel).click()
    wait_until(lambda: question(interface) is None)
    assert hub.downloads == []
    assert not models.progress.isVisible()


def test_weights_that_are_none_are_said_in_one_sentence_and_not_installed(hub, models, interface, wait_until):
    choose(models, "RRSIS-D")
    models.fetch.click()
    wait_until(lambda: question(interface))
    question(interface).button(QMessageBox.StandardButton.Ok).click()
    wait_until(lambda: models.about.text().startswith("The model's files cannot be used: "))
    assert set(hub.downloads) <= set(FILES)
    assert hub.downloads
    assert not (Path(os.environ["PHRASEGON_HOME"]) / "models" / MODEL).exists()
    assert models.fetch.isEnabled()


def test_a_download_that_stalls_can_be_cancelled(hub, models, interface, wait_until):
    hub.stalled.set()
    choose(models, "RRSIS-D")
    models.fetch.click()
    wait_until(lambda: question(interface))
    question(interface).button(QMessageBox.StandardButton.Ok).click()
    wait_until(lambda: hub.downloads)
    assert models.progress.isVisible()
    assert models.cancel.isVisible()
    models.cancel.click()
    wait_until(lambda: not models.progress.isVisible())
    assert models.fetch.isEnabled()


def test_a_file_at_hand_that_is_no_model_is_said_in_one_sentence(plugin, models, tmp_path, wait_until):
    path = tmp_path / "weights.safetensors"
    path.write_bytes(b"none")
    plugin.desktop.fetcher.take(MODEL, str(path))
    wait_until(lambda: models.about.text().startswith("The model's files cannot be used: "))


def test_with_the_options_closed_a_failure_reaches_the_message_bar(plugin, interface, tmp_path, wait_until):
    plugin.desktop.fetcher.take(MODEL, str(tmp_path / "missing.safetensors"))
    wait_until(interface.bar.items)
    assert "The model's files cannot be used: " in interface.bar.currentItem().text()


def test_the_dock_can_ask_for_a_model(hub, plugin, interface, wait_until):
    plugin.desktop.dock.fetch_wanted.emit(MODEL)
    wait_until(lambda: question(interface))
    assert MODEL in question(interface).text()
    question(interface).button(QMessageBox.StandardButton.Cancel).click()
    wait_until(lambda: question(interface) is None)
