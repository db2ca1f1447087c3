"""A small network while it is trained."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn.attention import SDPBackend, sdpa_kernel

from ..scene.aside import file_aside
from ..segmenters.tokenizer import Tokenizer
from .batches import Both, LabelBatch, Material, moved
from .objective import Terms
from .optimisation import Optimisation
from .plain_attention import PlainAttention
from .prompts import PromptBatch
from .recipe import Recipe
from .students import STUDENTS
from .tokens import reworded

_ATTENTION = [SDPBackend.FLASH_ATTENTION, SDPBackend.EFFICIENT_ATTENTION, SDPBackend.MATH]


class Trainer:
    """All that a step changes, and all that a resumed run needs.

    Args:
        recipe: of the run.
        device: name of a torch device.
        precision: float32, or bfloat16 where the device has units for it.
    """

    def __init__(self, recipe: Recipe, device: str, precision: torch.dtype = torch.float32) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.device = torch.device(device)
        self.student = STUDENTS[recipe.system](recipe)
        self.network = self.student.network.to(self.device)
        self.heads = self.student.heads.to(self.device)
        self.optimisation = Optimisation(recipe, precision, self.network, self.heads)
        self._precision = precision

    @property
    def step(self) -> int:
        """Steps that are done."""
        return self.optimisation.step

    def save(self, path: Path) -> None:
        """Write the whole state, atomically."""
        state: dict[str, Any] = {name: part.state_dict() for name, part in self._parts().items()}
        with file_aside(path) as staged:
            torch.save(state | {"step": self.step, "recipe": asdict(self.recipe)}, staged)

    def resume(self, path: Path) -> None:
        """Go on from a saved state."""
        state = torch.load(path, map_location=self.device, weights_only=True)
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.optimisation.step = state["step"]

    def _parts(self) -> dict[str, Any]:
        descent = self.optimisation
        learnt = {"network": self.network, "heads": self.heads, "average": descent.average}
        return learnt | {"adamw": descent.adamw, "muon": descent.muon}

    def start_from(self, weights: dict[str, Tensor], known: Tokenizer, wanted: Tokenizer) -> None:
        """Begin with the weights of an earlier run.

        What it had not got or had in another shape, and the optimiser, start anew.

        Args:
            weights: under the network's own names.
            known: the vocabulary of the earlier run.
            wanted: the vocabulary of this one.
        """
        fresh, start = self.network.state_dict(), {name: tensor.float() for name, tensor in weights.items()}
        carried = reworded(start, known, fresh, wanted, self.student.words)
        fitting = {name: tensor for name, tensor in carried.items() if tensor.shape == fresh[name].shape}
        self.network.load_state_dict(fresh | fitting)
        self.optimisation.average.module.load_state_dict(self.network.state_dict())

    def learn(self, material: Material, progress: float | None = None) -> dict[str, float]:
        """One step; returns the loss terms. ``progress`` as in :meth:`Optimisation.descend`."""
        return self.optimisation.descend(self._terms(material), progress)

    def _terms(self, material: Material) -> Terms:
        if isinstance(material, Both):
            return self._terms(material.phrases) | self._terms(material.labels)
        in_halves = self.device.type == "cpu" and self._precision == torch.bfloat16
        with PlainAttention() if in_halves else sdpa_kernel(_ATTENTION):
            if isinstance(material, PromptBatch):
                return self.student.prompt_terms(moved(material, self.device), self._precision)
            if isinstance(material, LabelBatch):
                return self.student.label_terms(moved(material, self.device), self._precision)
            return self.student.phrase_terms(moved(material, self.device), self._precision)
