"""RoBERTa, which reads the phrase.

Parameters carry the names of Hugging Face's ``RobertaModel``, whose pooler is left out because nothing reads it.
Sources: Liu et al. 2019, arXiv 1907.11692; Devlin et al. 2018, arXiv 1810.04805; constants of ``roberta-base``.
"""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn

from ..rs2sam2.attention import attend
from .config import TextConfig

NORM_EPS = 1e-5
PADDING_ID = 1


class Embeddings(nn.Module):
    """Tokens, their positions and their only type, added."""

    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(config.vocabulary, config.dim)
        self.position_embeddings = nn.Embedding(config.positions, config.dim)
        self.token_type_embeddings = nn.Embedding(1, config.dim)
        self.LayerNorm = nn.LayerNorm(config.dim, eps=NORM_EPS)

    def forward(self, ids: Tensor) -> Tensor:
        """Token ids (B, L) to (B, L, C); padding is not counted, and has the row of the padding token as position."""
        real = (ids != PADDING_ID).long()
        positions = real.cumsum(1) * real + PADDING_ID
        embedded = self.word_embeddings(ids) + self.position_embeddings(positions) + self.token_type_embeddings.weight
        normed: Tensor = self.LayerNorm(embedded)
        return normed


class SelfAttention(nn.Module):
    """Attention without its output projection."""

    def __init__(self, dim: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(dim, dim)
        self.key = nn.Linear(dim, dim)
        self.value = nn.Linear(dim, dim)

    def forward(self, x: Tensor, valid: Tensor) -> Tensor:
        """(B, L, C) in and out; ``valid`` is bool (B, L), False on padding."""
        return attend(self.query(x), self.key(x), self.value(x), self.heads, valid)


class Residual(nn.Module):
    """Projection of a branch, added to what it branched from, and a norm on the sum."""

    def __init__(self, width: int, dim: int) -> None:
        super().__init__()
        self.dense = nn.Linear(width, dim)
        self.LayerNorm = nn.LayerNorm(dim, eps=NORM_EPS)

    def forward(self, branch: Tensor, shortcut: Tensor) -> Tensor:
        """(B, L, W) and (B, L, C) to (B, L, C)."""
        normed: Tensor = self.LayerNorm(self.dense(branch) + shortcut)
        return normed


class Attention(nn.Module):
    """Self attention with its residual."""

    def __init__(self, dim: int, heads: int) -> None:
        super().__init__()
        self.self = SelfAttention(dim, heads)
        self.output = Residual(dim, dim)

    def forward(self, x: Tensor, valid: Tensor) -> Tensor:
        """(B, L, C) in and out; ``valid`` is bool (B, L)."""
        out: Tensor = self.output(self.self(x, valid), x)
        return out


class Intermediate(nn.Module):
    """First half of the feed-forward network."""

    def __init__(self, dim: int, hidden: int) -> None:
        super().__init__()
        self.dense = nn.Linear(dim, hidden)

    def forward(self, x: Tensor) -> Tensor:
        """(B, L, C) to (B, L, H)."""
        return F.gelu(self.dense(x))


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.attention = Attention(config.dim, config.heads)
        self.intermediate = Intermediate(config.dim, config.ffn)
        self.output = Residual(config.ffn, config.dim)

    def forward(self, x: Tensor, valid: Tensor) -> Tensor:
        """(B, L, C) in and out; ``valid`` is bool (B, L)."""
        x = self.attention(x, valid)
        out: Tensor = self.output(self.intermediate(x), x)
        return out


class Encoder(nn.Module):
    """The layers under their released name."""

    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.layer = nn.ModuleList(Layer(config) for _ in range(config.depth))

    def forward(self, x: Tensor, valid: Tensor) -> Tensor:
        """(B, L, C) in and out; ``valid`` is bool (B, L)."""
        for layer in self.layer:
            x = layer(x, valid)
        return x


class Roberta(nn.Module):
    """Token ids to one vector a token."""

    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.embeddings = Embeddings(config)
        self.encoder = Encoder(config)

    def forward(self, ids: Tensor, valid: Tensor) -> Tensor:
        """Encode a batch of phrases.

        Args:
            ids: token ids, int64 (B, L), padded on the right with ``PADDING_ID``.
            valid: bool (B, L), False on padding, to which nothing attends.

        Returns:
            the last layer's output, (B, L, C).
        """
        words: Tensor = self.encoder(self.embeddings(ids), valid)
        return words
