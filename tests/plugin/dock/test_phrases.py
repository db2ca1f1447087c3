from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest

from phrasegon.plugin.dock.phrases import PhraseField

WORDS = ("large", "largest", "pools", "swimming", "the", "trees")


@pytest.fixture
def field(application):
    field = PhraseField()
    field.set_words(WORDS, ("largest",))
    field.show()
    field.activateWindow()
    field.line.setFocus()
    yield field
    field.close()
    field.deleteLater()


def test_the_hint_follows_the_typing(field):
    QTest.keyClicks(field.line, "the lar")
    assert field.hint.isHidden()
    QTest.keyClicks(field.line, "gest ")
    assert "largest" in field.hint.text()
    assert not field.hint.isHidden()
    QTest.keyClicks(field.line, "zebras ")
    assert "zebras" in field.hint.text()
    assert field.line.accessibleDescription() == field.hint.text()
    field.line.clear()
    assert field.hint.isHidden()


def test_another_vocabulary_judges_what_is_there(field):
    QTest.keyClicks(field.line, "zebras ")
    field.set_words((), ())
    assert field.hint.isHidden()


def test_the_last_word_is_completed_and_the_rest_stays(field):
    QTest.keyClicks(field.line, "the trees; swi")
    popup = field.completer.popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.phrases == ("the trees", "swimming")


def test_a_word_that_is_complete_is_not_offered(field):
    QTest.keyClicks(field.line, "the tree")
    assert field.completer.popup().isVisible()
    QTest.keyClicks(field.line, "s")
    assert not field.completer.popup().isVisible()


@pytest.mark.parametrize("text", ["tree", "zebras"])
def test_enter_runs_the_phrase_once_whether_words_are_offered_or_not(field, text, wait_until):
    entered = []
    field.entered.connect(lambda: entered.append(field.phrases))
    QTest.keyClicks(field.line, text)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    wait_until(lambda: entered)
    QCoreApplication.processEvents()
    assert entered == [(text,)]
    assert not field.completer.popup().isVisible()


def test_enter_that_takes_a_word_does_not_run(field):
    entered = []
    field.entered.connect(lambda: entered.append(field.phrases))
    QTest.keyClicks(field.line, "swi")
    QTest.keyClick(field.completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(field.completer.popup(), Qt.Key.Key_Return)
    assert field.phrases == ("swimming",)
    QCoreApplication.processEvents()
    assert entered == []


def test_one_letter_offers_nothing(field):
    QTest.keyClicks(field.line, "t")
    assert not field.completer.popup().isVisible()


def test_earlier_phrases_can_be_chosen_and_what_is_typed_stays(field):
    QTest.keyClicks(field.line, "trees")
    field.set_history(["swimming pools", "trees; pools"])
    assert field.phrases == ("trees",)
    field.box.setCurrentIndex(1)
    assert field.phrases == ("trees", "pools")


def test_several_phrases_are_explained(field):
    assert ";" in field.line.placeholderText()
    assert "semicolons" in field.box.toolTip()
