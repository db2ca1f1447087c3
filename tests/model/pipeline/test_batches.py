"""Tiles on their way to the network."""

from __future__ import annotations

import time

import numpy as np
import pytest
from rasterio.windows import Window

from phrasegon.model.errors import SceneError
from phrasegon.model.pipeline import batches
from phrasegon.model.pipeline.batches import BATCHES_A_BLOCK, Tiler, ahead

SIZE = 4
BLOCK = SIZE * BATCHES_A_BLOCK
PLAN = [Window(number, 0, 8, 8) for number in range(2 * BLOCK + 5)]


class NumberedScene:
    """Its tiles show their own number; some hold nothing, and some cannot be read for the first few times."""

    def __init__(self, empty=(), stubborn=None) -> None:
        self.empty, self.stubborn = set(empty), dict(stubborn or {})
        self.reads = 0

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        self.reads += 1
        number = window.col_off
        if self.stubborn.get(number, 0) > 0:
            self.stubborn[number] -= 1
            raise SceneError("damaged")
        return np.full((3, 8, 8), number, np.uint8), np.full((8, 8), number not in self.empty)


@pytest.fixture(autouse=True)
def no_pause(monkeypatch):
    monkeypatch.setattr(batches, "_PAUSE_SECONDS", 0)


def tiler(scene, plan=PLAN):
    return Tiler(scene, plan, SIZE, lambda: None)


def numbers(found):
    return [batch.numbers for batch in found]


def test_reading_stays_a_few_batches_ahead():
    scene = NumberedScene()
    for taken, batch in enumerate(ahead(tiler(scene, PLAN[:20]).batches()), start=1):
        assert len(batch.numbers) == SIZE
        assert (batch.tiles[:, 0, 0, 0] == batch.numbers).all()
        assert batch.done == SIZE * taken
        time.sleep(0.01)
        assert scene.reads <= SIZE * (taken + 2)
    assert scene.reads == 20


def test_a_run_that_begins_or_is_cut_anywhere_has_the_same_batches():
    empty = np.flatnonzero(np.random.default_rng(3).random(len(PLAN)) < 0.4).tolist()
    whole = list(tiler(NumberedScene(empty)).batches())
    assert [number for batch in whole for number in batch.numbers] == [n for n in range(len(PLAN)) if n not in empty]
    for place, batch in enumerate(whole):
        assert numbers(tiler(NumberedScene(empty)).batches(batch.done)) == numbers(whole[place + 1 :])
    spans = [(start, min(start + BLOCK, len(PLAN))) for start in range(0, len(PLAN), BLOCK)]
    parts = [tiler(NumberedScene(empty)).batches(*span) for span in spans]
    assert numbers(batch for part in parts for batch in part) == numbers(whole)


def test_a_tile_that_fails_now_and_then_is_tried_again():
    scene = NumberedScene(stubborn={2: 1, 7: 2})
    found = list(tiler(scene).batches())
    assert [batch.failed for batch in found] == [()] * len(found)
    assert sum(len(batch.numbers) for batch in found) == len(PLAN)


def test_a_tile_that_fails_again_and_again_is_named_and_the_others_go_on():
    found = list(tiler(NumberedScene(stubborn={2: 99, 3: 99, len(PLAN) - 1: 99})).batches())
    assert found[0].failed == (2, 3)
    assert found[0].numbers == (0, 1, 4, 5)
    assert found[-1].failed == (len(PLAN) - 1,)
    assert found[-1].done == len(PLAN)


def test_a_block_that_fails_whole_is_told_of_without_a_tile():
    found = list(tiler(NumberedScene(stubborn=dict.fromkeys(range(BLOCK), 99))).batches())
    assert (found[0].numbers, found[0].failed, found[0].done) == ((), tuple(range(BLOCK)), BLOCK)
    assert found[0].tiles.shape == (0, 3, 8, 8)


def test_where_nothing_can_be_read_for_long_the_run_ends(monkeypatch):
    monkeypatch.setattr(batches, "_PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(batches, "_PAUSE_SECONDS", 0.005)
    scene = NumberedScene(stubborn=dict.fromkeys(range(len(PLAN)), 99))
    with pytest.raises(SceneError, match="damaged"):
        list(tiler(scene).batches())
    assert scene.reads < 3 * len(PLAN)


def test_a_watch_that_barks_ends_the_run():
    calls = []

    def watch() -> None:
        calls.append(scene.reads)
        if scene.reads > BLOCK:
            raise SceneError("changed")

    scene = NumberedScene()
    with pytest.raises(SceneError, match="changed"):
        list(Tiler(scene, PLAN, SIZE, watch).batches())
    assert calls == [0, BLOCK, 2 * BLOCK]
