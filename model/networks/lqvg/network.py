"""LQVG: a phrase and a picture to one box, the first stage of PSLG-SAM.

The module tree gives every tensor its released name, so that a released state dict loads by name. The released model
drops values at random while it trains (0.1 behind most layers); this one does not. Sources: Lan et al. 2024, IEEE TGRS
(LQVG), and the constants of the released model.
"""

from __future__ import annotations

from typing import cast

import torch
import torch.nn.functional as F
from sam2.modeling.sam2_utils import MLP
from torch import Tensor, nn

from .alignment import Product, summarised
from .backbone import Backbone, Body, Projections
from .config import LQVGConfig
from .levels import Levels
from .positions import map_positions, word_positions
from .roberta import Roberta
from .states import Boxes, Features, Words
from .transformer import Transformer

RESIZER_EPS = 1e-12
BOX_LAYERS = 3


class Resizer(nn.Module):
    """Tokens to the width of everything else."""

    def __init__(self, width: int, dim: int) -> None:
        super().__init__()
        self.fc = nn.Linear(width, dim)
        self.layer_norm = nn.LayerNorm(dim, eps=RESIZER_EPS)

    def forward(self, x: Tensor) -> Tensor:
        """(B, L, W) to (B, L, C)."""
        resized: Tensor = self.layer_norm(self.fc(x))
        return resized


class Sentence(nn.Module):
    """The phrase's first token to what the queries look for."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.dense = nn.Linear(dim, dim)

    def forward(self, x: Tensor) -> Tensor:
        """(B, 1, C) in and out, the latter in -1..1."""
        return torch.tanh(self.dense(x))


class LQVG(nn.Module):
    """The network: ``encode_image`` once a picture, ``encode_phrase`` once a phrase, then ``ground``.

    Args:
        config: its sizes.
    """

    def __init__(self, config: LQVGConfig) -> None:
        super().__init__()
        self.config = config
        dim = config.dim
        self.backbone = nn.ModuleList([Backbone(config.blocks)])
        self.input_proj = Projections(dim)
        self.text_encoder = Roberta(config.text)
        self.resizer = Resizer(config.text.dim, dim)
        self.fusion_module = Product(dim, config.heads)
        self.fusion_module_text = Product(dim, config.heads)
        self.poolout_module = Sentence(dim)
        self.transformer = Transformer(config)
        self.query_embed = nn.Embedding(config.queries, dim)
        self.class_embed = nn.ModuleList(nn.Linear(dim, 1) for _ in range(config.decoder_layers))
        self.bbox_embed = nn.ModuleList(MLP(dim, dim, 4, BOX_LAYERS) for _ in range(config.decoder_layers))

    def freeze(self) -> LQVG:
        """Make ready for inference, once the weights are final: fold the batch norms into their convolutions."""
        self.requires_grad_(False).eval()
        self._body().fold()
        return self

    def encode_image(self, pictures: Tensor, mask: Tensor | None = None) -> Features:
        """Maps of a batch of pictures.

        The norms count padding too, so a padded picture does not give what it gives alone.

        Args:
            pictures: ImageNet's mean 0 and deviation 1, (B, 3, H, W).
            mask: bool (B, H, W), False on padding, which lies on the right and at the bottom; None if there is none.
        """
        body = self._body()
        stages = body(pictures.to(body.conv1.weight.dtype))
        maps = self.input_proj(*(stage.float() for stage in stages))
        if mask is None:
            return Features(maps, None)
        fine = mask[:, None].float()
        return Features(maps, tuple(F.interpolate(fine, size=level.shape[2:])[:, 0].bool() for level in maps))

    def encode_phrase(self, ids: Tensor, attention_mask: Tensor) -> Words:
        """Tokens of a batch of phrases.

        Args:
            ids: token ids, int64 (B, L), padded on the right with ``PADDING_ID``.
            attention_mask: bool or int (B, L), 0 on padding.
        """
        valid = attention_mask.bool()
        return Words(self.resizer(self.text_encoder(ids, valid)), valid)

    def ground(self, features: Features, words: Words) -> Boxes:
        """Where the phrases are in the pictures; one picture serves several phrases, one phrase several pictures."""
        batch = max(len(features.maps[0]), len(words.tokens))
        tokens, real = words.tokens.expand(batch, -1, -1), words.valid.expand(batch, -1)
        cells = [level.expand(batch, -1, -1, -1).flatten(2).transpose(1, 2) for level in features.maps]
        valid = _validity(features)
        positions = [map_positions(level, self.config.dim).flatten(2).transpose(1, 2) for level in valid]
        seen = [None if features.valid is None else level.expand(batch, -1, -1).flatten(1) for level in valid]
        word_places = word_positions(real, self.config.dim)

        sentence = summarised(self.fusion_module_text, tokens[:, :1], zip(cells, positions, seen, strict=True))
        fused = [self.fusion_module(level, tokens, word_places, real) for level in cells]
        content = self.poolout_module(sentence)
        levels = Levels.of(valid)
        memory = self.transformer.encode(fused, positions, levels)
        hidden, boxes = self.transformer.decode(memory, levels, content, self.query_embed.weight, self.bbox_embed)
        logits = [head(layer)[..., 0] for head, layer in zip(self.class_embed, hidden, strict=True)]
        return Boxes(torch.stack(logits), boxes)

    def forward(self, pictures: Tensor, ids: Tensor, attention_mask: Tensor, mask: Tensor | None = None) -> Boxes:
        """The boxes of one phrase a picture; see the three methods that it is made of."""
        return self.ground(self.encode_image(pictures, mask), self.encode_phrase(ids, attention_mask))

    def _body(self) -> Body:
        return cast("Backbone", self.backbone[0]).body


def _validity(features: Features) -> tuple[Tensor, ...]:
    """For each level bool (B, h, w), or (1, h, w) where nothing is padded."""
    if features.valid is not None:
        return features.valid
    return tuple(level.new_ones((1, *level.shape[2:]), dtype=torch.bool) for level in features.maps)
