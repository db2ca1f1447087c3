from __future__ import annotations

import shutil
import subprocess

import pytest
from qgis.core import QgsSettings

from phrasegon.plugin.language import install_translation, remove_translation
from phrasegon.plugin.translation import tr

TEXTS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de"><context><name>Phrasegon</name>
<message><source>Open log</source><translation>Protokoll öffnen</translation></message>
</context></TS>
"""


@pytest.fixture
def folder(tmp_path):
    program = shutil.which("lrelease")
    if program is None:
        pytest.skip("Qt's lrelease is not installed")
    (tmp_path / "phrasegon_de.ts").write_text(TEXTS, encoding="utf-8")
    subprocess.run([program, str(tmp_path / "phrasegon_de.ts")], check=True, capture_output=True)
    return tmp_path


@pytest.fixture
def speak(application):
    """Sets QGIS's language."""

    def set_language(name):
        QgsSettings().setValue("locale/overrideFlag", True)
        QgsSettings().setValue("locale/userLocale", name)

    yield set_language
    QgsSettings().remove("locale")


@pytest.mark.parametrize("language", ["de", "de_AT"])
def test_texts_are_in_the_language_of_qgis_until_the_plugin_goes(folder, speak, language):
    speak(language)
    translator = install_translation(folder)
    assert tr("Open log") == "Protokoll öffnen"
    assert tr("not translated") == "not translated"
    remove_translation(translator)
    assert tr("Open log") == "Open log"


def test_a_language_without_translation_is_english(folder, speak):
    speak("fi")
    assert install_translation(folder) is None
    remove_translation(None)
    assert tr("Open log") == "Open log"
