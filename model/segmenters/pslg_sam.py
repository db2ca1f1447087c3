"""PSLG-SAM behind the interface of every system: LQVG finds a box for a phrase, SAM 2.1 the mask in the box.

Source: arXiv 2506.10503, with SAM 2.1 in place of the first SAM.
"""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from ..networks import lqvg, sam2
from ..networks.lqvg.backbone import LEVELS
from ..networks.lqvg.checkpoint import load_network as load_lqvg
from ..networks.sam2.checkpoint import load_network as load_sam2
from ..prompting import Box, foreground_point
from ..prompting.picture import normalised
from ..weights.catalogue import Calibration, Model, find_entry
from ..weights.store import Checkpoint, load_state_dict
from .interface import Features, Prediction, SegmenterSpec, Tiles
from .letterbox import Letterbox
from .specs import spec_of
from .subwords import Subwords

BEGIN, END = "<s>", "</s>"
LEVEL = "level{}"
TILE = "tile"
"""Names of what is kept of a tile besides SAM 2's maps: LQVG's maps, finest first, and the colours, uint8."""


class PSLGSAMSegmenter:
    """Two networks with tokenizer and preprocessing, ready on a device.

    Args:
        grounding: finds boxes; frozen, on its device.
        masking: finds the mask in a box; frozen, on the same device.
        tokenizer: the vocabulary that the first was trained with.
        spec: what the catalogue says of them.
        least_score: boxes of at least this score, 0..1, all count, be they none; None takes the best box of each tile,
            whatever its score, as released.
    """

    def __init__(
        self,
        grounding: lqvg.LQVG,
        masking: sam2.SAM2,
        tokenizer: Subwords,
        spec: SegmenterSpec,
        *,
        least_score: float | None = None,
    ) -> None:
        self.spec = spec
        self._grounding, self._masking = grounding, masking
        self._tokenizer = tokenizer
        self._least_score = least_score
        self._device = next(grounding.parameters()).device

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        """Words of the phrase that the vocabulary lacks, in the order they stand."""
        return self._tokenizer.unknown_words(phrase)

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:
        """Mistyped words of the phrase, each with the word of the vocabulary it is read as."""
        return self._tokenizer.corrected_words(phrase)

    def choosing(self, least_score: float) -> PSLGSAMSegmenter:
        """The same networks, which take all boxes of a tile of at least this score, 0..1, in place of the best one."""
        return PSLGSAMSegmenter(self._grounding, self._masking, self._tokenizer, self.spec, least_score=least_score)

    @torch.inference_mode()
    def encode_image(self, tiles: Tiles) -> Features:
        """LQVG's four maps, SAM 2's three under the names of ``Maps``, and the tiles themselves, which points need."""
        height, width = tiles.shape[2:]
        levels = self._grounding.encode_image(self._letterbox(height, width).pictures(tiles).to(self._device)).maps
        side = self._masking.image_size
        masks = [vars(self._masking.encode_image(normalised(tile, side))) for tile in tiles]
        maps = {name: torch.cat([one[name] for one in masks]) for name in masks[0]}
        maps |= {LEVEL.format(number): level for number, level in enumerate(levels)}
        return Features({**maps, TILE: torch.from_numpy(np.ascontiguousarray(tiles))}, (height, width))

    @torch.inference_mode()
    def encode_phrase(self, phrase: str) -> lqvg.Words:
        """What LQVG makes of a phrase by itself."""
        ids = torch.tensor([self._tokenizer.encode(phrase)], device=self._device)
        return self._grounding.encode_phrase(ids, torch.ones_like(ids))

    @torch.inference_mode()
    def decode(self, image: Features, phrase: lqvg.Words) -> Prediction:
        """Segment the tiles; where boxes overlap, the more probable mask counts. LQVG always sees its object."""
        height, width = image.size
        levels = tuple(image.maps[LEVEL.format(number)] for number in range(LEVELS))
        found = self._grounding.ground(lqvg.Features(levels, None), phrase)
        letterbox = self._letterbox(height, width)
        probability = torch.zeros(len(found.boxes), height, width)
        for number, (scores, boxes) in enumerate(zip(found.scores, found.boxes, strict=True)):
            tile = image.maps[TILE][number].numpy(force=True)
            maps = sam2.Maps(**{field.name: image.maps[field.name][number, None] for field in fields(sam2.Maps)})
            for corners in letterbox.boxes(boxes[self._chosen(scores)]):
                box = Box(*corners.tolist()).clipped(height, width)
                if box is not None:
                    probability[number] = torch.maximum(probability[number], self._mask(maps, tile, box))
        return Prediction(probability, torch.ones(len(probability)))

    def _letterbox(self, height: int, width: int) -> Letterbox:
        return Letterbox(height, width, self._grounding.config.image_size)

    def _chosen(self, scores: Tensor) -> Tensor:
        """Which of a tile's queries count, from their scores (Q,)."""
        return scores.argmax()[None] if self._least_score is None else (scores >= self._least_score).nonzero()[:, 0]

    def _mask(self, maps: sam2.Maps, tile: NDArray[np.uint8], box: Box) -> Tensor:
        """Probability that each pixel of a tile belongs to the object in a box, float32 (h, w)."""
        height, width = tile.shape[1:]
        side, point = self._masking.image_size, foreground_point(tile, box)
        scale = torch.tensor([side / width, side / height])
        corners = torch.tensor([[box.left, box.top], [box.right, box.bottom]]) * scale
        points = None if point is None else torch.tensor([[point.x, point.y]]) * scale
        logits, predicted = self._masking.prompt(maps, corners.reshape(1, 4), points)
        best = logits[0, predicted[0].argmax()]
        full = F.interpolate(best[None, None], size=(height, width), mode="bilinear", align_corners=False)
        return full[0, 0].sigmoid().cpu()


def load(
    model: Model, checkpoint: Checkpoint, device: torch.device, dtype: torch.dtype, calibration: Calibration | None
) -> PSLGSAMSegmenter:
    """Build the segmenter of a model; of its parts, the first is the SAM 2.1 that it takes.

    Raises:
        WeightsError: a file is missing, damaged or of another network.
    """
    config, part = lqvg.PRESETS[model.preset], model.needs[0]
    state = load_state_dict(checkpoint.weights)
    # In half of its precision LQVG's boxes move by as much as a thirtieth of the tile.
    grounding = load_lqvg(config, state, dtype=torch.float32, device=device)
    masks = sam2.PRESETS[find_entry(part).preset]
    masking = load_sam2(masks, load_state_dict(checkpoint.parts[part]), dtype=dtype, device=device)
    most = config.text.positions - 2  # the first two rows are no positions
    tokenizer = Subwords(checkpoint.vocabulary, begin=BEGIN, end=END, lower=True, most=most)
    spec = spec_of(model, checkpoint, device, dtype, calibration, caches_image=True)
    return PSLGSAMSegmenter(grounding, masking, tokenizer, spec)
