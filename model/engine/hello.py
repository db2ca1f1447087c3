"""What the engine is and has."""

from __future__ import annotations

import platform
from collections.abc import Callable
from pathlib import Path

import psutil
import torch

from ...protocol import Answer, Device, Hello, Model, Part, Welcome
from ...protocol.version import version
from ..errors import PhrasegonError
from ..pipeline.notes import COMPARING
from ..segmenters.prompted import prompted_entries
from ..segmenters.registry import devices
from ..segmenters.systems import caches_image
from ..segmenters.tokenizer import Tokenizer
from ..weights import catalogue
from ..weights.store import JSON, locate, missing


def welcome(_: Hello, __: Callable[[Answer], None]) -> Welcome:
    """Answer a greeting."""
    return Welcome(
        phrasegon=version(),
        python=platform.python_version(),
        torch=str(torch.__version__),
        devices=tuple(map(_device, devices())),
        models=tuple(map(_model, catalogue.catalogue().values())),
        comparing=tuple(sorted(COMPARING)),
        snapping=tuple(map(_part, prompted_entries().values())),
    )


def _device(name: str) -> Device:
    if name == "cuda":
        free, total = torch.cuda.mem_get_info()
        return Device(name, torch.cuda.get_device_name(), free, total)
    memory = psutil.virtual_memory()  # which Apple's graphics share
    title = f"{platform.processor() or platform.machine()}, {torch.get_num_threads()} threads"
    return Device(name, "Apple graphics" if name == "mps" else title, memory.available, memory.total)


def _model(model: catalogue.Model) -> Model:
    try:
        words = _words(locate(model.name).vocabulary)
    except PhrasegonError:
        installed, words = False, ()
    else:
        installed = True
    return Model(
        name=model.name,
        title=model.title,
        installed=installed,
        licence=model.licence,
        trained_on=model.trained_on,
        tile=model.tile,
        gsd_range=model.gsd_range,
        needed_bytes=model.memory,
        words=words,
        prepares=caches_image(model.system),
    )


def _part(part: catalogue.Entry) -> Part:
    return Part(
        name=part.name,
        title=part.title,
        installed=not missing(part.name),
        licence=part.licence,
        trained_on=part.trained_on,
        needed_bytes=part.memory,
    )


def _words(vocabulary: Path) -> tuple[str, ...]:
    """All words that a vocabulary holds; a tokenizer.json, large and slow to read, always holds parts of words."""
    return () if vocabulary.suffix == JSON else Tokenizer(vocabulary).words()
