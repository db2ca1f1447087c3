"""RSRefSeg 2 behind the interface of every system."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from ..networks.rsrefseg2 import PRESETS, ImageMaps, PhraseState, RSRefSeg2
from ..networks.rsrefseg2.checkpoint import load_network
from ..weights.catalogue import UNCALIBRATED, Calibration, Model
from ..weights.store import JSON, Checkpoint, load_state_dict
from .interface import Features, Prediction, SegmenterSpec, Tiles
from .specs import spec_of
from .subwords import Subwords
from .tokenizer import Tokenizer

END = "<eos>"


class RSRefSeg2Segmenter:
    """The network with its tokenizer and preprocessing, ready on a device.

    Args:
        network: frozen, on its device and in its precision.
        tokenizer: the vocabulary it was trained with.
        spec: what the catalogue says of it.
        knows_absence: whether its object score was trained; where it was not, the best similarity of picture and phrase
            tells of presence.
        calibration: where its outputs decide; None takes them as they are.
    """

    def __init__(
        self,
        network: RSRefSeg2,
        tokenizer: Tokenizer | Subwords,
        spec: SegmenterSpec,
        *,
        knows_absence: bool,
        calibration: Calibration | None = None,
    ) -> None:
        self.spec = spec
        self._network = network
        self._tokenizer = tokenizer
        self._knows_absence = knows_absence
        self._calibration = calibration or UNCALIBRATED
        self._device = next(network.parameters()).device

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        """Words of the phrase that the vocabulary lacks, in the order they stand."""
        return self._tokenizer.unknown_words(phrase)

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:
        """Mistyped words of the phrase, each with the word of the vocabulary it is read as."""
        return self._tokenizer.corrected_words(phrase)

    @torch.inference_mode()
    def encode_image(self, tiles: Tiles) -> Features:
        """SigLIP's patches and SAM 2's three maps, under the names of ``ImageMaps``."""
        maps = self._network.encode_image(pictures(tiles, self._network.config.image_size, self._device))
        return Features(vars(maps), (tiles.shape[2], tiles.shape[3]))

    @torch.inference_mode()
    def encode_phrase(self, phrase: str) -> PhraseState:
        """What the network makes of a phrase by itself, without padding; what is too long for it is cut."""
        ids, most = self._tokenizer.encode(phrase), self._network.config.siglip.context
        if len(ids) > most:
            ids = [*ids[: most - 1], ids[-1]]
        return self._network.encode_phrase(torch.tensor([ids], device=self._device))

    @torch.inference_mode()
    def decode(self, image: Features, phrase: PhraseState) -> Prediction:
        """Segment the tiles; uncalibrated, the probability is the sigmoid of the released model's logit."""
        output = self._network.decode(ImageMaps(**image.maps), phrase)
        side = self._network.config.image_size
        logits = output.logits
        for size in ((side, side), image.size):  # in two steps, as released
            logits = F.interpolate(logits, size=size, mode="bilinear", align_corners=False)
        level = self._calibration
        score = output.presence if self._knows_absence else output.best_similarity
        presence = (level.presence_slope * (score - level.presence_level)).sigmoid()
        probability = (level.mask_slope * (logits[:, 0] - level.mask_level)).sigmoid()
        return Prediction(probability.cpu(), presence.cpu())


def pictures(tiles: Tiles, side: int, device: torch.device) -> Tensor:
    """Tiles to the pictures that the network takes, float32 (B, 3, side, side), 0..1.

    Resized without smoothing and rounded to whole grey levels, as the released code does it with OpenCV.
    """
    colours = torch.from_numpy(np.ascontiguousarray(tiles)).to(device, torch.float32)
    if colours.shape[2:] != (side, side):
        colours = F.interpolate(colours, size=(side, side), mode="bilinear", align_corners=False).round()
    return colours / 255


def load(
    model: Model, checkpoint: Checkpoint, device: torch.device, dtype: torch.dtype, calibration: Calibration | None
) -> RSRefSeg2Segmenter:
    """Build the segmenter of a model. The released ones read parts of words, those of ours whole words.

    Raises:
        WeightsError: a file is missing, damaged or of another network.
    """
    config, vocabulary = PRESETS[model.preset], checkpoint.vocabulary
    network = load_network(config, load_state_dict(checkpoint.weights), dtype=dtype, device=device)
    tokenizer = (
        Subwords(vocabulary, begin=None, end=END, lower=False, most=config.siglip.context)
        if vocabulary.suffix == JSON
        else Tokenizer(vocabulary)
    )
    return RSRefSeg2Segmenter(
        network,
        tokenizer,
        spec_of(model, checkpoint, device, dtype, calibration, caches_image=True),
        knows_absence=model.knows_absence,
        calibration=calibration,
    )
