"""Tiles that hardly hold the object count as empty, and every polygon says how sure the network was of its tiles."""

from __future__ import annotations

from dataclasses import replace

import geopandas
import numpy as np
import pytest
import rasterio
import torch

from phrasegon.model.pipeline import Options, segment_with
from phrasegon.model.pipeline.revision import Revisions
from phrasegon.model.segmenters.interface import Prediction
from phrasegon.protocol import Revision

TILE = 64
SURE, UNSURE = 0.9, 0.3


@pytest.fixture
def half_sure(make_segmenter):
    """Sees a bright square in every tile, and is sure of it only where the rest is not black."""

    def make(gate):
        segmenter = make_segmenter(tile=TILE)
        segmenter.spec = replace(segmenter.spec, presence_gate=gate)

        def decode(image, phrase):
            dark = image.amin((1, 2)) < 0.05
            return Prediction(image, torch.where(dark, UNSURE, SURE))

        segmenter.decode = decode
        return segmenter

    return make


@pytest.fixture
def scene(write_scene):
    """Two tiles side by side with a bright square each, one on grey ground and one on black."""
    grey = np.full((TILE, 2 * TILE), 60, np.uint8)
    grey[:, TILE:] = 5
    grey[20:40, 20:40] = grey[20:40, TILE + 20 : TILE + 40] = 250
    return write_scene(grey)


def test_a_tile_below_the_gate_is_empty(half_sure, scene):
    found = segment_with(half_sure(0.5), scene, "squares", Options(overlap=0))
    assert found["presence"].tolist() == pytest.approx([SURE], abs=1 / 254)
    assert found.geometry.iloc[0].area == 100


def test_on_request_every_tile_counts_and_says_what_it_would_have_been_worth(half_sure, scene):
    found = segment_with(half_sure(0.5), scene, "squares", Options(overlap=0, presence=False))
    assert sorted(found["presence"]) == pytest.approx([UNSURE, SURE], abs=1 / 254)


def test_a_network_that_cannot_tell_says_nothing_and_loses_nothing(half_sure, scene):
    found = segment_with(half_sure(None), scene, "squares", Options(overlap=0))
    assert len(found) == 2
    assert found["presence"].isna().all()


def test_a_polygon_over_several_tiles_has_the_highest_of_their_presences(half_sure, write_scene):
    grey = np.full((TILE, 2 * TILE), 60, np.uint8)
    grey[:, TILE:] = 5
    grey[20:40, 30 : TILE + 30] = 250
    found = segment_with(half_sure(0.1), write_scene(grey), "squares", Options(overlap=0))
    assert found["presence"].tolist() == pytest.approx([SURE], abs=1 / 254)


def test_a_revision_knows_of_presence_from_the_raster_alone(half_sure, scene, tmp_path):
    kept = tmp_path / "p.tif"
    segment_with(half_sure(0.2), scene, "squares", Options(overlap=0, probability=kept))
    revised = tmp_path / "revised.gpkg"
    Revisions().run(Revision((str(kept),), ("squares",), str(revised), threshold=0.6), lambda _: None)
    with rasterio.open(kept) as raster:
        assert "PHRASEGON_PRESENCE" in raster.tags()
    assert sorted(geopandas.read_file(revised)["presence"]) == pytest.approx([UNSURE, SURE], abs=1 / 254)
