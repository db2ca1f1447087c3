"""RS2-SAM 2 as a student."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from ...networks.rs2sam2 import PADDING_ID, PRESETS, RS2SAM2
from ...networks.rs2sam2.checkpoint import check_tensors
from ...networks.rs2sam2.initial import initialise
from ...networks.rs2sam2.trunk import pointwise
from ...segmenters.preprocess import standardised
from ...segmenters.tokenizer import BEGIN_ID, END_ID
from ..batches import Batch, LabelBatch
from ..dense import DenseHeads, label_losses
from ..objective import Terms, coarse_truth, mask_terms
from ..prompts import PromptBatch, Shares, share_dice, share_loss
from ..recipe import Recipe
from ..variants import VARIANTS


class RS2SAM2Student:
    """The network of a recipe's preset and variant, which looks at the crop and at a smaller copy of it.

    Args:
        recipe: of the run.
    """

    words = "mm_extractor.beit3.text_embed.weight"

    def __init__(self, recipe: Recipe) -> None:
        config = PRESETS[recipe.preset]
        self.network = VARIANTS[recipe.variant](initialise(RS2SAM2(config)))
        self.heads = DenseHeads(config.prompt_dim // 8, config.union.dim)
        self.second_side = config.union.image_size
        self._recipe = recipe

    def label_terms(self, batch: LabelBatch, precision: torch.dtype) -> Terms:
        """Loss terms of crops with all their labels; tensors on the network's device."""
        with torch.autocast(batch.image.device.type, precision, enabled=precision != torch.float32):
            features, patches = self._features(standardised(batch.image), standardised(batch.union_image))
            pixels, shares = self.heads(features, patches)
        return label_losses(pixels.float(), shares.float(), batch.labels, self._recipe.mask_prompt)

    def phrase_terms(self, batch: Batch, precision: torch.dtype) -> Terms:
        """Loss terms of phrases with their masks or boxes; tensors on the network's device."""
        image = standardised(batch.image)
        with torch.autocast(batch.image.device.type, precision, enabled=precision != torch.float32):
            output = self.network(image, standardised(batch.union_image), batch.ids)
        terms = mask_terms(output.logits.float(), output.presence, output.text_weight, image, batch, self._recipe)
        if self._recipe.variant != "no_mask_prompt":
            prompt, grid = output.mask_prompt[:, 0].float(), self.network.config.union.grid
            terms["mask_prompt"] = self._recipe.mask_prompt * share_loss(prompt, coarse_truth(batch, grid))
        return terms

    def prompt_terms(self, batch: PromptBatch, precision: torch.dtype) -> Terms:
        """Loss terms of the union encoder's coarse masks; tensors on the network's device."""
        network, valid = self.network, batch.ids != PADDING_ID
        with torch.autocast(batch.ids.device.type, precision, enabled=precision != torch.float32):
            token, patches, _ = network.mm_extractor.beit3(standardised(batch.union_image), batch.ids, valid)
            prompt = network.mask_prompt(token, patches)[:, 0].float()
        truth = Shares(batch.of_object, batch.known)
        return {"mask_prompt": share_loss(prompt, truth), "dice": self._recipe.dice * share_dice(prompt, truth)}

    def check(self, shapes: Mapping[str, tuple[int, ...]]) -> None:
        """Raise a WeightsError if tensors of these shapes are not the network's."""
        check_tensors(self.network.config, dict(shapes))

    def _features(self, image: Tensor, union_image: Tensor) -> tuple[Tensor, Tensor]:
        """The decoder's pixels (B, C, S / 4, S / 4) and the union encoder's patches (B, P, C) without a phrase."""
        network = self.network
        ids = torch.tensor([[BEGIN_ID, END_ID]], device=image.device).expand(len(image), -1)
        _, patches, words = network.mm_extractor.beit3(union_image, ids, torch.ones_like(ids, dtype=torch.bool))
        visual, decoder = network.visual_model, network.visual_model.sam_mask_decoder
        fine, middle, coarse = visual.image_encoder(image, network.text_feat_linear(words), None)
        fine, middle = pointwise(decoder.conv_s0, fine), pointwise(decoder.conv_s1, middle)
        return decoder.upscale(coarse, fine, middle), patches
