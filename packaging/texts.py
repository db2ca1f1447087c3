"""The texts that the user sees, read from the plugin's syntax trees.

``tr("literal")`` is the one form: everything else that looks like a translation is refused, because nobody would miss
it before a user does.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLUGIN = ROOT / "plugin"
DEFINED_IN = PLUGIN / "translation.py"


class TextError(Exception):
    """A call that the translations cannot hold; the message names file and line."""


def find_texts(folder: Path = PLUGIN) -> dict[str, list[str]]:
    """Return every text in the order of files and lines, with the files that use it.

    Raises:
        TextError: a call of ``tr`` that is not given one literal.
    """
    texts: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        if path == DEFINED_IN:
            continue
        name = path.relative_to(folder.parent).as_posix()
        for text in texts_of(path.read_text(encoding="utf-8"), name):
            files = texts.setdefault(text, [])
            if name not in files:
                files.append(name)
    return texts


def texts_of(source: str, name: str) -> Iterator[str]:
    """Yield the texts of one file.

    Args:
        source: the file's content.
        name: how to call the file in an error.
    """
    tree = ast.parse(source, filename=name)
    called = set()
    for node in sorted(_nodes_with_a_line(tree), key=lambda node: (node.lineno, node.col_offset)):
        where = f"{name}:{node.lineno}"
        if isinstance(node, ast.Call) and _name(node.func) in {"tr", "translate"}:
            called.add(id(node.func))
            yield _text(node, where)
        elif isinstance(node, ast.Name) and node.id == "tr" and id(node) not in called:
            raise TextError(f"{where}: tr is called with a literal and not handed around")
        elif isinstance(node, (ast.ImportFrom, ast.FunctionDef)) and _renames(node):
            raise TextError(f"{where}: tr comes from translation.py and keeps its name")


def _nodes_with_a_line(tree: ast.AST) -> list[ast.expr | ast.stmt]:
    return [node for node in ast.walk(tree) if isinstance(node, (ast.expr, ast.stmt))]


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _renames(node: ast.ImportFrom | ast.FunctionDef) -> bool:
    if isinstance(node, ast.FunctionDef):
        return node.name == "tr"
    return any(alias.name == "tr" and (alias.asname or node.module != "translation") for alias in node.names)


def _text(call: ast.Call, where: str) -> str:
    if not isinstance(call.func, ast.Name) or call.func.id != "tr":
        raise TextError(f"{where}: texts go through tr() of translation.py alone")
    if len(call.args) != 1 or call.keywords:
        raise TextError(f"{where}: tr() takes one text and nothing else")
    (text,) = call.args
    if isinstance(text, ast.JoinedStr):
        raise TextError(f"{where}: an f-string cannot be translated; write tr('... {{}}').format(value)")
    if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
        raise TextError(f"{where}: tr() takes a literal, which the translations can be made from")
    if not text.value.strip():
        raise TextError(f"{where}: there is nothing to translate")
    return text.value
