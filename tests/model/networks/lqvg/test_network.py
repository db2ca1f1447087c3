"""What holds for every size of LQVG: padding, sharing of pictures and phrases, folding, gradients."""

from __future__ import annotations

import dataclasses

import pytest
import torch

from phrasegon.model.networks.lqvg import LQVG, PADDING_ID, Boxes, LQVGConfig, Words
from phrasegon.model.networks.lqvg.checkpoint import load_network

SHORT = [0, 5, 9, 2]
LONG = [0, 11, 23, 42, 7, 8, 2]


@pytest.fixture(scope="module")
def network(small: LQVGConfig, state: dict[str, torch.Tensor]) -> LQVG:
    return load_network(small, state)


@pytest.fixture(scope="module")
def pictures() -> torch.Tensor:
    return torch.randn(2, 3, 64, 96, generator=torch.Generator().manual_seed(2))


def phrases(network: LQVG, *sentences: list[int]) -> Words:
    longest = max(len(ids) for ids in sentences)
    ids = torch.tensor([ids + [PADDING_ID] * (longest - len(ids)) for ids in sentences])
    return network.encode_phrase(ids, ids != PADDING_ID)


def same(actual: Boxes, expected: Boxes, tolerance: float = 1e-5) -> None:
    torch.testing.assert_close(actual.layer_boxes, expected.layer_boxes, rtol=0, atol=tolerance)
    torch.testing.assert_close(actual.layer_logits, expected.layer_logits, rtol=0, atol=10 * tolerance)


def one(boxes: Boxes, index: int) -> Boxes:
    return Boxes(boxes.layer_logits[:, index : index + 1], boxes.layer_boxes[:, index : index + 1])


def test_a_padded_phrase_equals_the_phrase_alone(network: LQVG, pictures: torch.Tensor) -> None:
    features = network.encode_image(pictures[:1])
    together = network.ground(features, phrases(network, SHORT, LONG))
    for index, ids in enumerate((SHORT, LONG)):
        same(one(together, index), network.ground(features, phrases(network, ids)))


def test_phrases_get_different_boxes(network: LQVG, pictures: torch.Tensor) -> None:
    together = network.ground(network.encode_image(pictures[:1]), phrases(network, SHORT, LONG))
    assert (together.boxes[0] - together.boxes[1]).abs().max() > 1e-3


def test_one_phrase_serves_several_pictures(network: LQVG, pictures: torch.Tensor) -> None:
    words = phrases(network, LONG)
    together = network.ground(network.encode_image(pictures), words)
    for index in range(2):
        same(one(together, index), network.ground(network.encode_image(pictures[index : index + 1]), words))


def test_one_padded_picture_serves_several_phrases(network: LQVG, pictures: torch.Tensor) -> None:
    mask = torch.ones(1, 64, 96, dtype=torch.bool)
    mask[:, :, 64:] = False
    features = network.encode_image(pictures[:1], mask)
    together = network.ground(features, phrases(network, SHORT, LONG))
    same(one(together, 1), network.ground(features, phrases(network, LONG)))


def test_a_mask_without_padding_changes_nothing(network: LQVG, pictures: torch.Tensor) -> None:
    words = phrases(network, LONG, SHORT)
    mask = torch.ones(2, 64, 96, dtype=torch.bool)
    same(
        network.ground(network.encode_image(pictures, mask), words),
        network.ground(network.encode_image(pictures), words),
    )


def test_what_lies_behind_padding_is_not_read(network: LQVG, pictures: torch.Tensor) -> None:
    mask = torch.ones(2, 64, 96, dtype=torch.bool)
    mask[:, 40:] = False
    features = network.encode_image(pictures, mask)
    other = tuple(
        level.masked_fill(~valid[:, None], 3.0) for level, valid in zip(features.maps, features.valid, strict=True)
    )
    words = phrases(network, LONG)
    same(network.ground(dataclasses.replace(features, maps=other), words), network.ground(features, words))


def test_forward_is_the_three_steps_together(network: LQVG, pictures: torch.Tensor) -> None:
    ids = torch.tensor([LONG])
    whole = network(pictures[:1], ids, torch.ones_like(ids))
    same(whole, network.ground(network.encode_image(pictures[:1]), phrases(network, LONG)), tolerance=0)


def test_the_answer_is_the_box_with_the_best_score() -> None:
    logits = torch.tensor([[[0.0, 1.0]], [[2.0, -1.0]]])
    boxes = torch.arange(16.0).view(2, 1, 2, 4)
    score, box = Boxes(logits, boxes).best()
    assert score.item() == pytest.approx(torch.tensor(2.0).sigmoid().item())
    assert box.tolist() == [[8, 9, 10, 11]]


def test_folding_changes_nothing_but_the_number_of_layers(
    small: LQVGConfig, state: dict[str, torch.Tensor], network: LQVG, pictures: torch.Tensor
) -> None:
    plain = LQVG(small).eval()
    plain.load_state_dict(state)
    words = phrases(network, LONG, SHORT)
    with torch.no_grad():
        same(plain.ground(plain.encode_image(pictures), words), network.ground(network.encode_image(pictures), words))
    assert len(network.state_dict()) < len(state)


def test_with_gradients_the_boxes_are_the_same_and_every_tensor_learns(
    small: LQVGConfig, state: dict[str, torch.Tensor], network: LQVG, pictures: torch.Tensor
) -> None:
    learning = LQVG(small)
    learning.load_state_dict(state)
    ids = torch.tensor([LONG, SHORT + [PADDING_ID] * 3])
    boxes = learning(pictures, ids, ids != PADDING_ID)
    same(boxes, network(pictures, ids, ids != PADDING_ID))
    (boxes.layer_boxes.square().sum() + boxes.layer_logits.square().sum()).backward()
    assert [name for name, tensor in learning.named_parameters() if tensor.grad is None] == []


def test_half_precision_of_the_residual_network_gives_nearly_the_same_boxes(
    small: LQVGConfig, state: dict[str, torch.Tensor], network: LQVG, pictures: torch.Tensor
) -> None:
    ids = torch.tensor([LONG])
    rough = load_network(small, state, dtype=torch.bfloat16)(pictures[:1], ids, torch.ones_like(ids))
    exact = network(pictures[:1], ids, torch.ones_like(ids))
    assert rough.boxes.dtype == torch.float32
    assert 0 < (rough.boxes - exact.boxes).abs().max() < 0.05


def test_a_picture_may_have_any_size(network: LQVG) -> None:
    boxes = network(torch.zeros(1, 3, 75, 50), torch.tensor([SHORT]), torch.ones(1, len(SHORT)))
    assert boxes.scores.shape == (1, 5)
    assert boxes.boxes.shape == (1, 5, 4)
    assert boxes.layer_boxes.shape == (3, 1, 5, 4)
