from __future__ import annotations

from dataclasses import replace

from phrasegon.plugin.dock.report import result_text, translated_note
from phrasegon.plugin.layers.unread import other_notes, unread_text
from phrasegon.protocol import Result


def result(counts, **more):
    return Result("polygons.gpkg", sum(counts), counts=counts, device="cpu", tiles=9, **more)


def test_each_phrase_has_its_count_and_nothing_is_said_as_nothing():
    lines = result_text(("trees", "pools", "zebras"), result((1200, 1, 0)), 4.0).splitlines()
    assert lines[:3] == ["“trees”: 1,200 polygons.", "“pools”: 1 polygon.", "“zebras”: nothing found."]
    assert "9 tiles" in lines[3]
    assert "4 s" in lines[3]


def test_notes_of_raster_and_engine_are_told():
    text = result_text(("trees",), result((1,), notes=("not learnt: zebras", "something new")), 1, ("the sky",))
    assert [line for line in text.splitlines() if line.startswith("Note")] == [
        "Note: the sky",
        "Note: The model has not learnt: zebras",
        "Note: something new",
    ]


def test_usual_notes_are_put_in_words_of_the_plugin():
    assert translated_note("judged within each of 4 tiles, not over the whole scene: largest").endswith(
        "not over the whole raster: largest"
    )
    note = "the scene has no coordinate reference system: areas and lengths are in pixels"
    assert translated_note(note) != note


def test_tiles_that_could_not_be_read_are_told_of_once():
    note = "8 of 12 tiles of scene.tif could not be read: nothing is known there"
    found = replace(result((1,), notes=(note, "not learnt: zebras")), tiles=12, failed_tiles=8)
    assert unread_text(found).startswith("8 of 12 tiles could not be read: nothing is known there.")
    assert other_notes(found) == ["not learnt: zebras"]
    text = result_text(("trees",), found, 1, (unread_text(found),))
    assert text.count("could not be read") == 1
    assert unread_text(result((1,))) == ""


def test_the_engine_says_its_notes_so():
    """The patterns are those of the engine's own text."""
    from pathlib import Path

    import phrasegon

    source = (Path(phrasegon.__file__).parent / "model" / "pipeline" / "notes.py").read_text(encoding="utf-8")
    assert 'f"not learnt: {' in source
    assert 'f"judged within each of {tiles} tiles, not over the whole scene: {' in source
    assert 'f"{failed} of {tiles} tiles of {scene} could not be read: nothing is known there"' in source
    assert '"the scene has no coordinate reference system: areas and lengths are in pixels"' in source
