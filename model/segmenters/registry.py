"""A model's name to a segmenter that is ready on a device."""

from __future__ import annotations

from pathlib import Path

import psutil
import torch

from ..errors import ModelError
from ..networks.rs2sam2 import PRESETS
from ..networks.rs2sam2.checkpoint import load_network
from ..weights.catalogue import Model, find
from ..weights.store import Checkpoint, load_state_dict, locate
from .interface import Segmenter, SegmenterSpec
from .memory import keep_freed_memory
from .precision import precision_for
from .rs2sam2 import RS2SAM2Segmenter
from .tokenizer import Tokenizer

DEVICES = ("auto", "cpu", "cuda", "mps")


def load_segmenter(name: str, *, weights: Path | None = None, device: str = "auto") -> Segmenter:
    """Load a model of the catalogue.

    Args:
        name: name in the catalogue.
        weights: a weight file to take instead of the model's own.
        device: ``auto`` takes the first of CUDA, MPS and CPU that is there.

    Raises:
        ModelError: no such model or device.
        WeightsError: a file is missing, damaged or of another network.
    """
    return load_model(find(name), weights=weights, device=device)


def load_model(model: Model, *, weights: Path | None = None, device: str = "auto") -> Segmenter:
    """``load_segmenter`` of an entry of the catalogue, perhaps with other values than the catalogue's."""
    chosen = choose_device(device)
    precision = precision_for(chosen)
    _check_memory(model, chosen)
    if chosen.type == "cpu":
        keep_freed_memory()
    checkpoint = locate(model.name, weights=weights)
    network = load_network(
        PRESETS[model.preset],
        load_state_dict(checkpoint.weights),
        dtype=precision,
        device=chosen,
    )
    tokenizer = Tokenizer(checkpoint.tokenizer)
    return RS2SAM2Segmenter(
        network,
        tokenizer,
        _spec(model, checkpoint, chosen.type, precision),
        knows_absence=model.knows_absence,
        # Other weights of the same network decide elsewhere.
        calibration=model.calibration if checkpoint.sha256 == model.sha256 else None,
    )


def devices() -> tuple[str, ...]:
    """What networks can run on here, the one that ``auto`` takes first."""
    return tuple(name for name, there in _there().items() if there)


def choose_device(device: str) -> torch.device:
    """The torch device of that name.

    Raises:
        ModelError: it is unknown or not there.
    """
    there = _there()
    if device == "auto":
        return torch.device(devices()[0])
    if device not in there:
        raise ModelError(f"There is no device {device!r}; choose one of {', '.join(DEVICES)}.")
    if not there[device]:
        raise ModelError(f"This machine has no {device} device that torch can use; choose auto or cpu.")
    return torch.device(device)


def _there() -> dict[str, bool]:
    return {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}


def _check_memory(model: Model, device: torch.device) -> None:
    """Raise a ModelError if the network would not fit; a graphics card tells of that itself, and at once."""
    available = psutil.virtual_memory().available
    if device.type == "cpu" and model.memory > available:
        raise ModelError(
            f"{model.name} takes about {model.memory / 1e9:.1f} GB of memory and {available / 1e9:.1f} are free: close "
            "other programs, or choose a smaller model."
        )


def _spec(model: Model, checkpoint: Checkpoint, device: str, precision: torch.dtype) -> SegmenterSpec:
    return SegmenterSpec(
        name=model.name,
        tile=model.tile,
        gsd_range=model.gsd_range,
        licence=model.licence,
        source=model.source,
        weights_sha256=checkpoint.sha256,
        caches_image=False,
        device=device,
        precision=str(precision).removeprefix("torch."),
    )
