from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QLocale

from phrasegon.plugin.quantities import counted, measured, size


@pytest.fixture
def speak():
    """Make a language that of QGIS."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "count", "length", "memory"),
    [("en_US", "6,909", "0.132", "1.2 GB"), ("de_DE", "6.909", "0,132", "1,2 GB")],
)
def test_numbers_are_written_as_the_language_does(speak, language, count, length, memory):
    speak(language)
    assert counted(6909) == count
    assert measured(0.1319) == length
    assert size(1_200_000_000) == memory


def test_figures_that_mean_nothing_are_left_out():
    assert measured(30.0) == "30"
    assert measured(0.6) == "0.6"
