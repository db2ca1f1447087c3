"""RS2-SAM 2: a phrase and a picture to one mask.

The module tree gives every tensor its released name, so that a released state dict loads by name. Source:
arXiv 2503.07266 and the constants of the released model.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .attention import CrossAttention
from .config import RS2SAM2Config
from .decoder import TextMaskDecoder
from .prompts import TextPromptEncoder
from .trunk import ImageEncoder, pointwise
from .union_encoder import UnionEncoder

PADDING_ID = 3
"""The released tokenizer pads with its unknown token, so an unknown word counts as padding too."""

COARSEST_STRIDE = 16


@dataclass(frozen=True)
class Output:
    """What the network says of a batch.

    Attributes:
        logits: mask logits m at a quarter of the picture's side, float32 (B, 1, S/4, S/4). The decision level is
            m > 0.5; the foreground probability is sigmoid(2 m - 1).
        presence: logit that the phrase's object is in the picture, (B,); the released weights never trained it.
        mask_prompt: the union encoder's own coarse mask, probabilities (B, 1, g, g).
        text_weight: weight of the phrase in the boundary loss, (B,).
    """

    logits: Tensor
    presence: Tensor
    mask_prompt: Tensor
    text_weight: Tensor


class VisualModel(nn.Module):
    """The parts taken from SAM 2."""

    def __init__(self, config: RS2SAM2Config) -> None:
        super().__init__()
        dim = config.prompt_dim
        self.no_mem_embed = nn.Parameter(torch.zeros(1, 1, dim))
        self.image_encoder = ImageEncoder(config)
        self.sam_prompt_encoder = TextPromptEncoder(dim, config.image_size, COARSEST_STRIDE)
        self.sam_mask_decoder = TextMaskDecoder(
            dim, config.decoder_mlp, config.prompt_heads, convolutions=config.trunk.convolutions
        )


class Extractor(nn.Module):
    """Holds the union encoder under its released name."""

    def __init__(self, config: RS2SAM2Config) -> None:
        super().__init__()
        self.beit3 = UnionEncoder(config.union)


class RS2SAM2(nn.Module):
    """The network.

    Args:
        config: its sizes.
        mask_padding: whether padded words are hidden from the fusion blocks and the decoder's gate. The released
            model lets them through, so that there a result depends on the padding of its batch.
    """

    def __init__(self, config: RS2SAM2Config, *, mask_padding: bool = True) -> None:
        super().__init__()
        self.config = config
        self.mask_padding = mask_padding
        wide, dim = config.union.dim, config.prompt_dim
        self.visual_model = VisualModel(config)
        self.mm_extractor = Extractor(config)
        self.text_hidden_fcs = nn.ModuleList([nn.Sequential(nn.Linear(wide, wide), nn.ReLU(), nn.Linear(wide, dim))])
        self.text_feat_linear = nn.Linear(wide, dim)
        self.vmtoken = CrossAttention(wide, config.prompt_heads)
        self.mask_linear = nn.Linear(wide, wide)
        self.mask_product = nn.Linear(wide, 1)
        self.text2one_linear = nn.Linear(dim, 1)

    def freeze(self) -> RS2SAM2:
        """Make ready for inference, once the weights are final: fold the adapters, cache the positions."""
        self.requires_grad_(False).eval()
        self.visual_model.image_encoder.trunk.freeze(self.config.image_size)
        self.visual_model.sam_prompt_encoder.freeze()
        return self

    def mask_prompt(self, class_token: Tensor, patches: Tensor) -> Tensor:
        """Coarse mask from the union encoder: (B, 1, C) and (B, P, C) to probabilities (B, 1, g, g)."""
        query = self.mask_linear(class_token * self.vmtoken(class_token, patches))
        grid = self.config.union.grid
        probability: Tensor = self.mask_product(patches * query).sigmoid()
        return probability.view(-1, 1, grid, grid)

    def forward(self, image: Tensor, union_image: Tensor, ids: Tensor) -> Output:
        """Segment a batch.

        Args:
            image: normalised picture for the trunk, (B, 3, S, S).
            union_image: the same picture for the union encoder, (B, 3, s, s).
            ids: token ids, int64 (B, L), padded on the right with ``PADDING_ID``.

        Returns:
            the mask logits, the presence logit and the phrase's weight.
        """
        valid = ids != PADDING_ID
        visual = self.visual_model
        class_token, patches, words = self.mm_extractor.beit3(union_image, ids, valid)
        prompt = self.text_hidden_fcs[0](class_token)
        text = self.text_feat_linear(words)
        text_mask = valid if self.mask_padding and not bool(valid.all()) else None

        fine, middle, coarse = visual.image_encoder(image, text, text_mask)
        coarse = coarse + visual.no_mem_embed.flatten()[:, None, None]
        decoder, prompts = visual.sam_mask_decoder, visual.sam_prompt_encoder
        position = prompts.position(coarse.shape[2:])
        mask_prompt = self.mask_prompt(class_token, patches)
        dense = prompts(mask_prompt, coarse.shape[2:])
        gated = decoder.gate(coarse, position, text, text_mask)
        fine, middle = pointwise(decoder.conv_s0, fine), pointwise(decoder.conv_s1, middle)
        logits, presence = decoder(gated, position, prompt, dense, fine, middle)
        text_weight = self.text2one_linear(text[:, 0]).squeeze(1)
        return Output(logits.float(), presence.float(), mask_prompt.float(), text_weight.float())
