"""Networks that segment what boxes show them: SAM 2.1 by its name in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import ModelError
from ..networks.sam2 import PRESETS, SAM2
from ..networks.sam2.checkpoint import load_network
from ..weights.catalogue import Entry, entries, find_entry
from ..weights.store import load_state_dict, locate_part
from .registry import ready_device

SYSTEM = "sam2"
DEFAULT = "sam2.1-hiera-tiny"
"""The smallest one: without a graphics card the image encoder takes all the time, and it has the least to compute."""


@dataclass(frozen=True)
class Prompted:
    """A network that is ready.

    Attributes:
        name: in the catalogue.
        network: frozen, on its device.
        weights_sha256: hash of its weight file.
        device: ``cpu``, ``cuda`` or ``mps``.
    """

    name: str
    network: SAM2
    weights_sha256: str
    device: str


def prompted_entries() -> dict[str, Entry]:
    """What ``load_prompted`` knows, by name, in the order of the catalogue."""
    return {name: entry for name, entry in entries().items() if entry.system == SYSTEM}


def find_prompted(name: str) -> Entry:
    """The entry of that name.

    Raises:
        ModelError: no such entry, or none that segments what boxes show.
    """
    known = prompted_entries()
    if name in entries() and name not in known:
        raise ModelError(f"{name} does not segment what boxes show it: choose one of {', '.join(known)}.")
    return find_entry(name)


def load_prompted(name: str = DEFAULT, *, device: str = "auto") -> Prompted:
    """Load a SAM 2.1.

    Args:
        name: name in the catalogue.
        device: ``auto`` takes the first of CUDA, MPS and CPU that is there.

    Raises:
        ModelError: no such model or device, or too little memory.
        WeightsError: its file is missing, damaged or of another network.
    """
    entry, checkpoint = find_prompted(name), locate_part(name)
    chosen, precision = ready_device(entry, device)
    state = load_state_dict(checkpoint.weights)
    network = load_network(PRESETS[entry.preset], state, dtype=precision, device=chosen)
    return Prompted(name, network, checkpoint.sha256, chosen.type)
