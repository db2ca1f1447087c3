from __future__ import annotations

import pytest

from phrasegon.plugin.processing.catalogue import CATALOGUE, DEFAULT, SNAP_DEFAULT, models, snappers


def test_the_models_are_those_of_the_catalogue():
    tomllib = pytest.importorskip("tomllib", reason="came with Python 3.11")
    entries = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    catalogue = {name: tuple(entry["gsd"]) for name, entry in entries.items() if "tokenizer" in entry}
    assert models() == catalogue
    assert list(models()) == list(catalogue)
    assert len(entries) > len(catalogue)  # parts of models answer no phrase


def test_polygons_snap_with_what_takes_boxes():
    tomllib = pytest.importorskip("tomllib", reason="came with Python 3.11")
    entries = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    assert list(snappers()) == [name for name, entry in entries.items() if entry["system"] == "sam2"]


def test_the_defaults_are_among_them():
    assert DEFAULT in models()
    assert SNAP_DEFAULT in snappers()
