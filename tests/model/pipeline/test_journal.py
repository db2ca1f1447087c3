"""A run that was broken off goes on where it was, and ends with the same bytes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from phrasegon.model.errors import OutputError
from phrasegon.model.pipeline import run
from phrasegon.protocol import Progress, Request

TILE = 512
BATCHES = 6


class Stop(Exception):  # noqa: N818 (what ends a run from outside)
    pass


@pytest.fixture
def scene(write_scene) -> Path:
    """Grey of every shade, with a corner that holds nothing."""
    noise = gaussian_filter(np.random.default_rng(5).normal(size=(1500, 1300)), 9)
    grey = (128 + 60 * noise / noise.std()).clip(1, 255).astype(np.uint8)
    grey[:600, :600] = 0
    return write_scene(grey)


@pytest.fixture
def request_both(scene, tmp_path) -> Request:
    return Request(
        str(scene),
        ("the bright ones", "the dark ones"),
        str(tmp_path / "out.fgb"),
        overlap=0.5,
        probability=str(tmp_path / "p.tif"),
        journal=str(tmp_path / "journal"),
    )


@pytest.fixture
def walk(make_segmenter):
    """Carries out a request, to its end or until so many batches are through; returns the network's inputs."""

    def carry_out(request, batches=None, stage="segmenting"):
        segmenter = make_segmenter(tile=TILE)
        start = []

        def report(progress: Progress) -> None:
            if progress.stage == "segmenting" and not start:
                start.append(progress.tiles_done)
            if batches is not None and progress.stage == stage and len(segmenter.images) >= batches:
                raise Stop

        try:
            run(request, report, load=lambda *_: segmenter)
        except Stop:
            assert batches is not None
        return segmenter.images, start[0]

    return carry_out


def products(request):
    """The bytes of all files that a run leaves."""
    folder = Path(request.output).parent
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".fgb", ".tif")}


@pytest.fixture
def uninterrupted(request_both, walk):
    """What the run gives, and what the network sees, when nothing happens."""
    images, _ = walk(replace(request_both, journal=None))
    assert len(images) == BATCHES
    files = products(request_both)
    for name in files.keys() - {"scene.tif"}:
        (Path(request_both.output).parent / name).unlink()
    return files, images


@pytest.mark.parametrize("done", range(1, BATCHES + 1))
def test_a_run_that_is_broken_off_anywhere_ends_with_the_same_bytes(request_both, walk, uninterrupted, done):
    files, images = uninterrupted
    before, _ = walk(request_both, done)
    assert products(request_both).keys() == {"scene.tif"}
    after, start = walk(request_both)
    assert products(request_both) == files
    assert start > 0
    seen = [*before, *after]
    assert len(seen) == len(images)
    assert all(map(np.array_equal, seen, images))
    assert list(Path(request_both.journal).iterdir()) == []


def test_a_run_that_is_broken_off_again_and_again_ends_with_the_same_bytes(request_both, walk, uninterrupted):
    files, images = uninterrupted
    starts = [walk(request_both, 1)[1] for _ in images]
    assert starts == sorted(set(starts))
    last, _ = walk(request_both)
    assert last == []
    assert products(request_both) == files


def test_a_run_that_is_broken_off_after_the_last_tile_computes_none_again(request_both, walk, uninterrupted):
    files, _ = uninterrupted
    for stage in ("vectorising", "writing"):
        walk(request_both, 0, stage)
    after, start = walk(request_both)
    assert after == []
    assert start > 0
    assert products(request_both) == files


def test_another_threshold_or_place_goes_on_too(request_both, walk, tmp_path):
    before, _ = walk(request_both, 3)
    after, _ = walk(replace(request_both, threshold=0.7, min_area=3.0, output=str(tmp_path / "other.fgb")))
    assert len(before) + len(after) == BATCHES


@pytest.mark.parametrize(
    "change", [{"phrases": ("the bright ones",)}, {"overlap": 0.4}, {"gsd": 0.6}, {"stretch": ((0.0, 200.0),) * 3}]
)
def test_another_run_begins_anew(request_both, walk, change):
    other = replace(request_both, **change)
    walk(replace(other, journal=None))
    files = products(other)
    walk(request_both, 3)
    _, start = walk(other)
    assert start == 0
    assert {name: products(other)[name] for name in files} == files


def test_a_scene_that_has_changed_begins_anew(request_both, walk, scene):
    walk(request_both, 3)
    os.utime(scene, ns=(0, 0))
    images, start = walk(request_both)
    assert (len(images), start) == (BATCHES, 0)


def damage_end(paths):
    paths[-1].write_bytes(paths[-1].read_bytes()[:-100])


def damage_bits(paths):
    content = bytearray(paths[0].read_bytes())
    content[len(content) // 2] ^= 255
    paths[0].write_bytes(content)


def lose_one(paths):
    paths[len(paths) // 2].unlink()


@pytest.mark.parametrize("kind", ["batch-*", "rows-0000-*"])
@pytest.mark.parametrize("harm", [damage_end, damage_bits, lose_one])
def test_a_damaged_journal_begins_anew(request_both, walk, uninterrupted, kind, harm):
    walk(request_both, BATCHES)
    paths = sorted(Path(request_both.journal).glob(kind))
    assert len(paths) > 2
    harm(paths)
    images, _ = walk(request_both)
    assert len(images) == BATCHES
    assert products(request_both) == uninterrupted[0]


def test_what_is_finished_is_kept_as_rows_and_not_as_batches(request_both, walk):
    walk(request_both, BATCHES)
    kept = sorted(path.name for path in Path(request_both.journal).iterdir())
    assert len([name for name in kept if name.startswith("batch")]) < BATCHES
    assert [name for name in kept if name.endswith(".part")] == []


def test_files_of_others_in_the_folder_are_left_alone(request_both, walk):
    folder = Path(request_both.journal)
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")
    walk(request_both, 2)
    walk(replace(request_both, phrases=("bright",)))
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_written_to_is_told_of(request_both, walk, scene):
    with pytest.raises(OutputError, match="What is finished cannot be kept in"):
        walk(replace(request_both, journal=str(scene)))
