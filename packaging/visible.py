"""Finds texts that reach the user untranslated: literals given to what is known to show them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

EVERY = range(99)
SHOWN = {
    **dict.fromkeys(
        ["QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QgsCollapsibleGroupBox", "QMenu"], range(1)
    ),
    **dict.fromkeys(["QDockWidget", "QgsDockWidget", "QListWidgetItem", "QTreeWidgetItem", "QStandardItem"], range(1)),
    **dict.fromkeys(["QAction", "QProgressDialog", "QMessageBox"], EVERY),
    **dict.fromkeys(["setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis"], range(1)),
    **dict.fromkeys(["setPlaceholderText", "setInformativeText", "setDetailedText", "setLabelText"], range(1)),
    **dict.fromkeys(["setPrefix", "setSuffix", "setSpecialValueText", "setFormat", "setDialogTitle"], range(1)),
    **dict.fromkeys(["setAccessibleName", "setAccessibleDescription", "setHeaderLabels", "setDescription"], range(1)),
    **dict.fromkeys(["addMenu", "addItem", "addItems", "addRow", "addButton", "setButtonText"], range(1)),
    **dict.fromkeys(["addAction", "addTab", "setTabText", "setItemText", "insertItem", "setHtml"], EVERY),
    **dict.fromkeys(["getOpenFileName", "getSaveFileName", "getExistingDirectory", "getText"], EVERY),
    **dict.fromkeys(["pushMessage", "pushInfo", "pushWarning", "pushSuccess", "pushCritical"], EVERY),
    **dict.fromkeys(["information", "question", "critical", "about", "createMessage", "showMessage"], EVERY),
    **dict.fromkeys(["error", "warning", "info", "success"], range(1)),
    **dict.fromkeys(["reportError", "setProgressText", "QgsProcessingException", "UserError"], range(1)),
}
"""The arguments, by their place, that each of these shows to the user."""
SHOWN_BY_KEYWORD = {"text", "title", "description", "placeholder", "tooltip", "sentence"}
RETURNED_BY = {"displayName", "group", "shortDescription", "shortHelpString", "longName"}
"""Methods of Processing whose returned text is shown."""
PROCESSING = re.compile(r"QgsProcessing(Parameter|Output)[A-Z]")
PROPER_NAMES = ("Phrasegon", "QGIS")
WORD = re.compile(r"[^\W\d_]{2,}")


def untranslated(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of every text that is shown as it stands in a file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            for argument in _shown_arguments(node):
                yield from _texts(argument)
        elif isinstance(node, ast.FunctionDef) and node.name in RETURNED_BY:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from _texts(inner.value)


def _shown_arguments(call: ast.Call) -> Iterator[ast.expr]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    places = range(1, 2) if PROCESSING.match(name) else SHOWN.get(name)
    if places is None:
        return
    yield from (argument for place, argument in enumerate(call.args) if place in places)
    yield from (keyword.value for keyword in call.keywords if keyword.arg in SHOWN_BY_KEYWORD)


def _texts(node: ast.expr) -> Iterator[tuple[int, str]]:
    """Literals of an expression, wherever they become part of its value."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if WORD.search(_to_translate(node.value)):
            yield node.lineno, node.value
    elif isinstance(node, (ast.JoinedStr, ast.List, ast.Tuple)):
        for value in node.values if isinstance(node, ast.JoinedStr) else node.elts:
            yield from _texts(value)
    elif isinstance(node, ast.BinOp):
        yield from _texts(node.left)
        yield from _texts(node.right)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"format", "join"}:
        yield from _texts(node.func.value)


def _to_translate(text: str) -> str:
    return re.sub(rf"<[^>]*>|%[a-z]|\{{[^}}]*\}}|\b({'|'.join(PROPER_NAMES)})\b", "", text)
