"""Texts in the language of QGIS."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "Phrasegon"
"""All texts stand under this one heading in the files of i18n/."""


def tr(text: str) -> str:
    """Return the text in the language of QGIS.

    Args:
        text: English, a literal where the function is called; what changes stands as ``{}`` and is filled in with
            ``format`` afterwards, so that the text can be found in the translations.
    """
    return str(QCoreApplication.translate(CONTEXT, text))
