"""A CLIP network as a gate: what it sees does not depend on the phrase, and what it says decides which tiles count."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import open_clip
import pytest
import torch

from phrasegon.model.errors import WeightsError
from phrasegon.model.networks import clip
from phrasegon.model.segmenters.clip import ABOUT, NEUTRAL, ClipScorer, load_clip
from phrasegon.model.segmenters.gated import ClipGatedSegmenter
from phrasegon.model.segmenters.keeping import KeepingSegmenter
from phrasegon.model.segmenters.kept import FeatureStore
from phrasegon.model.segmenters.registry import load_model
from phrasegon.model.weights.catalogue import Calibration, find

NAME, SIZE = "remoteclip-vit-b-32", "phrasegon-tiny-clip"
CPU = torch.device("cpu")
LENIENT = Calibration(0.0, 1.0, presence_level=0.1, presence_slope=2.0, presence_gate=0.4)


@pytest.fixture(scope="module", autouse=True)
def _tiny(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A CLIP of the same kind that is small enough for a test."""
    path = tmp_path_factory.mktemp("clip") / f"{SIZE}.json"
    vision = {"image_size": 32, "layers": 1, "width": 32, "head_width": 16, "patch_size": 8}
    text = {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1}
    path.write_text(json.dumps({"embed_dim": 16, "vision_cfg": vision, "text_cfg": text}))
    open_clip.add_model_config(path)


def released() -> dict[str, torch.Tensor]:
    torch.manual_seed(7)
    return clip.build(SIZE).state_dict()


@pytest.fixture
def scorer(install: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> ClipScorer:
    monkeypatch.setitem(clip.PRESETS, "tiny", SIZE)
    install(NAME, released(), preset="tiny")
    return load_clip(NAME, device=CPU, dtype=torch.float32)


def test_the_score_is_the_best_view_s_beyond_that_of_any_satellite_image(scorer: ClipScorer, tiles: np.ndarray) -> None:
    network = clip.build(SIZE).eval()
    network.load_state_dict(released())
    tokenize = open_clip.get_tokenizer(SIZE)
    mean, std = (
        torch.tensor(each)[:, None, None] for each in (open_clip.OPENAI_DATASET_MEAN, open_clip.OPENAI_DATASET_STD)
    )
    views = [tiles, tiles[:, :, :40, :40], tiles[:, :, :40, 40:], tiles[:, :, 40:, :40], tiles[:, :, 40:, 40:]]
    with torch.inference_mode():
        phrase, neutral = (
            network.encode_text(tokenize([t]), normalize=True)[0] for t in (ABOUT.format("roofs"), NEUTRAL)
        )
        seen = []
        for view in views:
            colours = torch.from_numpy(view.copy()).float() / 255
            small = torch.nn.functional.interpolate(colours, size=(32, 32), mode="bicubic", antialias=True).clamp(0, 1)
            seen.append(network.encode_image((small - mean) / std, normalize=True))
        expected = network.logit_scale.exp() * torch.stack([one @ (phrase - neutral) for one in seen]).amax(0)
    found = scorer.score(scorer.see(tiles), scorer.read("roofs"))
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4)


def test_presence_is_the_clip_network_s_and_the_mask_the_other_one_s(
    scorer: ClipScorer, brightness, tiles: np.ndarray
) -> None:
    gated = ClipGatedSegmenter(brightness, scorer, LENIENT)
    answer = gated.decode(gated.encode_image(tiles), gated.encode_phrase("bright roofs"))
    alone = brightness.decode(brightness.encode_image(tiles), "bright roofs")
    assert torch.equal(answer.probability, alone.probability)
    score = scorer.score(scorer.see(tiles), scorer.read("bright roofs"))
    torch.testing.assert_close(answer.presence, (2.0 * (score - 0.1)).sigmoid())
    assert gated.spec.presence_gate == 0.4


def test_what_it_sees_is_kept_with_the_features(scorer: ClipScorer, tiles: np.ndarray, tmp_path: Path, apart) -> None:
    other = apart()
    gated = ClipGatedSegmenter(other, scorer, LENIENT)
    keeping = KeepingSegmenter(gated, FeatureStore(tmp_path / "features", 2**30))
    first = keeping.decode(keeping.encode_image(tiles), keeping.encode_phrase("roofs")).presence
    again = keeping.decode(keeping.encode_image(tiles), keeping.encode_phrase("roofs")).presence
    assert torch.equal(first, again)
    assert len(other.images) == 1


def test_a_model_gets_its_gate_where_that_is_installed_and_calibrated(scorer: ClipScorer) -> None:
    nano = find("rs2sam2-nano")
    assert isinstance(load_model(replace(nano, gate=NAME), device="cpu"), ClipGatedSegmenter)
    assert not isinstance(load_model(replace(nano, gate=NAME, calibration=None), device="cpu"), ClipGatedSegmenter)
    assert not isinstance(load_model(replace(nano, gate="georsclip-vit-b-32"), device="cpu"), ClipGatedSegmenter)


def test_weights_of_another_size_are_refused(install: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(clip.PRESETS, "tiny", SIZE)
    cut = {name: tensor for name, tensor in released().items() if name != "visual.proj"}
    with pytest.raises(WeightsError, match=r"visual\.proj"):
        install(NAME, cut, preset="tiny")
