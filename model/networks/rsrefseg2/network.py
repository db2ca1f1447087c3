"""RSRefSeg 2: a phrase and a picture to one mask; what either gives alone can be kept for many of the other.

Source: arXiv 2507.06231 and the constants of the released model. Modules of SAM 2 carry the names of its package,
SigLIP's towers those of open_clip, the prompter its released ones.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from sam2.modeling.sam.mask_decoder import MaskDecoder
from sam2.modeling.sam.transformer import TwoWayTransformer
from torch import Tensor, nn

from ..rs2sam2 import PADDING_ID
from ..rs2sam2.prompts import TextPromptEncoder
from ..rs2sam2.trunk import pointwise
from .config import RSRefSeg2Config
from .image_encoder import ImageEncoder
from .prompter import CascadedPrompter, PhraseState
from .siglip import SigLIP
from .similarity import enlarged_cosine

COARSEST_STRIDE = 16
DECODER_DEPTH = 2
DECODER_HEADS = 8
SAM_MEAN, SAM_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
SIGLIP_MEAN, SIGLIP_STD = (0.5, 0.5, 0.5), (0.5, 0.5, 0.5)


@dataclass(frozen=True)
class ImageMaps:
    """All that the network knows of a batch of pictures before it reads a phrase.

    Attributes:
        patches: SigLIP's patches row by row, (B, P, C).
        coarse: SAM 2's image embedding, (B, D, S/16, S/16).
        middle: its features at stride 8, (B, D/4, S/8, S/8).
        fine: its features at stride 4, (B, D/8, S/4, S/4).
    """

    patches: Tensor
    coarse: Tensor
    middle: Tensor
    fine: Tensor


@dataclass(frozen=True)
class Output:
    """What the network says of a batch.

    Attributes:
        logits: mask logits at a quarter of the picture's side, float32 (B, 1, S/4, S/4); the mask is where they are
            above 0.
        presence: logit that the phrase's object is in the picture, (B,); the released weights never trained it.
        similarity: logits that picture and phrase mean the same, pixel by pixel, float32 (B, 1, S/4, S/4); the dense
            prompt.
    """

    logits: Tensor
    presence: Tensor
    similarity: Tensor

    @property
    def best_similarity(self) -> Tensor:
        """The highest similarity in each picture, (B,)."""
        return self.similarity.amax(dim=(1, 2, 3))


class SAM2(nn.Module):
    """The parts taken from SAM 2.

    Args:
        config: sizes of the network.
    """

    def __init__(self, config: RSRefSeg2Config) -> None:
        super().__init__()
        dim = config.prompt_dim
        self.no_mem_embed = nn.Parameter(torch.zeros(1, 1, dim))
        self.image_encoder = ImageEncoder(config.trunk, dim)
        self.sam_prompt_encoder = TextPromptEncoder(dim, config.image_size, COARSEST_STRIDE)
        self.sam_mask_decoder = MaskDecoder(
            transformer_dim=dim,
            transformer=TwoWayTransformer(
                depth=DECODER_DEPTH, embedding_dim=dim, num_heads=DECODER_HEADS, mlp_dim=config.decoder_mlp
            ),
            num_multimask_outputs=config.alternatives,
            iou_head_hidden_dim=dim,
            use_high_res_features=True,
            iou_prediction_use_sigmoid=True,
            dynamic_multimask_via_stability=config.stability_fallback,
            pred_obj_scores=True,
            pred_obj_scores_mlp=True,
        )

    def encode(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Normalised picture (B, 3, S, S) to the maps ``fine``, ``middle`` and ``coarse`` of :class:`ImageMaps`."""
        fine, middle, coarse = self.image_encoder(image)
        decoder = self.sam_mask_decoder
        coarse = coarse + self.no_mem_embed.flatten()[:, None, None]
        return pointwise(decoder.conv_s0, fine), pointwise(decoder.conv_s1, middle), coarse

    def decode(self, maps: ImageMaps, sparse: Tensor, similarity: Tensor) -> tuple[Tensor, Tensor]:
        """Sparse prompts (B, 9, D) and a dense one (B, 1, S/4, S/4) to mask logits and object scores (B,)."""
        size = maps.coarse.shape[2:]
        logits, _, _, presence = self.sam_mask_decoder(
            image_embeddings=maps.coarse,
            image_pe=self.sam_prompt_encoder.position(size),
            sparse_prompt_embeddings=sparse,
            dense_prompt_embeddings=self.sam_prompt_encoder(similarity.to(sparse.dtype), size),
            multimask_output=False,
            repeat_image=False,
            high_res_features=[maps.fine, maps.middle],
        )
        return logits, presence.squeeze(1)


class RSRefSeg2(nn.Module):
    """The network.

    Args:
        config: its sizes.
    """

    def __init__(self, config: RSRefSeg2Config) -> None:
        super().__init__()
        self.config = config
        self.siglip = SigLIP(config.siglip, mask_padding=config.mask_padding)
        self.sam = SAM2(config)
        self.prompter = CascadedPrompter(config)

    def freeze(self) -> RSRefSeg2:
        """Make ready for inference, once the weights are final: fold the batch norm, cache the positions."""
        self.requires_grad_(False).eval()
        self.sam.image_encoder.trunk.freeze(self.config.image_size)
        self.sam.sam_prompt_encoder.freeze()
        self.prompter.freeze()
        return self

    def encode_image(self, image: Tensor) -> ImageMaps:
        """Everything about pictures that does not depend on the phrase.

        Args:
            image: RGB, 0..1, (B, 3, S, S) with S the configured side; in any precision, float32 for best results.
        """
        dtype = self.sam.no_mem_embed.dtype
        side = self.config.siglip.image_size
        small = F.interpolate(_normalised(image, SIGLIP_MEAN, SIGLIP_STD), size=(side, side), mode="bilinear")
        fine, middle, coarse = self.sam.encode(_normalised(image, SAM_MEAN, SAM_STD).to(dtype))
        return ImageMaps(self.siglip.visual(small.to(dtype)), coarse, middle, fine)

    def encode_phrase(self, ids: Tensor) -> PhraseState:
        """Everything about phrases that does not depend on a picture.

        Args:
            ids: token ids, int64 (B, L), L at most the context. Where the configuration hides padding, rows are padded
                on the right with ``PADDING_ID``, and each holds a word. Elsewhere every id is a word and the last one
                stands for the phrase, so that each phrase is encoded by itself.
        """
        valid = ids != PADDING_ID if self.config.mask_padding else None
        words, pooled = self.siglip.text(ids, _last(ids, valid))
        return self.prompter.read_phrase(words, pooled, valid)

    def decode(self, maps: ImageMaps, phrase: PhraseState) -> Output:
        """Segment pictures by one phrase for all, or by one for each."""
        sparse, features = self.prompter(maps.patches, phrase)
        similarity = self.siglip.logit(enlarged_cosine(features, phrase.pooled, maps.fine.shape[2]))
        logits, presence = self.sam.decode(maps, sparse, similarity)
        return Output(logits.float(), presence.float(), similarity.float())

    def forward(self, image: Tensor, ids: Tensor) -> Output:
        """Segment a batch: ``image`` as for :meth:`encode_image`, ``ids`` as for :meth:`encode_phrase`."""
        return self.decode(self.encode_image(image), self.encode_phrase(ids))


def _normalised(image: Tensor, mean: tuple[float, ...], std: tuple[float, ...]) -> Tensor:
    return (image - image.new_tensor(mean).view(3, 1, 1)) / image.new_tensor(std).view(3, 1, 1)


def _last(ids: Tensor, valid: Tensor | None) -> Tensor:
    """Position of each row's last word, int64 (B,)."""
    positions = torch.arange(ids.shape[1], device=ids.device).expand_as(ids)
    return (positions if valid is None else positions * valid).amax(dim=1)
