"""The pieces that are computed in another order than they are described in give what is described."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

from phrasegon.model.networks.rsrefseg2.attention import Attention, ReadFew
from phrasegon.model.networks.rsrefseg2.prompter import thirds
from phrasegon.model.networks.rsrefseg2.similarity import enlarged_cosine


@pytest.fixture
def generator() -> torch.Generator:
    return torch.Generator().manual_seed(3)


@pytest.mark.parametrize(("height", "width", "side"), [(8, 8, 64), (5, 7, 33)])
def test_the_cosine_is_that_of_the_enlarged_map(generator: torch.Generator, height: int, width: int, side: int) -> None:
    features = torch.randn(2, 24, height, width, generator=generator)
    vector = torch.randn(2, 24, generator=generator)
    large = F.interpolate(features, size=(side, side), mode="bilinear", align_corners=True)
    expected = F.cosine_similarity(large, vector[:, :, None, None], dim=1).unsqueeze(1)
    torch.testing.assert_close(enlarged_cosine(features, vector, side), expected, rtol=0, atol=2e-6)


def test_many_queries_read_few_keys_as_in_any_attention(generator: torch.Generator) -> None:
    plain, few = Attention(20, 12, 32, 4), ReadFew(20, 12, 32, 4)
    few.load_state_dict(plain.state_dict())
    query, key, value = (torch.randn(2, *shape, generator=generator) for shape in ((50, 20), (3, 12), (3, 12)))
    torch.testing.assert_close(few(query, key, value), plain(query, key, value), rtol=0, atol=1e-6)


@pytest.mark.parametrize("length", [1, 2, 3, 7, 11])
def test_words_are_pooled_as_by_an_adaptive_average(generator: torch.Generator, length: int) -> None:
    words = torch.randn(2, length, 5, generator=generator)
    expected = F.adaptive_avg_pool1d(words.transpose(1, 2), 3).transpose(1, 2)
    torch.testing.assert_close(thirds(words, None, 3), expected, rtol=0, atol=1e-6)
    behind_padding = torch.cat([words, torch.full((2, 4, 5), 9.0)], dim=1)
    valid = torch.arange(length + 4).expand(2, -1) < length
    torch.testing.assert_close(thirds(behind_padding, valid, 3), expected, rtol=0, atol=1e-6)
