"""What is said between QGIS and a real engine process."""

from __future__ import annotations

import sys

import geopandas

from phrasegon.model.version import version
from phrasegon.protocol import Hello, Request, Result, Welcome


def test_it_says_what_it_is_and_has(engine):
    welcome = engine.ask(Hello("0.1.0"))
    assert isinstance(welcome, Welcome)
    assert welcome.phrasegon == version()
    assert welcome.python == ".".join(map(str, sys.version_info[:3]))
    assert welcome.devices[-1].name == "cpu"
    assert 0 < welcome.devices[-1].free_bytes < welcome.devices[-1].total_bytes
    nano = welcome.models[0]
    assert (nano.name, nano.installed, nano.tile) == ("rs2sam2-nano", True, 512)
    assert {"trees", "swimming", "pools"} <= set(nano.words)
    assert not {"zebra", "<unk>", "<s>", ""} & set(nano.words)
    assert {"largest", "left"} <= set(welcome.comparing)


def test_a_second_phrase_finds_the_network_loaded(engine, claremont, tmp_path):
    engine.ask(Request(str(claremont), ("trees",), str(tmp_path / "trees.gpkg")))
    trees = engine.heard[-1]
    engine.ask(Request(str(claremont), ("swimming pools",), str(tmp_path / "pools.gpkg")))
    pools, stages = engine.heard[-1], engine.stages()

    assert isinstance(trees, Result)
    assert isinstance(pools, Result)
    assert trees.polygons == len(geopandas.read_file(trees.output)) > pools.polygons > 0
    assert stages[0] == "segmenting"
    assert stages[-1] == "writing"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pools.gpkg", "trees.gpkg"]
