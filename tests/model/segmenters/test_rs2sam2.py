"""The shipped nano behind the segmenter interface."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from safetensors.torch import load_file, save_file

from phrasegon.model.errors import ModelError, WeightsError
from phrasegon.model.segmenters.interface import Segmenter
from phrasegon.model.segmenters.registry import load_model, load_segmenter
from phrasegon.model.weights.catalogue import find
from phrasegon.model.weights.store import locate

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample" / "claremont.tif"
POOL = (60, 134)  # row and column of the brightest pool of the sample
ROAD = (95, 60)


@pytest.fixture(scope="module")
def nano() -> Segmenter:
    return load_segmenter("rs2sam2-nano", device="cpu")


@pytest.fixture(scope="module")
def tile(nano: Segmenter) -> np.ndarray:
    with rasterio.open(SAMPLE) as scene:
        picture = scene.read([1, 2, 3])
    missing = nano.spec.tile - picture.shape[1]
    return np.pad(picture, ((0, 0), (0, missing), (0, missing)), "reflect")


def ask(nano: Segmenter, tiles: np.ndarray, phrase: str) -> tuple[torch.Tensor, torch.Tensor]:
    answer = nano.decode(nano.encode_image(tiles), nano.encode_phrase(phrase))
    return answer.probability, answer.presence


def test_it_finds_the_pool_and_leaves_the_road(nano: Segmenter, tile: np.ndarray) -> None:
    probability, presence = ask(nano, tile[None], "swimming pools")
    assert probability.shape == (1, nano.spec.tile, nano.spec.tile)
    assert presence[0] > 0.5
    assert probability[0][POOL] > 0.5
    assert probability[0][ROAD] < 0.5


def test_other_weights_are_not_calibrated_with_the_nano_s_figures(
    nano: Segmenter, tile: np.ndarray, tmp_path: Path
) -> None:
    own = locate("rs2sam2-nano").weights
    state = load_file(own)
    save_file(state, tmp_path / "same-network.safetensors", {"trained": "by a user"})
    other = load_segmenter("rs2sam2-nano", weights=tmp_path / "same-network.safetensors", device="cpu")
    assert other.spec.weights_sha256 != nano.spec.weights_sha256
    logit, plain = (torch.logit(ask(network, tile[None], "trees")[0], 1e-6) for network in (nano, other))
    between = (logit.abs() < 10) & (plain.abs() < 10)
    calibration = find("rs2sam2-nano").calibration
    assert calibration is not None
    calibrated = calibration.mask_slope * (plain - calibration.mask_level)
    assert torch.allclose(logit[between], calibrated[between], atol=1e-2)
    copy = tmp_path / "copy.safetensors"
    copy.write_bytes(own.read_bytes())
    same = load_segmenter("rs2sam2-nano", weights=copy, device="cpu")
    assert torch.equal(ask(same, tile[None], "trees")[0], ask(nano, tile[None], "trees")[0])


def test_another_phrase_gives_another_mask(nano: Segmenter, tile: np.ndarray) -> None:
    pools, trees = (ask(nano, tile[None], phrase)[0] > 0.5 for phrase in ("swimming pools", "trees"))
    assert (pools & trees).sum() < 0.1 * trees.sum()


@pytest.mark.parametrize(
    ("phrase", "written"),
    [
        ("swimming pools", "SWIMMING POOLS"),
        ("swimming pools", "the swiming pools"),
        ("swimming pools", "swimming ppols"),
        ("the trees", "trees"),
        ("vegetation", "The vegetetion."),
    ],
)
def test_capitals_articles_and_a_slip_of_the_pen_give_the_same_mask(
    nano: Segmenter, tile: np.ndarray, phrase: str, written: str
) -> None:
    assert nano.unknown_words(written) == ()
    for one, other in zip(ask(nano, tile[None], phrase), ask(nano, tile[None], written), strict=True):
        assert torch.equal(one, other)


def test_a_batch_gives_what_single_tiles_give(nano: Segmenter, tile: np.ndarray) -> None:
    mirrored = tile[:, :, ::-1].copy()
    both, _ = ask(nano, np.stack([tile, mirrored]), "trees")
    rounding = 1e-4 if nano.spec.precision == "float32" else 2e-2
    for index, alone in enumerate((tile, mirrored)):
        torch.testing.assert_close(both[index], ask(nano, alone[None], "trees")[0][0], rtol=0, atol=rounding)


def test_a_word_it_never_learnt_is_told(nano: Segmenter) -> None:
    assert nano.unknown_words("the zebra next to the Trees") == ("zebra",)


def test_an_unknown_device_is_refused() -> None:
    with pytest.raises(ModelError, match="There is no device 'abacus'"):
        load_segmenter("rs2sam2-nano", device="abacus")


def test_weights_that_were_not_fetched_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHRASEGON_HOME", str(tmp_path))
    with pytest.raises(WeightsError, match="phrasegon fetch rs2sam2-rrsisd"):
        load_segmenter("rs2sam2-rrsisd", device="cpu")


def test_without_its_calibration_it_says_something_else(nano: Segmenter, tile: np.ndarray) -> None:
    raw = load_model(replace(find("rs2sam2-nano"), calibration=None), device="cpu")
    calibrated, plain = (ask(one, tile[None], "trees")[0] for one in (nano, raw))
    level = find("rs2sam2-nano").calibration
    expected = (level.mask_slope * (plain.logit() - level.mask_level)).sigmoid()
    torch.testing.assert_close(calibrated, expected, rtol=0, atol=1e-4)
