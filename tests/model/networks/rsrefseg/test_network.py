"""What holds for every size of RSRefSeg: what is kept apart, padding, folding, precision, published sizes."""

from __future__ import annotations

import dataclasses
import math

import pytest
import torch

from phrasegon.model.networks.loading import network_shapes
from phrasegon.model.networks.lora import factor_shapes
from phrasegon.model.networks.rsrefseg import PRESETS, RSRefSeg, RSRefSegConfig
from phrasegon.model.networks.rsrefseg.checkpoint import load_network
from phrasegon.model.networks.rsrefseg.names import plain_names, plain_shape

SHORT = [5, 9, 1]
LONG = [11, 23, 42, 7, 8, 1]


@pytest.fixture(scope="module")
def network(config: RSRefSegConfig) -> RSRefSeg:
    torch.manual_seed(5)
    network = RSRefSeg(config).eval()
    for parameter in network.parameters():
        parameter.data += 0.05 * torch.randn_like(parameter)
    return network


@pytest.fixture(scope="module")
def image(config: RSRefSegConfig) -> torch.Tensor:
    return torch.rand(2, 3, config.image_size, config.image_size, generator=torch.Generator().manual_seed(6))


@torch.no_grad()
def test_shapes(network: RSRefSeg, image: torch.Tensor) -> None:
    output = network(image, torch.tensor([SHORT, SHORT[::-1]]))
    quarter, grid = network.config.sam.image_size // 4, network.config.siglip.grid
    assert output.logits.shape == (2, 1, quarter, quarter)
    assert output.similarity.shape == (2, 1, grid, grid)
    assert output.best_similarity.tolist() == [picture.max().item() for picture in output.similarity]


@torch.no_grad()
def test_a_batch_of_two_equals_two_single_runs(network: RSRefSeg, image: torch.Tensor) -> None:
    ids = torch.tensor([SHORT, SHORT[::-1]])
    batch = network(image, ids)
    for index in range(2):
        alone = network(image[index : index + 1], ids[index : index + 1])
        torch.testing.assert_close(batch.logits[index : index + 1], alone.logits, rtol=0, atol=1e-5)


@torch.no_grad()
def test_one_phrase_serves_many_pictures_and_one_picture_many_phrases(network: RSRefSeg, image: torch.Tensor) -> None:
    maps = network.encode_image(image)
    for ids in (SHORT, LONG):
        kept = network.decode(maps, network.encode_phrase(torch.tensor([ids])))
        anew = network(image, torch.tensor([ids, ids]))
        torch.testing.assert_close(kept.logits, anew.logits, rtol=0, atol=1e-5)


@torch.no_grad()
def test_padding_is_read_like_words(network: RSRefSeg, image: torch.Tensor) -> None:
    alone = network(image[:1], torch.tensor([SHORT])).logits
    behind_padding = network(image[:1], torch.tensor([[*SHORT, 0, 0]])).logits
    assert (behind_padding - alone).abs().max() > 1e-3


@torch.no_grad()
def test_freezing_changes_nothing_but_the_work(network: RSRefSeg, image: torch.Tensor) -> None:
    state = {name: value for name, value in network.state_dict().items() if not name.endswith("num_batches_tracked")}
    frozen, ids = load_network(network.config, state), torch.tensor([LONG])
    torch.testing.assert_close(frozen(image[:1], ids).logits, network(image[:1], ids).logits, rtol=0, atol=1e-5)
    assert not any(isinstance(module, torch.nn.BatchNorm2d) for module in frozen.modules())
    rough = load_network(network.config, state, dtype=torch.bfloat16)(image[:1], ids).logits
    exact = frozen(image[:1], ids).logits
    assert rough.dtype == torch.float32
    assert (rough - exact).square().mean().sqrt() < 0.1 * exact.std()


@torch.no_grad()
def test_the_public_variant_normalises_for_siglip_alone(network: RSRefSeg) -> None:
    seen = []
    hook = network.siglip.visual.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    network.encode_image(torch.full((1, 3, network.config.image_size, network.config.image_size), 0.5))
    hook.remove()
    expected = [(0.5 - mean) / std for mean, std in zip((0.485, 0.456, 0.406), (0.229, 0.224, 0.225), strict=True)]
    assert seen[0].amin(dim=(2, 3)).flatten().tolist() == pytest.approx(expected, abs=1e-5)


def with_adapters(config: RSRefSegConfig) -> int:
    """Parameters of the published network: its own, SigLIP's unused pooling head, and the adapters of rank 16."""
    targets = (".qkv.", ".attn.proj.", ".lin1.", ".lin2.", "neck.conv", "_proj.", "text_model.head.")
    models = ("vision_encoder.", "vision_model.", "text_model.")
    dim, hidden = config.siglip.dim, 4304
    total = 4 * (dim * dim + dim) + 2 * dim * hidden + hidden + dim + 3 * dim
    for name, shape in network_shapes(lambda: RSRefSeg(config)).items():
        total += 0 if "running_" in name else math.prod(shape)
        for plain in plain_names(name):
            if plain.startswith(models) and plain.endswith("weight") and any(target in plain for target in targets):
                total += sum(math.prod(factor) for factor in factor_shapes(plain_shape(name, shape), 16))
    return total


def test_the_published_sizes_are_reached_with_the_first_siglip() -> None:
    millions = {
        name: with_adapters(dataclasses.replace(config, siglip=dataclasses.replace(config.siglip, vocabulary=32_000)))
        / 1e6
        for name, config in PRESETS.items()
    }
    assert round(millions["base"]) == 984
    assert round(millions["large"], -2) == 1200
