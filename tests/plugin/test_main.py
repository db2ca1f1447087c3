from __future__ import annotations

import os
import sys

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton

from phrasegon import classFactory
from phrasegon.plugin.errors import Remedy, UserError
from phrasegon.plugin.install.window import InstallWindow
from phrasegon.plugin.main import PhrasegonPlugin
from phrasegon.plugin.menu import MENU, SHORTCUT
from phrasegon.plugin.options import PAGE
from phrasegon.plugin.runtime.python import VARIABLE
from phrasegon.protocol import Hello
from phrasegon.protocol.version import version

from .runtime.processes import children, state


@pytest.fixture
def plugin(interface):
    plugin = classFactory(interface)
    plugin.initGui()
    yield plugin
    plugin.unload()


def delete_what_was_left_to_qt():
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


def texts(actions):
    return [action.text() for action in actions]


def own_providers():
    return [each for each in QgsApplication.processingRegistry().providers() if each.id() == "phrasegon"]


def test_qgis_gets_the_plugin_without_the_engine(interface):
    plugin = classFactory(interface)
    assert isinstance(plugin, PhrasegonPlugin)
    assert not plugin.engine.running
    assert not {"torch", "rasterio", "geopandas", "phrasegon.model"} & set(sys.modules)
    plugin.unload()


def test_the_actions_stand_in_the_menus_and_in_the_tool_bar(plugin, interface):
    (submenu,) = interface.raster_menu.actions()
    assert submenu.text() == MENU
    assert texts(submenu.menu().actions()) == ["Phrasegon", "Options…", "Help", "About Phrasegon"]
    assert texts(interface.help_menu.actions()) == ["Phrasegon"]
    assert interface.plugins_toolbar.actions() == [plugin.desktop.menu.dock]
    assert interface.registered_actions == [plugin.desktop.menu.dock]
    assert plugin.desktop.menu.dock.shortcut() == QKeySequence(SHORTCUT)
    assert not plugin.desktop.menu.dock.icon().pixmap(16, 16).toImage().isNull()


def test_the_action_shows_and_hides_the_dock(plugin, interface, wait_until):
    dock, action = plugin.desktop.dock, plugin.desktop.menu.dock
    assert not dock.isVisible()
    action.trigger()
    wait_until(dock.isVisible)
    assert action.isChecked()
    action.trigger()
    wait_until(lambda: not dock.isVisible())
    assert not action.isChecked()


def test_options_open_at_the_own_page(plugin, interface):
    plugin.desktop.menu.options.trigger()
    assert interface.options_shown == [PAGE]


def test_about_tells_version_and_places(plugin, interface):
    for _ in range(2):
        plugin.desktop.menu.about.trigger()
    (dialog,) = interface.window.findChildren(QMessageBox, "phrasegonAboutDialog")
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert version() in dialog.text()
    assert os.environ["PHRASEGON_HOME"] in dialog.informativeText()
    assert "{}" not in dialog.informativeText()


@pytest.mark.parametrize("remedy", [Remedy.INSTALL, Remedy.OPTIONS, Remedy.RESTART])
def test_every_remedy_has_a_button(plugin, interface, remedy):
    plugin.messages.error(UserError("Something is wrong.", "why", remedy))
    names = {button.objectName() for button in interface.bar.currentItem().findChildren(QPushButton)}
    assert names == {f"phrasegon{remedy.name.title()}", "phrasegonDetails", "phrasegonOpenLog"}


def test_without_an_engine_the_window_that_sets_it_up_is_a_click_away(plugin, interface, wait_until):
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv(VARIABLE)
        plugin.messages.error(UserError("There is no engine.", remedy=Remedy.INSTALL))
        interface.bar.currentItem().findChild(QPushButton, "phrasegonInstall").click()
        (window,) = interface.window.findChildren(InstallWindow)
        wait_until(window.isVisible)


def test_the_provider_comes_and_goes(interface):
    plugin = classFactory(interface)
    plugin.initGui()
    assert len(own_providers()) == 1
    plugin.unload()
    assert own_providers() == []


def test_without_a_window_there_is_the_provider_alone(application):
    plugin = classFactory(None)
    plugin.initProcessing()
    assert len(own_providers()) == 1
    assert plugin.desktop is None
    plugin.messages.error(UserError("Something is wrong.", "why", Remedy.INSTALL))
    plugin.unload()
    assert own_providers() == []


def test_unload_leaves_nothing(interface):
    window, before = interface.window, children()
    known = set(window.children())
    for _ in range(2):
        plugin = classFactory(interface)
        plugin.initGui()
        plugin.desktop.menu.about.trigger()
        plugin.desktop.show_installer()
        plugin.engine.ask(Hello("1"))
        pid = plugin.engine.pid
        plugin.unload()
        assert state(pid) is None
    delete_what_was_left_to_qt()
    assert interface.raster_menu.actions() == []
    assert interface.help_menu.actions() == []
    assert interface.plugins_toolbar.actions() == []
    assert interface.registered_actions == []
    assert interface.factories == []
    assert {child.objectName() for child in set(window.children()) - known} == set()
    assert children() <= before
    assert own_providers() == []


def test_unload_before_the_start_is_harmless(interface):
    classFactory(interface).unload()
