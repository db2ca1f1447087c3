from __future__ import annotations

import pytest

from phrasegon.plugin.processing.catalogue import CATALOGUE, DEFAULT, models


def test_the_models_are_those_of_the_catalogue():
    tomllib = pytest.importorskip("tomllib", reason="came with Python 3.11")
    entries = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    catalogue = {name: tuple(entry["gsd"]) for name, entry in entries.items() if "tokenizer" in entry}
    assert models() == catalogue
    assert list(models()) == list(catalogue)
    assert len(entries) > len(catalogue)  # parts of models answer no phrase


def test_the_default_is_one_of_them():
    assert DEFAULT in models()
