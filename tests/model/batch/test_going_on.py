"""Batches that are broken off, begun again, added to, or given scenes that cannot be used."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import geopandas
import numpy as np
import pystac
import pytest
import rasterio
from filelock import FileLock


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_finished_scenes_are_not_computed_again(run, scenes, phrases, stand_in, state, tmp_path):
    assert run(scenes[0], "--phrases", phrases, "-o", "out")[0] == 0
    seen, before = len(stand_in.images), state(tmp_path / "out" / "polygons")
    assert run(*scenes, "--phrases", phrases, "-o", "out")[0] == 0
    assert len(stand_in.images) == 2 * seen
    assert before.items() <= {k: v for k, v in state(tmp_path / "out" / "polygons").items() if k in before}.items()
    assert run(*scenes, "--phrases", phrases, "-o", "out") == (0, "", "")
    assert len(stand_in.images) == 2 * seen
    assert names("out/items") == ["rio.json", "utm.json"]


@pytest.fixture
def large(write_scene, blobs):
    """Two scenes of several batches of tiles each."""
    picture = np.tile(blobs, (5, 4))
    return write_scene(picture, "utm.tif"), write_scene(picture, "rio.tif", crs="EPSG:32723")


def test_an_interrupted_batch_goes_on_where_it_was(run, large, phrases, stand_in, monkeypatch):
    whole, encode = 0, stand_in.encode_image

    def broken_off(tiles):
        if sum(map(len, stand_in.images)) >= whole + whole // 2:
            raise KeyboardInterrupt
        return encode(tiles)

    assert run(large[0], "--phrases", phrases, "-o", "measure")[0] == 0
    whole = sum(map(len, stand_in.images))
    stand_in.images.clear()
    monkeypatch.setattr(stand_in, "encode_image", broken_off)
    assert run(*large, "--phrases", phrases, "-o", "out")[:2] == (130, "")
    assert [item.id for item in pystac.Collection.from_file("out/collection.json").get_items()] == ["utm"]
    assert names("out/polygons") == ["scene=utm"]
    assert ".runs" in names("out")

    monkeypatch.setattr(stand_in, "encode_image", encode)
    assert run(*large, "--phrases", phrases, "-o", "out") == (0, "", "")
    assert sum(map(len, stand_in.images)) <= 2 * whole + whole // 2
    assert names("out") == ["collection.json", "items", "polygons"]
    assert set(geopandas.read_parquet("out/polygons")["scene"]) == {"utm", "rio"}


def test_a_begun_scene_that_has_changed_begins_anew(run, large, phrases, stand_in, monkeypatch):
    encode = stand_in.encode_image

    def broken_off(tiles):
        if stand_in.images:
            raise KeyboardInterrupt
        return encode(tiles)

    monkeypatch.setattr(stand_in, "encode_image", broken_off)
    assert run(large[0], "--phrases", phrases, "-o", "out")[0] == 130
    monkeypatch.setattr(stand_in, "encode_image", encode)
    with rasterio.open(large[0], "r+") as raster:
        raster.update_tags(PROCESSED="anew")
    assert run(large[0], "--phrases", phrases, "-o", "out") == (0, "", "")
    assert names("out") == ["collection.json", "items", "polygons"]


def test_a_scene_that_has_changed_is_done_again(run, scenes, phrases, stand_in):
    run(*scenes, "--phrases", phrases, "-o", "out")
    before = len(geopandas.read_parquet("out/polygons"))
    seen = len(stand_in.images)
    with rasterio.open(scenes[1], "r+") as raster:
        raster.write(raster.read() // 4 + 1)  # nothing is bright any more
    os.utime(scenes[1], ns=(0, 10**18))
    assert run(*scenes, "--phrases", phrases, "-o", "out")[0] == 0
    assert len(stand_in.images) == seen * 3 // 2
    assert 0 < len(geopandas.read_parquet("out/polygons")) < before


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (["--threshold", "0.6"], "threshold"),
        (["--min-area", "5"], "min area"),
        (["--separate"], "separate"),
        (["--keep-probability"], "keep probability"),
        (["--phrases", "others.txt"], "phrases"),
    ],
)
def test_results_of_other_parameters_are_not_mixed(run, scenes, phrases, stand_in, state, tmp_path, option, says):
    Path("others.txt").write_text("bright blobs\n")
    run(scenes[0], "--phrases", phrases, "-o", "out")
    before, seen = state(tmp_path), len(stand_in.images)
    status, out, err = run(*scenes, "--phrases", phrases, "-o", "out", *option)
    assert (status, out) == (2, "")
    (sentence,) = err.splitlines()
    assert says in sentence
    assert sentence.endswith("choose another folder.")
    assert (state(tmp_path), len(stand_in.images)) == (before, seen)


def test_names_are_unique_and_stay(run, scenes, write_scene, blobs, phrases, stand_in, tmp_path):
    (tmp_path / "more").mkdir()
    again, numbers = write_scene(blobs, "more/UTM.tif"), write_scene(blobs, "007.tif")
    assert run(again, numbers, "--phrases", phrases, "-o", "out")[0] == 0
    assert run(*scenes, again, numbers, "--phrases", phrases, "-o", "out")[0] == 0
    assert names("out/items") == ["UTM.json", "rio.json", "scene-007.json", "utm_2.json"]
    table = geopandas.read_parquet("out/polygons")
    assert table["id"].is_unique
    assert set(table["scene"]) == {"UTM", "rio", "scene-007", "utm_2"}

    seen = len(stand_in.images)
    (tmp_path / "out").rename(tmp_path / "more" / "out")  # the scenes stay
    assert run(*scenes, again, numbers, "--phrases", phrases, "-o", "more/out")[0] == 0
    (tmp_path / "rio.tif").rename(tmp_path / "more" / "rio.tif")
    assert run("more/rio.tif", "--phrases", phrases, "-o", "more/out")[0] == 0
    assert len(stand_in.images) == seen
    assert len(names("more/out/items")) == 4


def test_scenes_that_cannot_be_used_do_not_stop_the_others(run, scenes, write_scene, blobs, phrases, stand_in, loads):
    Path("text.tif").write_text("no raster")
    nowhere = write_scene(blobs, "nowhere.tif", crs=None)
    given = ["text.tif", scenes[0], nowhere, "none.tif", scenes[1]]
    status, out, err = run(*given, "--phrases", phrases, "-o", "out")
    assert (status, out) == (3, "")
    lines = err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["text", "nowhere", "none"]
    assert all(line.endswith(".") for line in lines)
    assert "text.tif" in lines[0]
    assert "coordinate reference system" in lines[1]
    assert names("out") == ["collection.json", "items", "polygons"]
    assert names("out/items") == ["rio.json", "utm.json"]
    assert loads == ["rs2sam2-nano"]

    seen = len(stand_in.images)
    assert run(*given, "--phrases", phrases, "-o", "out") == (3, "", err)
    assert len(stand_in.images) == seen


def test_where_every_scene_fails_nothing_is_left(run, phrases, tmp_path, stand_in):
    Path("text.tif").write_text("no raster")
    status, out, err = run("text.tif", "none.tif", "--phrases", phrases, "-o", "out")
    assert (status, out, len(err.splitlines())) == (2, "", 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["phrases.txt", "text.tif"]


def test_tiles_that_cannot_be_read_are_told_of_and_tried_again(run, scenes, phrases, stand_in):
    whole = scenes[0].read_bytes()
    scenes[0].write_bytes(whole[: len(whole) * 2 // 3])
    status, out, err = run(*scenes, "--phrases", phrases, "-o", "out")
    assert (status, out) == (3, "")
    (line,) = err.splitlines()
    assert line.startswith("utm: ")
    item = pystac.Item.from_file("out/items/utm.json")
    assert item.properties["phrasegon:failed_tiles"] > 0
    failed = geopandas.read_parquet(item.assets["failed_tiles"].get_absolute_href())
    assert len(failed) == item.properties["phrasegon:failed_tiles"]
    assert names("out") == ["collection.json", "failed_tiles", "items", "polygons"]

    scenes[0].write_bytes(whole)
    assert run(*scenes, "--phrases", phrases, "-o", "out") == (0, "", "")
    assert pystac.Item.from_file("out/items/utm.json").properties["phrasegon:failed_tiles"] == 0
    assert names("out/failed_tiles") == []


def test_a_note_is_said_once_however_many_scenes_it_is_about(run, scenes, stand_in):
    Path("phrases.txt").write_text("bright zebra")
    assert run(*scenes, "--phrases", "phrases.txt", "-o", "out") == (0, "", "2 scenes: not learnt: zebra\n")
    assert run(scenes[0], "--phrases", "phrases.txt", "-o", "one") == (0, "", "utm: not learnt: zebra\n")


def test_a_terminal_sees_scenes_tiles_and_a_summary(run, scenes, phrases, stand_in, monkeypatch):
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    Path("text.tif").write_text("no raster")
    status, out, err = run("text.tif", *scenes, "--phrases", phrases, "-o", "out")
    assert (status, out) == (3, "")
    assert "2/3 scenes" in err
    assert "12/12 tiles" in err
    assert "text: text.tif is not a raster" in err
    assert err.splitlines()[-1].endswith(f"{len(geopandas.read_parquet('out/polygons'))} polygons of 2 scenes in out")


def test_two_runs_do_not_write_to_one_folder(run, scenes, phrases, stand_in):
    Path("out").mkdir()
    with FileLock("out/.lock"):
        status, out, err = run(*scenes, "--phrases", phrases, "-o", "out")
    assert (status, out) == (2, "")
    assert "Another run" in err
    assert stand_in.images == []


def test_phrases_come_from_standard_input(run, scenes, stand_in, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeffdunkle Dächer\r\n#x\r\nbright".encode())))
    assert run(scenes[0], "--phrases", "-", "-o", "out")[0] == 0
    assert stand_in.phrases == ["dunkle Dächer", "bright"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["utm.tif", "-o", "out"], "--phrases"),
        (["--phrases", "phrases.txt", "-o", "out"], "SCENE"),
        (["utm.tif", "--phrases", "phrases.txt"], "--output"),
        (["utm.tif", "--phrases", "none.txt", "-o", "out"], "none.txt"),
        (["utm.tif", "--phrases", ".", "-o", "out"], ". cannot be read"),
        (["utm.tif", "--phrases", "blank.txt", "-o", "out"], "blank.txt holds no phrase"),
        (["utm.tif", "--phrases", "utm.tif", "-o", "out"], "UTF-8"),
        (["utm.tif", "--phrases", "phrases.txt", "-o", "phrases.txt"], "is a file"),
        (["utm.tif", "--phrases", "phrases.txt", "-o", "none/out"], "none"),
        (["utm.tif", "--phrases", "phrases.txt", "-o", "other"], "something else"),
        (["utm.tif", "--phrases", "phrases.txt", "-o", "foreign"], "something else"),
        (["utm.tif", "--phrases", "phrases.txt", "-o", "broken"], "collection.json"),
        (["utm.tif", "--phrases", "phrases.txt", "-o", "out", "--threshold", "2"], "threshold"),
        (["utm.tif", "--phrases", "phrases.txt", "-o", "out", "--model", "rs2sam2-nona"], "rs2sam2-nona"),
        (["utm.tif", "--phrases", "phrases.txt", "-o", "out", "--weights", "none.safetensors"], "none.safetensors"),
        (["utm.tif", "--phrases", "phrases.txt", "-o", "out", "--weights", "phrases.txt"], "phrases.txt is damaged"),
    ],
)
def test_what_is_wrong_is_refused_in_one_sentence_and_nothing_is_left(
    run, scenes, phrases, state, tmp_path, arguments, says
):
    Path("blank.txt").write_text("# nothing\n\n")
    for folder, name in (("other", "file"), ("foreign", "file"), ("broken", "collection.json")):
        Path(folder).mkdir()
        (Path(folder) / name).write_text("{")
    extent = pystac.Extent(pystac.SpatialExtent([0, 0, 1, 1]), pystac.TemporalExtent([None, None]))
    pystac.Collection("x", "of something else", extent).save_object(dest_href="foreign/collection.json")
    before = state(tmp_path)
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    (sentence,) = err.splitlines()
    assert says in sentence
    assert sentence.endswith((".", "?"))
    assert state(tmp_path) == before
