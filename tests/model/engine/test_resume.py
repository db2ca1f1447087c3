"""An engine that is killed in a run, and another one that goes on with it."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from phrasegon.model.pipeline.batches import Answer as Batch
from phrasegon.model.pipeline.journal import Journal
from phrasegon.protocol import Cancel, Failure, Progress, Recall, Recalled, Request, Result

BANEPA = Path(__file__).resolve().parents[3] / "resources" / "sample" / "banepa.tif"


@pytest.fixture
def nine_tiles(tmp_path) -> Request:
    return Request(
        str(BANEPA),
        ("buildings", "trees"),
        str(tmp_path / "out.fgb"),
        overlap=0.5,
        probability=str(tmp_path / "p.tif"),
        journal=str(tmp_path / "journal"),
        preview=str(tmp_path),
    )


def products(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".fgb", ".tif")}


def hear_until(talk, stage, tiles):
    """Listen until that much is done; the first step of segmenting and the last one."""
    steps = []
    while True:
        _, answer = talk.hear()
        if isinstance(answer, Progress):
            steps.append(answer)
            if answer.stage == stage and answer.tiles_done >= tiles:
                return steps


def tiles_at_first(heard):
    return next(answer.tiles_done for answer in heard if isinstance(answer, Progress) and answer.stage == "segmenting")


def test_a_run_whose_engine_was_killed_ends_with_the_same_bytes(start, nine_tiles, tmp_path):
    talk = start()
    talk.ask(replace(nine_tiles, journal=None))
    expected = products(tmp_path)
    for name in expected:
        (tmp_path / name).unlink()

    for stage, tiles in (("segmenting", 0), ("segmenting", 4), ("segmenting", 8), ("vectorising", 9)):
        talk.send(nine_tiles)
        steps = hear_until(talk, stage, tiles)
        assert tiles_at_first(steps) <= tiles
        talk.process.kill()
        talk.process.wait()
        assert products(tmp_path) == {}
        talk = start()
    result = talk.ask(nine_tiles)
    assert isinstance(result, Result)
    assert tiles_at_first(talk.heard) == 9
    assert products(tmp_path) == expected
    assert not (tmp_path / "journal").exists()


def test_a_run_that_fails_in_between_tells_what_it_keeps_and_goes_on_from_there(engine, nine_tiles, tmp_path):
    scene = tmp_path / "scene.tiff"
    shutil.copy(BANEPA, scene)
    before = scene.stat()
    request = replace(nine_tiles, scene=str(scene), gsd=0.05)  # more tiles than are read ahead

    engine.send(request)
    total = hear_until(engine, "segmenting", 1)[-1].tiles_total
    os.utime(scene, ns=(0, 0))
    while not isinstance(failure := engine.hear()[1], Failure | Result):
        pass
    assert (failure.error, "was changed or taken away" in failure.message) == ("SceneError", True)
    assert 0 < failure.tiles_kept < total
    assert engine.ask(Recall(request.journal)) == Recalled(failure.tiles_kept, total)
    refused = engine.ask(request)
    assert (refused.error, refused.tiles_kept) == ("OptionError", failure.tiles_kept)

    os.utime(scene, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert isinstance(engine.ask(request), Result)
    assert tiles_at_first(engine.heard) == failure.tiles_kept


@pytest.mark.parametrize("wrong", [{"phrases": (" ",)}, {"overlap": 2.0}, {"scene": "/nowhere/scene.tif"}])
def test_what_is_wrong_before_any_tile_keeps_nothing(engine, nine_tiles, wrong):
    failure = engine.ask(replace(nine_tiles, **wrong))
    assert (type(failure), failure.tiles_kept) == (Failure, 0)
    assert engine.ask(Recall(nine_tiles.journal)) == Recalled(0, 0)
    assert not Path(nine_tiles.journal).exists()


def test_a_journal_that_another_process_works_on_cannot_be_recalled(engine, nine_tiles):
    nothing = np.zeros((2, 1, 8, 8), np.uint8)
    with Journal(Path(nine_tiles.journal), {"phrase": "buildings"}, batch=1, tiles=9) as journal:
        journal.keep(Batch((0,), nothing, nothing[:, :, 0, 0], done=1))
        failure = engine.ask(Recall(nine_tiles.journal))
        assert (failure.error, "Another run is at work" in failure.message) == ("OutputError", True)
    assert engine.ask(Recall(nine_tiles.journal)) == Recalled(1, 9)


def test_a_run_that_was_cancelled_goes_on_where_it_was(start, nine_tiles, tmp_path):
    talk = start()
    number = talk.send(nine_tiles)
    hear_until(talk, "segmenting", 4)
    talk.send(Cancel(), number)
    while not isinstance(answer := talk.hear()[1], Failure | Result):
        pass
    assert answer.error == "Cancelled"
    assert isinstance(talk.ask(nine_tiles), Result)
    assert tiles_at_first(talk.heard) >= 4
