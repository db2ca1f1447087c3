"""What is said between QGIS and a real engine process."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import geopandas
import numpy as np
import pytest
import rasterio
import shapely

from phrasegon.protocol import (
    VERSION,
    Cancel,
    Evaluation,
    Failure,
    Fetch,
    Hello,
    Preview,
    Progress,
    Quote,
    Request,
    Result,
    Revision,
    Scores,
    Welcome,
    encode,
)
from phrasegon.protocol.version import version


@pytest.fixture
def request_trees(claremont, tmp_path) -> Request:
    return Request(str(claremont), ("trees",), str(tmp_path / "trees.gpkg"))


def test_it_says_what_it_is_and_has(engine):
    welcome = engine.ask(Hello("0.1.0"))
    assert isinstance(welcome, Welcome)
    assert welcome.phrasegon == version()
    assert welcome.python == ".".join(map(str, sys.version_info[:3]))
    assert welcome.devices[-1].name == "cpu"
    assert 0 < welcome.devices[-1].free_bytes < welcome.devices[-1].total_bytes
    nano = welcome.models[0]
    assert (nano.name, nano.installed, nano.tile) == ("rs2sam2-nano", True, 512)
    assert nano.needed_bytes > 500e6
    assert {"trees", "swimming", "pools"} <= set(nano.words)
    assert not {"zebra", "<unk>", "<s>", ""} & set(nano.words)
    assert {"largest", "left"} <= set(welcome.comparing)
    assert {model.name: model.prepares for model in welcome.models}["rsrefseg2-rrsisd"]
    assert not nano.prepares


def test_a_second_phrase_finds_the_network_loaded(engine, request_trees, tmp_path):
    trees = engine.ask(request_trees)
    pools = engine.ask(replace(request_trees, phrases=("swimming pools",), output=str(tmp_path / "pools.gpkg")))

    assert "loading" not in engine.stages()
    assert (engine.stages()[0], engine.stages()[-1]) == ("segmenting", "writing")
    assert trees.polygons == len(geopandas.read_file(trees.output)) > pools.polygons > 0
    assert (pools.device, pools.tiles, pools.gsd) == ("cpu", 1, pytest.approx(0.6, abs=0.01))
    assert len(pools.weights_sha256) == 64
    assert pools.seconds > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pools.gpkg", "trees.gpkg"]


def test_other_weights_are_loaded_in_place_of_the_last(engine, request_trees, tmp_path):
    engine.ask(request_trees)
    embedded = Path(__file__).resolve().parents[3] / "resources" / "weights" / "rs2sam2-nano.safetensors"
    copy = tmp_path / "other.safetensors"
    copy.write_bytes(embedded.read_bytes())
    copy.with_suffix(".spm").write_bytes(embedded.with_suffix(".spm").read_bytes())
    engine.ask(replace(request_trees, weights=str(copy)))
    assert engine.stages()[0] == "loading"
    engine.ask(replace(request_trees, weights=str(copy)))
    assert "loading" not in engine.stages()


def test_each_phrase_has_its_layer_and_its_count(engine, request_trees):
    phrases = ("trees", "swimming pools", "airport")
    result = engine.ask(replace(request_trees, phrases=phrases))
    assert result.layers == ("trees", "swimming_pools", "airport")
    counts = [len(geopandas.read_file(result.output, layer=layer)) for layer in result.layers]
    assert list(result.counts) == counts
    assert sum(counts) == result.polygons
    (note,) = result.notes
    assert (note.kind, note.text, note.values) == ("unknown_words", "not learnt: airport", ("airport",))


def test_previews_are_the_result_of_the_only_tile(engine, request_trees, tmp_path):
    folder = tmp_path / "preview"
    folder.mkdir()
    result = engine.ask(replace(request_trees, preview=str(folder)))
    (preview,) = [answer for answer in engine.heard if isinstance(answer, Preview)]
    assert preview.phrase == "trees"
    shown = shapely.from_wkb(Path(preview.polygons).read_text(encoding="ascii").split())
    found = geopandas.read_file(result.output).geometry
    assert {shapely.normalize(polygon) for polygon in shown} == {shapely.normalize(polygon) for polygon in found}


def test_the_layer_s_own_bands_and_contrast_are_what_is_looked_at(engine, request_trees, tmp_path):
    with rasterio.open(request_trees.scene) as scene:
        pixels, profile = scene.read(), scene.profile | {"dtype": "uint16", "photometric": "MINISBLACK"}
    other = tmp_path / "sixteen.tif"
    with rasterio.open(other, "w", **profile) as scene:
        scene.write(pixels[::-1].astype(np.uint16) * 40 + 7)
    count = len(pixels)
    declared = replace(request_trees, bands=(1, 2, 3), stretch=((0.0, 255.0),) * 3)
    reversed_ = replace(
        request_trees,
        scene=str(other),
        bands=(count, count - 1, count - 2),
        stretch=((7.0, 7.0 + 40 * 255),) * 3,
        output=str(tmp_path / "other.gpkg"),
    )
    one, two = engine.ask(declared), engine.ask(reversed_)
    assert one.polygons > 0
    assert geopandas.read_file(one.output).geometry.equals(geopandas.read_file(two.output).geometry)


@pytest.mark.parametrize("separate", [False, True])
def test_a_revision_is_what_a_run_at_that_threshold_gives(engine, request_trees, tmp_path, separate):
    kept = tmp_path / "p.tif"
    engine.ask(replace(request_trees, probability=str(kept)))
    clean_up = {"threshold": 0.3, "min_area": 9.0, "fill_holes": 5.0, "simplify": 0.4, "separate": separate}
    again = engine.ask(replace(request_trees, **clean_up))
    for name in ("first.fgb", "second.fgb"):
        revised = engine.ask(Revision((str(kept),), ("trees",), str(tmp_path / name), model="rs2sam2-nano", **clean_up))
        assert isinstance(revised, Result)
        assert (revised.polygons, revised.counts) == (again.polygons, (again.polygons,))
        found, expected = geopandas.read_file(revised.output), geopandas.read_file(again.output)
        order = [frame.sort_values(["area_m2", "score"]).reset_index(drop=True) for frame in (found, expected)]
        assert order[0].drop(columns="geometry").equals(order[1].drop(columns="geometry"))
        assert order[0].geometry.geom_equals(order[1].geometry).all()


def test_a_raster_that_changed_on_disk_is_read_again(engine, request_trees, tmp_path):
    kept = tmp_path / "p.tif"
    revision = Revision((str(kept),), ("trees",), str(tmp_path / "r.fgb"))
    engine.ask(replace(request_trees, probability=str(kept)))
    before = engine.ask(revision)
    engine.ask(replace(request_trees, phrases=("swimming pools",), probability=str(kept)))
    assert engine.ask(revision).polygons < before.polygons


@pytest.mark.parametrize("probability", ["nowhere.tif", "scene"])
def test_a_raster_that_holds_no_probability_is_refused(engine, claremont, tmp_path, probability):
    path = str(claremont) if probability == "scene" else str(tmp_path / probability)
    failure = engine.ask(Revision((path,), ("trees",), str(tmp_path / "r.fgb")))
    assert isinstance(failure, Failure)
    assert failure.error == "SceneError"
    assert list(tmp_path.iterdir()) == []


def test_polygons_are_compared_with_the_reference(engine, request_trees, claremont):
    result = engine.ask(request_trees)
    same = engine.ask(Evaluation(result.output, result.output, str(claremont)))
    assert same == Scores(1.0, 1.0, 1.0, 1.0, 1.0, result.polygons, result.polygons)


def test_where_nothing_was_found_a_share_of_nothing_is_not_a_number(engine, request_trees, claremont, tmp_path):
    nothing = engine.ask(replace(request_trees, threshold=1.0, output=str(tmp_path / "nothing.gpkg")))
    assert nothing.polygons == 0
    trees = engine.ask(request_trees)
    scores = engine.ask(Evaluation(nothing.output, trees.output, str(claremont)))
    assert scores == Scores(0.0, None, 0.0, None, 0.0, 0, trees.polygons)


def test_what_ships_with_phrasegon_needs_no_fetching(engine):
    for command in (Quote("rs2sam2-nano"), Fetch("rs2sam2-nano", revision="0" * 40)):
        failure = engine.ask(command)
        assert (failure.error, "ships with" in failure.message) == ("WeightsError", True)


def test_a_download_must_have_been_offered(engine):
    assert "offer" in engine.ask(Fetch("rs2sam2-rrsisd")).message


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"scene": "/nowhere/scene.tif"}, "SceneError"),
        ({"phrases": (" ",)}, "PhraseError"),
        ({"model": "rs3sam"}, "ModelError"),
        ({"device": "abacus"}, "ModelError"),
        ({"weights": "/nowhere/weights.safetensors"}, "WeightsError"),
        ({"threshold": 2.0}, "OptionError"),
        ({"bands": (1, 2)}, "OptionError"),
        ({"bands": (99,)}, "OptionError"),
        ({"stretch": ((0.0, 1.0),)}, "OptionError"),
        ({"output": "/nowhere/trees.gpkg"}, "OutputError"),
        ({"scene": "s" * 300}, "OptionError"),
    ],
)
def test_what_the_user_can_mend_is_one_sentence(engine, request_trees, tmp_path, change, error):
    failure = engine.ask(replace(request_trees, **change))
    assert isinstance(failure, Failure)
    assert failure.error == error
    assert failure.message.endswith(".")
    assert "\n" not in failure.message
    assert "Traceback" in failure.detail
    assert list(tmp_path.iterdir()) == []


def test_lines_that_are_no_command_are_told_of_and_harm_nothing(engine, request_trees):
    newer = json.loads(encode(Hello("9.9"))) | {"version": VERSION + 1}
    for line, says in (
        ("never mind", "never mind"),
        ("", "JSON"),
        (json.dumps(newer), f"{VERSION + 1}.*{VERSION}.*update"),
        (encode(Progress("writing"), 5), "progress"),
    ):
        engine.send_line(line)
        job, failure = engine.hear()
        assert (job, failure.error) == (0, "ProtocolError")
        assert re.search(says, failure.message)
    assert isinstance(engine.ask(request_trees), Result)


def test_jobs_are_done_in_the_order_they_came_and_a_waiting_one_can_be_cancelled(engine, request_trees):
    jobs = [engine.send(replace(request_trees, threshold=threshold)) for threshold in (0.4, 0.5, 0.6)]
    engine.send(Cancel(), jobs[1])
    ends = {}
    while len(ends) < 3:
        job, answer = engine.hear()
        if not isinstance(answer, Progress):
            ends[job] = answer
    assert [type(ends[job]) for job in jobs] == [Result, Failure, Result]
    assert ends[jobs[1]].error == "Cancelled"
    assert [job for job in ends if job != jobs[1]] == [jobs[0], jobs[2]]


def test_cancelling_what_is_over_does_nothing(engine, request_trees):
    engine.ask(request_trees)
    engine.send(Cancel(), 1)
    assert isinstance(engine.ask(request_trees), Result)
