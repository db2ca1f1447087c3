"""Networks that know classes and no phrases, behind the interface of every system.

They take the plain phrase for a class, ``swimming pools``, and no other.
"""

from __future__ import annotations

import torch
from torch import Tensor

from ..segmenters.interface import Prediction, SegmenterSpec, Tiles
from ..segmenters.preprocess import normalised
from ..segmenters.rs2sam2 import RS2SAM2Segmenter
from ..weights.catalogue import Calibration
from .class_names import CLASS_OF, one_word
from .sources import CLASSES
from .unet import UNet


class ToldClassSegmenter(RS2SAM2Segmenter):
    """RS2-SAM 2 that was trained with one word for each class."""

    def encode_phrase(self, phrase: str) -> Tensor:
        """Token ids, int64 (1, 3), of the class's one word.

        Raises:
            KeyError: not the plain phrase of a class.
        """
        return super().encode_phrase(one_word(CLASS_OF[phrase]))


class UNetSegmenter:
    """A U-Net; its surest pixel stands for the object score that it lacks.

    Args:
        network: ready for inference, on its device.
        spec: what it is.
        calibration: where its outputs decide.
    """

    def __init__(self, network: UNet, spec: SegmenterSpec, calibration: Calibration) -> None:
        self.spec = spec
        self._network = network
        self._calibration = calibration
        self._device = next(network.parameters()).device

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        """All of a phrase that is not a class's plain one."""
        return () if phrase in CLASS_OF else tuple(phrase.split())

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 -- every segmenter is asked
        """None: there is no vocabulary."""
        return ()

    @torch.inference_mode()
    def encode_image(self, tiles: Tiles) -> Tensor:
        """Logits of every class, (B, classes, h, w), for square tiles."""
        logits: Tensor = self._network(normalised(tiles, tiles.shape[3]).to(self._device))
        return logits.float()

    def encode_phrase(self, phrase: str) -> int:
        """Number of the class.

        Raises:
            KeyError: not the plain phrase of a class.
        """
        return CLASSES.index(CLASS_OF[phrase])

    @torch.inference_mode()
    def decode(self, image: Tensor, phrase: int) -> Prediction:
        """Pick out the class."""
        logits, level = image[:, phrase], self._calibration
        presence = level.presence_slope * (logits.amax((1, 2)) - level.presence_level)
        probability = level.mask_slope * (logits - level.mask_level)
        return Prediction(probability.sigmoid().cpu(), presence.sigmoid().cpu())
