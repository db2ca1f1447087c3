"""The translation of Phrasegon's texts into the language of QGIS."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

FOLDER = Path(__file__).resolve().parents[1] / "i18n"


def install_translation(folder: Path = FOLDER) -> QTranslator | None:
    """Load the texts of QGIS's language, so that ``tr`` finds them.

    Args:
        folder: holds ``phrasegon_de.qm`` and its like.

    Returns:
        What ``remove_translation`` takes away again; None where the language has no translation, which English is.
    """
    locale = str(QgsApplication.instance().locale())
    for language in dict.fromkeys((locale, locale[:2])):
        translator = QTranslator()
        if translator.load(str(folder / f"phrasegon_{language}.qm")):
            QCoreApplication.installTranslator(translator)
            return translator
    return None


def remove_translation(translator: QTranslator | None) -> None:
    """Speak English again."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
