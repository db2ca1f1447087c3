"""Polygons that are shown while a run goes on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely

from phrasegon.model.errors import OutputError
from phrasegon.model.pipeline import run
from phrasegon.protocol import Request


@pytest.fixture
def previewed(make_segmenter, write_scene, tmp_path):
    """Runs two phrases; the previews, and the polygons of the result without a scene's edge or tiles in them."""

    def walk(grey, tile=64, **options):
        folder = tmp_path / "previews"
        folder.mkdir()
        request = Request(
            str(write_scene(grey)),
            ("bright", "dark"),
            str(tmp_path / "out.gpkg"),
            preview=str(folder),
            **options,
        )
        shown = []
        segmenter = make_segmenter(tile=tile)
        result = run(request, preview=shown.append, load=lambda *_: segmenter)
        return result, shown

    return walk


def polygons(previews, phrase):
    texts = [Path(preview.polygons).read_text(encoding="ascii") for preview in previews if preview.phrase == phrase]
    return shapely.from_wkb(" ".join(texts).split())


@pytest.mark.parametrize("overlap", [0.0, 0.3, 0.7])
def test_they_cover_what_is_found_without_overlap(previewed, blobs, overlap):
    blobs[:, :30] = 0
    result, shown = previewed(blobs, overlap=overlap, threshold=0.6)
    assert result.polygons
    for phrase, inside in (("bright", blobs / 255 >= 0.6), ("dark", (1 - blobs / 255 >= 0.6) & (blobs > 0))):
        parts = polygons(shown, phrase)
        assert shapely.area(parts).sum() == np.count_nonzero(inside) * 0.25
        assert shapely.union_all(parts).area == np.count_nonzero(inside) * 0.25


def test_they_come_with_every_batch(previewed):
    grey = np.random.default_rng(1).integers(1, 256, (1100, 1500), np.uint8)
    _, shown = previewed(grey, tile=512, overlap=0.0)
    assert [preview.phrase for preview in shown] == ["bright", "dark"] * 3
    assert len({preview.polygons for preview in shown}) == 6


def test_where_nothing_is_found_nothing_is_shown(previewed, blobs):
    _, shown = previewed(blobs, threshold=1.0)
    assert shown == []


def test_a_folder_that_is_not_there_is_told_of(make_segmenter, write_scene, blobs, tmp_path):
    request = Request(str(write_scene(blobs)), ("bright",), str(tmp_path / "out.gpkg"), preview=str(tmp_path / "none"))
    with pytest.raises(OutputError, match="make room there"):
        run(request, preview=lambda _: None, load=lambda *_: make_segmenter())
    assert [path.name for path in tmp_path.iterdir()] == ["scene.tif"]
