"""A model's name to a segmenter that is ready on a device."""

from __future__ import annotations

from pathlib import Path

import psutil
import torch

from ..errors import ModelError, OptionError
from ..weights.catalogue import Entry, Model, find
from ..weights.store import locate
from .gated import with_gate
from .interface import BoxFinder, Segmenter, SegmenterSpec
from .memory import keep_freed_memory
from .precision import precision_for
from .specs import spec_of
from .systems import caches_image, system_of

DEVICES = ("auto", "cpu", "cuda", "mps")


def load_segmenter(
    name: str, *, weights: Path | None = None, device: str = "auto", least_score: float | None = None
) -> Segmenter:
    """Load a model of the catalogue.

    Args:
        name: name in the catalogue.
        weights: a weight file to take instead of the model's own.
        device: ``auto`` takes the first of CUDA, MPS and CPU that is there.
        least_score: for a model that finds boxes, see ``BoxFinder``; None takes the best box of each tile.

    Raises:
        ModelError: no such model or device.
        OptionError: a least score is given, and the model finds no boxes.
        WeightsError: a file is missing, damaged or of another network.
    """
    return load_model(find(name), weights=weights, device=device, least_score=least_score)


def load_model(
    model: Model, *, weights: Path | None = None, device: str = "auto", least_score: float | None = None
) -> Segmenter:
    """``load_segmenter`` of an entry of the catalogue, perhaps with other values than the catalogue's."""
    chosen, precision = ready_device(model, device)
    load = system_of(model.system).load
    if load is None:
        raise ModelError(f"{model.name} answers no phrase by itself: choose another model.")
    checkpoint = locate(model.name, weights=weights)
    # Other weights of the same network decide elsewhere.
    calibration = model.calibration if checkpoint.sha256 == model.sha256 else None
    segmenter = load(model, checkpoint, chosen, precision, calibration)
    if least_score is not None:
        if not isinstance(segmenter, BoxFinder):
            raise OptionError(f"{model.name} finds no boxes, to which a least score could apply: leave it out.")
        segmenter = segmenter.choosing(least_score)
    return with_gate(segmenter, model, calibration, chosen, precision)


def ready_device(entry: Entry, device: str) -> tuple[torch.device, torch.dtype]:
    """The device of that name, made ready for the network of an entry, and the arithmetic that suits it.

    Raises:
        ModelError: there is no such device, or too little memory for the network.
    """
    chosen = choose_device(device)
    _check_memory(entry, chosen)
    if chosen.type == "cpu":
        keep_freed_memory()
    return chosen, precision_for(chosen)


def describe_model(name: str, *, weights: Path | None = None, device: str = "auto") -> SegmenterSpec:
    """What would be told of the segmenter that ``load_segmenter`` gives; nothing is loaded.

    Raises:
        ModelError: no such model or device.
        WeightsError: a file is missing or damaged.
    """
    model, chosen = find(name), choose_device(device)
    checkpoint = locate(name, weights=weights)
    calibration = model.calibration if checkpoint.sha256 == model.sha256 else None
    apart = caches_image(model.system)
    return spec_of(model, checkpoint, chosen, precision_for(chosen), calibration, caches_image=apart)


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


def _check_memory(entry: Entry, device: torch.device) -> None:
    """Raise a ModelError if the network would not fit; a graphics card tells of that itself, and at once."""
    available = psutil.virtual_memory().available
    if device.type == "cpu" and entry.memory > available:
        raise ModelError(
            f"{entry.name} takes about {entry.memory / 1e9:.1f} GB of memory and {available / 1e9:.1f} are free: close "
            "other programs, or choose a smaller model."
        )
