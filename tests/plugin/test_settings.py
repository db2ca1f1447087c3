from __future__ import annotations

import pytest
from qgis.core import QgsSettings

from phrasegon.plugin.runtime.home import SETTING as DATA_FOLDER
from phrasegon.plugin.runtime.python import SETTING as ENGINE_PYTHON
from phrasegon.plugin.settings import KEPT_PHRASES, Settings


@pytest.fixture
def settings(application):
    return Settings()


def test_defaults(settings):
    assert (settings.engine_python, settings.data_folder, settings.model) == ("", "", "rs2sam2-nano")
    assert (settings.device, settings.largest_render_megapixels, settings.history) == ("auto", 100, [])
    assert settings.pace("rs2sam2-nano", "cpu") is None
    assert settings.kept_features == 5e9


def test_what_is_set_is_found_by_the_next_object(settings):
    settings.model, settings.largest_render_megapixels = "rs2sam2-rrsisd", 7
    settings.set_pace("rs2sam2-nano", "cpu", 1.5)
    settings.set_pace("rs2sam2-nano", "cuda", 0.01)
    other = Settings()
    assert (other.model, other.largest_render_megapixels) == ("rs2sam2-rrsisd", 7)
    assert (other.pace("rs2sam2-nano", "cpu"), other.pace("rs2sam2-nano", "cuda")) == (1.5, 0.01)


def test_settings_survive_the_file(settings):
    settings.largest_render_megapixels = 7
    settings.history = ["“Bäume”, 50 %; links"]
    QgsSettings().sync()
    assert Settings().largest_render_megapixels == 7
    assert Settings().history == ["“Bäume”, 50 %; links"]


def test_a_phrase_asked_for_again_comes_to_the_head(settings):
    for phrase in ("trees", "roads", "trees"):
        settings.remember(phrase)
    assert settings.history == ["trees", "roads"]


def test_the_history_does_not_grow_for_ever(settings):
    for number in range(KEPT_PHRASES + 5):
        settings.remember(f"phrase {number}")
    assert len(settings.history) == KEPT_PHRASES
    assert settings.history[0] == f"phrase {KEPT_PHRASES + 4}"


@pytest.mark.parametrize("rubbish", ["{", "[1, {}]", "7", ["a", "b"]])
def test_rubbish_in_the_settings_counts_as_nothing(settings, rubbish):
    for name in ("history", "pace", "largest_render_megapixels"):
        QgsSettings().setValue(f"phrasegon/{name}", rubbish)
    assert settings.history == []
    assert settings.pace("rs2sam2-nano", "cpu") is None
    assert isinstance(settings.largest_render_megapixels, int)


def test_the_names_are_those_that_the_runtime_reads(settings):
    settings.engine_python, settings.data_folder = "/opt/python", "/data"
    assert QgsSettings().value(ENGINE_PYTHON) == "/opt/python"
    assert QgsSettings().value(DATA_FOLDER) == "/data"
