from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm

ROOT = Path(__file__).resolve().parents[3]
NAMES = ("evaluate", "polygons", "segment", "snap")


def test_the_provider_stands_in_the_registry_under_its_name(provider):
    assert QgsApplication.processingRegistry().providerById("phrasegon") is provider
    assert provider.name() == "Phrasegon"
    assert provider.longName().startswith("Phrasegon")
    assert sorted(each.id() for each in provider.algorithms()) == [f"phrasegon:{name}" for name in NAMES]


def test_it_can_be_drawn(provider):
    for each in (provider, *provider.algorithms()):
        assert not each.icon().pixmap(16, 16).toImage().isNull()
        assert Path(each.svgIconPath()).is_file()


@pytest.mark.parametrize("name", NAMES)
def test_an_algorithm_explains_itself(name):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"phrasegon:{name}")
    assert algorithm.displayName()
    assert len(algorithm.shortHelpString()) > 100
    assert algorithm.shortDescription()
    assert algorithm.helpUrl().startswith("https://")
    assert "phrasegon" in algorithm.tags()
    assert (algorithm.group(), algorithm.groupId()) == ("Segmentation", "segmentation")
    assert all(each.description() for each in algorithm.parameterDefinitions())
    assert all(each.description() for each in algorithm.outputDefinitions())


@pytest.mark.parametrize("name", NAMES)
def test_an_algorithm_runs_in_a_thread_can_be_cancelled_and_stands_in_the_model_designer(name):
    flags = QgsApplication.processingRegistry().algorithmById(f"phrasegon:{name}").flags()
    flag = QgsProcessingAlgorithm.Flag
    assert not flags & flag.FlagNoThreading
    assert not flags & flag.FlagHideFromModeler
    assert not flags & flag.FlagHideFromToolbox
    assert flags & flag.FlagCanCancel
    assert flags & flag.FlagSupportsBatch


def test_algorithms_can_be_loaded_anew(provider):
    provider.refreshAlgorithms()
    assert sorted(each.name() for each in provider.algorithms()) == list(NAMES)


def test_probabilities_are_offered_as_geotiffs_only(provider):
    assert provider.supportedOutputRasterLayerExtensions() == ["tif", "tiff"]


def test_nothing_heavy_comes_with_the_provider():
    code = (
        "import sys, qgis.core; before = set(sys.modules); from phrasegon.plugin.processing import provider; "
        "print(sorted({'torch', 'numpy', 'rasterio', 'phrasegon.model'} & (set(sys.modules) - before)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
