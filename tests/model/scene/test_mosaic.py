from __future__ import annotations

import subprocess
import sys
import tracemalloc

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.windows import Window

from phrasegon.model.errors import OutputError
from phrasegon.model.scene.mosaic import PROBABILITY_NODATA, PROBABILITY_SCALE, ProbabilityMosaic
from phrasegon.model.scene.rows import compress_raster
from phrasegon.model.scene.tiles import plan_tiles

ROTATED = Affine.translation(500_000, 6_000_000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)
UTM = CRS.from_epsg(32633)


def blend(path, width, height, tile, overlap, answers):
    """Write the mosaic of ``answers``, which are (window, values), and read it back."""
    with ProbabilityMosaic(path, width, height, ROTATED, UTM, tile, overlap) as mosaic:
        for window, values in answers:
            mosaic.add(window, values)
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def cut(picture, window, fill=0):
    """A tile of a picture, filled up where it sticks out."""
    tile = np.full((window.height, window.width), fill, picture.dtype)
    part = picture[window.row_off :, window.col_off :][: window.height, : window.width]
    tile[: part.shape[0], : part.shape[1]] = part
    return tile


@st.composite
def layouts(draw):
    tile = draw(st.integers(2, 24))
    return draw(st.integers(1, 70)), draw(st.integers(1, 70)), tile, draw(st.integers(0, tile * 7 // 8))


@settings(deadline=None, max_examples=60)
@given(layout=layouts(), seed=st.integers(0, 2**32 - 1))
def test_tiles_that_agree_give_what_they_agree_on(tmp_path_factory, layout, seed):
    width, height, tile, overlap = layout
    generator = np.random.default_rng(seed)
    levels = generator.integers(0, PROBABILITY_SCALE + 1, (height, width), np.uint8)
    levels[generator.random((height, width)) < 0.1] = PROBABILITY_NODATA
    answers = [(window, cut(levels, window)) for window in plan_tiles(width, height, tile, overlap)]
    written = blend(tmp_path_factory.mktemp("m") / "p.tif", width, height, tile, overlap, answers)
    np.testing.assert_array_equal(written, levels)


@st.composite
def answered(draw):
    """A layout, and answers for some of its tiles in their order, a part of their pixels unknown."""
    width, height, tile, overlap = draw(layouts())
    generator, missing = np.random.default_rng(draw(st.integers(0, 2**32 - 1))), draw(st.floats(0, 1))
    answers = []
    for window in plan_tiles(width, height, tile, overlap):
        values = generator.integers(0, PROBABILITY_SCALE + 1, (tile, tile), np.uint8)
        values[generator.random((tile, tile)) < 0.2] = PROBABILITY_NODATA
        if generator.random() >= missing:
            answers.append((window, values))
    return width, height, tile, overlap, answers


@settings(deadline=None, max_examples=60)
@given(answered())
def test_the_same_blend_as_over_the_whole_grid_at_once(tmp_path_factory, case):
    width, height, tile, overlap, answers = case
    written = blend(tmp_path_factory.mktemp("m") / "p.tif", *case)

    place = np.arange(tile) + 0.5
    length = min(overlap, tile / 2)
    ramp = np.sin(np.pi / 2 * np.minimum(np.minimum(place, tile - place) / length, 1)) ** 2 if length else np.ones(tile)
    total, weights = np.zeros((2, height + tile, width + tile))
    for window, values in answers:
        part = np.s_[window.row_off : window.row_off + tile, window.col_off : window.col_off + tile]
        weight = np.maximum(np.rint(255 * np.outer(ramp, ramp)), 1) * (values != PROBABILITY_NODATA)
        total[part] += weight * values
        weights[part] += weight
    total, weights = total[:height, :width], weights[:height, :width]
    np.testing.assert_array_equal(written == PROBABILITY_NODATA, weights == 0)
    known = weights > 0
    assert np.abs(written[known] - total[known] / weights[known]).max(initial=0) <= 0.5 + 1e-3


@settings(deadline=None, max_examples=30)
@given(answered(), st.randoms())
def test_tiles_of_one_row_may_come_in_any_order(tmp_path_factory, case, chance):
    *layout, answers = case
    folder = tmp_path_factory.mktemp("m")
    shuffled = sorted(answers, key=lambda answer: (answer[0].row_off, chance.random()))
    np.testing.assert_array_equal(blend(folder / "a.tif", *layout, answers), blend(folder / "b.tif", *layout, shuffled))


def test_the_blend_goes_smoothly_from_one_tile_to_the_next(tmp_path):
    ends = 0, PROBABILITY_SCALE
    answers = [(w, np.full((64, 64), ends[w.col_off > 0], np.uint8)) for w in plan_tiles(112, 64, 64, 16)]
    row = blend(tmp_path / "p.tif", 112, 64, 64, 16, answers)[30].astype(int)
    assert (row[:48] == 0).all()
    assert (row[64:] == PROBABILITY_SCALE).all()
    assert (np.diff(row[47:65]) >= 0).all()
    assert np.diff(row).max() <= 30  # a Hann ramp over 16 pixels rises by 0.1 a pixel at its steepest


def test_the_file_is_a_geotiff_in_its_place(tmp_path):
    window = Window(0, 0, 300, 300)
    blend(tmp_path / "p.tif", 300, 280, 300, 0, [(window, np.full((300, 300), PROBABILITY_SCALE, np.uint8))])
    with rasterio.open(tmp_path / "p.tif") as dataset:
        assert (dataset.width, dataset.height, dataset.count, dataset.dtypes[0]) == (300, 280, 1, "uint8")
        assert (dataset.crs, dataset.nodata) == (UTM, 255)
        assert dataset.transform.almost_equals(ROTATED, 1e-6)
        assert (dataset.read(1) == PROBABILITY_SCALE).all()


def test_the_compressed_copy_holds_the_same_in_tiles(tmp_path):
    values = np.random.default_rng(2).integers(0, 255, (700, 900), np.uint8)
    windows = plan_tiles(900, 700, 300, 20)
    blend(tmp_path / "p.tif", 900, 700, 300, 20, [(window, cut(values, window)) for window in windows])
    for name in ("a.tif", "b.tif"):
        compress_raster(tmp_path / "p.tif", tmp_path / name)
    with rasterio.open(tmp_path / "a.tif") as dataset:
        assert (dataset.crs, dataset.nodata, dataset.block_shapes) == (UTM, 255, [(256, 256)])
        assert dataset.transform.almost_equals(ROTATED, 1e-6)
        assert dataset.compression.value == "DEFLATE"
        np.testing.assert_array_equal(dataset.read(1), values)
    assert (tmp_path / "a.tif").read_bytes() == (tmp_path / "b.tif").read_bytes()


def test_no_tile_at_all_gives_a_raster_of_nothing(tmp_path):
    assert (blend(tmp_path / "p.tif", 70, 600, 32, 8, []) == PROBABILITY_NODATA).all()


def test_nothing_appears_when_the_run_fails_and_what_was_there_stays(tmp_path):
    (tmp_path / "p.tif").write_bytes(b"older")

    def failing_answers():
        for row in (0, 500):
            yield Window(0, row, 64, 64), np.zeros((64, 64), np.uint8)
        assert len(list(tmp_path.iterdir())) == 2
        raise RuntimeError("the network failed")

    with pytest.raises(RuntimeError, match="network"):
        blend(tmp_path / "p.tif", 600, 600, 64, 16, failing_answers())
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"older"]


def test_the_file_appears_only_when_whole(tmp_path):
    with ProbabilityMosaic(tmp_path / "p.tif", 64, 64, ROTATED, None, 64, 16):
        assert not (tmp_path / "p.tif").exists()
    assert [file.name for file in tmp_path.iterdir()] == ["p.tif"]


def test_a_place_that_cannot_be_written_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "folder.tif").mkdir()
    for path in (tmp_path / "none" / "p.tif", tmp_path / "folder.tif"):
        with (
            pytest.raises(OutputError, match="cannot be written: choose a folder"),
            ProbabilityMosaic(path, 64, 64, ROTATED, UTM, 64, 16),
        ):
            pass
    assert [file.name for file in tmp_path.iterdir()] == ["folder.tif"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size")
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path):
    script = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from affine import Affine
from rasterio.windows import Window
from phrasegon.model.errors import OutputError
from phrasegon.model.scene.mosaic import ProbabilityMosaic
path = Path(sys.argv[1])
noise = np.random.default_rng(0).integers(0, 255, (300, 300), np.uint8)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
size = 0
for limit in (None, 10, 30_000):  # nothing missing, the last bytes, much
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size - limit, most))
    try:
        with ProbabilityMosaic(path, 300, 300, Affine.identity(), None, 300, 0) as mosaic:
            mosaic.add(Window(0, 0, 300, 300), noise)
        size = path.stat().st_size
        path.unlink()
    except OutputError as error:
        print(error)
"""
    command = [sys.executable, "-c", script, str(tmp_path / "p.tif")]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(lines) == 2
    for line in lines:
        assert line.startswith(f"{tmp_path / 'p.tif'} cannot be written: choose a folder")
    assert list(tmp_path.iterdir()) == []


def test_a_tile_above_the_one_before_it_is_refused(tmp_path):
    answer = np.zeros((32, 32), np.uint8)
    with pytest.raises(ValueError, match="left behind"):
        blend(tmp_path / "p.tif", 64, 64, 32, 0, [(Window(0, 32, 32, 32), answer), (Window(0, 0, 32, 32), answer)])


def test_memory_is_about_one_row_of_tiles(tmp_path):
    width, height, tile = 2048, 8192, 64
    answer = np.full((tile, tile), 127, np.uint8)
    tracemalloc.start()
    with ProbabilityMosaic(tmp_path / "p.tif", width, height, ROTATED, UTM, tile, 0) as mosaic:
        for window in plan_tiles(width, height, tile, 0):
            mosaic.add(window, answer)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2e6  # sums of 64 rows, 6 bytes a pixel, are 0.8 MB; the raster would be 16.8 MB
