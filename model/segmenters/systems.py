"""What each system asks of weights, and how it is loaded.

A system's code is imported when it is asked for: some bring all of torchvision and torch's compiler, for seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor

from ..weights.catalogue import Calibration, Entry, Model
from ..weights.convert import Arrange, Check
from ..weights.store import Checkpoint
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


def _rs2sam2() -> System[Any]:
    from ..networks.rs2sam2 import PRESETS
    from ..networks.rs2sam2.checkpoint import check_tensors
    from .rs2sam2 import load

    return System(PRESETS, check_tensors, lambda _, tensors: tensors, load)


def _rsrefseg2() -> System[Any]:
    from ..networks.rsrefseg2 import PRESETS
    from ..networks.rsrefseg2.checkpoint import arranged, check_released
    from .rsrefseg2 import load

    return System(
        PRESETS,
        lambda config, shapes: check_released(shapes, config),
        lambda config, tensors: arranged(tensors, config),
        load,
    )


def _rsrefseg() -> System[Any]:
    from ..networks.rsrefseg import PRESETS
    from ..networks.rsrefseg.checkpoint import check_adapters
    from .rsrefseg import load

    return System(PRESETS, lambda config, shapes: check_adapters(shapes, config), lambda _, tensors: tensors, load)


def _base_of_rsrefseg(*models: str) -> System[Any]:
    """A model that RSRefSeg's adapters adapt, of which only the tensors under these names are read."""
    from ..networks.loading import network_shapes
    from ..networks.rsrefseg import PRESETS, RSRefSeg, RSRefSegConfig
    from ..networks.rsrefseg.names import plain_names, plain_shape
    from ..networks.shapes import check_shapes

    def needed(config: RSRefSegConfig) -> dict[str, tuple[int, ...]]:
        shapes = network_shapes(lambda: RSRefSeg(config))
        plain = {part: plain_shape(name, shape) for name, shape in shapes.items() for part in plain_names(name)}
        return {name: shape for name, shape in plain.items() if name.startswith(models)}

    def check(config: RSRefSegConfig, shapes: Shapes) -> None:
        wanted = needed(config)
        check_shapes(wanted, {name: shape for name, shape in shapes.items() if name in wanted})

    return System(PRESETS, check, lambda config, tensors: {name: tensors[name] for name in needed(config)}, None)


def _pslg_sam() -> System[Any]:
    from ..networks.lqvg import PRESETS
    from ..networks.lqvg.checkpoint import arranged, check_tensors
    from .pslg_sam import load

    return System(PRESETS, check_tensors, arranged, load)


def _sam2() -> System[Any]:
    from ..networks.blank import blank
    from ..networks.sam2 import PRESETS, SAM2, SAM2Config
    from ..networks.sam2.checkpoint import MEMORY
    from ..networks.shapes import check_shapes, shapes_of

    def without_memory(tensors: Mapping[str, Value]) -> dict[str, Value]:
        return {name: value for name, value in tensors.items() if not name.startswith(MEMORY)}

    def check(config: SAM2Config, shapes: Shapes) -> None:
        network = blank(lambda: SAM2(config)).state_dict()
        check_shapes(shapes_of(network), without_memory(shapes))

    return System(PRESETS, check, lambda _, tensors: without_memory(tensors), None)


def _clip() -> System[Any]:
    from ..networks.clip import PRESETS, check_tensors

    return System(PRESETS, check_tensors, lambda _, tensors: tensors, None)


SYSTEMS: dict[str, Callable[[], System[Any]]] = {
    "rs2sam2": _rs2sam2,
    "rsrefseg2": _rsrefseg2,
    "rsrefseg": _rsrefseg,
    "pslg-sam": _pslg_sam,
    "sam2": _sam2,
    "clip": _clip,
    "siglip2": partial(_base_of_rsrefseg, "text_model.", "vision_model."),
    "sam": partial(_base_of_rsrefseg, "vision_encoder.", "prompt_encoder.", "mask_decoder."),
}
"""What makes each, by the name that the catalogue has for it."""

_MIXING = ("rs2sam2",)
"""Those that read the picture together with the phrase."""


@cache
def system_of(name: str) -> System[Any]:
    """The system that the catalogue knows by a name."""
    return SYSTEMS[name]()


def caches_image(name: str) -> bool:
    """Whether the segmenters of a system read the picture apart from the phrase; nothing is imported to tell."""
    return name not in _MIXING


def conversion(entry: Entry) -> tuple[Check, Arrange]:
    """What ``weights.fetch`` does with an entry's checkpoint before it is kept."""
    system = system_of(entry.system)
    return partial(system.check, entry), partial(system.arranged, entry)
