"""Both ways of reading between the cells of maps give what the definition gives."""

from __future__ import annotations

import math

import pytest
import torch

from phrasegon.model.networks.lqvg.sampling import CHUNK_QUERIES, gathered, interpolated

SHAPES = [(5, 7), (3, 4), (1, 2)]
HEADS, WIDTH, POINTS = 3, 4, 2


@pytest.fixture(scope="module")
def inputs() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Values, places (many outside the maps, some on their very edges) and weights, of two samples."""
    generator = torch.Generator().manual_seed(3)
    cells = sum(height * width for height, width in SHAPES)
    values = torch.randn(2, cells, HEADS, WIDTH, generator=generator, dtype=torch.float64)
    grid = (2, 9, HEADS, len(SHAPES), POINTS)
    sizes = torch.tensor([(width, height) for height, width in SHAPES], dtype=torch.float64)[:, None]
    places = (2 * torch.rand(*grid, 2, generator=generator, dtype=torch.float64) - 0.5) * sizes
    places[:, 0], places[:, 1], places[:, 2], places[:, 3] = 0, sizes, 1e4, -1e4
    return values, places, torch.rand(grid, generator=generator, dtype=torch.float64)


def by_definition(values: torch.Tensor, places: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Cell by cell: each one counts by how near it lies to the place, in both directions."""
    batch, queries = places.shape[:2]
    read = torch.zeros(batch, queries, HEADS, WIDTH, dtype=values.dtype)
    start = 0
    for level, (height, width) in enumerate(SHAPES):
        for index in range(height * width):
            row, column = divmod(index, width)
            across = 1 - (places[..., level, :, 0] - 0.5 - column).abs()
            down = 1 - (places[..., level, :, 1] - 0.5 - row).abs()
            share = (across.clamp(min=0) * down.clamp(min=0) * weights[..., level, :]).sum(-1)
            read += share[..., None] * values[:, None, start + index]
        start += height * width
    return read.flatten(2)


@pytest.mark.parametrize("way", [gathered, interpolated])
def test_a_sample_is_what_the_definition_says(way, inputs) -> None:
    values, places, weights = inputs
    torch.testing.assert_close(
        way(values, SHAPES, places, weights), by_definition(values, places, weights), rtol=0, atol=1e-12
    )


def test_more_queries_than_fit_the_cache_are_read_in_pieces(inputs) -> None:
    values, places, weights = inputs
    times = math.ceil(2.5 * CHUNK_QUERIES / places.shape[1])
    read = gathered(values, SHAPES, places.repeat(1, times, 1, 1, 1, 1), weights.repeat(1, times, 1, 1, 1))
    torch.testing.assert_close(read, gathered(values, SHAPES, places, weights).repeat(1, times, 1), rtol=0, atol=1e-12)
