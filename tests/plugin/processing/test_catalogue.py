from __future__ import annotations

import pytest

from phrasegon.plugin.processing.catalogue import CATALOGUE, DEFAULT, models


def test_the_models_are_those_of_the_catalogue():
    tomllib = pytest.importorskip("tomllib", reason="came with Python 3.11")
    catalogue = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    assert models() == {name: tuple(entry["gsd"]) for name, entry in catalogue.items()}
    assert list(models()) == list(catalogue)


def test_the_default_is_one_of_them():
    assert DEFAULT in models()
