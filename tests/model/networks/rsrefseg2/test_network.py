"""What holds for every size of RSRefSeg 2: what is kept apart, padding, folding, precision, sizes."""

from __future__ import annotations

import dataclasses

import pytest
import torch

from phrasegon.model.networks.rs2sam2 import PADDING_ID
from phrasegon.model.networks.rsrefseg2 import PRESETS, RSRefSeg2, RSRefSeg2Config
from phrasegon.model.networks.rsrefseg2.checkpoint import load_network
from phrasegon.model.networks.rsrefseg2.initial import initialise

NANO = PRESETS["nano"]
SMALL = dataclasses.replace(
    NANO,
    image_size=128,
    siglip=dataclasses.replace(NANO.siglip, dim=32, heads=2, image_size=64, vocabulary=64, context=16),
    trunk=dataclasses.replace(NANO.trunk, dim=16, stages=(1, 1, 2, 1), global_blocks=(3,)),
    prompter=dataclasses.replace(NANO.prompter, inner=32, heads=4, hidden=24, split_layers=2, refine_layers=2),
    prompt_dim=64,
)
RELEASED = dataclasses.replace(
    SMALL,
    trunk=dataclasses.replace(SMALL.trunk, convolutions=False),
    prompter=dataclasses.replace(SMALL.prompter, batch_norm=True),
    alternatives=3,
    stability_fallback=True,
    mask_padding=False,
)
SHORT = [0, 5, 9, 2]
LONG = [0, 11, 23, 42, 7, 8, 2]


def random_network(config: RSRefSeg2Config) -> RSRefSeg2:
    torch.manual_seed(1)
    network = initialise(RSRefSeg2(config))
    for parameter in network.parameters():
        parameter.data += 0.02 * torch.randn_like(parameter)
    for name, buffer in network.named_buffers():
        if name.endswith("running_var"):
            buffer.add_(torch.rand_like(buffer))
    return network.eval()


@pytest.fixture(scope="module")
def small() -> RSRefSeg2:
    return random_network(SMALL)


@pytest.fixture(scope="module")
def released() -> RSRefSeg2:
    return random_network(RELEASED)


@pytest.fixture(scope="module")
def image() -> torch.Tensor:
    return torch.rand(2, 3, SMALL.image_size, SMALL.image_size, generator=torch.Generator().manual_seed(2))


def padded(ids: list[int]) -> list[int]:
    return ids + [PADDING_ID] * (len(LONG) - len(ids))


@torch.no_grad()
def test_a_padded_batch_equals_single_runs(small: RSRefSeg2, image: torch.Tensor) -> None:
    batch = small(image, torch.tensor([padded(SHORT), LONG]))
    for index, ids in enumerate((SHORT, LONG)):
        alone = small(image[index : index + 1], torch.tensor([ids]))
        torch.testing.assert_close(batch.logits[index : index + 1], alone.logits, rtol=0, atol=1e-5)
        torch.testing.assert_close(batch.presence[index : index + 1], alone.presence, rtol=0, atol=1e-5)


@torch.no_grad()
def test_the_released_behaviour_lets_padding_through(released: RSRefSeg2, image: torch.Tensor) -> None:
    alone = released(image[:1], torch.tensor([SHORT])).logits
    behind_padding = released(image[:1], torch.tensor([padded(SHORT)])).logits
    assert (behind_padding - alone).abs().max() > 1e-3


@torch.no_grad()
def test_one_phrase_serves_many_pictures_and_one_picture_many_phrases(released: RSRefSeg2, image: torch.Tensor) -> None:
    maps = released.encode_image(image)
    for ids in (SHORT, LONG):
        kept = released.decode(maps, released.encode_phrase(torch.tensor([ids])))
        anew = released(image, torch.tensor([ids, ids]))
        torch.testing.assert_close(kept.logits, anew.logits, rtol=0, atol=1e-5)
        torch.testing.assert_close(kept.similarity, anew.similarity, rtol=0, atol=1e-5)


@torch.no_grad()
@pytest.mark.parametrize("name", ["small", "released"])
def test_freezing_changes_nothing_but_the_work(name: str, image: torch.Tensor, request: pytest.FixtureRequest) -> None:
    plain: RSRefSeg2 = request.getfixturevalue(name)
    state = {key: value for key, value in plain.state_dict().items() if not key.endswith("num_batches_tracked")}
    ids = torch.tensor([LONG])
    frozen = load_network(plain.config, state)
    torch.testing.assert_close(frozen(image[:1], ids).logits, plain(image[:1], ids).logits, rtol=0, atol=1e-5)
    assert not any(isinstance(module, torch.nn.BatchNorm2d) for module in frozen.modules())


@torch.no_grad()
def test_bfloat16_gives_nearly_the_same_mask(small: RSRefSeg2, image: torch.Tensor) -> None:
    ids = torch.tensor([LONG, padded(SHORT)])
    exact = small(image, ids).logits
    rough = load_network(SMALL, small.state_dict(), dtype=torch.bfloat16)(image, ids).logits
    assert rough.dtype == torch.float32
    assert (rough - exact).square().mean().sqrt() < 0.1 * exact.std()


@torch.no_grad()
def test_shapes_and_the_best_similarity(small: RSRefSeg2, image: torch.Tensor) -> None:
    output = small(image, torch.tensor([LONG, padded(SHORT)]))
    quarter = SMALL.image_size // 4
    assert output.logits.shape == output.similarity.shape == (2, 1, quarter, quarter)
    assert output.presence.shape == (2,)
    assert output.best_similarity.tolist() == [picture.max().item() for picture in output.similarity]


@torch.no_grad()
def test_an_unstable_mask_gives_way_to_an_alternative_in_evaluation_only(
    released: RSRefSeg2, image: torch.Tensor
) -> None:
    ids = torch.tensor([LONG])
    state = released.state_dict()
    first_only = RSRefSeg2(dataclasses.replace(RELEASED, stability_fallback=False)).eval()
    first_only.load_state_dict(state)
    decoder = released.sam.sam_mask_decoder
    decoder.dynamic_multimask_stability_thresh = 1.1
    first, alternative = first_only(image[:1], ids).logits, released(image[:1], ids).logits
    assert (first - alternative).abs().max() > 1e-3
    decoder.train()
    torch.testing.assert_close(released(image[:1], ids).logits, first, rtol=0, atol=0)
    decoder.eval()
    decoder.dynamic_multimask_stability_thresh = 0.0
    torch.testing.assert_close(released(image[:1], ids).logits, first, rtol=0, atol=0)
    decoder.dynamic_multimask_stability_thresh = 0.98


def test_training_reaches_every_parameter_but_the_quality_head(image: torch.Tensor) -> None:
    network = initialise(RSRefSeg2(SMALL)).train()
    output = network(image, torch.tensor([LONG, padded(SHORT)]))
    (output.logits.square().mean() + output.presence.sum()).backward()
    untouched = {name for name, parameter in network.named_parameters() if parameter.grad is None}
    assert all(name.startswith("sam.sam_mask_decoder.iou_prediction_head.") for name in untouched)


def test_the_nano_is_small() -> None:
    assert sum(parameter.numel() for parameter in RSRefSeg2(NANO).parameters()) <= 3_600_000
