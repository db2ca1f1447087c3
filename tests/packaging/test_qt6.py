"""The plugin keeps to what QGIS 3.22 with Qt 5 and QGIS 4 with Qt 6 both have."""

from __future__ import annotations

import pytest

from phrasegon.packaging.archive import ROOT
from phrasegon.packaging.names import QT, Name, complaint, names_of
from phrasegon.packaging.qt6 import offences

PLUGIN = ROOT / "plugin"
FILES = sorted(PLUGIN.rglob("*.py"))


@pytest.fixture(params=FILES, ids=lambda path: str(path.relative_to(PLUGIN)))
def source(request):
    return request.param.read_text(encoding="utf-8")


def test_nothing_that_qt_6_or_qgis_4_would_not_take(source):
    assert not list(offences(source))


def test_qt_6_knows_every_name(source):
    assert not list(filter(None, (complaint(name, "PyQt6") for name in names_of(source, QT))))


def test_there_is_something_to_check():
    names = [name for path in FILES for name in names_of(path.read_text(encoding="utf-8"), QT)]
    assert any(len(name.parts) == 3 for name in names)


@pytest.mark.parametrize(
    "source",
    [
        "import sip",
        "import PyQt5.QtCore",
        "from PyQt5.QtCore import Qt",
        "from PyQt6.QtCore import Qt",
        "from qgis.PyQt.Qt import Qt",
        "from qgis.PyQt import uic",
        "from qgis.PyQt.QtWebKitWidgets import QWebView",
        "from qgis.PyQt.QtCore import QRegExp",
        "from qgis.PyQt.QtWidgets import QDesktopWidget",
        "from qgis.PyQt.QtWidgets import qApp",
        "from qgis.PyQt.QtGui import QAction",
        "from processing.gui.wrappers import WidgetWrapper",
        "dialog.exec_()",
        "class Dialog:\n    def exec_(self): pass",
        "QVariant()",
        "QVariant(QVariant.Int)",
        "QVariant.Type.Int",
        "QDateTime(2026, 1, 1, 12, 0, 0, 0, 1)",
        "QDateTime(QDate(2026, 1, 1))",
        'menu.addAction(icon, "Run", self.run, "Ctrl+R")',
        "QApplication.desktop()",
        "widget.fontMetrics().width(text)",
        "box.activated[str].connect(self.chosen)",
        "event.globalPos()",
        "layout.setMargin(0)",
        "int(Qt.CheckState.Checked)",
        "QgsVectorFileWriter.writeAsVectorFormat(layer, path)",
        "QgsCoordinateTransform(source, target)",
    ],
)
def test_an_offence_is_seen(source):
    assert list(offences(source))


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.PyQt import sip",
        "from qgis.PyQt.QtWidgets import QAction",
        "from ..layers import sip",
        "dialog.exec()",
        "QgsField(name, QVariant.Double)",
        "QVariant(3)",
        "menu.addAction(action)",
        "box.activated.connect(self.chosen)",
        "names['activated']",
        "int(text)",
        "QgsCoordinateTransform(source, target, project)",
    ],
)
def test_what_both_take_passes(source):
    assert not list(offences(source))


def test_the_longest_names_of_a_file_are_found():
    source = "from qgis.PyQt.QtCore import Qt as Q\nflag = Q.AlignmentFlag.AlignLeft\nother.Q.x\n"
    assert list(names_of(source, QT)) == [
        Name(1, "qgis.PyQt.QtCore", ("Qt",)),
        Name(2, "qgis.PyQt.QtCore", ("Qt", "AlignmentFlag", "AlignLeft")),
    ]


@pytest.mark.parametrize(
    ("module", "dotted"),
    [
        ("QtCore", "Qt.AlignLeft"),
        ("QtCore", "Qt.AlignmentFlag.AlignLift"),
        ("QtCore", "QRegExp"),
        ("QtCore", "QLocale.Country.Peru.name.x"),
        ("QtWidgets", "QDesktopWidget"),
        ("QtWidgets", "QMessageBox.Ok"),
        ("QtWidgets", "QDialogButtonBox.Close"),
        ("QtGui", "QPalette.Background"),
        ("QtGui", "QKeySequence.HelpContents"),
        ("QtWebKit", "QWebPage"),
    ],
)
def test_a_name_that_qt_6_does_not_know_is_seen(module, dotted):
    assert complaint(Name(1, f"{QT}.{module}", tuple(dotted.split("."))), "PyQt6")


@pytest.mark.parametrize(
    ("module", "dotted"),
    [
        ("QtCore", "Qt.AlignmentFlag.AlignLeft"),
        ("QtCore", "Qt.CheckState.Checked.value"),
        ("QtCore", "QVariant.Double"),
        ("QtCore", "QCoreApplication.translate"),
        ("QtWidgets", "QAction"),
        ("QtWidgets", "QMessageBox.StandardButton.Ok"),
        ("QtGui", "QKeySequence.StandardKey.HelpContents"),
    ],
)
def test_a_name_that_both_know_passes(module, dotted):
    assert complaint(Name(1, f"{QT}.{module}", tuple(dotted.split("."))), "PyQt6") is None
