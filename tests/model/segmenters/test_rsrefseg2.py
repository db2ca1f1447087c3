"""RSRefSeg 2 behind the segmenter interface, from a file with the released names to the answer."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file

from phrasegon.model.networks.rsrefseg2 import PRESETS, RSRefSeg2
from phrasegon.model.networks.rsrefseg2.checkpoint import load_network
from phrasegon.model.networks.rsrefseg2.initial import initialise
from phrasegon.model.networks.rsrefseg2.released import dead_shapes, released_shapes
from phrasegon.model.segmenters.interface import Features, Segmenter
from phrasegon.model.segmenters.precision import precision_for
from phrasegon.model.segmenters.registry import load_model, load_segmenter
from phrasegon.model.segmenters.rsrefseg2 import pictures
from phrasegon.model.segmenters.subwords import Subwords
from phrasegon.model.training.tokens import train_vocabulary
from phrasegon.model.weights.catalogue import Calibration, entries, find
from phrasegon.model.weights.store import locate

REPOSITORY = Path(__file__).resolve().parents[3]
PARITY = Path(os.environ.get("PHRASEGON_PARITY", REPOSITORY.parent / "shared" / "parity")).resolve() / "rsrefseg2"
RECORDED = PARITY / "preprocess.npz"

NAME = "rsrefseg2-rrsisd"
PRECISION = precision_for(torch.device("cpu"))
TOLERANCE = 0.05 if PRECISION.itemsize < 4 else 1e-4
NANO = PRESETS["nano"]
SMALL = replace(
    NANO,
    image_size=128,
    siglip=replace(NANO.siglip, dim=32, heads=2, image_size=64, vocabulary=64, context=16),
    trunk=replace(NANO.trunk, dim=16, stages=(1, 1, 2, 1), global_blocks=(3,), convolutions=False),
    prompter=replace(NANO.prompter, inner=32, heads=4, hidden=24, batch_norm=True),
    prompt_dim=64,
    alternatives=3,
    mask_padding=False,
)


@pytest.fixture
def small(install: Callable[..., None], word_pieces: Path, monkeypatch: pytest.MonkeyPatch) -> Segmenter:
    """A network of the released kind, with adapters and dead tensors."""
    monkeypatch.setitem(PRESETS, "small", SMALL)
    torch.manual_seed(2)
    network = RSRefSeg2(SMALL).state_dict()
    shapes = {name: tuple(tensor.shape) for name, tensor in network.items() if "num_batches" not in name}
    released = {
        name: torch.randn(shape) * (0.3 if len(shape) > 1 else 0.1) + ("running_var" in name)
        for name, shape in (released_shapes(shapes) | dead_shapes(SMALL)).items()
    }
    install(NAME, released, word_pieces, preset="small", tile=80)
    return load_segmenter(NAME, device="cpu")


def ask(segmenter: Segmenter, tiles: np.ndarray, phrase: str) -> torch.Tensor:
    return segmenter.decode(segmenter.encode_image(tiles), segmenter.encode_phrase(phrase)).probability


def test_from_a_released_file_to_an_answer(small: Segmenter, tiles: np.ndarray) -> None:
    image = small.encode_image(tiles)
    assert isinstance(image, Features)
    assert {len(values) for values in image.maps.values()} == {2}
    assert image.size == (80, 80)
    answer = small.decode(image, small.encode_phrase("the red roofs"))
    assert answer.probability.shape == (2, 80, 80)
    assert answer.probability.dtype == torch.float32
    assert answer.probability.min() >= 0
    assert answer.probability.max() <= 1
    assert answer.probability.std() > 0.01


def test_it_is_the_network_s_own_answer(small: Segmenter, tiles: np.ndarray, word_pieces: Path) -> None:
    state = load_file(locate(NAME).weights)
    network = load_network(SMALL, state, dtype=PRECISION)
    picture = F.interpolate(torch.from_numpy(tiles).float(), (128, 128), mode="bilinear").round() / 255
    vocabulary = Subwords(word_pieces, begin=None, end="<eos>", lower=False, most=16)
    with torch.inference_mode():
        logits = network(picture, torch.tensor([vocabulary.encode("ships in the harbour")])).logits
    full = F.interpolate(F.interpolate(logits, (128, 128), mode="bilinear"), (80, 80), mode="bilinear")[:, 0]
    found = ask(small, tiles, "ships in the harbour")
    torch.testing.assert_close(found, full.sigmoid(), rtol=0, atol=1e-4)


def test_one_look_at_the_tiles_serves_every_phrase(small: Segmenter, tiles: np.ndarray) -> None:
    assert small.spec.caches_image
    image = small.encode_image(tiles)
    first, second = (small.decode(image, small.encode_phrase(phrase)).probability for phrase in ("roofs", "the town"))
    assert (first - second).abs().max() > 1e-3
    assert torch.equal(second, ask(small, tiles, "the town"))


def test_a_batch_gives_what_single_tiles_give(small: Segmenter, tiles: np.ndarray) -> None:
    both = ask(small, tiles, "the red roofs")
    for index in range(2):
        torch.testing.assert_close(
            both[index], ask(small, tiles[index : index + 1], "the red roofs")[0], rtol=0, atol=1e-4
        )


def test_a_phrase_that_is_too_long_is_cut(small: Segmenter, tiles: np.ndarray) -> None:
    long = " ".join(["the red roofs beside the road"] * 10)
    assert torch.equal(ask(small, tiles, long), ask(small, tiles, long + " ships"))


def test_no_word_is_unknown_and_every_tile_counts(small: Segmenter, tiles: np.ndarray) -> None:
    assert small.unknown_words("zebra") == small.corrected_words("zebra") == ()
    presence = small.decode(small.encode_image(tiles), small.encode_phrase("zebra")).presence
    assert presence.shape == (2,)
    assert ((presence >= 0) & (presence <= 1)).all()
    assert small.spec.presence_gate is None


def test_it_is_calibrated_with_the_figures_of_its_weights(small: Segmenter, tiles: np.ndarray) -> None:
    level = Calibration(mask_level=0.3, mask_slope=0.5, presence_level=0.1, presence_slope=2.0, presence_gate=0.4)
    model = replace(find(NAME), calibration=level, knows_absence=True, sha256=locate(NAME).sha256)
    calibrated = load_model(model, device="cpu")
    assert calibrated.spec.presence_gate == 0.4
    answer = calibrated.decode(calibrated.encode_image(tiles), calibrated.encode_phrase("the red roofs"))
    expected = (0.5 * (ask(small, tiles, "the red roofs").logit() - 0.3)).sigmoid()
    torch.testing.assert_close(answer.probability, expected, rtol=0, atol=1e-3)
    assert ((answer.presence > 0) & (answer.presence < 1)).all()
    other = load_model(replace(model, sha256="0" * 64), device="cpu")
    assert torch.equal(ask(other, tiles, "the red roofs"), ask(small, tiles, "the red roofs"))


def test_a_small_network_of_ours_reads_whole_words(
    tmp_path: Path, tiles: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = replace(NANO, image_size=128, siglip=replace(NANO.siglip, image_size=64, context=8))
    monkeypatch.setitem(PRESETS, "small", config)
    monkeypatch.setitem(entries(), NAME, replace(find(NAME), preset="small", tile=80, tokenizer=("words.spm",)))
    torch.manual_seed(3)
    save_file(initialise(RSRefSeg2(config)).state_dict(), tmp_path / "mine.safetensors")
    train_vocabulary(["the red roofs", "buildings near a road", "built-up areas"], tmp_path / "mine.spm")
    ours = load_segmenter(NAME, weights=tmp_path / "mine.safetensors", device="cpu")
    assert ours.unknown_words("zebra roofs") == ("zebra",)
    assert ours.corrected_words("red rofos") == (("rofos", "roofs"),)
    assert ask(ours, tiles, "red buildings near road " * 4).shape == (2, 80, 80)


@pytest.mark.skipif(not RECORDED.is_file(), reason=f"there is no {RECORDED}; set PHRASEGON_PARITY")
@pytest.mark.parametrize("side", [800, 512])
def test_a_picture_is_the_recorded_one_to_one_grey_level(side: int) -> None:
    spec = importlib.util.spec_from_file_location("deterministic_inputs", PARITY / "deterministic_inputs.py")
    inputs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(inputs)
    tile = inputs.uint8_image(f"pre-{side}", side, side).transpose(2, 0, 1)
    levels = 255 * pictures(tile[None], 1024, torch.device("cpu"))[0, :, ::64, ::64].permute(1, 2, 0)
    with np.load(RECORDED) as recorded:
        np.testing.assert_allclose(levels, recorded[f"pre-{side}/resized_slice"], rtol=0, atol=1.001)
