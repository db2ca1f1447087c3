"""Several processes that train one network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import torch
import torch.distributed as dist
from torch import multiprocessing, nn

from phrasegon.model.training.optimisation import Optimisation
from phrasegon.model.training.recipe import read_recipe

RECIPE = Path(__file__).resolve().parents[3] / "model" / "training" / "rs2sam2_nano.toml"


def descended(inputs: torch.Tensor) -> dict[str, torch.Tensor]:
    """The weights of a small network after one step on the inputs."""
    torch.manual_seed(0)
    network = nn.Sequential(nn.Linear(20, 18), nn.LayerNorm(18))
    optimisation = Optimisation(replace(read_recipe(RECIPE), warm_up=1, clip=1e9), torch.float32, network)
    optimisation.descend({"loss": (network(inputs) - 1).square().mean()})
    return network.state_dict()


def given() -> torch.Tensor:
    return torch.randn(2, 8, 20, generator=torch.Generator().manual_seed(3))


def work(rank: int, folder: str) -> None:
    dist.init_process_group("gloo", init_method=f"file://{folder}/meeting", rank=rank, world_size=2)
    torch.save(descended(given()[rank]), f"{folder}/{rank}.pt")
    dist.destroy_process_group()


def test_two_processes_step_as_one_that_sees_both_batches(tmp_path: Path) -> None:
    multiprocessing.spawn(work, args=(str(tmp_path),), nprocs=2)
    first, second = (torch.load(tmp_path / f"{rank}.pt", weights_only=True) for rank in (0, 1))
    expected, alone = descended(given().flatten(0, 1)), descended(given()[0])
    for name, weight in first.items():
        assert torch.equal(weight, second[name]), name
        torch.testing.assert_close(weight, expected[name], rtol=0, atol=2e-5)
    assert any(not torch.allclose(alone[name], expected[name], atol=1e-4) for name in expected)
