"""RSRefSeg behind the interface of every system, in the variant of arXiv 2512.07338 whose weights are public."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F

from ..networks.rsrefseg import PRESETS, ImageMaps, PhraseState, RSRefSeg
from ..networks.rsrefseg.checkpoint import arranged, load_network
from ..weights.catalogue import UNCALIBRATED, Calibration, Model
from ..weights.store import Checkpoint, load_state_dict
from .interface import Features, Prediction, SegmenterSpec, Tiles
from .preprocess import resized
from .specs import spec_of
from .subwords import Subwords

END = "<eos>"


class RSRefSegSegmenter:
    """The network with its tokenizer and preprocessing, ready on a device.

    Args:
        network: frozen, on its device and in its precision.
        tokenizer: the vocabulary it was trained with.
        spec: what the catalogue says of it.
        calibration: where its outputs decide; None takes them as they are.
    """

    def __init__(
        self, network: RSRefSeg, tokenizer: Subwords, spec: SegmenterSpec, *, calibration: Calibration | None = None
    ) -> None:
        self.spec = spec
        self._network = network
        self._tokenizer = tokenizer
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
        """SigLIP's patches and SAM's embedding, under the names of ``ImageMaps``."""
        pictures = np.stack([resized(tile, self._network.config.image_size) for tile in tiles])
        maps = self._network.encode_image(torch.from_numpy(pictures).to(self._device, torch.float32) / 255)
        return Features(vars(maps), (tiles.shape[2], tiles.shape[3]))

    @torch.inference_mode()
    def encode_phrase(self, phrase: str) -> PhraseState:
        """What the network makes of a phrase by itself, without padding."""
        return self._network.encode_phrase(torch.tensor([self._tokenizer.encode(phrase)], device=self._device))

    @torch.inference_mode()
    def decode(self, image: Features, phrase: PhraseState) -> Prediction:
        """Segment the tiles. The best similarity of picture and phrase tells of presence, which nothing has trained."""
        output = self._network.decode(ImageMaps(**image.maps), phrase)
        logits = F.interpolate(output.logits, size=image.size, mode="bilinear", align_corners=False)[:, 0]
        level = self._calibration
        presence = (level.presence_slope * (output.best_similarity - level.presence_level)).sigmoid()
        return Prediction((level.mask_slope * (logits - level.mask_level)).sigmoid().cpu(), presence.cpu())


def load(
    model: Model, checkpoint: Checkpoint, device: torch.device, dtype: torch.dtype, calibration: Calibration | None
) -> RSRefSegSegmenter:
    """Build the segmenter of a model: its own weights are adapters of those of its parts, SigLIP 2 and SAM.

    Raises:
        WeightsError: a file is missing, damaged or of another network.
    """
    config = PRESETS[model.preset]
    parts = [load_state_dict(checkpoint.parts[part]) for part in model.needs]
    base = {name: tensor for part in parts for name, tensor in part.items()}
    state = arranged(base, load_state_dict(checkpoint.weights), config)
    network = load_network(config, state, dtype=dtype, device=device)
    tokenizer = Subwords(checkpoint.vocabulary, begin=None, end=END, lower=False, most=config.siglip.context)
    spec = spec_of(model, checkpoint, device, dtype, calibration, caches_image=True)
    return RSRefSegSegmenter(network, tokenizer, spec, calibration=calibration)
