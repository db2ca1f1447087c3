"""A run that was broken off goes on where it was, and ends with the same bytes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from phrasegon.model.errors import OptionError, OutputError, SceneError
from phrasegon.model.pipeline import run
from phrasegon.model.pipeline.journal import tiles_done
from phrasegon.protocol import Progress, Request

TILE = 512
BATCHES = 7
IN_FLIGHT = 4
"""Batches that the network has answered and that are not blended yet, at most; a run that is broken off loses them."""


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

    def carry_out(request, batches=None, stage="segmenting", after_tiles=None):
        segmenter = make_segmenter(tile=TILE)
        start = []

        def report(progress: Progress) -> None:
            if progress.stage == "segmenting" and not start:
                start.append(progress.tiles_done)
            if after_tiles and progress.stage == "segmenting":
                after_tiles(progress.tiles_done)
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
    assert all(any(np.array_equal(tiles, image) for image in images) for tiles in (*before, *after))
    assert len(before) + len(after) <= len(images) + IN_FLIGHT
    assert not Path(request_both.journal).exists()


def test_a_run_that_is_broken_off_again_and_again_ends_with_the_same_bytes(request_both, walk, uninterrupted):
    files, images = uninterrupted
    starts = []
    while not Path(request_both.output).exists():
        starts.append(walk(request_both, 1)[1])
    assert starts == sorted(set(starts))
    assert 2 < len(starts) <= len(images) + 1
    assert products(request_both) == files


def test_a_run_that_is_broken_off_after_the_last_tile_computes_none_again(request_both, walk, uninterrupted):
    files, _ = uninterrupted
    walk(request_both, 0, "vectorising")
    walk(request_both, 0, "writing")
    after, start = walk(request_both)
    assert after == []
    assert start > 0
    assert products(request_both) == files


def test_another_threshold_or_place_goes_on_too(request_both, walk, tmp_path):
    walk(request_both, 3)
    _, start = walk(replace(request_both, threshold=0.7, min_area=3.0, output=str(tmp_path / "other.fgb")))
    assert start > 0


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"phrases": ("the bright ones",)}, "another phrase:"),
        ({"overlap": 0.4}, "another overlap:"),
        ({"gsd": 0.6}, "another resolution:"),
        ({"stretch": ((0.0, 200.0),) * 3}, "another choice of bands or contrast:"),
        ({"bounds": (500_000.0, 5_999_000.0, 500_500.0, 6_000_000.0)}, "another area of interest and resolution:"),
    ],
)
def test_another_run_is_refused_and_the_journal_stays(request_both, walk, uninterrupted, change, name):
    walk(request_both, 3)
    before = journal_bytes(request_both)
    with pytest.raises(OptionError, match=name):
        walk(replace(request_both, **change), 0)
    assert journal_bytes(request_both) == before
    _, start = walk(request_both)
    assert start > 0
    assert products(request_both) == uninterrupted[0]


def journal_bytes(request):
    return {path.name: path.read_bytes() for path in Path(request.journal).iterdir()}


def test_a_scene_that_has_changed_is_refused(request_both, walk, scene):
    walk(request_both, 3)
    os.utime(scene, ns=(0, 0))
    with pytest.raises(OptionError, match="another scene:"):
        walk(request_both, 0)


def test_a_scene_that_changes_under_way_ends_the_run_with_the_journal_intact(request_both, walk, scene):
    times = scene.stat().st_atime_ns, scene.stat().st_mtime_ns

    def change(tiles_done):
        if tiles_done:
            os.utime(scene, ns=(0, 0))

    with pytest.raises(SceneError, match=r"scene\.tif was changed or taken away during the run"):
        walk(request_both, after_tiles=change)
    os.utime(scene, ns=times)
    _, start = walk(request_both)
    assert start > 0


def test_a_second_run_in_the_same_folder_is_refused_while_the_first_is_at_work(request_both, walk):
    met = []

    def begin_another(tiles_done):
        if tiles_done and not met:
            with pytest.raises(OutputError, match="Another run is at work") as refused:
                walk(replace(request_both, output=request_both.output.replace("out", "other"), probability=None))
            met.append(refused)

    walk(request_both, after_tiles=begin_another)
    assert met


def test_a_journal_tells_how_far_its_run_has_come(request_both, walk):
    assert tiles_done(Path(request_both.journal)) == (0, 0)
    walk(request_both, 3)
    done, tiles = tiles_done(Path(request_both.journal))
    steps = []
    _, start = walk(request_both, after_tiles=steps.append)
    assert 0 < done == start < tiles == steps[-1]
    assert tiles_done(Path(request_both.journal)) == (0, 0)


def cut_off(path):
    path.write_bytes(path.read_bytes()[:-200_000])


def flip_bits(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 255
    path.write_bytes(content)


def wipe(path):
    path.write_bytes(b"")


def scribble(path):
    path.write_bytes(b"nothing that SQLite knows" * 400)


@pytest.mark.parametrize("harm", [cut_off, flip_bits, wipe, scribble])
def test_what_a_damaged_journal_has_lost_is_computed_again(request_both, walk, uninterrupted, harm):
    walk(request_both, BATCHES)
    harm(Path(request_both.journal) / "run.sqlite")
    images, _ = walk(request_both)
    assert images
    assert products(request_both) == uninterrupted[0]


def test_files_of_others_in_the_folder_are_left_alone(request_both, walk):
    folder = Path(request_both.journal)
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")
    walk(request_both, 2)
    walk(request_both)
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_written_to_is_told_of(request_both, walk, scene):
    with pytest.raises(OutputError, match="What is finished cannot be kept in"):
        walk(replace(request_both, journal=str(scene)))
