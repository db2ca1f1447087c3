"""Polygons anew from kept probabilities: what a file that stands there already keeps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import geopandas
import pyogrio
import pytest

from phrasegon.model.pipeline import run
from phrasegon.model.pipeline.revision import Revisions
from phrasegon.protocol import Request, Revision

PHRASES = ("the bright blobs", "the dark ground")
LAYERS = {"the_bright_blobs", "the_dark_ground"}


@pytest.fixture
def damaged(write_scene, blobs):
    """Writes a scene whose second half is missing."""

    def write(**georeference) -> Path:
        path = write_scene(blobs, **georeference)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        return path

    return write


@pytest.fixture
def segmented(brightness, tmp_path):
    """Carries out a request for a scene; returns its result."""

    def segmented(scene, output="out.gpkg", phrases=PHRASES):
        request = Request(str(scene), phrases, str(tmp_path / output), probability=str(tmp_path / "p.tif"))
        return run(request, load=lambda *_: brightness)

    return segmented


def revise(result, phrases=PHRASES, **changes):
    revision = Revision(result.probability, phrases, result.output, min_area=50.0)
    return Revisions().run(replace(revision, **changes), lambda _: None)


def layers(path):
    return set(pyogrio.list_layers(path)[:, 0])


@pytest.mark.parametrize("georeference", [{}, {"transform": None, "crs": None}])
def test_tiles_that_could_not_be_read_stay_in_a_geopackage_that_is_written_anew(damaged, segmented, georeference):
    result = segmented(damaged(**georeference))
    before = geopandas.read_file(result.output, layer="failed_tiles")
    assert len(before) == result.failed_tiles > 0
    for threshold in (0.3, 0.7):
        revised = revise(result, threshold=threshold)
        assert layers(result.output) == LAYERS | {"failed_tiles"}
        after = geopandas.read_file(result.output, layer="failed_tiles")
        assert after.equals(before)
        assert after.crs == before.crs
    assert 0 < revised.polygons < result.polygons


def test_where_all_tiles_were_read_there_is_no_such_layer(write_scene, blobs, segmented):
    result = segmented(write_scene(blobs))
    revise(result)
    assert layers(result.output) == LAYERS


def test_a_phrase_of_that_name_is_not_taken_for_them(write_scene, damaged, blobs, segmented):
    phrases = ("the failed tiles", "failed tiles")
    revised = revise(segmented(write_scene(blobs), phrases=phrases), phrases)
    assert layers(revised.output) == {"the_failed_tiles", "failed_tiles"}
    result = segmented(damaged(), phrases=phrases)
    before = geopandas.read_file(result.output, layer="failed_tiles_2")
    revised = revise(result, phrases)
    assert layers(revised.output) == {"the_failed_tiles", "failed_tiles", "failed_tiles_2"}
    assert geopandas.read_file(result.output, layer="failed_tiles_2").equals(before)


def test_in_other_formats_their_own_file_is_left_alone(damaged, segmented):
    result = segmented(damaged(), "out.fgb")
    before = Path(result.failed_output).read_bytes()
    revise(result)
    assert Path(result.failed_output).read_bytes() == before


def test_what_is_no_result_is_replaced_as_ever(write_scene, blobs, segmented):
    result = segmented(write_scene(blobs))
    Path(result.output).write_text("no GeoPackage")
    revise(result)
    assert layers(result.output) == LAYERS
