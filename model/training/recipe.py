"""What a training run consists of, in one place that the checkpoint repeats."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from ..errors import OptionError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


SystemName = Literal["rs2sam2", "rsrefseg2"]
VariantName = Literal["full", "no_fusion", "no_mask_prompt"]
Boundary = Literal["soft", "released", "none"]
WordsKind = Literal["phrases", "classes"]
CHOICES = {
    "system": get_args(SystemName),
    "variant": get_args(VariantName),
    "boundary": get_args(Boundary),
    "words": get_args(WordsKind),
}


@dataclass(frozen=True)
class Stage:
    """A stretch of training on crops of one size.

    Attributes:
        teaches: ``labels``, all classes of a crop at once and no words, ``phrases``, ``both`` in every step, or
            ``prompts``, phrases to the union encoder and its coarse mask alone, which prompts the rest.
        size: side of the crops in pixels.
        steps: optimiser steps.
        crops: crops a step.
        phrases: phrases asked of one crop; for ``both``, labels come from as many more crops.
        places: how often a phrase but the first of a crop asks for a mere place, 0..1.
    """

    teaches: Literal["labels", "phrases", "both", "prompts"]
    size: int
    steps: int
    crops: int
    phrases: int
    places: float


@dataclass(frozen=True)
class Recipe:
    """A training run.

    Attributes:
        system: of the network; see ``students``.
        preset: the network's preset.
        variant: what an RS2-SAM 2 lacks; see ``variants.py``.
        boundary: our boundary loss, the released one, which moves no mask, or none.
        words: whether the network hears the phrase, or one word for the class that the phrase speaks of.
        seed: of the first weights and of every draw.
        stages: what is trained on, in order.
        learning_rate: at its peak, after the warm-up; it falls to ``final_share`` of it along a cosine.
        warm_up: steps.
        final_share: of the peak, 0..1.
        weight_decay: of AdamW.
        clip: largest norm of the gradient.
        average: decay a step of the averaged weights, which are the ones kept.
        dice: weight of the dice loss beside the cross entropy's 0.9.
        presence: weight of the loss on the object score.
        mask_prompt: weight of the loss on the union encoder's own coarse mask.
        boxes: weight of the loss of objects of which only boxes are known.
    """

    system: SystemName
    preset: str
    variant: VariantName
    boundary: Boundary
    words: WordsKind
    seed: int
    stages: tuple[Stage, ...]
    learning_rate: float
    warm_up: int
    final_share: float
    weight_decay: float
    clip: float
    average: float
    dice: float
    presence: float
    mask_prompt: float
    boxes: float

    @property
    def steps(self) -> int:
        """Steps of all stages."""
        return sum(stage.steps for stage in self.stages)


def read_recipe(path: Path) -> Recipe:
    """Read a recipe from a TOML file.

    Raises:
        OptionError: the file is missing, is no TOML, or lacks an entry, has one too many or an unknown value.
    """
    try:
        entries: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OptionError(f"The recipe {path} cannot be read ({error}); give a TOML file.") from error
    wrong = {field.name for field in fields(Recipe)} ^ entries.keys()
    if wrong:
        raise OptionError(f"The recipe {path} lacks or has too much: {', '.join(sorted(wrong))}.")
    for name, choices in CHOICES.items():
        if entries[name] not in choices:
            raise OptionError(f"The recipe {path} has no known {name}; choose one of {', '.join(choices)}.")
    stages = tuple(Stage(**stage) for stage in entries.pop("stages"))
    return Recipe(stages=stages, **entries)
