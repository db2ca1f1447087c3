"""A checkpoint as its authors saved it -> one safetensors file."""

from __future__ import annotations

import json
import struct
import tempfile
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from pickle import UnpicklingError  # nosec B403  # only the error; nothing is unpickled by this module

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from ..errors import WeightsError

Check = Callable[[dict[str, tuple[int, ...]]], None]
"""Gets the shape of every tensor by name; raises WeightsError if the file is not the one expected."""

Arrange = Callable[[dict[str, torch.Tensor]], dict[str, torch.Tensor]]
"""Makes the network's own tensors of those that its authors released."""

PICKLES = (".bin", ".pt", ".pth")
INDEX = ".index.json"

# A damaged pickle makes the restricted unpickler stumble in any of these ways.
_PICKLE_ERRORS = (
    UnpicklingError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    struct.error,
)
_ZIP = b"PK\x03\x04"
_WRAPPERS = ("state_dict", "model_state_dict", "model", "module")
_PREFIXES = ("module.", "evf_model.")


def convert(source: Path, target: Path, *, check: Check | None = None, arrange: Arrange | None = None) -> None:
    """Write a checkpoint as one safetensors file, dtypes kept.

    Tensors are mapped from the source where its format allows, so that memory holds what ``arrange`` makes anew and
    little else.

    Args:
        source: ``.safetensors``; ``.bin``, ``.pt`` or ``.pth`` as ``torch.save`` writes them; or the ``.index.json``
            of a sharded set whose parts lie beside it. Pickles are opened as tensors only: nothing in them is run.
        target: the safetensors file; it appears complete or not at all.
        check: refuses a file that does not fit the network, before anything is written; sees the released names.
        arrange: makes the network's own tensors of the released ones; None keeps them.

    Raises:
        WeightsError: the source is damaged, of another kind, holds more than tensors, or ``check`` refuses it.
    """
    tensors = _without_prefixes(read_tensors(source))
    if check is not None:
        check({name: tuple(tensor.shape) for name, tensor in tensors.items()})
    tensors = _untangled(tensors if arrange is None else arrange(tensors))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".converting-") as folder:
        partial = Path(folder) / target.name
        save_file(tensors, partial, metadata={"format": "pt"})
        partial.replace(target)


def shards_of(index: Path) -> list[Path]:
    """The parts that a sharded set's index names, in alphabetical order.

    Raises:
        WeightsError: the index cannot be understood, or a part is missing.
    """
    try:
        names = set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values())
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise WeightsError(f"{index} is no index of a sharded checkpoint, check that it is the right file.") from error
    for name in names:
        if not isinstance(name, str) or Path(name).name != name:
            raise WeightsError(f"{index} names a part outside its own folder ({name}), so it is not opened.")
        if not (index.parent / name).is_file():
            raise WeightsError(
                f"{index.parent / name} is missing, put all parts of the checkpoint beside {index.name}."
            )
    return sorted(index.parent / name for name in names)


def read_tensors(source: Path) -> dict[str, torch.Tensor]:
    """Tensors of a checkpoint by the names its authors gave them, mapped from the file where its format allows.

    Raises:
        WeightsError: as for ``convert``.
    """
    if not source.is_file():
        raise WeightsError(f"There is no file {source}, check the path.")
    if source.name.endswith(INDEX):
        return {name: tensor for shard in shards_of(source) for name, tensor in read_tensors(shard).items()}
    if source.suffix == ".safetensors":
        content: object = _read_safetensors(source)
    elif source.suffix in PICKLES:
        content = _read_pickle(source)
    else:
        raise WeightsError(f"{source} is no checkpoint: give a .safetensors, .bin, .pt, .pth or .index.json file.")
    return _tensors_only(content, source)


def _read_safetensors(source: Path) -> dict[str, torch.Tensor]:
    try:
        return load_file(source)
    except (SafetensorError, OSError, ValueError) as error:
        raise WeightsError(f"{source} is damaged or no safetensors file, get it again.") from error


def _read_pickle(source: Path) -> object:
    with source.open("rb") as file:
        is_archive = file.read(len(_ZIP)) == _ZIP  # what was written before PyTorch 1.6 cannot be mapped
    try:
        # Training scripts keep their command line beside the tensors; a Namespace can do nothing but hold it.
        with torch.serialization.safe_globals([Namespace]):
            return torch.load(source, map_location="cpu", weights_only=True, mmap=is_archive)
    except _PICKLE_ERRORS as error:
        raise WeightsError(
            f"{source} is damaged or holds more than tensors, which is not opened because it could run code; "
            f"get it again or as .safetensors."
        ) from error


def _tensors_only(content: object, source: Path) -> dict[str, torch.Tensor]:
    if isinstance(content, Mapping):
        content = next((content[key] for key in _WRAPPERS if isinstance(content.get(key), Mapping)), content)
    if not isinstance(content, Mapping) or not content:
        raise WeightsError(f"{source} holds no tensors by name, check that it is a model's weight file.")
    tensors = {}
    for name, tensor in content.items():
        if not isinstance(name, str) or not isinstance(tensor, torch.Tensor) or tensor.layout != torch.strided:
            raise WeightsError(f"{source} holds {name!r}, which is no plain tensor, check that it is a weight file.")
        tensors[name] = tensor.detach()
    return tensors


def _without_prefixes(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Drop what training wrappers put before every name."""
    for prefix in _PREFIXES:
        if all(name.startswith(prefix) for name in tensors):
            tensors = {name.removeprefix(prefix): tensor for name, tensor in tensors.items()}
    return tensors


def _untangled(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Copy the tensors that lie in other tensors' memory or with gaps; the format wants each by itself."""
    ready = {}
    end = 0
    for name, tensor in sorted(tensors.items(), key=lambda item: item[1].data_ptr()):
        if not tensor.is_contiguous():
            ready[name] = tensor.contiguous()
        elif tensor.data_ptr() < end:
            ready[name] = tensor.clone()
        else:
            ready[name] = tensor
            end = tensor.data_ptr() + tensor.nbytes
    return ready
