"""SigLIP 2's towers from the classes and under the names of open_clip: a picture to patches, a phrase to words."""

from __future__ import annotations

import math
from functools import partial

import torch
from open_clip.transformer import LayerNorm, TextTransformer
from timm.models.vision_transformer import VisionTransformer
from torch import Tensor, nn

from ..rs2sam2 import PADDING_ID
from .config import SigLIPConfig

NORM_EPS = 1e-6
TABLE_STD = 0.02
FIRST_SCALE = 10.0
"""Factor of the cosine similarity before training."""


class VisionTower(nn.Module):
    """The vision transformer without its pooling head, which nothing reads.

    Args:
        config: sizes of the towers.
    """

    def __init__(self, config: SigLIPConfig) -> None:
        super().__init__()
        self.trunk = VisionTransformer(
            img_size=config.image_size,
            patch_size=config.patch,
            num_classes=0,
            global_pool="",
            embed_dim=config.dim,
            depth=config.vision_depth,
            num_heads=config.heads,
            mlp_ratio=config.mlp_ratio,
            class_token=False,
            weight_init="skip",
            act_layer="gelu_tanh",
        )
        nn.init.normal_(self.trunk.get_parameter("pos_embed"), std=TABLE_STD)

    def forward(self, image: Tensor) -> Tensor:
        """Picture (B, 3, s, s), -1..1, to patches row by row, (B, P, C)."""
        return self.trunk.forward_features(image)


class TextTower(TextTransformer):
    """The text transformer, which attends in both directions.

    Args:
        config: sizes of the towers.
        mask_padding: whether padded words are hidden.
    """

    def __init__(self, config: SigLIPConfig, *, mask_padding: bool) -> None:
        super().__init__(
            context_length=config.context,
            vocab_size=config.vocabulary,
            width=config.dim,
            heads=config.heads,
            layers=config.text_depth,
            mlp_ratio=config.mlp_ratio,
            output_dim=config.dim,
            no_causal_mask=True,
            use_pad_mask=mask_padding,
            pad_id=PADDING_ID,
            pool_type="last",
            proj_bias=True,
            act_layer=partial(nn.GELU, approximate="tanh"),
            norm_layer=partial(LayerNorm, eps=NORM_EPS),
        )

    def forward(self, ids: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Encode a batch.

        Args:
            ids: token ids, int64 (B, L), L at most the context.
            last: position of the word that stands for its phrase, int64 (B,).

        Returns:
            words (B, L, C) and phrases (B, C), neither of length one.
        """
        embedded, mask = self._embeds(ids)
        words = self.ln_final(self.transformer(embedded, attn_mask=mask))
        pooled = words[torch.arange(len(words), device=words.device), last]
        return words, self.text_projection(pooled)


class SigLIP(nn.Module):
    """Both towers and the line from their cosine similarity to a logit.

    Args:
        config: sizes of the towers.
        mask_padding: whether padded words are hidden.
    """

    def __init__(self, config: SigLIPConfig, *, mask_padding: bool) -> None:
        super().__init__()
        self.visual = VisionTower(config)
        self.text = TextTower(config, mask_padding=mask_padding)
        self.logit_scale = nn.Parameter(torch.full((), math.log(FIRST_SCALE)))
        self.logit_bias = nn.Parameter(torch.zeros(()))

    def logit(self, cosine: Tensor) -> Tensor:
        """Cosine similarity, -1..1, to the logit that both mean the same; any shape."""
        return cosine * self.logit_scale.exp() + self.logit_bias
