"""A scene is read once, before any phrase or with the first one; further phrases and runs only look it up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from phrasegon.model.errors import OptionError
from phrasegon.model.pipeline import how_prepared, prepare, run
from phrasegon.model.pipeline.preparing import keeping
from phrasegon.model.segmenters.interface import Features
from phrasegon.protocol import Preparation, Request

ROOM = 2**30


@pytest.fixture
def scene(write_scene):
    return write_scene(np.random.default_rng(5).integers(1, 256, (90, 120), np.uint8))


@pytest.fixture(autouse=True)
def _home(home):
    """Features go to a folder of their own."""


def asked(segmenter, scene, phrase, output, **choices):
    request = Request(str(scene), (phrase,), str(output), kept_features=ROOM, **choices)
    return run(request, load=lambda *_: keeping(segmenter, ROOM))


def read(segmenter):
    return sum(map(len, segmenter.images))


def test_a_second_phrase_reads_no_tile_again_and_finds_the_same(apart, scene, tmp_path):
    first, second, fresh = apart(), apart(), apart()
    asked(first, scene, "bright", tmp_path / "bright.fgb")
    assert read(first) > 0
    asked(second, scene, "dark", tmp_path / "dark.fgb")
    assert read(second) == 0
    (tmp_path / "elsewhere").mkdir()
    asked(fresh, scene, "dark", tmp_path / "elsewhere" / "dark.fgb", overlap=0.5)
    assert read(fresh) > 0


def test_several_phrases_of_one_run_read_each_tile_once(apart, scene, tmp_path):
    one, both = apart(), apart()
    request = Request(str(scene), ("bright", "dark"), str(tmp_path / "found.gpkg"))
    run(replace(request, phrases=("bright",)), load=lambda *_: one)
    run(request, load=lambda *_: both)
    assert read(both) == read(one)


def test_what_is_prepared_serves_every_phrase(apart, scene, tmp_path):
    segmenter = keeping(apart(), ROOM)
    wanted = Preparation(str(scene), ROOM)
    stages = []
    assert how_prepared(wanted, apart().spec).share == 0
    done = prepare(wanted, lambda progress: stages.append(progress.tiles_done), lambda _: segmenter)
    assert done.usable
    assert done.share == 1
    assert stages == sorted(stages)
    assert how_prepared(wanted, apart().spec).share == 1
    late = apart()
    asked(late, scene, "bright", tmp_path / "bright.fgb")
    assert read(late) == 0


def test_what_was_read_before_the_user_cancelled_is_kept(apart, write_scene):
    def cancel(progress):
        if progress.tiles_done:
            raise KeyboardInterrupt

    large = write_scene(np.random.default_rng(7).integers(1, 256, (900, 1100), np.uint8), "large.tif")
    wanted, first, second = Preparation(str(large), ROOM), apart(tile=512), apart(tile=512)
    with pytest.raises(KeyboardInterrupt):
        prepare(wanted, cancel, lambda _: keeping(first, ROOM))
    assert how_prepared(wanted, first.spec).share == read(first) / 9
    assert prepare(wanted, lambda _: None, lambda _: keeping(second, ROOM)).share == 1
    assert 9 - read(first) <= read(second) < 9


def test_a_run_prepares_its_scene_too(apart, scene, tmp_path):
    asked(apart(), scene, "bright", tmp_path / "bright.fgb")
    assert how_prepared(Preparation(str(scene), ROOM), apart().spec).share == 1
    assert how_prepared(Preparation(str(scene), ROOM, overlap=0.5), apart().spec).share == 0


def test_another_scene_under_the_same_name_is_not_prepared(apart, scene, write_scene, tmp_path):
    asked(apart(), scene, "bright", tmp_path / "bright.fgb")
    write_scene(np.random.default_rng(6).integers(1, 256, (90, 120), np.uint8))
    assert how_prepared(Preparation(str(scene), ROOM), apart().spec).share == 0


def test_a_model_that_reads_picture_and_phrase_together_has_nothing_to_prepare(brightness, scene):
    wanted = Preparation(str(scene), ROOM)
    assert not how_prepared(wanted, brightness.spec).usable
    with pytest.raises(OptionError, match="nothing to prepare, ask at once"):
        prepare(wanted, lambda _: None, lambda _: keeping(brightness, ROOM))


def test_answers_are_those_of_features_in_half_precision(apart, scene, tmp_path):
    kept, plain = tmp_path / "kept.tif", tmp_path / "plain.tif"
    asked(apart(), scene, "bright", tmp_path / "kept.fgb", probability=str(kept))
    halved = apart()
    encode = halved.encode_image
    halved.encode_image = lambda tiles: Features(
        {"grey": encode(tiles).maps["grey"].half().to(torch.float32)}, tiles.shape[2:]
    )
    run(Request(str(scene), ("bright",), str(tmp_path / "plain.fgb"), probability=str(plain)), load=lambda *_: halved)
    assert kept.read_bytes() == plain.read_bytes()
