"""Prompts from the union encoder: the mask prompt generator and SAM 2's prompt encoder fed with text."""

from __future__ import annotations

from copy import deepcopy

import torch
import torch.nn.functional as F
from sam2.modeling.sam.prompt_encoder import PromptEncoder
from torch import Tensor

MASK_CHANNELS = 16
MASK_STRIDE = 4
"""The dense prompt is given at four times the resolution of the coarsest level."""


class TextPromptEncoder(PromptEncoder):
    """SAM 2's prompt encoder for one text token and one mask; points, boxes and absent masks do not occur."""

    def __init__(self, dim: int, image_size: int, stride: int) -> None:
        side = image_size // stride
        super().__init__(
            embed_dim=dim,
            image_embedding_size=(side, side),
            input_image_size=(image_size, image_size),
            mask_in_chans=MASK_CHANNELS,
        )
        del self.point_embeddings, self.not_a_point_embed, self.no_mask_embed
        self.cached_position: Tensor | None
        self.register_buffer("cached_position", None, persistent=False)

    def freeze(self) -> None:
        """Keep the position encoding of the configured map, once the weights are final."""
        self.cached_position = self.get_dense_pe()

    def position(self, size: torch.Size) -> Tensor:
        """Position encoding of a map of this size, (1, dim, h, w)."""
        if self.cached_position is not None and self.cached_position.shape[2:] == size:
            return self.cached_position
        # The stock layer computes in float32 whatever the precision of its table.
        table = self.pe_layer.positional_encoding_gaussian_matrix
        encoding: Tensor = deepcopy(self.pe_layer).float()(size)
        return encoding.unsqueeze(0).to(table.dtype)

    def forward(self, mask: Tensor, size: torch.Size) -> Tensor:
        """Dense prompt from a coarse mask.

        Args:
            mask: probabilities, (B, 1, g, g), 0..1.
            size: height and width of the map that the prompt is added to.

        Returns:
            (B, dim, h, w).
        """
        full = F.interpolate(mask, size=[MASK_STRIDE * side for side in size], mode="bilinear", align_corners=False)
        prompt: Tensor = self.mask_downscaling(full)
        return prompt
