"""Numbers as they are written where QGIS's language is spoken."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale


def counted(count: int) -> str:
    """A whole number, such as 6,909."""
    return str(QLocale().toString(count))


def measured(number: float, digits: int = 3) -> str:
    """A number of so many significant digits, such as 0.132."""
    return str(QLocale().toString(float(number), "g", digits))


def size(count: int) -> str:
    """A number of bytes, such as 3.2 GB."""
    return str(QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat))
