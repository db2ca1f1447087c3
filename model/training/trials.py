"""The networks of an ablation: how each is trained for a while and how it is asked afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import torch
from safetensors.torch import load_file
from torch import nn

from ..networks.rs2sam2 import PRESETS, RS2SAM2
from ..segmenters.interface import Segmenter, SegmenterSpec
from ..segmenters.rs2sam2 import RS2SAM2Segmenter
from ..segmenters.tokenizer import Tokenizer
from ..weights.catalogue import UNCALIBRATED, Calibration
from .batches import DrawnBatches, LabelBatch, LabelDraw, Material, loader
from .class_names import sayable
from .class_segmenters import ToldClassSegmenter, UNetSegmenter
from .dataset import Example, PhraseDataset
from .optimisation import Optimisation
from .recipe import Recipe
from .report import asked_for_class
from .tokens import train_vocabulary
from .train import batches_of_stage
from .trainer import Trainer
from .unet import UNet, UNetTrainer
from .variants import VARIANTS

WEIGHTS, VOCABULARY = "weights.safetensors", "vocabulary.spm"


class Learner(Protocol):
    """What takes steps."""

    optimisation: Optimisation

    @property
    def network(self) -> nn.Module:
        """What learns and is kept."""
        ...

    def learn(self, batch: Any, progress: float | None = None) -> dict[str, float]:
        """One step; see :meth:`Optimisation.descend`."""
        ...


@dataclass(frozen=True)
class Lesson:
    """A part of a trial's time.

    Attributes:
        share: of the time, 0..1.
        batches: begins to draw batches.
    """

    share: float
    batches: Callable[[], Iterator[Material]]


class Trial(Protocol):
    """One network of an ablation."""

    @property
    def title(self) -> str:
        """A few words for a table."""
        ...

    def learner(self, device: str, precision: torch.dtype) -> Learner:
        """The network with its first weights."""
        ...

    def lessons(self, dataset: PhraseDataset, folder: Path, workers: int, /) -> list[Lesson]:
        """What it learns, in order; files it needs for that go to ``folder``."""
        ...

    def segmenter(self, folder: Path, device: str, calibration: Calibration | None) -> Segmenter:
        """What was trained, from its folder."""
        ...

    def heard(self, example: Example) -> Example:
        """The example with what this network can be asked in place of the phrase."""
        ...


@dataclass(frozen=True)
class PhraseTrial:
    """RS2-SAM 2, after a recipe of which only the stages' shares of the time count, not their steps."""

    title: str
    recipe: Recipe

    def learner(self, device: str, precision: torch.dtype) -> Learner:
        """The variant of the network."""
        return Trainer(self.recipe, device, precision)

    def lessons(self, dataset: PhraseDataset, folder: Path, workers: int) -> list[Lesson]:
        """The stages; writes the vocabulary."""
        vocabulary = folder / VOCABULARY
        train_vocabulary(sayable(self.recipe.words), vocabulary)
        made, first_step, side = [], 0, PRESETS[self.recipe.preset].union.image_size
        for stage in self.recipe.stages:
            drawn = partial(batches_of_stage, self.recipe, stage, dataset, vocabulary, side, first_step, workers)
            made.append(Lesson(stage.steps / self.recipe.steps, drawn))
            first_step += stage.steps
        return made

    def segmenter(self, folder: Path, device: str, calibration: Calibration | None) -> Segmenter:
        """The averaged weights with their vocabulary."""
        network = VARIANTS[self.recipe.variant](RS2SAM2(PRESETS[self.recipe.preset]))
        network.load_state_dict(load_file(folder / WEIGHTS))
        return (ToldClassSegmenter if self.recipe.words == "classes" else RS2SAM2Segmenter)(
            network.freeze().to(device),
            Tokenizer(folder / VOCABULARY),
            _spec(folder, network.config.image_size, calibration),
            calibration=calibration,
        )

    def heard(self, example: Example) -> Example:
        """The example itself or, for classes, with its class's plain phrase."""
        return asked_for_class(example) if self.recipe.words == "classes" else example


@dataclass(frozen=True)
class UNetTrial:
    """A plain U-Net on all labels of the crops that a recipe's first stage draws."""

    title: str
    recipe: Recipe

    def learner(self, device: str, precision: torch.dtype) -> Learner:
        """The U-Net."""
        return UNetTrainer(self.recipe, device, precision)

    def lessons(self, dataset: PhraseDataset, _folder: Path, workers: int) -> list[Lesson]:
        """All labels of every pixel, all the time."""
        stage = self.recipe.stages[0]
        # As many crops a step as the others see.
        crops = stage.crops * (1 + stage.phrases) if stage.teaches == "both" else stage.crops
        draw = LabelDraw(dataset, PRESETS[self.recipe.preset].union.image_size, crops, stride=1)

        def drawn() -> Iterator[LabelBatch]:
            dataset.resize(stage.size)
            return loader(DrawnBatches(draw, seed=self.recipe.seed, first_step=0), workers)

        return [Lesson(1.0, drawn)]

    def segmenter(self, folder: Path, device: str, calibration: Calibration | None) -> Segmenter:
        """The averaged weights."""
        network = UNet()
        network.load_state_dict(load_file(folder / WEIGHTS))
        spec = _spec(folder, PRESETS[self.recipe.preset].image_size, calibration)
        return UNetSegmenter(network.requires_grad_(False).eval().to(device), spec, calibration or UNCALIBRATED)

    def heard(self, example: Example) -> Example:
        """The example with its class's plain phrase."""
        return asked_for_class(example)


TRIALS: dict[str, Callable[[Recipe], Trial]] = {
    "full": partial(PhraseTrial, "as it is"),
    "no_fusion": lambda recipe: PhraseTrial("no fusion in the image encoder", replace(recipe, variant="no_fusion")),
    "no_mask_prompt": lambda recipe: PhraseTrial("no mask prompt", replace(recipe, variant="no_mask_prompt")),
    "no_boundary": lambda recipe: PhraseTrial("no boundary loss", replace(recipe, boundary="none")),
    "released_boundary": lambda recipe: PhraseTrial("the released boundary loss", replace(recipe, boundary="released")),
    "classes": lambda recipe: PhraseTrial("a class in place of the words", replace(recipe, words="classes")),
    "unet": partial(UNetTrial, "a plain U-Net of the classes"),
}
"""By short name; all but the first lack or change one thing of a recipe."""


def _spec(folder: Path, tile: int, calibration: Calibration | None) -> SegmenterSpec:
    gate = None if calibration is None else calibration.presence_gate
    about = folder.name, tile, (0.0, float("inf")), "not released", str(folder), ""
    return SegmenterSpec(*about, caches_image=False, presence_gate=gate)
