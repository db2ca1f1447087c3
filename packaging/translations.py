"""Write i18n/phrasegon_<language>.ts from the plugin's texts and compile them; ``make translations`` runs it.

A translation that is there stays, a new text is added as unfinished, and what the plugin no longer says goes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from .texts import ROOT, TextError, find_texts

CONTEXT = "Phrasegon"
"""The heading of all texts; plugin/translation.py asks for them under it."""
SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "de", "es", "fr", "pt")
FOLDER = ROOT / "i18n"
COMPILERS = ("lrelease", "lrelease-qt5", "/usr/lib/qt5/bin/lrelease", "lrelease6", "/usr/lib/qt6/bin/lrelease")


def ts_file(language: str, folder: Path = FOLDER) -> Path:
    """Return where the texts of a language stand."""
    return folder / f"phrasegon_{language}.ts"


def read_translations(path: Path) -> dict[str, str]:
    """Return the finished translations of a .ts file by their English text; none where there is no file."""
    if not path.exists():
        return {}
    translations = {}
    for message in ElementTree.parse(path).iter("message"):  # noqa: S314 (a file of our own)
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            translations[message.findtext("source", "")] = translation.text
    return translations


def write_translations(path: Path, language: str, texts: dict[str, list[str]], translations: dict[str, str]) -> None:
    """Write a .ts file.

    Args:
        path: the file.
        language: its language, such as ``de``.
        texts: every English text with the files that use it.
        translations: what is translated already, by the English text.
    """
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [f'<TS version="2.1" language="{language}" sourcelanguage="{SOURCE_LANGUAGE}">', "<context>"]
    lines += [f"    <name>{CONTEXT}</name>"]
    for text, files in texts.items():
        translation = text if language == SOURCE_LANGUAGE else translations.get(text)
        lines += ["    <message>", *(f'        <location filename="../{name}"/>' for name in files)]
        lines += [f"        <source>{escape(text)}</source>"]
        unfinished = '        <translation type="unfinished"></translation>'
        lines += [unfinished if translation is None else f"        <translation>{escape(translation)}</translation>"]
        lines += ["    </message>"]
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def compile_translations(path: Path) -> None:
    """Make the .qm file that Qt reads, beside the .ts file."""
    compiler = next(filter(None, map(shutil.which, COMPILERS)), None)
    if compiler is None:
        raise TextError("lrelease, which compiles the translations, is missing: install Qt's linguist tools.")
    subprocess.run([compiler, "-silent", "-nounfinished", str(path)], check=True)  # noqa: S603 (found above)


def main() -> None:
    """Bring all languages up to date and say what is left to translate."""
    texts = find_texts()
    for language in LANGUAGES:
        path = ts_file(language)
        translations = read_translations(path)
        write_translations(path, language, texts, translations)
        compile_translations(path)
        missing = 0 if language == SOURCE_LANGUAGE else len(texts.keys() - translations.keys())
        sys.stdout.write(f"{path.name}: {len(texts)} texts, {missing} to translate\n")


if __name__ == "__main__":
    try:
        main()
    except TextError as error:
        sys.exit(f"The translations were not written: {error}")
