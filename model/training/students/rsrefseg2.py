"""RSRefSeg 2 as a student."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from ...errors import OptionError
from ...networks.rsrefseg2 import PRESETS, RSRefSeg2
from ...networks.rsrefseg2.initial import initialise
from ...networks.rsrefseg2.network import ImageMaps
from ...networks.shapes import check_shapes, shapes_of
from ...segmenters.preprocess import standardised
from ..batches import Batch, LabelBatch
from ..dense import DenseHeads, label_losses
from ..objective import Terms, coarse_truth, mask_terms
from ..prompts import PromptBatch, share_loss
from ..recipe import Recipe


class RSRefSeg2Student:
    """The network of a recipe's preset.

    Args:
        recipe: of the run.
    """

    words = "siglip.text.token_embedding.weight"
    second_side = 0

    def __init__(self, recipe: Recipe) -> None:
        config = PRESETS[recipe.preset]
        self.network = initialise(RSRefSeg2(config))
        self.heads = DenseHeads(config.prompt_dim // 8, config.siglip.dim)
        self._recipe = recipe

    def label_terms(self, batch: LabelBatch, precision: torch.dtype) -> Terms:
        """Loss terms of crops with all their labels; tensors on the network's device."""
        with torch.autocast(batch.image.device.type, precision, enabled=precision != torch.float32):
            maps = self.network.encode_image(batch.image.float() / 255)
            pixels, shares = self.heads(self._pixels(maps), maps.patches)
        return label_losses(pixels.float(), shares.float(), batch.labels, self._recipe.mask_prompt)

    def phrase_terms(self, batch: Batch, precision: torch.dtype) -> Terms:
        """Loss terms of phrases with their masks or boxes; tensors on the network's device.

        The similarity of picture and phrase, from which the released network learns through its mask alone, is told
        here what it should be.
        """
        with torch.autocast(batch.image.device.type, precision, enabled=precision != torch.float32):
            output = self.network(batch.image.float() / 255, batch.ids)
        # Its mask begins at 0, where the losses know a mask that begins at 0.5.
        logits = (output.logits.float() + 1) / 2
        weight = torch.zeros(len(logits), device=logits.device)
        terms = mask_terms(logits, output.presence, weight, standardised(batch.image), batch, self._recipe)
        grid = self.network.config.siglip.grid
        similar = torch.nn.functional.adaptive_avg_pool2d(output.similarity, grid)[:, 0].float().sigmoid()
        terms["mask_prompt"] = self._recipe.mask_prompt * share_loss(similar, coarse_truth(batch, grid))
        return terms

    def prompt_terms(self, _batch: PromptBatch, _precision: torch.dtype) -> Terms:
        """Never: what prompts this network's masks is no encoder of its own.

        Raises:
            OptionError: always.
        """
        raise OptionError("RSRefSeg 2 has no union encoder; take the stages that teach prompts out of its recipe.")

    def check(self, shapes: Mapping[str, tuple[int, ...]]) -> None:
        """Raise a WeightsError if tensors of these shapes are not the network's."""
        check_shapes(shapes_of(self.network.state_dict()), dict(shapes))

    def _pixels(self, maps: ImageMaps) -> Tensor:
        """The decoder's pixels without a phrase, (B, C, S / 4, S / 4)."""
        up1, norm, act1, up2, act2 = self.network.sam.sam_mask_decoder.output_upscaling
        pixels: Tensor = act2(up2(act1(norm(up1(maps.coarse) + maps.middle))) + maps.fine)
        return pixels
