"""What each system asks of weights, and how it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor

from ..networks import lqvg, sam2
from ..networks import rs2sam2 as rs2sam2_network
from ..networks import rsrefseg2 as rsrefseg2_network
from ..networks.blank import blank
from ..networks.lqvg.checkpoint import arranged as arrange_lqvg
from ..networks.lqvg.checkpoint import check_tensors as check_lqvg
from ..networks.rs2sam2.checkpoint import check_tensors as check_rs2sam2
from ..networks.rsrefseg2.checkpoint import arranged as arrange_rsrefseg2
from ..networks.rsrefseg2.checkpoint import check_released as check_rsrefseg2
from ..networks.sam2.checkpoint import MEMORY
from ..networks.shapes import check_shapes
from ..weights.catalogue import Calibration, Entry, Model
from ..weights.convert import Arrange, Check
from ..weights.store import Checkpoint
from . import pslg_sam, rs2sam2, rsrefseg2
from .interface import Segmenter

Config = TypeVar("Config")
Value = TypeVar("Value")
Shapes = Mapping[str, tuple[int, ...]]
Tensors = dict[str, Tensor]
Load = Callable[[Model, Checkpoint, torch.device, torch.dtype, "Calibration | None"], Segmenter]


@dataclass(frozen=True)
class System(Generic[Config]):
    """A kind of network with what belongs to it.

    Attributes:
        presets: sizes of its network, by the names that the catalogue knows them by.
        check_released: compares the tensors of a checkpoint, under the names that its authors gave them, with a network
            of one size; raises WeightsError if they do not fit.
        arrange: makes the network's own tensors of those.
        load: builds the segmenter of a model on a device, with the arithmetic and the calibration asked for; None for a
            system of parts, which answer no phrase by themselves.
    """

    presets: Mapping[str, Config]
    check_released: Callable[[Config, Shapes], None]
    arrange: Callable[[Config, Tensors], Tensors]
    load: Load | None

    def check(self, entry: Entry, shapes: Shapes) -> None:
        """Compare the tensors of a checkpoint, as released, with the network of an entry.

        Raises:
            WeightsError: they do not fit.
        """
        self.check_released(self.presets[entry.preset], shapes)

    def arranged(self, entry: Entry, tensors: Tensors) -> Tensors:
        """Make the tensors that the network of an entry loads of those that ``check`` accepts."""
        return self.arrange(self.presets[entry.preset], tensors)


def _check_sam2(config: sam2.SAM2Config, shapes: Shapes) -> None:
    network = blank(lambda: sam2.SAM2(config)).state_dict()
    check_shapes({name: tuple(tensor.shape) for name, tensor in network.items()}, _for_single_pictures(shapes))


def _for_single_pictures(entries: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in entries.items() if not name.startswith(MEMORY)}


SYSTEMS: dict[str, System[Any]] = {
    "rs2sam2": System(rs2sam2_network.PRESETS, check_rs2sam2, lambda _, tensors: tensors, rs2sam2.load),
    "rsrefseg2": System(
        rsrefseg2_network.PRESETS,
        lambda config, shapes: check_rsrefseg2(shapes, config),
        lambda config, tensors: arrange_rsrefseg2(tensors, config),
        rsrefseg2.load,
    ),
    "pslg-sam": System(lqvg.PRESETS, check_lqvg, arrange_lqvg, pslg_sam.load),
    "sam2": System(sam2.PRESETS, _check_sam2, lambda _, tensors: _for_single_pictures(tensors), None),
}
"""By the name that the catalogue has for each."""


def conversion(entry: Entry) -> tuple[Check, Arrange]:
    """What ``weights.fetch`` does with an entry's checkpoint before it is kept."""
    system = SYSTEMS[entry.system]
    return partial(system.check, entry), partial(system.arranged, entry)
