"""RS2-SAM 2 behind the interface of every system."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from ..networks.rs2sam2 import PRESETS, RS2SAM2
from ..networks.rs2sam2.checkpoint import load_network
from ..weights.catalogue import UNCALIBRATED, Calibration, Model
from ..weights.store import Checkpoint, load_state_dict
from .interface import Prediction, SegmenterSpec, Tiles
from .preprocess import normalised
from .specs import spec_of
from .tokenizer import Tokenizer


@dataclass(frozen=True)
class Pictures:
    """The tiles as the network takes them; the words enter its first block, so nothing more can be kept.

    Attributes:
        image: for the trunk, (B, 3, S, S).
        union_image: for the union encoder, (B, 3, s, s).
        size: height and width of the tiles.
    """

    image: Tensor
    union_image: Tensor
    size: tuple[int, int]


class RS2SAM2Segmenter:
    """The network with its tokenizer and preprocessing, ready on a device.

    Args:
        network: frozen, on its device and in its precision.
        tokenizer: the vocabulary it was trained with.
        spec: what the catalogue says of it.
        calibration: where its outputs decide; None takes them as they are.
    """

    def __init__(
        self,
        network: RS2SAM2,
        tokenizer: Tokenizer,
        spec: SegmenterSpec,
        *,
        calibration: Calibration | None = None,
    ) -> None:
        self.spec = spec
        self._network = network
        self._tokenizer = tokenizer
        self._calibration = calibration or UNCALIBRATED
        parameter = next(network.parameters())
        self._device, self._dtype = parameter.device, parameter.dtype

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        """Words of the phrase that the vocabulary lacks, in the order they stand."""
        return self._tokenizer.unknown_words(phrase)

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:
        """Mistyped words of the phrase, each with the word of the vocabulary it is read as."""
        return self._tokenizer.corrected_words(phrase)

    def encode_image(self, tiles: Tiles) -> Pictures:
        """Resize and normalise the tiles twice, for the trunk and for the union encoder."""
        config = self._network.config
        image, union_image = (
            normalised(tiles, side).to(self._device, self._dtype)
            for side in (config.image_size, config.union.image_size)
        )
        return Pictures(image, union_image, (tiles.shape[2], tiles.shape[3]))

    def encode_phrase(self, phrase: str) -> Tensor:
        """Token ids, int64 (1, L)."""
        return torch.tensor([self._tokenizer.encode(phrase)], device=self._device)

    @torch.inference_mode()
    def decode(self, image: Pictures, phrase: Tensor) -> Prediction:
        """Segment the tiles; uncalibrated, the probability is the released model's own, sigmoid(2 m - 1)."""
        output = self._network(image.image, image.union_image, phrase.expand(len(image.image), -1))
        logits = F.interpolate(output.logits, size=image.size, mode="bilinear", align_corners=False)[:, 0]
        level = self._calibration
        presence = (level.presence_slope * (output.presence - level.presence_level)).sigmoid()
        return Prediction((level.mask_slope * (2 * logits - 1 - level.mask_level)).sigmoid().cpu(), presence.cpu())


def load(
    model: Model, checkpoint: Checkpoint, device: torch.device, dtype: torch.dtype, calibration: Calibration | None
) -> RS2SAM2Segmenter:
    """Build the segmenter of a model.

    Raises:
        WeightsError: a file is missing, damaged or of another network.
    """
    state = load_state_dict(checkpoint.weights)
    network = load_network(PRESETS[model.preset], state, dtype=dtype, device=device)
    spec = spec_of(model, checkpoint, device, dtype, calibration, caches_image=False)
    return RS2SAM2Segmenter(network, Tokenizer(checkpoint.vocabulary), spec, calibration=calibration)
