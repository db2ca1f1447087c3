"""PSLG-SAM behind the segmenter interface, from files with the released names to the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from phrasegon.model.engine.segmenting import Segmenting
from phrasegon.model.errors import OptionError, WeightsError
from phrasegon.model.networks import lqvg, sam2
from phrasegon.model.networks.lqvg.checkpoint import dead_shapes
from phrasegon.model.networks.lqvg.checkpoint import load_network as load_lqvg
from phrasegon.model.networks.sam2.checkpoint import load_network as load_sam2
from phrasegon.model.prompting import Box, snap
from phrasegon.model.segmenters.interface import Features, Segmenter
from phrasegon.model.segmenters.keeping import KeepingSegmenter
from phrasegon.model.segmenters.kept import FeatureStore
from phrasegon.model.segmenters.letterbox import Letterbox
from phrasegon.model.segmenters.precision import precision_for
from phrasegon.model.segmenters.registry import load_segmenter
from phrasegon.model.segmenters.subwords import Subwords
from phrasegon.model.weights.store import load_state_dict, locate
from phrasegon.protocol import Answer, Progress, Request

NAME, PART = "pslg-sam", "sam2.1-hiera-large"
PRECISION = precision_for(torch.device("cpu"))
PHRASE = "the red roofs"

GROUNDING = lqvg.LQVGConfig(
    image_size=96,
    blocks=(1, 1, 1, 1),
    text=lqvg.TextConfig(dim=32, depth=2, heads=2, ffn=48, vocabulary=60, positions=20),
    dim=64,
    heads=4,
    points=2,
    encoder_layers=1,
    decoder_layers=2,
    ffn=80,
    queries=5,
)
MASKING = sam2.SAM2Config(
    dim=16,
    heads=1,
    stages=(1, 1, 2, 1),
    windows=(8, 4, 8, 4),
    global_blocks=(3,),
    position_grid=7,
    image_size=128,
    prompt_dim=32,
    decoder_mlp=64,
)


def released_lqvg() -> dict[str, torch.Tensor]:
    """Each box head twice, and what no forward pass touches; its boxes are of all kinds."""
    torch.manual_seed(5)
    state = lqvg.LQVG(GROUNDING).state_dict()
    for name, tensor in state.items():
        if name.startswith("bbox_embed") and ".layers.2." in name:
            tensor.normal_(std=0.2)
    heads = {f"transformer.decoder.{name}": tensor.clone() for name, tensor in state.items() if "bbox_embed" in name}
    return state | heads | {name: torch.zeros(shape) for name, shape in dead_shapes(GROUNDING).items()}


def released_sam2() -> dict[str, torch.Tensor]:
    """With a tensor of the memory that videos need."""
    torch.manual_seed(6)
    state = {name: tensor + 0.05 * torch.randn_like(tensor) for name, tensor in sam2.SAM2(MASKING).state_dict().items()}
    return state | {"memory_attention.norm.weight": torch.ones(4)}


@pytest.fixture
def install_both(
    install: Callable[..., None], word_pieces: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Segmenter]:
    monkeypatch.setitem(lqvg.PRESETS, "small", GROUNDING)
    monkeypatch.setitem(sam2.PRESETS, "small", MASKING)
    install(NAME, released_lqvg(), word_pieces, preset="small", tile=80)
    return lambda: install(PART, released_sam2(), preset="small")


@pytest.fixture
def small(install_both: Callable[..., None]) -> Segmenter:
    install_both()
    return load_segmenter(NAME, device="cpu")


@pytest.fixture
def networks(small: Segmenter) -> tuple[lqvg.LQVG, sam2.SAM2]:
    found = locate(NAME)
    return (
        load_lqvg(GROUNDING, load_state_dict(found.weights)),
        load_sam2(MASKING, load_state_dict(found.parts[PART]), dtype=PRECISION),
    )


def ask(segmenter: Segmenter, tiles: np.ndarray, phrase: str = PHRASE) -> torch.Tensor:
    return segmenter.decode(segmenter.encode_image(tiles), segmenter.encode_phrase(phrase)).probability


def boxes_of(network: lqvg.LQVG, tile: np.ndarray, ids: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Scores and corners of all boxes on a tile, the best first."""
    letterbox = Letterbox(80, 80, GROUNDING.image_size)
    with torch.inference_mode():
        found = network(letterbox.pictures(tile[None]), torch.tensor([ids]), torch.ones(1, len(ids)))
    order = found.scores[0].argsort(descending=True)
    return found.scores[0][order].numpy(), letterbox.boxes(found.boxes[0][order])


def test_from_released_files_to_an_answer(small: Segmenter, tiles: np.ndarray) -> None:
    image = small.encode_image(tiles)
    assert isinstance(image, Features)
    assert {len(values) for values in image.maps.values()} == {2}
    answer = small.decode(image, small.encode_phrase(PHRASE))
    assert answer.probability.shape == (2, 80, 80)
    assert answer.probability.dtype == torch.float32
    assert 0 <= answer.probability.min() < answer.probability.max() <= 1
    assert torch.equal(answer.presence, torch.ones(2))
    assert small.unknown_words("zebra") == small.corrected_words("zebra") == ()


def test_another_sam_makes_another_model(small: Segmenter, install: Callable[..., None]) -> None:
    other = {name: tensor + 1 if name == "no_mem_embed" else tensor for name, tensor in released_sam2().items()}
    install(PART, other, preset="small")
    assert load_segmenter(NAME, device="cpu").spec.weights_sha256 != small.spec.weights_sha256


def test_an_engine_takes_up_another_sam(
    small: Segmenter, install: Callable[..., None], write_scene: Callable[..., Path], tiles: np.ndarray, tmp_path: Path
) -> None:
    segmenting = Segmenting()
    scene = str(write_scene(tiles[1, 0]))

    def loads(name: str) -> bool:
        heard: list[Answer] = []
        segmenting.run(Request(scene, (PHRASE,), str(tmp_path / name), model=NAME, device="cpu"), heard.append)
        return any(isinstance(answer, Progress) and answer.stage == "loading" for answer in heard)

    assert loads("first.gpkg")
    assert not loads("second.gpkg")
    other = {name: tensor + 1 if name == "no_mem_embed" else tensor for name, tensor in released_sam2().items()}
    install(PART, other, preset="small")
    assert loads("third.gpkg")


def test_only_tensors_that_are_read_are_kept(small: Segmenter) -> None:
    found = locate(NAME)
    assert load_state_dict(found.weights).keys() == lqvg.LQVG(GROUNDING).state_dict().keys()
    assert load_state_dict(found.parts[PART]).keys() == sam2.SAM2(MASKING).state_dict().keys()


def test_the_mask_is_that_of_the_object_in_the_best_box(
    small: Segmenter, networks: tuple[lqvg.LQVG, sam2.SAM2], tiles: np.ndarray, word_pieces: Path
) -> None:
    grounding, masking = networks
    ids = Subwords(word_pieces, begin="<s>", end="</s>", lower=True, most=18).encode(PHRASE)
    for number, tile in enumerate(tiles):
        _, boxes = boxes_of(grounding, tile, ids)
        (expected,) = snap(masking, tile, [Box(*boxes[0])])
        found = ask(small, tiles[number : number + 1])[0] > 0.5
        assert (found.numpy() != (expected.mask if expected else 0)).mean() < 0.01


def test_capitals_make_no_difference_and_another_phrase_does(small: Segmenter, tiles: np.ndarray) -> None:
    image = small.encode_image(tiles)
    red, shouted, ships = (
        small.decode(image, small.encode_phrase(phrase)).probability for phrase in (PHRASE, "The  RED roofs", "ships")
    )
    assert torch.equal(red, shouted)
    assert not torch.equal(red, ships)


def test_every_box_above_a_score_may_count(
    small: Segmenter, networks: tuple[lqvg.LQVG, sam2.SAM2], tiles: np.ndarray, word_pieces: Path
) -> None:
    vocabulary = Subwords(word_pieces, begin="<s>", end="</s>", lower=True, most=18)
    scores, boxes = boxes_of(networks[0], tiles[1], vocabulary.encode(PHRASE))
    between = float(scores[1] + scores[2]) / 2

    def asked(least: float) -> torch.Tensor:
        return ask(load_segmenter(NAME, device="cpu", least_score=least), tiles[1:])[0]

    assert torch.equal(asked(1.01), torch.zeros(80, 80))
    best, two, all_ = ask(small, tiles[1:])[0], asked(between), asked(0.0)
    assert (two >= best).all()
    assert (all_ >= two).all()
    assert not torch.equal(all_, best)
    expected = [one.mask for one in snap(networks[1], tiles[1], [Box(*box) for box in boxes[:2]]) if one]
    assert ((two > 0.5).numpy() != np.any(expected, axis=0)).mean() < 0.01


def test_a_least_score_means_nothing_to_a_model_that_finds_no_boxes() -> None:
    with pytest.raises(OptionError, match="rs2sam2-nano finds no boxes"):
        load_segmenter("rs2sam2-nano", device="cpu", least_score=0.3)


def test_a_batch_gives_what_single_tiles_give(small: Segmenter, tiles: np.ndarray) -> None:
    both = ask(small, tiles)
    for number in range(2):
        alone = ask(small, tiles[number : number + 1])[0]
        assert (both[number] - alone).abs().mean() < 0.01


def test_what_is_kept_of_tiles_gives_the_answer_again(small: Segmenter, tiles: np.ndarray, tmp_path: Path) -> None:
    first, second = (ask(KeepingSegmenter(small, FeatureStore(tmp_path / "kept", 10**9)), tiles) for _ in range(2))
    assert torch.equal(first, second)
    assert (first - ask(small, tiles)).abs().mean() < 0.01


def test_without_its_part_it_says_how_to_get_it(install_both: Callable[..., None]) -> None:
    with pytest.raises(WeightsError, match=rf"{PART}, which {NAME} needs, .* phrasegon fetch {PART}"):
        load_segmenter(NAME, device="cpu")
