"""How much of the machine's own matrix-multiply rate a network reaches; random weights serve for timing."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
import torch.nn.functional as F
from rich.table import Table
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from ..networks.rs2sam2 import PRESETS, RS2SAM2
from ..networks.rs2sam2.checkpoint import empty_network
from .machine import machine

PRECISIONS = {"float32": torch.float32, "bfloat16": torch.bfloat16}
WORDS = 12
REPEATS = 3
COMPARED_SHAPES = 6
"""So many matrix shapes, those that cost the network most, make up the rate it is compared with."""

Result = dict[str, Any]
Inputs = tuple[Tensor, Tensor, Tensor]
Shape = tuple[int, int, int]


def bench_network(
    presets: Sequence[str] = tuple(PRESETS), precisions: Sequence[str] = tuple(PRECISIONS), batch: int = 1
) -> Result:
    """Time the networks on this machine's CPU, each beside plain matrix products of the shapes that cost it most.

    Args:
        presets: names of presets.
        precisions: ``float32``, ``bfloat16``.
        batch: tiles a forward pass.

    Returns:
        What JSON can hold: ``machine`` and ``networks``, a list with ``preset``, ``precision``, ``batch``,
        ``tile`` (pixels), ``parameters``, ``gflop_per_tile``, ``seconds_per_tile`` (median of 3 passes after one to
        warm up), ``gflops`` reached, ``matrix_gflops`` (the plain products) and ``share`` of the one in the other.
    """
    rows = [_measured(preset, precision, batch) for preset in presets for precision in precisions]
    return {"machine": machine(), "networks": rows}


def table(result: Result) -> Table:
    """The result of ``bench_network`` for a terminal."""
    about = result["machine"]
    shown = Table(
        title="RS2-SAM 2, one forward pass",
        caption=f"{about['processor']}, {about['threads']} threads, torch {about['torch']}",
    )
    for heading in (
        "preset",
        "precision",
        "batch",
        "tile, px",
        "GFLOP / tile",
        "s / tile",
        "GFLOP/s",
        "matrices alone",
    ):
        shown.add_column(heading, justify="right")
    shown.add_column("share", justify="right")
    for row in result["networks"]:
        shown.add_row(
            row["preset"],
            row["precision"],
            str(row["batch"]),
            str(row["tile"]),
            f"{row['gflop_per_tile']:.0f}",
            f"{row['seconds_per_tile']:.3f}",
            f"{row['gflops']:.0f}",
            f"{row['matrix_gflops']:.0f}",
            f"{row['share']:.2f}",
        )
    return shown


@torch.inference_mode()
def _measured(preset: str, precision: str, batch: int) -> Result:
    network = _random_network(preset, PRECISIONS[precision])
    inputs = _inputs(network, batch, PRECISIONS[precision])
    with FlopCounterMode(display=False) as counter, _linear_shapes(network) as shapes:
        network(*inputs)
    flops = counter.get_total_flops()
    rates, times = [], []
    for _ in range(REPEATS):
        rates.append(_matrix_rate(shapes, PRECISIONS[precision]))
        times.append(_seconds(lambda: network(*inputs)))
    seconds, rate = statistics.median(times), statistics.median(rates)
    return {
        "preset": preset,
        "precision": precision,
        "batch": batch,
        "tile": network.config.image_size,
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "gflop_per_tile": round(flops / batch / 1e9, 1),
        "seconds_per_tile": round(seconds / batch, 4),
        "gflops": round(flops / seconds / 1e9, 1),
        "matrix_gflops": round(rate / 1e9, 1),
        "share": round(flops / seconds / rate, 3),
    }


def _random_network(preset: str, dtype: torch.dtype) -> RS2SAM2:
    network = empty_network(PRESETS[preset]).to_empty(device="cpu")
    for tensor in network.state_dict().values():
        tensor.uniform_(-0.05, 0.05)
    return network.freeze().to(dtype)


def _inputs(network: RS2SAM2, batch: int, dtype: torch.dtype) -> Inputs:
    config = network.config
    image, union_image = (torch.rand(batch, 3, side, side) for side in (config.image_size, config.union.image_size))
    words = torch.arange(4, 4 + WORDS).expand(batch, -1)
    return image.to(dtype), union_image.to(dtype), words


@contextmanager
def _linear_shapes(network: nn.Module) -> Iterator[Counter[Shape]]:
    """How often each (rows, inputs, outputs) goes through a linear layer while the block runs."""
    shapes: Counter[Shape] = Counter()

    def note(layer: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        x = inputs[0]
        shapes[x.numel() // x.shape[-1], layer.in_features, layer.out_features] += 1  # type: ignore[index]

    hooks = [m.register_forward_pre_hook(note) for m in network.modules() if isinstance(m, nn.Linear)]
    yield shapes
    for hook in hooks:
        hook.remove()


def _matrix_rate(shapes: Counter[Shape], dtype: torch.dtype) -> float:
    """FLOP/s of plain linear layers of the shapes that cost most, each weighted by what it costs the network."""
    costliest = sorted(shapes, key=lambda shape: -_flops(shape) * shapes[shape])[:COMPARED_SHAPES]
    done = sum(_flops(shape) * shapes[shape] for shape in costliest)
    return done / sum(_linear_seconds(shape, dtype) * shapes[shape] for shape in costliest)


def _flops(shape: Shape) -> int:
    rows, inputs, outputs = shape
    return 2 * rows * inputs * outputs


def _linear_seconds(shape: Shape, dtype: torch.dtype) -> float:
    rows, inputs, outputs = shape
    x, weight = torch.rand(rows, inputs).to(dtype), torch.rand(outputs, inputs).to(dtype)
    bias = torch.rand(outputs).to(dtype)
    return statistics.median(_seconds(lambda: F.linear(x, weight, bias)) for _ in range(REPEATS + 2))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
