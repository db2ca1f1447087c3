"""The cascaded prompter: words and patches to sparse prompts and to the features of the dense prompt.

Source: arXiv 2507.06231 and the released model. Whatever depends on the phrase alone is computed once a phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import torch
from sam2.modeling.sam2_utils import MLP, LayerNorm2d
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from .config import RSRefSeg2Config
from .layers import CoarseLayer, Pair, RefineLayer, SplitLayer


@dataclass(frozen=True)
class PhraseState:
    """All that the network knows of a phrase before it sees a picture.

    Attributes:
        pooled: the phrase as one vector, (B, C), not of length one.
        queries: the two sets of queries that the words were split into, (B, 3, C) each.
        coarse: the first set as each coarse layer shows it to the picture, (B, 3, C) each.
        refine: the second set as each refining layer shows it, (B, 3, C) each.
        prompts: the prompts before they see the picture, (B, 9, D).
    """

    pooled: Tensor
    queries: Pair
    coarse: list[Tensor]
    refine: list[Tensor]
    prompts: Tensor


class CascadedPrompter(nn.Module):
    """Prompts for SAM 2 from a phrase and a picture.

    Args:
        config: sizes of the network.
    """

    def __init__(self, config: RSRefSeg2Config) -> None:
        super().__init__()
        sizes, dim, prompt_dim = config.prompter, config.siglip.dim, config.prompt_dim
        grid = config.siglip.grid
        self.text_query_pe_embedding1 = nn.Parameter(torch.zeros(sizes.queries, dim))
        self.text_query_pe_embedding2 = nn.Parameter(torch.zeros(sizes.queries, dim))
        self.img_pe = nn.Parameter(torch.zeros(1, dim, grid, grid))
        self.prompt_pe_embedding = nn.Parameter(torch.zeros(sizes.prompts, prompt_dim))
        self.prompt_embedding = nn.Parameter(torch.zeros(sizes.prompts, prompt_dim))
        self.two_queries_text_attn_layers = nn.ModuleList(SplitLayer(dim, sizes) for _ in range(sizes.split_layers))
        self.queries1_to_img_attn_layers = nn.ModuleList(CoarseLayer(dim, sizes) for _ in range(sizes.coarse_layers))
        self.prompt_queries2_img_attn_layers = nn.ModuleList(
            RefineLayer(dim, prompt_dim, sizes) for _ in range(sizes.refine_layers)
        )
        self.sparse_prompt_mlp = MLP(prompt_dim, sizes.hidden, prompt_dim, num_layers=2, activation=nn.GELU)
        self.dense_prompt_conv = nn.Sequential(
            nn.Conv2d(dim, sizes.dense_hidden, 3, padding=1),
            nn.BatchNorm2d(sizes.dense_hidden) if sizes.batch_norm else LayerNorm2d(sizes.dense_hidden),
            nn.GELU(),
            nn.Conv2d(sizes.dense_hidden, dim, 3, padding=1),
        )

    def freeze(self) -> None:
        """Fold the batch normalisation into the convolution before it, once the weights are final."""
        conv, norm = self.dense_prompt_conv[0], self.dense_prompt_conv[1]
        if isinstance(conv, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
            self.dense_prompt_conv[0] = fuse_conv_bn_eval(conv, norm)
            self.dense_prompt_conv[1] = nn.Identity()

    def read_phrase(self, words: Tensor, pooled: Tensor, valid: Tensor | None) -> PhraseState:
        """Everything about a phrase that no picture is needed for.

        Args:
            words: (B, L, C), L at least 1.
            pooled: (B, C).
            valid: bool (B, L), False on padding; None where there is none.
        """
        positions = (self.text_query_pe_embedding1, self.text_query_pe_embedding2)
        start = thirds(words, valid, len(positions[0]))
        queries = (start, start)
        for layer in self.two_queries_text_attn_layers:
            queries = layer(queries, positions, words, valid)
        coarse = _settled(self._coarse(), queries[0], positions[0])
        refine = _settled(self._refine(), queries[1], positions[1])
        first = self._refine()[0]
        prompts = self.prompt_embedding.expand(len(words), -1, -1)
        prompts = first.prompts_from_phrase(prompts, self.prompt_pe_embedding, refine[0], positions[1])
        return PhraseState(pooled, queries, coarse, refine, prompts)

    def forward(self, patches: Tensor, phrase: PhraseState) -> tuple[Tensor, Tensor]:
        """Read a phrase in pictures.

        Args:
            patches: row by row, (B, P, C).
            phrase: of the same batch, or of one phrase for all pictures.

        Returns:
            sparse prompts (B, 9, D), and features for the dense prompt (B, C, g, g), g patches along a side.
        """
        position = self.img_pe.flatten(2).transpose(1, 2)
        for coarse, queries in zip(self._coarse(), phrase.coarse, strict=True):
            patches = coarse(patches, position, queries, self.text_query_pe_embedding1)
        prompts, prompt_position = phrase.prompts.expand(len(patches), -1, -1), self.prompt_pe_embedding
        for index, (refine, queries) in enumerate(zip(self._refine(), phrase.refine, strict=True)):
            patches = refine.picture(patches, position, queries, self.text_query_pe_embedding2)
            if index > 0:
                shown = queries.expand(len(patches), -1, -1)
                prompts = refine.prompts_from_phrase(prompts, prompt_position, shown, self.text_query_pe_embedding2)
            prompts = refine.prompts_from_picture(prompts, prompt_position, patches, position)
        features = self.dense_prompt_conv(patches.transpose(1, 2).unflatten(2, self.img_pe.shape[2:]))
        return self.sparse_prompt_mlp(prompts), features

    def _coarse(self) -> list[CoarseLayer]:
        return cast("list[CoarseLayer]", list(self.queries1_to_img_attn_layers))

    def _refine(self) -> list[RefineLayer]:
        return cast("list[RefineLayer]", list(self.prompt_queries2_img_attn_layers))


def _settled(layers: list[CoarseLayer] | list[RefineLayer], queries: Tensor, position: Tensor) -> list[Tensor]:
    """The queries as each layer in turn leaves them."""
    settled = []
    for layer in layers:
        queries = layer.read_phrase(queries, position)
        settled.append(queries)
    return settled


def thirds(words: Tensor, valid: Tensor | None, parts: int) -> Tensor:
    """Means of ``parts`` stretches of the words, (B, L, C) to (B, parts, C).

    Of n words, stretch i reaches from word floor(i n / parts) to before word ceil((i + 1) n / parts): stretches share a
    word where n is no multiple, as in ``torch.nn.AdaptiveAvgPool1d``, and padding counts as no word.
    """
    if valid is None:
        valid = torch.ones(words.shape[:2], dtype=torch.bool, device=words.device)
    number = valid.cumsum(dim=1).unsqueeze(1) - 1
    count = valid.sum(dim=1)[:, None, None]
    part = torch.arange(parts, device=words.device)[None, :, None]
    begin, end = part * count // parts, -((-(part + 1) * count) // parts)
    inside = (valid.unsqueeze(1) & (number >= begin) & (number < end)).to(words.dtype)
    return inside @ words / inside.sum(dim=2, keepdim=True)
