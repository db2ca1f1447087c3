"""The two adapters of an image encoder block; one of them carries the bidirectional fusion with the words.

Source: arXiv 2503.07266, bidirectional hierarchical fusion. Parameter names are the released ones.
"""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn

from .attention import CrossAttention

TEXT_STEP = 0.2
"""Share of the updated words in the text state that the next block receives."""


class FusionAdapter(nn.Module):
    """Bottleneck in which the map reads the words and the words read the map."""

    def __init__(self, dim: int, hidden: int, text_dim: int, heads: int) -> None:
        super().__init__()
        self.D_fc1 = nn.Linear(dim, hidden)
        self.D_fc2 = nn.Linear(hidden, dim)
        self.text_in_linear = nn.Linear(text_dim, hidden)
        self.text_out_linear = nn.Linear(hidden, text_dim)
        self.vlfusion_module = CrossAttention(hidden, heads)
        self.lvfusion_module = CrossAttention(hidden, heads)

    def forward(self, x: Tensor, text: Tensor, text_mask: Tensor | None, *, last: bool) -> tuple[Tensor, Tensor]:
        """The map inside the bottleneck, and the text state for the next block.

        Args:
            x: attention output, (B, H, W, D).
            text: text state, (B, L, T).
            text_mask: bool (B, L), False on padding; None attends to padding too.
            last: no block follows, so the words are left as they are.

        Returns:
            (B, H * W, d), which ``D_fc2`` widens to what is added to the map, and (B, L, T).
        """
        vision = F.gelu(self.D_fc1(x)).flatten(1, 2)
        words = self.text_in_linear(text)
        vision = vision + self.vlfusion_module(vision, words, text_mask)
        if not last:
            updated = words + self.lvfusion_module(words, vision)
            text = (1 - TEXT_STEP) * text + TEXT_STEP * self.text_out_linear(updated)
        return vision, text


class MLPAdapter(nn.Module):
    """Bottleneck beside a block's feed-forward network."""

    def __init__(self, dim: int, hidden: int) -> None:
        super().__init__()
        self.D_fc1 = nn.Linear(dim, hidden)
        self.D_fc2 = nn.Linear(hidden, dim)

    def forward(self, x: Tensor) -> Tensor:
        """(B, H, W, D) in and out."""
        out: Tensor = self.D_fc2(F.gelu(self.D_fc1(x)))
        return out
