from __future__ import annotations

import sys

import pytest
from qgis.PyQt.QtWidgets import QMessageBox

from phrasegon import classFactory
from phrasegon.plugin.main import PhrasegonPlugin


@pytest.fixture
def plugin(interface):
    plugin = classFactory(interface)
    plugin.initGui()
    yield plugin
    plugin.unload()


def test_qgis_gets_the_plugin_without_the_engine(interface):
    assert isinstance(classFactory(interface), PhrasegonPlugin)
    assert not {"torch", "rasterio", "geopandas", "phrasegon.model"} & set(sys.modules)


def test_the_action_stands_in_both_menus(plugin, interface):
    (submenu,) = interface.raster_menu.actions()
    assert submenu.text() == "Phrasegon"
    assert [action.text() for action in submenu.menu().actions()] == ["About Phrasegon"]
    assert [action.text() for action in interface.help_menu.actions()] == ["About Phrasegon"]


def test_the_icon_can_be_drawn(plugin):
    assert not plugin.action.icon().pixmap(24, 24).toImage().isNull()


def test_the_action_tells_what_runs_today(plugin, interface):
    plugin.action.trigger()
    (dialog,) = interface.window.findChildren(QMessageBox)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert "phrasegon segment" in dialog.informativeText()
    assert "{}" not in dialog.informativeText()
    plugin.action.trigger()
    assert len(interface.window.findChildren(QMessageBox)) == 1


def test_unload_leaves_nothing(interface, application):
    before = set(interface.window.children())
    for _ in range(2):
        plugin = classFactory(interface)
        plugin.initGui()
        plugin.action.trigger()
        plugin.unload()
    application.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: deleteLater() takes effect
    assert interface.raster_menu.actions() == []
    assert interface.help_menu.actions() == []
    assert {child.objectName() for child in set(interface.window.children()) - before} == set()


def test_unload_before_the_start_is_harmless(interface):
    classFactory(interface).unload()
