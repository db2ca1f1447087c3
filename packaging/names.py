"""The names of Qt and of QGIS that a file uses, and whether a real library knows them.

A plugin that runs on QGIS 3.22 and on QGIS 4 uses only what both know, with enumerations named in full, as in
``Qt.AlignmentFlag.AlignLeft``.
"""

from __future__ import annotations

import ast
import enum
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

QT = "qgis.PyQt"
MOVED = {("QtWidgets", name): "QtGui" for name in ("QAction", "QActionGroup", "QShortcut")}
"""What Qt 6 has elsewhere; qgis.PyQt shows it where Qt 5 had it."""
SHIMMED = {"QVariant"}
"""qgis.PyQt gives it the types of Qt 5 in Qt 6 too."""


@dataclass(frozen=True)
class Name:
    """A name as it stands in a file.

    Attributes:
        line: its line.
        module: what the first of ``parts`` is imported from.
        parts: ``("Qt", "AlignmentFlag", "AlignLeft")``.
    """

    line: int
    module: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        return f"line {self.line}: {'.'.join(self.parts)} of {self.module}"


def names_of(source: str, package: str) -> Iterator[Name]:
    """Yield every name imported from a package and every attribute of one, the longest chains only.

    Args:
        source: content of a file.
        package: ``qgis.PyQt``, ``qgis.core`` or the like; its submodules count too.
    """
    tree = ast.parse(source)
    imported: dict[str, tuple[str, str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and node.module and _within(node.module, package):
            for alias in node.names:
                imported[alias.asname or alias.name] = (node.module, alias.name)
                yield Name(node.lineno, node.module, (alias.name,))
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            root, parts = _chain(node)
            if root in imported:
                module, name = imported[root]
                yield Name(node.lineno, module, (name, *parts))


def _within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def _chain(node: ast.expr) -> tuple[str, list[str]]:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.insert(0, node.attr)
        node = node.value
    return (node.id if isinstance(node, ast.Name) else "", parts)


def complaint(name: Name, binding: str | None = None) -> str | None:
    """Say what is wrong with a name, None if nothing is.

    Args:
        name: the name.
        binding: package to look names of qgis.PyQt up in, such as ``PyQt6``; None: as qgis.PyQt itself has them.
    """
    if binding and len(name.parts) > 1 and name.parts[0] in SHIMMED:
        return None
    module = name.module
    if binding:
        part = module[len(QT) + 1 :]
        module = ".".join(filter(None, [binding, MOVED.get((part, name.parts[0]), part)]))
    try:
        value: Any = importlib.import_module(module)
    except ImportError:
        return f"{name}: there is no {module}"
    for part in name.parts:
        owner = value
        if not hasattr(owner, part):
            try:
                value = importlib.import_module(f"{module}.{part}")
            except ImportError:
                return f"{name}: {module} has no {'.'.join(name.parts)}"
            continue
        value = getattr(owner, part)
        if _is_member(value) and not _is_enumeration(owner) and not _is_member(owner) and owner.__name__ not in SHIMMED:
            return f"{name}: name the enumeration, {type(value).__qualname__}.{part}"
    return None


def _is_enumeration(value: Any) -> bool:
    return isinstance(value, type) and (issubclass(value, enum.Enum) or type(value).__name__ == "enumtype")


def _is_member(value: Any) -> bool:
    return _is_enumeration(type(value))
