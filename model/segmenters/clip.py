"""How well tiles and phrases go together, by a CLIP network of the catalogue."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from open_clip import CLIP, OPENAI_DATASET_MEAN, OPENAI_DATASET_STD, get_tokenizer
from torch import Tensor

from ..networks.clip import PRESETS, load_network
from ..weights.catalogue import find_entry
from ..weights.store import load_state_dict, locate_part
from .interface import Tiles

ABOUT = "a satellite image of {}."
NEUTRAL = "a satellite image."
"""What the phrase is compared with: without it a tile that is like any satellite image would score for every phrase."""


class ClipScorer:
    """A CLIP network with its tokenizer and preprocessing.

    Args:
        network: ready for inference, on its device.
        size: its size, by open_clip's name.
    """

    def __init__(self, network: CLIP, size: str) -> None:
        self._network = network
        self._tokenize = get_tokenizer(size)
        parameter = next(network.parameters())
        self._device, self._dtype = parameter.device, parameter.dtype
        self._neutral = self._embedded(NEUTRAL)

    @torch.inference_mode()
    def see(self, tiles: Tiles) -> Tensor:
        """Five views of each tile (B, 3, h, w), the whole and its quarters, as vectors of length one, (B, 5, D)."""
        whole = torch.from_numpy(tiles).to(self._device).float() / 255
        top, left = whole.shape[2] // 2, whole.shape[3] // 2
        quarters = [whole[:, :, y, x] for y in (slice(top), slice(top, None)) for x in (slice(left), slice(left, None))]
        seen = [self._network.encode_image(self._normalised(view), normalize=True) for view in (whole, *quarters)]
        return torch.stack(seen, dim=1).float()

    @torch.inference_mode()
    def read(self, phrase: str) -> Tensor:
        """How a view must differ from any satellite image to show what the phrase speaks of, (D,)."""
        return self._embedded(ABOUT.format(phrase)) - self._neutral

    def score(self, seen: Tensor, read: Tensor) -> Tensor:
        """Logit of the best view of each tile, (B,), on the network's own scale; not calibrated."""
        logits: Tensor = self._network.logit_scale.exp().float() * (seen @ read).amax(dim=1)
        return logits

    def _embedded(self, text: str) -> Tensor:
        ids = self._tokenize([text]).to(self._device)
        embedded: Tensor = self._network.encode_text(ids, normalize=True)[0]
        return embedded.float()

    def _normalised(self, view: Tensor) -> Tensor:
        side = self._network.visual.image_size
        size = side if isinstance(side, tuple) else (side, side)
        small = F.interpolate(view, size=size, mode="bicubic", antialias=True).clamp(0, 1)
        mean, std = (
            torch.tensor(each, device=view.device)[:, None, None] for each in (OPENAI_DATASET_MEAN, OPENAI_DATASET_STD)
        )
        return ((small - mean) / std).to(self._dtype)


def load_clip(name: str, *, device: torch.device, dtype: torch.dtype) -> ClipScorer:
    """Load a CLIP network of the catalogue.

    Raises:
        ModelError: no such entry.
        WeightsError: its file is missing, damaged or of another network.
    """
    entry, checkpoint = find_entry(name), locate_part(name)
    size = PRESETS[entry.preset]
    return ClipScorer(load_network(size, load_state_dict(checkpoint.weights), dtype=dtype, device=device), size)
