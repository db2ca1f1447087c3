"""A QGIS in German shows Phrasegon in German, in a dock that is no wider for it."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seen(desktop):
    with (desktop.folder / "profiles" / "test" / "QGIS" / "QGIS3.ini").open("a", encoding="utf-8") as settings:
        settings.write("[locale]\noverrideFlag=true\nuserLocale=de\n")
    python = ROOT / ".venv" / "bin" / "python"
    scene = ROOT / "resources" / "sample" / "banepa.tif"
    copy = desktop.folder / scene.name  # QGIS writes beside what it opens
    copy.write_bytes(scene.read_bytes())
    return desktop.run("language_script.py", PHRASEGON_ENGINE_PYTHON=str(python), PHRASEGON_SCENE=str(copy))


def test_the_dock_speaks_the_language_of_qgis(seen):
    assert seen["label"].replace("&", "") == "Was gesucht wird"
    assert seen["button"].replace("&", "") == "Polygone finden"


def test_long_words_do_not_widen_the_dock(seen):
    assert seen["width"] == 300
    assert seen["widest"] <= 300
    assert seen["sideways"] == [0]
