"""RSRefSeg: a phrase and a picture to one mask, through SigLIP's towers and SAM.

Sources: arXiv 2501.06809 for the network; arXiv 2512.07338 for the variant whose weights are public. SAM's image
encoder carries timm's names, its decoder those of the sam2 package, SigLIP's towers those of open_clip.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from sam2.modeling.sam.mask_decoder import MaskDecoder
from sam2.modeling.sam.transformer import TwoWayTransformer
from timm.layers.norm import LayerNorm
from timm.models.vision_transformer_sam import VisionTransformerSAM
from torch import Tensor, nn

from ..rs2sam2.prompts import TextPromptEncoder
from ..rsrefseg2.siglip import SigLIP
from .config import Normalisation, RSRefSegConfig
from .prompter import AttnPrompter, PhraseState

DECODER_DEPTH = 2
DECODER_HEADS = 8


@dataclass(frozen=True)
class ImageMaps:
    """All that the network knows of a batch of pictures before it reads a phrase.

    Attributes:
        patches: SigLIP's patches row by row, (B, P, C).
        embedding: SAM's image embedding, (B, D, 64, 64) at the usual 1,024 pixels.
    """

    patches: Tensor
    embedding: Tensor


@dataclass(frozen=True)
class Output:
    """What the network says of a batch.

    Attributes:
        logits: mask logits, float32 (B, 1, 256, 256) at SAM's usual 1,024 pixels; the mask is where they are above 0.
        similarity: logits that SigLIP's patch and the phrase mean the same, float32 (B, 1, g, g), g patches along a
            side; the dense prompt.
    """

    logits: Tensor
    similarity: Tensor

    @property
    def best_similarity(self) -> Tensor:
        """The highest similarity in each picture, (B,)."""
        return self.similarity.amax(dim=(1, 2, 3))


class SAM(nn.Module):
    """The parts taken from SAM.

    Args:
        config: sizes of the network.
    """

    def __init__(self, config: RSRefSegConfig) -> None:
        super().__init__()
        sizes, dim = config.sam, config.prompt_dim
        self.image_encoder = VisionTransformerSAM(
            img_size=sizes.image_size,
            patch_size=sizes.patch,
            num_classes=0,
            embed_dim=sizes.dim,
            depth=sizes.depth,
            num_heads=sizes.heads,
            norm_layer=LayerNorm,  # timm's, whose epsilon is SAM's 1e-6; its encoder's own default is another
            use_rel_pos=True,
            window_size=sizes.window,
            global_attn_indexes=sizes.global_blocks,
            neck_chans=dim,
            global_pool="",
        )
        self.sam_prompt_encoder = TextPromptEncoder(dim, sizes.image_size, sizes.patch)
        self.sam_mask_decoder = MaskDecoder(
            transformer_dim=dim,
            transformer=TwoWayTransformer(
                depth=DECODER_DEPTH, embedding_dim=dim, num_heads=DECODER_HEADS, mlp_dim=config.decoder_mlp
            ),
            iou_head_hidden_dim=dim,
        )

    def decode(self, embedding: Tensor, sparse: Tensor, similarity: Tensor) -> Tensor:
        """Image embedding (B, D, h, w), sparse prompts (B, N, D) and a dense one (B, 1, g, g) to (B, 1, 4h, 4w)."""
        size = embedding.shape[2:]
        logits: Tensor = self.sam_mask_decoder(
            image_embeddings=embedding,
            image_pe=self.sam_prompt_encoder.position(size),
            sparse_prompt_embeddings=sparse,
            dense_prompt_embeddings=self.sam_prompt_encoder(similarity, size),
            multimask_output=False,
            repeat_image=False,
        )[0]
        return logits


class RSRefSeg(nn.Module):
    """The network.

    Args:
        config: its sizes.
    """

    def __init__(self, config: RSRefSegConfig) -> None:
        super().__init__()
        self.config = config
        self.siglip = SigLIP(config.siglip, mask_padding=False)
        self.sam = SAM(config)
        self.prompter = AttnPrompter(config)

    def freeze(self) -> RSRefSeg:
        """Make ready for inference, once the weights are final: fold the batch norms, cache the positions."""
        self.requires_grad_(False).eval()
        self.sam.sam_prompt_encoder.freeze()
        self.prompter.freeze()
        return self

    def encode_image(self, image: Tensor) -> ImageMaps:
        """Everything about pictures that does not depend on the phrase.

        Args:
            image: RGB, 0..1, (B, 3, S, S) with S the configured side; in any precision, float32 for best results.
        """
        config = self.config
        seen = _prepared(image, config.siglip_normalisation, config.siglip.image_size)
        outlined = _prepared(image, config.sam_normalisation, config.sam.image_size)
        dtype = self.siglip.logit_scale.dtype
        embedding = self.sam.image_encoder(outlined.to(dtype))
        return ImageMaps(self.siglip.visual(seen.to(dtype)), embedding)

    def encode_phrase(self, ids: Tensor) -> PhraseState:
        """Everything about phrases that does not depend on a picture.

        Args:
            ids: token ids, int64 (B, L). Every id counts as a word and the last one stands for the phrase, so that each
                phrase is encoded by itself, without padding.
        """
        last = torch.full((len(ids),), ids.shape[1] - 1, device=ids.device)
        words, pooled = self.siglip.text(ids, last)
        return PhraseState(F.normalize(words, dim=2), F.normalize(pooled, dim=1))

    def decode(self, maps: ImageMaps, phrase: PhraseState) -> Output:
        """Segment pictures by one phrase for all, or by one for each."""
        grid = self.config.siglip.grid
        position = self.sam.sam_prompt_encoder.position(torch.Size((grid, grid)))
        sparse, similarity = self.prompter(maps.patches, phrase, self.siglip, position)
        return Output(self.sam.decode(maps.embedding, sparse, similarity).float(), similarity.float())

    def forward(self, image: Tensor, ids: Tensor) -> Output:
        """Segment a batch: ``image`` as for :meth:`encode_image`, ``ids`` as for :meth:`encode_phrase`."""
        return self.decode(self.encode_image(image), self.encode_phrase(ids))


def _prepared(image: Tensor, normalisation: Normalisation, side: int) -> Tensor:
    """Normalised, then resized to (B, 3, side, side)."""
    mean, std = (image.new_tensor(values).view(3, 1, 1) for values in (normalisation.mean, normalisation.std))
    return F.interpolate((image - mean) / std, size=(side, side), mode="bilinear", align_corners=False)
