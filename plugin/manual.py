"""Where the manual is."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

ADDRESS = "https://github.com/phrasegon/phrasegon/blob/main/docs/manual.md"
FILE = Path(__file__).resolve().parents[1] / "docs" / "manual.md"


def manual() -> QUrl:
    """The manual that came with this version, which needs no network; else the published one."""
    return QUrl.fromLocalFile(str(FILE)) if FILE.is_file() else QUrl(ADDRESS)


def open_manual() -> None:
    """Show it in the program that the operating system has for it."""
    if not QDesktopServices.openUrl(manual()):
        QDesktopServices.openUrl(QUrl(ADDRESS))
