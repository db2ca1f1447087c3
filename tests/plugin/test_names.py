"""Every name of QGIS and Qt that the plugin uses is there in the QGIS that runs this test, enumerations in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from phrasegon.packaging.names import QT, Name, complaint, names_of

PLUGIN = Path(__file__).parents[2] / "plugin"
FILES = sorted(PLUGIN.rglob("*.py"))
PACKAGES = ("qgis.core", "qgis.gui", "qgis.analysis", "qgis.utils", QT)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PLUGIN)))
def test_qgis_knows_every_name(path, application):
    source = path.read_text(encoding="utf-8")
    names = [name for package in PACKAGES for name in names_of(source, package)]
    assert not list(filter(None, map(complaint, names)))


@pytest.mark.parametrize(
    ("module", "dotted"),
    [
        ("qgis.core", "Qgis.Warning"),
        ("qgis.core", "QgsTask.CanCancel"),
        ("qgis.core", "QgsProcessing.TypeVectorPolygon"),
        ("qgis.core", "QgsMapLayerProxyModel.RasterLayer"),
        ("qgis.core", "QgsMapLayerRegistry"),
        ("qgis.PyQt.QtCore", "Qt.AlignLeft"),
    ],
)
def test_a_name_that_is_gone_or_not_in_full_is_seen(module, dotted):
    assert complaint(Name(1, module, tuple(dotted.split("."))))


@pytest.mark.parametrize(
    ("module", "dotted"),
    [
        ("qgis.core", "Qgis.MessageLevel.Warning"),
        ("qgis.core", "QgsTask.Flag.CanCancel"),
        ("qgis.core", "QgsProcessing.SourceType.TypeVectorPolygon"),
        ("qgis.core", "QgsProject.instance"),
        ("qgis.PyQt.QtCore", "Qt.AlignmentFlag.AlignLeft"),
        ("qgis.PyQt.QtCore", "QVariant.Double"),
    ],
)
def test_a_name_in_full_passes(module, dotted):
    assert complaint(Name(1, module, tuple(dotted.split(".")))) is None
