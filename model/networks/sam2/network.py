"""SAM 2.1 for single pictures: boxes and points to masks.

Its parts are those of the sam2 package; the video memory is left out. The module tree gives every tensor its released
name, so that a released state dict loads by name. Source: arXiv 2408.00714 and the package's configurations.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from sam2.modeling.backbones.hieradet import Hiera
from sam2.modeling.backbones.image_encoder import FpnNeck, ImageEncoder
from sam2.modeling.sam.mask_decoder import MaskDecoder
from sam2.modeling.sam.prompt_encoder import PromptEncoder
from sam2.modeling.sam.transformer import TwoWayTransformer
from torch import Tensor, nn

from .config import SAM2Config

COARSEST_STRIDE = 16
DECODER_DEPTH = 2
DECODER_HEADS = 8
MASK_CHANNELS = 16
POINT, UPPER_LEFT, LOWER_RIGHT = 1, 2, 3
"""Kinds of prompted places: on the object, and two corners of its box."""


@dataclass(frozen=True)
class Maps:
    """What the network keeps of one picture, whatever it is asked.

    Attributes:
        coarse: features at stride 16, (1, C, S/16, S/16).
        middle: features at stride 8, (1, C/4, S/8, S/8).
        fine: features at stride 4, (1, C/8, S/4, S/4).
    """

    coarse: Tensor
    middle: Tensor
    fine: Tensor


class SAM2(nn.Module):
    """The network.

    Args:
        config: its sizes.
    """

    def __init__(self, config: SAM2Config) -> None:
        super().__init__()
        self.config = config
        self.image_encoder = _image_encoder(config)
        self.sam_prompt_encoder = _prompt_encoder(config)
        self.sam_mask_decoder = _mask_decoder(config)
        self.no_mem_embed = nn.Parameter(torch.zeros(1, 1, config.prompt_dim))

    @property
    def image_size(self) -> int:
        """Side of the picture it takes, in pixels."""
        return self.config.image_size

    def encode_image(self, picture: Tensor) -> Maps:
        """Everything about a picture that does not depend on a prompt.

        Args:
            picture: with ImageNet's mean 0 and deviation 1, (1, 3, S, S); brought to the network's own device.
        """
        fine, middle, coarse = self.image_encoder(picture.to(self.no_mem_embed))["backbone_fpn"]
        decoder = self.sam_mask_decoder
        # Released networks were trained with this vector added where no earlier frame is remembered.
        coarse = coarse + self.no_mem_embed.flatten()[:, None, None]
        # The stock neck answers in float32 whatever its precision.
        return Maps(coarse.to(middle.dtype), decoder.conv_s1(middle), decoder.conv_s0(fine))

    def prompt(self, maps: Maps, boxes: Tensor, points: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Three masks for each of several objects in one picture.

        Args:
            maps: of the picture.
            boxes: left, top, right, bottom in pixels of the picture, (N, 4).
            points: x and y of a point on each object, (N, 2), or None.

        Returns:
            mask logits, float32 (N, 3, S/4, S/4), 0 at the boundary, and their predicted IoU, float32 (N, 3), 0..1.
        """
        places, kinds = boxes.reshape(-1, 2, 2), [UPPER_LEFT, LOWER_RIGHT]
        if points is not None:
            places, kinds = torch.cat([places, points[:, None]], dim=1), [*kinds, POINT]
        device, dtype = maps.coarse.device, maps.coarse.dtype
        labels = torch.tensor(kinds, dtype=torch.int32, device=device).expand(len(boxes), -1)
        prompts = self.sam_prompt_encoder
        sparse, dense = prompts(points=(places.to(device, torch.float32), labels), boxes=None, masks=None)
        logits, predicted, _, _ = self.sam_mask_decoder(
            image_embeddings=maps.coarse,
            image_pe=prompts.get_dense_pe().to(dtype),
            sparse_prompt_embeddings=sparse.to(dtype),
            dense_prompt_embeddings=dense.to(dtype),
            multimask_output=True,
            repeat_image=True,
            high_res_features=[maps.fine, maps.middle],
        )
        return logits.float(), predicted.float()


def _image_encoder(config: SAM2Config) -> ImageEncoder:
    trunk = Hiera(
        embed_dim=config.dim,
        num_heads=config.heads,
        stages=config.stages,
        global_att_blocks=config.global_blocks,
        window_pos_embed_bkg_spatial_size=(config.position_grid, config.position_grid),
        window_spec=config.windows,
    )
    neck = FpnNeck(
        position_encoding=nn.Identity(),  # read by the video memory only
        d_model=config.prompt_dim,
        backbone_channel_list=trunk.channel_list,
        fpn_top_down_levels=[2, 3],
        fpn_interp_model="nearest",
    )
    return ImageEncoder(trunk=trunk, neck=neck, scalp=1)


def _prompt_encoder(config: SAM2Config) -> PromptEncoder:
    side = config.image_size // COARSEST_STRIDE
    return PromptEncoder(
        embed_dim=config.prompt_dim,
        image_embedding_size=(side, side),
        input_image_size=(config.image_size, config.image_size),
        mask_in_chans=MASK_CHANNELS,
    )


def _mask_decoder(config: SAM2Config) -> MaskDecoder:
    transformer = TwoWayTransformer(
        depth=DECODER_DEPTH, embedding_dim=config.prompt_dim, num_heads=DECODER_HEADS, mlp_dim=config.decoder_mlp
    )
    return MaskDecoder(
        transformer_dim=config.prompt_dim,
        transformer=transformer,
        iou_head_hidden_dim=config.prompt_dim,
        use_high_res_features=True,
        iou_prediction_use_sigmoid=True,
        pred_obj_scores=True,
        pred_obj_scores_mlp=True,
    )
