"""A manifest is read relative to itself, and a wrong entry is named."""

from __future__ import annotations

import json

import pytest

from phrasegon.model.evaluation.manifest import ManifestError, read_manifest


@pytest.fixture
def folder(tmp_path):
    for name in ("scene.tif", "labels.geojson"):
        (tmp_path / name).touch()
    return tmp_path


def test_paths_are_relative_to_the_manifest(folder):
    entries = [
        {"scene": "scene.tif", "labels": "labels.geojson", "phrase": "the pools"},
        {"scene": "scene.tif", "phrase": "the ships", "absent": True},
        {"scene": "scene.tif", "labels": "labels.geojson", "phrase": "the trees", "absent": False},
        {"scene": "scene.tif", "labels": None, "phrase": "the tanks", "absent": True},
        {"scene": "scene.tif", "labels": "not-needed.geojson", "phrase": "the docks", "absent": True},
    ]
    (folder / "manifest.json").write_text(json.dumps(entries), encoding="utf-8-sig")  # as editors of Windows save
    pools, ships, trees, tanks, docks = read_manifest(folder / "manifest.json")
    assert (pools.number, pools.name, pools.phrase, pools.absent) == (1, "scene.tif", "the pools", False)
    assert (pools.scene, pools.labels) == (folder / "scene.tif", (folder / "labels.geojson",))
    assert (ships.number, ships.absent, ships.labels) == (2, True, ())
    assert (trees.number, trees.absent) == (3, False)
    assert (tanks.absent, tanks.labels) == (True, ())
    assert (docks.absent, docks.labels) == (True, ())


def test_what_an_entry_may_say_besides(folder):
    (folder / "codes.png").touch()
    tiles = {"scene": "scene.tif", "labels": ["labels.geojson", "labels.geojson"], "phrase": "the pools", "gsd": 0.3}
    tiles["separate"] = True
    coloured = {"scene": "scene.tif", "labels": "codes.png", "phrase": "water", "values": ["#E2A929"]}
    entries = [
        tiles,
        {**coloured, "unknown": ["#9B9B9B"], "class": "water", "kind": "class"},
        {"scene": "scene.tif", "labels": "codes.png", "phrase": "ships", "absent": True, "unknown": [4, 255]},
    ]
    (folder / "manifest.json").write_text(json.dumps(entries))
    pools, water, ships = read_manifest(folder / "manifest.json")
    assert (pools.labels, pools.gsd, pools.tags) == ((folder / "labels.geojson",) * 2, 0.3, {})
    assert (water.values, water.unknown, water.gsd) == (("#E2A929",), ("#9B9B9B",), None)
    assert (pools.separate, water.separate) == (True, False)
    assert water.tags == {"class": "water", "kind": "class"}
    assert (ships.absent, ships.labels, ships.values, ships.unknown) == (True, (folder / "codes.png",), (), (4, 255))


good = {"scene": "scene.tif", "labels": "labels.geojson", "phrase": "the pools"}


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (["scene.tif"], "not a JSON object"),
        ({**good, "scene": None}, '"scene" that is not text'),
        ({**good, "labels": None}, 'no "labels" and does not say'),
        ({**good, "phrase": "  "}, 'no "phrase"'),
        ({"labels": "labels.geojson", "phrase": "the pools"}, 'no "scene"'),
        ({"scene": "scene.tif", "phrase": "the pools"}, 'no "labels" and does not say "absent": true'),
        ({"scene": "scene.tif", "phrase": "the pools", "absent": False}, 'no "labels"'),
        ({**good, "absent": "yes"}, '"absent" that is not true or false'),
        ({**good, "prhase": "the pools"}, 'key "prhase"'),
        ({**good, "scene": "other.tif"}, "other.tif, which is not there"),
        ({**good, "labels": "other.geojson"}, "other.geojson, which is not there"),
        ({**good, "labels": ["labels.geojson", "other.geojson"]}, "other.geojson, which is not there"),
        ({**good, "labels": []}, 'no "labels"'),
        ({**good, "labels": [3]}, '"labels" that is not text or a list of texts'),
        ({**good, "values": []}, '"values" that is not a list of whole numbers or of colours'),
        ({**good, "values": [True]}, '"values" that is not'),
        ({**good, "values": ["#E2A92"]}, '"values" that is not'),
        ({**good, "values": [1], "unknown": ["#9B9B9B"]}, "mixes numbers and colours"),
        ({**good, "values": [1], "labels": ["labels.geojson", "labels.geojson"]}, "more than one file"),
        ({**good, "values": [1], "absent": True}, 'says "absent": true and has "values"'),
        ({**good, "unknown": [255]}, 'has "unknown" but no "values"'),
        ({"scene": "scene.tif", "phrase": "ships", "absent": True, "unknown": [255]}, 'has "unknown" but no "labels"'),
        ({**good, "gsd": 0}, '"gsd" that is not a number of metres above 0'),
        ({**good, "separate": "no"}, '"separate" that is not true or false'),
        ({**good, "class": 3}, '"class" that is not text'),
    ],
)
def test_a_wrong_entry_is_named(folder, entry, says):
    (folder / "manifest.json").write_text(json.dumps([good, entry]))
    with pytest.raises(ManifestError, match=says) as caught:
        read_manifest(folder / "manifest.json")
    assert str(caught.value).startswith("Entry 2 of ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "{}", "[]", "3", "[" * 100_000, "\x00"])
def test_what_is_no_list_of_entries_is_refused(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(ManifestError, match="manifest"):
        read_manifest(tmp_path / "manifest.json")


def test_a_manifest_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\xff")
    for path in (tmp_path / "none.json", tmp_path, tmp_path / "binary.json"):
        with pytest.raises(ManifestError):
            read_manifest(path)
