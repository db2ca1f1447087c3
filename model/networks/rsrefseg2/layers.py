"""The layers of the cascaded prompter, under their released names.

Every attention and feed-forward network is added to what it reads, and a norm follows. Positions are added to queries
and keys, never to values; words carry none beside their own.
"""

from __future__ import annotations

from functools import partial

from sam2.modeling.sam2_utils import MLP
from torch import Tensor, nn

from .attention import Attention, ReadFew
from .config import PrompterConfig

Pair = tuple[Tensor, Tensor]


def feed_forward(dim: int, hidden: int) -> nn.Module:
    """A feed-forward network of two linear layers."""
    network: nn.Module = MLP(dim, hidden, dim, num_layers=2, activation=nn.GELU)
    return network


class SplitLayer(nn.Module):
    """Two sets of queries that read the words and each other.

    Args:
        dim: width of words and queries.
        config: sizes of the prompter.
    """

    def __init__(self, dim: int, config: PrompterConfig) -> None:
        super().__init__()
        attention = partial(Attention, dim, dim, config.inner, config.heads)
        mlp, norm = partial(feed_forward, dim, config.hidden), partial(nn.LayerNorm, dim)
        self.self_attn_query_query1, self.norm_query1_1 = attention(), norm()
        self.self_attn_query_query2, self.norm_query2_1 = attention(), norm()
        self.cross_attn_query_text_query1_text, self.norm_query1_2 = attention(), norm()
        self.mlp_query1_2, self.norm_query1_3 = mlp(), norm()
        self.cross_attn_query_text_query2_text, self.norm_query2_2 = attention(), norm()
        self.mlp_query2_2, self.norm_query2_3 = mlp(), norm()
        self.cross_attn_query_query_query1_query2, self.norm_query1_4 = attention(), norm()
        self.mlp_query1_3, self.norm_query1_5 = mlp(), norm()
        self.cross_attn_query_query_query2_query1, self.norm_query2_4 = attention(), norm()
        self.mlp_query2_3, self.norm_query2_5 = mlp(), norm()

    def forward(self, queries: Pair, positions: Pair, words: Tensor, valid: Tensor | None) -> Pair:
        """Two sets of queries (B, 3, C) anew.

        Args:
            queries: both sets, (B, 3, C).
            positions: of both sets, (3, C).
            words: (B, L, C).
            valid: bool (B, L), False on padding; None where there is none.
        """
        (q1, q2), (e1, e2) = queries, positions
        q1 = self.norm_query1_1(q1 + self.self_attn_query_query1(q1 + e1, q1 + e1, q1))
        q2 = self.norm_query2_1(q2 + self.self_attn_query_query2(q2 + e2, q2 + e2, q2))
        q1 = self.norm_query1_2(q1 + self.cross_attn_query_text_query1_text(q1 + e1, words, words, valid))
        q1 = self.norm_query1_3(q1 + self.mlp_query1_2(q1))
        q2 = self.norm_query2_2(q2 + self.cross_attn_query_text_query2_text(q2 + e2, words, words, valid))
        q2 = self.norm_query2_3(q2 + self.mlp_query2_2(q2))
        q1 = self.norm_query1_4(q1 + self.cross_attn_query_query_query1_query2(q1 + e1, q2 + e2, q2))
        q1 = self.norm_query1_5(q1 + self.mlp_query1_3(q1))
        q2 = self.norm_query2_4(q2 + self.cross_attn_query_query_query2_query1(q2 + e2, q1 + e1, q1))
        q2 = self.norm_query2_5(q2 + self.mlp_query2_3(q2))
        return q1, q2


class CoarseLayer(nn.Module):
    """The picture reads the first set of queries.

    Args:
        dim: width of patches and queries.
        config: sizes of the prompter.
    """

    def __init__(self, dim: int, config: PrompterConfig) -> None:
        super().__init__()
        self.self_attn_text_text_1 = Attention(dim, dim, config.inner, config.heads)
        self.norm_text_1 = nn.LayerNorm(dim)
        self.cross_attn_img_text_1 = ReadFew(dim, dim, config.inner, config.heads)
        self.norm_img_1 = nn.LayerNorm(dim)
        self.mlp_img_1 = feed_forward(dim, config.hidden)
        self.norm_img_2 = nn.LayerNorm(dim)

    def read_phrase(self, queries: Tensor, position: Tensor) -> Tensor:
        """Queries (B, 3, C) with positions (3, C) to those that the picture reads; no picture is needed for it."""
        placed = queries + position
        settled: Tensor = self.norm_text_1(queries + self.self_attn_text_text_1(placed, placed, queries))
        return settled

    def forward(self, patches: Tensor, position: Tensor, queries: Tensor, query_position: Tensor) -> Tensor:
        """Patches (B, P, C) anew, with what they read in ``queries`` as :meth:`read_phrase` left them."""
        read = self.cross_attn_img_text_1(patches + position, queries + query_position, queries)
        patches = self.norm_img_1(patches + read)
        refined: Tensor = self.norm_img_2(patches + self.mlp_img_1(patches))
        return refined


class RefineLayer(nn.Module):
    """The picture and the prompts read the second set of queries, then the prompts read the picture.

    Args:
        dim: width of patches and queries.
        prompt_dim: width of prompts.
        config: sizes of the prompter.
    """

    def __init__(self, dim: int, prompt_dim: int, config: PrompterConfig) -> None:
        super().__init__()
        inner, heads = config.inner, config.heads
        self.self_attn_text_1 = Attention(dim, dim, inner, heads)
        self.norm_text_1 = nn.LayerNorm(dim)
        self.cross_attn_img_text_1 = ReadFew(dim, dim, inner, heads)
        self.norm_img_1 = nn.LayerNorm(dim)
        self.mlp_img_1 = feed_forward(dim, config.hidden)
        self.norm_img_2 = nn.LayerNorm(dim)
        self.self_attn_prompt_1 = Attention(prompt_dim, prompt_dim, inner, heads)
        self.norm_prompt_1 = nn.LayerNorm(prompt_dim)
        self.cross_attn_prompt_text_1 = Attention(prompt_dim, dim, inner, heads)
        self.norm_prompt_2 = nn.LayerNorm(prompt_dim)
        self.mlp_prompt_2 = feed_forward(prompt_dim, config.hidden)
        self.norm_prompt_3 = nn.LayerNorm(prompt_dim)
        self.cross_attn_prompt_img_1 = Attention(prompt_dim, dim, inner, heads)
        self.norm_prompt_4 = nn.LayerNorm(prompt_dim)
        self.mlp_prompt_3 = feed_forward(prompt_dim, config.hidden)
        self.norm_prompt_5 = nn.LayerNorm(prompt_dim)

    def read_phrase(self, queries: Tensor, position: Tensor) -> Tensor:
        """Queries (B, 3, C) with positions (3, C) to those that picture and prompts read."""
        placed = queries + position
        settled: Tensor = self.norm_text_1(queries + self.self_attn_text_1(placed, placed, queries))
        return settled

    def picture(self, patches: Tensor, position: Tensor, queries: Tensor, query_position: Tensor) -> Tensor:
        """Patches (B, P, C) anew, with what they read in ``queries`` as :meth:`read_phrase` left them."""
        read = self.cross_attn_img_text_1(patches + position, queries + query_position, queries)
        patches = self.norm_img_1(patches + read)
        refined: Tensor = self.norm_img_2(patches + self.mlp_img_1(patches))
        return refined

    def prompts_from_phrase(self, prompts: Tensor, position: Tensor, queries: Tensor, query_position: Tensor) -> Tensor:
        """Prompts (B, 9, D) anew, with what they read in each other and in ``queries``."""
        placed = prompts + position
        prompts = self.norm_prompt_1(prompts + self.self_attn_prompt_1(placed, placed, prompts))
        read = self.cross_attn_prompt_text_1(prompts + position, queries + query_position, queries)
        prompts = self.norm_prompt_2(prompts + read)
        informed: Tensor = self.norm_prompt_3(prompts + self.mlp_prompt_2(prompts))
        return informed

    def prompts_from_picture(
        self, prompts: Tensor, position: Tensor, patches: Tensor, patch_position: Tensor
    ) -> Tensor:
        """Prompts (B, 9, D) anew, with what they read in the patches (B, P, C)."""
        read = self.cross_attn_prompt_img_1(prompts + position, patches + patch_position, patches)
        prompts = self.norm_prompt_4(prompts + read)
        informed: Tensor = self.norm_prompt_5(prompts + self.mlp_prompt_3(prompts))
        return informed
