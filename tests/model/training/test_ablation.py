"""The ablation trains, measures, and takes up where it stopped."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from phrasegon.model.training.ablation import main
from phrasegon.model.training.class_names import CLASS_OF, one_word, told
from phrasegon.model.training.dataset import Example
from phrasegon.model.training.sources import CLASSES

RECIPE = Path(__file__).resolve().parents[3] / "model" / "training" / "rs2sam2_nano.toml"
TRIALS = ("classes", "unet")


@pytest.fixture(scope="module")
def recipe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two crops of 64 pixels a step."""
    general, *_ = RECIPE.read_text().partition("[[stages]]")
    sizes = "size = 64\nsteps = 10\ncrops = 2\nphrases = 3\nplaces = 0.0\n"
    stages = "".join(f'[[stages]]\nteaches = "{teaches}"\n{sizes}' for teaches in ("labels", "both"))
    path = tmp_path_factory.mktemp("recipe") / "recipe.toml"
    path.write_text(general + stages)
    return path


def run(out: Path, data: Path, recipe: Path, *only: str) -> Result:
    chosen = [word for name in only for word in ("--only", name)]
    given = ["--data", str(data), "--out", str(out), "--recipe", str(recipe), "--minutes", "0.01", "--examples", "16"]
    return CliRunner().invoke(main, [*given, *chosen], catch_exceptions=False)


def test_each_network_is_trained_for_its_time_and_measured(small_root: Path, recipe: Path, tmp_path: Path) -> None:
    assert run(tmp_path, small_root, recipe, *TRIALS).exit_code == 0
    found = json.loads((tmp_path / "ablation.json").read_text())
    assert tuple(found) == TRIALS
    for entry in found.values():
        assert entry["seconds"] >= 0.6
        assert entry["samples"] >= 2 * entry["steps"] > 0
        assert 7e6 < entry["parameters"] < 9e6
        assert 0 <= entry["mean_iou"] <= 1
        assert set(entry["classes"]) <= set(CLASSES)
        assert sum(entry["examples"].values()) == 8
    written = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*/*")}
    again = run(tmp_path, small_root, recipe, "unet")
    assert "Ablation" in again.output
    assert "training" not in again.output
    assert "measuring" not in again.output
    assert {path: path.stat().st_mtime_ns for path in tmp_path.glob("*/*")} == written


def test_a_network_without_words_hears_one_word_for_each_class() -> None:
    assert set(CLASS_OF.values()) == set(CLASSES)
    assert len({one_word(name) for name in CLASSES}) == len(CLASSES)
    image, mask = np.zeros((3, 8, 8), np.uint8), np.ones((8, 8), np.uint8)
    pool = Example(image, "the blue pool", mask, True, "colour", "swimming pool", "made", 0.5, None)
    assert told(pool, "phrases") is pool
    assert told(pool, "classes").phrase == "swimmingpool"
