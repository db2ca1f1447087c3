"""Too little disk or memory is told before the run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from phrasegon.model.errors import ModelError, OutputError
from phrasegon.model.pipeline import Options, run, segment_with
from phrasegon.model.segmenters.registry import load_model
from phrasegon.model.weights.catalogue import find
from phrasegon.protocol import Request

HUGE = """
<VRTDataset rasterXSize="{side}" rasterYSize="{side}">
  <SRS>EPSG:32633</SRS>
  <GeoTransform>500000, 0.1, 0, 6000000, 0, -0.1</GeoTransform>
  <VRTRasterBand dataType="Byte" band="1"><ColorInterp>Gray</ColorInterp></VRTRasterBand>
</VRTDataset>
"""


@pytest.fixture
def make_huge(tmp_path):
    def write(side: int) -> Path:
        path = tmp_path / "huge.vrt"
        path.write_text(HUGE.format(side=side))
        return path

    return write


def test_a_scene_too_large_for_the_disk_is_refused_before_anything_is_computed(brightness, make_huge, tmp_path):
    scene = make_huge(20_000_000)
    request = Request(str(scene), ("bright",), str(tmp_path / "out.fgb"), gsd=0.1, journal=str(tmp_path / "out.run"))
    with pytest.raises(OutputError, match=r"takes about [\d.]+ GB of disk and [\d.]+ are free in .*: make room there"):
        run(request, load=lambda *_: brightness)
    assert brightness.images == []
    assert [path.name for path in tmp_path.iterdir()] == ["huge.vrt"]


def test_a_scene_too_wide_for_the_memory_is_refused_before_anything_is_computed(make_segmenter, make_huge):
    wide = make_segmenter(tile=65536)
    with pytest.raises(OutputError, match=r"takes [\d.]+ GB of memory and [\d.]+ are free: limit the area"):
        segment_with(wide, make_huge(20_000_000), "bright", Options(gsd=0.1))
    assert wide.images == []


def test_an_area_of_a_huge_scene_is_no_trouble(brightness, make_huge):
    bounds = (1_000_000, 5_400_000, 1_000_020, 5_400_020)
    assert len(segment_with(brightness, make_huge(20_000_000), "dark", Options(gsd=0.1, bounds=bounds))) == 1


def test_a_network_too_large_for_the_memory_is_refused_before_it_is_loaded():
    with pytest.raises(ModelError, match=r"takes about 1000000.0 GB of memory and [\d.]+ are free: close other"):
        load_model(replace(find("rs2sam2-nano"), memory=10**15), device="cpu")
