"""SAM 2's mask decoder behind a text gate, computing only the one mask that is used."""

from __future__ import annotations

import torch
from sam2.modeling.sam.mask_decoder import MaskDecoder
from sam2.modeling.sam.transformer import TwoWayTransformer
from torch import Tensor, nn

from .attention import CrossAttention
from .convolutions import Neighbourhood

DEPTH = 2
HEADS = 8
FIRST_MASK_TOKEN = 2
"""Tokens are the object score, the predicted IoU, the four masks, then the prompt."""


class TextMaskDecoder(MaskDecoder):
    """Mask decoder whose image features are first gated by the words.

    Args:
        dim: width of the image features and of the tokens.
        mlp: hidden width of the transformer's feed-forward networks.
        gate_heads: attention heads of the gate.
        convolutions: whether the two finer levels look around, which the released network does without.
    """

    def __init__(self, dim: int, mlp: int, gate_heads: int, *, convolutions: bool) -> None:
        super().__init__(
            transformer_dim=dim,
            transformer=TwoWayTransformer(depth=DEPTH, embedding_dim=dim, num_heads=HEADS, mlp_dim=mlp),
            iou_head_hidden_dim=dim,
            use_high_res_features=True,
            iou_prediction_use_sigmoid=True,
            pred_obj_scores=True,
            pred_obj_scores_mlp=True,
        )
        self.vlfusion_module = CrossAttention(dim, gate_heads)
        widths = (dim // 4, dim // 8) if convolutions else ()
        self.neighbourhoods = nn.ModuleList(Neighbourhood(width) for width in widths)

    def gate(self, image: Tensor, position: Tensor, text: Tensor, text_mask: Tensor | None) -> Tensor:
        """Multiply the image features (B, C, h, w) by what each pixel reads in the words (B, L, C)."""
        queries = (image + position).flatten(2).transpose(1, 2)
        read: Tensor = self.vlfusion_module(queries, text, text_mask)
        return image * read.transpose(1, 2).reshape(image.shape)

    def forward(
        self, image: Tensor, position: Tensor, sparse: Tensor, dense: Tensor, fine: Tensor, middle: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Decode one mask a sample.

        Args:
            image: gated features, (B, C, h, w).
            position: their position encoding, (1, C, h, w).
            sparse: prompt tokens, (B, N, C).
            dense: dense prompt, (B, C, h, w).
            fine: features at four times the resolution, (B, C/8, 4h, 4w).
            middle: features at twice the resolution, (B, C/4, 2h, 2w).

        Returns:
            mask logits (B, 1, 4h, 4w) and the logit that the object is there at all (B,).
        """
        learned = torch.cat([self.obj_score_token.weight, self.iou_token.weight, self.mask_tokens.weight])
        tokens = torch.cat([learned.expand(len(sparse), -1, -1), sparse], dim=1)
        source = image + dense
        hidden, features = self.transformer(source, position.expand(len(sparse), -1, -1, -1), tokens)
        features = self.upscale(features.transpose(1, 2).unflatten(2, source.shape[2:]), fine, middle)
        kernel = self.output_hypernetworks_mlps[0](hidden[:, FIRST_MASK_TOKEN])
        logits = torch.einsum("bc,bchw->bhw", kernel, features).unsqueeze(1)
        presence: Tensor = self.pred_obj_score_head(hidden[:, 0])
        return logits, presence.squeeze(1)

    def upscale(self, coarse: Tensor, fine: Tensor, middle: Tensor) -> Tensor:
        """Features of a mask's pixels, (B, C/8, 4h, 4w), from ``coarse`` (B, C, h, w) and the finer levels."""
        up1, norm, act1, up2, act2 = self.output_upscaling
        features = self._looked_around(0, act1(norm(up1(coarse) + middle)))
        return self._looked_around(1, act2(up2(features) + fine))

    def _looked_around(self, level: int, features: Tensor) -> Tensor:
        if not self.neighbourhoods:
            return features
        wider: Tensor = self.neighbourhoods[level](features.permute(0, 2, 3, 1))
        return wider.permute(0, 3, 1, 2)
