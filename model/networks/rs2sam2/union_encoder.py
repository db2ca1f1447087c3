"""The union encoder: BEiT-3, one transformer over the patches of the picture and the words of the phrase.

Each projection and norm exists twice, ``A`` for the picture and ``B`` for the words; attention is joint.
Source: arXiv 2208.10442; constants as in the released RS2-SAM 2.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .attention import attend
from .config import UnionConfig

NORM_EPS = 1e-5
Parts = tuple[Tensor, Tensor]
"""Picture tokens (B, P, C) and word tokens (B, L, C)."""

FIRST_POSITION = 2
"""Row of the position tables that the first token reads; the rows before it are never read."""


class Multiway(nn.Module):
    """A pair of equal modules, ``A`` for picture tokens and ``B`` for word tokens."""

    def __init__(self, make: Callable[[], nn.Module]) -> None:
        super().__init__()
        self.A = make()
        self.B = make()

    def forward(self, picture: Tensor, words: Tensor) -> Parts:
        """Both parts through their own module; shapes as the modules give them."""
        return self.A(picture), self.B(words)


class JointAttention(nn.Module):
    """Self attention over both parts, with a norm before the output projection (sub-LN)."""

    def __init__(self, dim: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q_proj = Multiway(lambda: nn.Linear(dim, dim))
        self.k_proj = Multiway(lambda: nn.Linear(dim, dim))
        self.v_proj = Multiway(lambda: nn.Linear(dim, dim))
        self.inner_attn_ln = Multiway(lambda: nn.LayerNorm(dim, eps=NORM_EPS))
        self.out_proj = Multiway(lambda: nn.Linear(dim, dim))

    def forward(self, picture: Tensor, words: Tensor, key_mask: Tensor | None) -> Parts:
        """(B, P, C) and (B, L, C) in and out; ``key_mask`` is (B, P + L)."""
        q, k, v = (torch.cat(proj(picture, words), dim=1) for proj in (self.q_proj, self.k_proj, self.v_proj))
        mixed = attend(q, k, v, self.heads, key_mask)
        split = picture.shape[1]
        parts: Parts = self.out_proj(*self.inner_attn_ln(mixed[:, :split], mixed[:, split:]))
        return parts


class FeedForward(nn.Module):
    """GELU feed-forward network with a norm on its hidden layer."""

    def __init__(self, dim: int, hidden: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(dim, hidden)
        self.ffn_layernorm = nn.LayerNorm(hidden, eps=NORM_EPS)
        self.fc2 = nn.Linear(hidden, dim)

    def forward(self, x: Tensor) -> Tensor:
        """(B, N, C) in and out."""
        out: Tensor = self.fc2(self.ffn_layernorm(F.gelu(self.fc1(x))))
        return out


class Layer(nn.Module):
    """One pre-norm transformer layer over both parts."""

    def __init__(self, config: UnionConfig) -> None:
        super().__init__()
        self.self_attn_layer_norm = Multiway(lambda: nn.LayerNorm(config.dim, eps=NORM_EPS))
        self.self_attn = JointAttention(config.dim, config.heads)
        self.final_layer_norm = Multiway(lambda: nn.LayerNorm(config.dim, eps=NORM_EPS))
        self.ffn = Multiway(lambda: FeedForward(config.dim, config.ffn))

    def forward(self, picture: Tensor, words: Tensor, key_mask: Tensor | None) -> Parts:
        """(B, P, C) and (B, L, C) in and out."""
        da, db = self.self_attn(*self.self_attn_layer_norm(picture, words), key_mask)
        picture, words = picture + da, words + db
        da, db = self.ffn(*self.final_layer_norm(picture, words))
        return picture + da, words + db


class VisionEmbedding(nn.Module):
    """Patches of the picture behind a class token."""

    def __init__(self, config: UnionConfig) -> None:
        super().__init__()
        self.cls_token = nn.Parameter(torch.zeros(1, 1, config.dim))
        self.proj = nn.Conv2d(3, config.dim, config.patch, stride=config.patch)

    def forward(self, image: Tensor) -> Tensor:
        """(B, 3, S, S) to (B, 1 + patches, C)."""
        patches = self.proj(image).flatten(2).transpose(1, 2)
        return torch.cat([self.cls_token.expand(patches.shape[0], -1, -1), patches], dim=1)


class Positions(nn.Module):
    """Learnt positions of patches and words."""

    def __init__(self, config: UnionConfig) -> None:
        super().__init__()
        self.A = nn.Embedding(config.grid**2 + 1 + FIRST_POSITION, config.dim)
        self.B = nn.Embedding(config.max_tokens, config.dim)

    def forward(self, picture: Tensor, words: Tensor) -> Parts:
        """Both parts with their positions added; shapes as given."""
        picture = picture + self.A.weight[FIRST_POSITION : FIRST_POSITION + picture.shape[1]]
        return picture, words + self.B.weight[FIRST_POSITION : FIRST_POSITION + words.shape[1]]


class Encoder(nn.Module):
    """Positions, layers and the last norm."""

    def __init__(self, config: UnionConfig) -> None:
        super().__init__()
        self.embed_positions = Positions(config)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.depth))
        self.layer_norm = Multiway(lambda: nn.LayerNorm(config.dim, eps=NORM_EPS))

    def forward(self, picture: Tensor, words: Tensor, valid: Tensor) -> Parts:
        """(B, P, C), (B, L, C) and bool (B, L) to both parts encoded."""
        picture, words = self.embed_positions(picture, words)
        words = words * valid[..., None]
        key_mask = torch.cat([valid.new_ones(picture.shape[:2]), valid], dim=1)
        for layer in self.layers:
            picture, words = layer(picture, words, key_mask)
        parts: Parts = self.layer_norm(picture, words)
        return parts


class UnionEncoder(nn.Module):
    """Picture and phrase to one sequence of features."""

    def __init__(self, config: UnionConfig) -> None:
        super().__init__()
        self.text_embed = nn.Embedding(config.vocabulary, config.dim)
        self.vision_embed = VisionEmbedding(config)
        self.encoder = Encoder(config)

    def forward(self, image: Tensor, ids: Tensor, valid: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Encode a batch.

        Args:
            image: normalised picture, (B, 3, S, S) with S the configured side.
            ids: token ids, int64 (B, L).
            valid: bool (B, L), False on padding.

        Returns:
            class token (B, 1, C), patches (B, P, C) and words (B, L, C).
        """
        picture, words = self.encoder(self.vision_embed(image), self.text_embed(ids), valid)
        return picture[:, :1], picture[:, 1:], words
