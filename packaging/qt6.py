"""What in a file would break with Qt 6 and QGIS 4, as far as its syntax tree shows it.

Whether the names that it uses are there at all is looked up in the libraries themselves, see names.py.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

FOREIGN = ("PyQt5", "PyQt6", "PySide2", "PySide6", "sip", "qgis.PyQt.Qt", "qgis.PyQt.uic")
"""Imported through qgis.PyQt, from the module that has it, or not at all (windows are built in code)."""
REMOVED_MODULES = ("QtWebKit", "QtWebKitWidgets", "QtScript", "QtScriptTools", "QtOpenGL", "QtXmlPatterns")
REMOVED_CLASSES = {
    "QRegExp": "QRegularExpression",
    "QRegExpValidator": "QRegularExpressionValidator",
    "QDesktopWidget": "QScreen",
    "QTextCodec": "Python's own codecs",
    "QMatrix": "QTransform",
    "QDirModel": "QFileSystemModel",
    "QGLWidget": "QOpenGLWidget",
    "qApp": "QApplication.instance()",
    "QStringRef": "str",
    "resources_rc": "files by their path",
}
REMOVED_ATTRIBUTES = {
    "exec_": "exec",
    "print_": "print",
    "setResizeMode": "setSectionResizeMode",
    "setTabStopWidth": "setTabStopDistance",
    "setMargin": "setContentsMargins",
    "setCodec": "setEncoding",
    "byteCount": "sizeInBytes",
    "globalPos": "globalPosition",
    "localPos": "position",
    "screenPos": "globalPosition",
    "toTime_t": "toSecsSinceEpoch",
    "setTime_t": "setSecsSinceEpoch",
    "setFilterRegExp": "setFilterRegularExpression",
    "filterRegExp": "filterRegularExpression",
    "MidButton": "MiddleButton",
    "HighQualityAntialiasing": "Antialiasing",
    "TextColorRole": "ForegroundRole",
    "BackgroundColorRole": "BackgroundRole",
    "AA_UseHighDpiPixmaps": "nothing; it is always on",
    "AA_EnableHighDpiScaling": "nothing; it is always on",
    "writeAsVectorFormat": "writeAsVectorFormatV3",
    "writeAsVectorFormatV2": "writeAsVectorFormatV3",
    "geoProj4": "QgsCoordinateReferenceSystem",
    "geoWkt": "QgsCoordinateReferenceSystem",
    "createFromOgcWmsCrs": "QgsCoordinateReferenceSystem(text)",
    "createFromSrid": "QgsCoordinateReferenceSystem.fromEpsgId",
    "legendInterface": "QgsProject.layerTreeRoot",
}
"""Methods, signals and values that are gone, or announced to go, with what takes their place."""
TEXT_SIGNALS = {"activated", "currentIndexChanged", "highlighted", "buttonClicked", "valueChanged"}
"""Signals whose second form, chosen by ``[str]`` or ``[int]``, is gone."""
IN_WIDGETS = {"QAction", "QActionGroup", "QShortcut"}
OLD_PROCESSING = "processing.gui.wrappers"


def offences(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and complaint of all that Qt 6 or QGIS 4 would not take in a file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            complaints = [text for alias in node.names for text in _module(alias.name)]
        elif isinstance(node, ast.ImportFrom):
            complaints = [] if node.level else list(_import(node))
        elif isinstance(node, ast.FunctionDef):
            complaints = ["exec_ is called exec"] if node.name == "exec_" else []
        elif isinstance(node, ast.Attribute):
            complaints = list(_attribute(node))
        elif isinstance(node, ast.Subscript):
            complaints = list(_subscript(node))
        elif isinstance(node, ast.Call):
            complaints = list(_call(node))
        else:
            continue
        yield from ((node.lineno, text) for text in complaints)


def _module(name: str) -> Iterator[str]:
    if any(name == foreign or name.startswith(foreign + ".") for foreign in FOREIGN):
        yield f"{name} is imported through the modules of qgis.PyQt"
    if name.rpartition(".")[2] in REMOVED_MODULES or name == OLD_PROCESSING:
        yield f"{name} is gone"


def _import(node: ast.ImportFrom) -> Iterator[str]:
    module = node.module or ""
    yield from _module(module)
    for alias in node.names:
        if alias.name in REMOVED_CLASSES:
            yield f"{alias.name} is gone: use {REMOVED_CLASSES[alias.name]}"
        elif alias.name in IN_WIDGETS and module == "qgis.PyQt.QtGui":
            yield f"{alias.name} comes from qgis.PyQt.QtWidgets, where QGIS shows it with Qt 5 and Qt 6"
        elif module == "qgis.PyQt" and alias.name != "sip":
            yield from _module(f"{module}.{alias.name}")


def _attribute(node: ast.Attribute) -> Iterator[str]:
    owner = node.value.id if isinstance(node.value, ast.Name) else ""
    if owner in REMOVED_CLASSES:
        yield f"{owner} is gone: use {REMOVED_CLASSES[owner]}"
    if node.attr in REMOVED_ATTRIBUTES:
        yield f"{node.attr} is gone: use {REMOVED_ATTRIBUTES[node.attr]}"
    if owner == "QVariant" and node.attr == "Type":
        yield "QVariant.Type is gone: use QVariant.Int and the like, which qgis.PyQt keeps"
    if node.attr == "width" and isinstance(node.value, ast.Call) and _called(node.value) in _METRICS:
        yield "width() of font metrics is gone: use horizontalAdvance()"


def _subscript(node: ast.Subscript) -> Iterator[str]:
    if isinstance(node.value, ast.Attribute) and node.value.attr in TEXT_SIGNALS:
        yield f"{node.value.attr}[...] is gone: connect the signal itself"


def _call(node: ast.Call) -> Iterator[str]:
    name = _called(node)
    first = node.args[0] if node.args else None
    if name == "QVariant" and (first is None or _is_type_of_variant(first)):
        yield "QVariant() is no null any more: use NULL of qgis.core"
    if name == "QDateTime" and (len(node.args) == 8 or (isinstance(first, ast.Call) and _called(first) == "QDate")):
        yield "QDateTime takes a QDate and a QTime"
    if name == "addAction" and len(node.args) >= 4:
        yield "addAction takes its arguments in another order: make a QAction and add that"
    if name == "desktop" and not node.args:
        yield "QDesktopWidget is gone: use QScreen"
    if (
        name == "int"
        and isinstance(first, ast.Attribute)
        and _root(first) in {"Qt", "QEvent", "QSizePolicy", "QDialog"}
    ):
        yield "an enumeration's member is no number any more: use its value"
    if name == "QgsCoordinateTransform" and len(node.args) == 2:
        yield "QgsCoordinateTransform takes a context or a project too"


_METRICS = {"fontMetrics", "QFontMetrics", "QFontMetricsF"}


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _is_type_of_variant(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and _root(node) == "QVariant"


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
