from __future__ import annotations

from dataclasses import replace

from phrasegon.plugin.dock.report import interrupted, result_text, translated_note
from phrasegon.plugin.errors import Remedy, UserError
from phrasegon.plugin.layers.unread import other_notes, unread_text
from phrasegon.plugin.runtime.failures import EngineFailed
from phrasegon.protocol import Failure, Remark, Result

UNKNOWN = Remark("unknown_words", "not learnt: zebras", ("zebras",))


def result(counts, **more):
    return Result("polygons.gpkg", sum(counts), counts=counts, device="cpu", tiles=9, **more)


def test_each_phrase_has_its_count_and_nothing_is_said_as_nothing():
    lines = result_text(("trees", "pools", "zebras"), result((1200, 1, 0)), 4.0).splitlines()
    assert lines[:3] == ["“trees”: 1,200 polygons.", "“pools”: 1 polygon.", "“zebras”: nothing found."]
    assert "9 tiles" in lines[3]
    assert "4 s" in lines[3]


def test_notes_of_raster_and_engine_are_told():
    text = result_text(("trees",), result((1,), notes=(UNKNOWN, Remark("new", "something new"))), 1, ("the sky",))
    assert [line for line in text.splitlines() if line.startswith("Note")] == [
        "Note: the sky",
        "Note: The model has not learnt: zebras",
        "Note: something new",
    ]


def test_usual_notes_are_put_in_words_of_the_plugin():
    compared = Remark("comparing_words", "judged within each of 4 tiles: largest", ("4", "largest"))
    assert translated_note(compared) == "Judged within each of 4 tiles, not over the whole raster: largest"
    assert translated_note(Remark("no_crs", "the scene has none")).startswith("The raster has no coordinate reference")


def test_tiles_that_could_not_be_read_are_told_of_once():
    note = Remark("failed_tiles", "8 of 12 tiles of scene.tif could not be read", ("8", "12", "scene.tif"))
    found = replace(result((1,), notes=(note, UNKNOWN)), tiles=12, failed_tiles=8)
    assert unread_text(found).startswith("8 of 12 tiles could not be read: nothing is known there.")
    assert other_notes(found) == [UNKNOWN]
    text = result_text(("trees",), found, 1, (unread_text(found),))
    assert text.count("could not be read") == 1
    assert unread_text(result((1,))) == ""


def test_an_interrupted_run_tells_how_much_is_kept():
    failed = EngineFailed(Failure("WeightsError", "Gone.", "trace", tiles_kept=1200))
    told = interrupted(failed)
    assert told.sentence == f"{failed.sentence} Finished and kept: 1,200 tiles. “Go on” computes only the rest."
    assert (told.detail, told.remedy) == ("trace", Remedy.OPTIONS)
    unknown = UserError("The engine cannot be started.")
    assert interrupted(unknown) is unknown
