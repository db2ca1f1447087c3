"""Every text of the plugin can be translated, is translated, and its compiled form says the same."""

from __future__ import annotations

import re
import shutil
from string import Formatter

import pytest
from PyQt6.QtCore import QCoreApplication, QTranslator

from phrasegon.packaging.texts import PLUGIN, TextError, find_texts, texts_of
from phrasegon.packaging.translations import (
    CONTEXT,
    FOLDER,
    LANGUAGES,
    compile_translations,
    read_translations,
    ts_file,
    write_translations,
)
from phrasegon.packaging.visible import untranslated

FILES = sorted(PLUGIN.rglob("*.py"))


def texts(source):
    return list(texts_of(source, "x.py"))


def placeholders(text):
    return sorted(
        f"{field}!{conversion}:{form}" for _, field, form, conversion in Formatter().parse(text) if field is not None
    )


def shortcuts(text):
    """Letters after an ampersand, which Alt and the letter reach."""
    return len(re.findall(r"&\w(?!\w*;)", text))


def test_a_literal_is_found_in_the_order_of_the_file():
    assert texts('tr("one")\ntr("two " "lines").format(tr("three"))') == ["one", "two lines", "three"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('tr(f"{n} tiles")', "f-string"),
        ("tr(name)", "literal"),
        ('tr("%d" % n)', "literal"),
        ('tr("a" if x else "b")', "literal"),
        ('tr("{}".format(n))', "literal"),
        ("tr(3)", "literal"),
        ('tr("")', "nothing"),
        ("tr()", "one text"),
        ('tr("one", "two")', "one text"),
        ('tr(text="one")', "one text"),
        ('self.tr("one")', "alone"),
        ('QCoreApplication.translate("Phrasegon", "one")', "alone"),
        ("list(map(tr, names))", "handed around"),
        ("from ..translation import tr as _", "keeps its name"),
        ("from elsewhere import tr", "keeps its name"),
        ("def tr(text): return text", "keeps its name"),
    ],
)
def test_what_the_translations_cannot_hold_is_refused(source, reason):
    with pytest.raises(TextError, match=rf"x\.py:1: .*{reason}"):
        texts(source)


def test_writing_keeps_what_is_translated_and_drops_what_is_gone(tmp_path):
    path = ts_file("de", tmp_path)
    write_translations(path, "de", {"Run": ["plugin/a.py"], "Gone": ["plugin/a.py"]}, {"Run": "Starten", "Gone": "Weg"})
    write_translations(path, "de", {"Run": ["plugin/a.py"], "<b> & {}": ["plugin/b.py"]}, read_translations(path))
    assert read_translations(path) == {"Run": "Starten"}
    content = path.read_text(encoding="utf-8")
    assert "Weg" not in content
    assert '<source>&lt;b&gt; &amp; {}</source>\n        <translation type="unfinished">' in content


@pytest.fixture(scope="module")
def application():
    return QCoreApplication.instance() or QCoreApplication([])


@pytest.fixture
def speaking(application):
    """A function that makes Qt speak as a .qm file says and gives Qt's function that translates."""
    translator = QTranslator()

    def speak(path):
        assert translator.load(str(path))
        assert application.installTranslator(translator)
        return lambda text: QCoreApplication.translate(CONTEXT, text)

    yield speak
    application.removeTranslator(translator)


@pytest.mark.skipif(shutil.which("lrelease") is None, reason="lrelease is not installed")
def test_compiled_translations_speak(tmp_path, speaking):
    path = ts_file("fr", tmp_path)
    write_translations(path, "fr", {"“Tiles”: {}": [], "New": []}, {"“Tiles”: {}": "« Tuiles »\u202f: {}"})
    compile_translations(path)
    translate = speaking(path.with_suffix(".qm"))
    assert translate("“Tiles”: {}") == "« Tuiles »\u202f: {}"
    assert translate("New") == "New"


def test_the_plugin_s_texts_can_all_be_extracted():
    assert find_texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_complete_and_fills_in_the_same_values(language):
    translations = read_translations(ts_file(language))
    english = find_texts()
    assert translations.keys() == english.keys(), "make translations, and translate what it names"
    wrong = [text for text in english if placeholders(text) != placeholders(translations[text])]
    wrong += [text for text in english if shortcuts(text) != shortcuts(translations[text])]
    wrong += [text for text in english if text[:1].isspace() != translations[text][:1].isspace()]
    assert not wrong
    assert "unfinished" not in ts_file(language).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_says_what_the_text_file_says(language, speaking):
    translate = speaking(FOLDER / f"phrasegon_{language}.qm")
    stale = [text for text, said in read_translations(ts_file(language)).items() if translate(text) != said]
    assert not stale, "make translations"


def test_english_is_what_the_code_says():
    assert all(text == said for text, said in read_translations(ts_file("en")).items())


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Run now")',
        'QLabel("Phrase")',
        'QAction(icon, "Options", window)',
        'menu.addAction("Help", self.help)',
        'box.addItem("Whole layer", "whole")',
        'label.setText(f"{n} tiles")',
        'label.setText("{} tiles".format(n))',
        'label.setText("Tiles: " + str(n))',
        'label.setText("found" if n else "nothing found")',
        'layout.addRow("Model", box)',
        'iface.messageBar().pushMessage("Phrasegon", "No layer")',
        'raise UserError("No layer")',
        'QgsProcessingParameterNumber("THRESHOLD", "Threshold")',
        'QgsProcessingParameterNumber(self.T, description="Threshold")',
        'def displayName(self):\n    return "Segment by phrase"',
        'spin.setSuffix(" px")',
    ],
)
def test_a_text_that_nobody_translates_is_seen(source):
    assert list(untranslated(source))


@pytest.mark.parametrize(
    "source",
    [
        'label.setText(tr("Run now"))',
        'label.setText(tr("{} tiles").format(n))',
        'label.setText("")',
        'box.addItem(tr("Whole layer"), "whole")',
        'label.setObjectName("phrasegonRun")',
        'label.setText(f"<b>{title}</b>")',
        'bar.setFormat("%p %")',
        'QgsProcessingParameterNumber("THRESHOLD", tr("Threshold"))',
        'def name(self):\n    return "segment"',
        'self.setWindowTitle("Phrasegon")',
    ],
)
def test_what_is_translated_or_no_text_passes(source):
    assert not list(untranslated(source))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PLUGIN)))
def test_no_text_of_the_plugin_is_shown_untranslated(path):
    assert not list(untranslated(path.read_text(encoding="utf-8")))
