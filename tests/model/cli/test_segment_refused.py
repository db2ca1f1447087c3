"""``phrasegon segment``: what it refuses, with exit status 2 and one sentence, leaving nothing."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none.tif", "bright", "-o", "out.gpkg"], "none.tif"),
        (["text.tif", "bright", "-o", "out.gpkg"], "text.tif"),
        (["empty.tif", "bright", "-o", "out.gpkg"], "empty.tif"),
        (["folder.gpkg", "bright", "-o", "out.gpkg"], "folder.gpkg"),
        (["scene.tif", "", "-o", "out.gpkg"], "phrase is empty"),
        (["scene.tif", " \t ", "-o", "out.gpkg"], "phrase is empty"),
        (["scene.tif", "bright", "", "-o", "out.gpkg"], "phrase is empty"),
        (["scene.tif", "\u200b\u200b", "-o", "out.gpkg"], "phrase is empty"),
        (["scene.tif", "caf\udce9", "-o", "out.gpkg"], "UTF-8"),
        (["caf\udce9.tif", "bright", "-o", "out.gpkg"], "UTF-8"),
        (["scene.tif", "bright", "-o", "caf\udce9.gpkg"], "UTF-8"),
        (["scene.tif", "-o", "out.gpkg"], "PHRASE"),
        (["scene.tif", "bright"], "--output"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--model", "rs2sam2-nona"], "rs2sam2-nona"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--model", "rs2sam2-rrsisd"], "phrasegon fetch rs2sam2-rrsisd"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--weights", "none.safetensors"], "none.safetensors"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--weights", "text.tif"], "text.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "far.gpkg"], "scene.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "points.gpkg"], "points.gpkg"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "none.gpkg"], "none.gpkg"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "text.tif"], "text.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", "0", "0", "1", "1"], "scene.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", "1", "0", "0", "1"], "do not enclose"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", "0", "1", "1", "0"], "do not enclose"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", "0", "1", "1"], "--bounds"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", *"0011", "--aoi", "far.gpkg"], "not both"),
        (["scene.tif", "bright", "-o", "none/out.gpkg"], "none"),
        (["scene.tif", "bright", "-o", "folder.gpkg"], "folder.gpkg"),
        (["scene.tif", "bright", "-o", "text.tif/out.gpkg"], "text.tif"),
        (["scene.tif", "bright", "-o", "out.dxf"], ".dxf"),
        (["scene.tif", "bright", "-o", "out"], "out"),
        (["scene.tif", "bright", "-o", "far.gpkg", "--aoi", "far.gpkg"], "far.gpkg"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--probability", "none/p.tif"], "none"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--probability", "p.gpkg"], ".tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--probability", "scene.tif"], "scene.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--threshold", "1.5"], "threshold"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--threshold", "-0.5"], "threshold"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--threshold", "nan"], "threshold"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--threshold", "half"], "threshold"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--overlap", "1"], "overlap"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "0"], "ground sample distance"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "1e-12"], "too fine"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "1e-6"], "too fine"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "0.005"], "too fine"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "1e9"], "finer"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "1e-6", "--aoi", "inside.gpkg"], "too fine"),
        (["scene.tif", "bright", "-o", "o" * 300 + ".gpkg"], "too long"),
        (["s" * 300 + ".tif", "bright", "-o", "out.gpkg"], "too long"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "a" * 300 + ".gpkg"], "too long"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--min-area", "-1"], "minimum area"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--device", "abacus"], "abacus"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--colour", "red"], "--colour"),
    ],
)
def test_segment_refuses_in_one_sentence_and_leaves_nothing(refused, arguments, says):
    sentence = refused("segment", *arguments)
    assert says in sentence
    assert sentence.endswith((".", "?"))
