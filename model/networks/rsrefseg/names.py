"""The names that ``transformers`` gives to the tensors of SAM, and the public checkpoint to the prompter's."""

from __future__ import annotations

import re

from ..rsrefseg2.siglip_names import transformers_names, transformers_shape

SIGLIP = "siglip."
POSITIONS = "sam.sam_prompt_encoder.pe_layer.positional_encoding_gaussian_matrix"
_NECK = {"0": "conv1", "1": "layer_norm1", "2": "conv2", "3": "layer_norm2"}
_MASK = {"0": "conv1", "1": "layer_norm1", "3": "conv2", "4": "layer_norm2", "6": "conv3"}
_UPSCALING = {"0": "upscale_conv1", "1": "upscale_layer_norm", "3": "upscale_conv2"}
_HEAD = {"0": "proj_in", "1": "layers.0", "2": "proj_out"}
_LINEAR = {"0": "lin1", "1": "lin2"}
_CONVOLUTION = {"0": "conv", "1": "norm"}

_ENCODER, _DECODER = r"sam\.image_encoder\.", r"sam\.sam_mask_decoder\."
_LAYER = _DECODER + r"transformer\.layers\.(\d+)\."
_RULES: list[tuple[re.Pattern[str], str, dict[str, str]]] = [
    (re.compile(ours), theirs, table)
    for ours, theirs, table in [
        (_ENCODER + r"pos_embed", "vision_encoder.pos_embed", {}),
        (_ENCODER + r"patch_embed\.proj\.(\w+)", r"vision_encoder.patch_embed.projection.\1", {}),
        (_ENCODER + r"blocks\.(\d+)\.norm(\d\.\w+)", r"vision_encoder.layers.\1.layer_norm\2", {}),
        (_ENCODER + r"blocks\.(\d+)\.mlp\.fc(\d\.\w+)", r"vision_encoder.layers.\1.mlp.lin\2", {}),
        (_ENCODER + r"blocks\.(\d+)\.(attn\..+)", r"vision_encoder.layers.\1.\2", {}),
        (_ENCODER + r"neck\.(?P<part>\d)\.(\w+)", r"vision_encoder.neck.?.\2", _NECK),
        (re.escape(POSITIONS), "shared_image_embedding.positional_embedding", {}),
        (r"sam\.sam_prompt_encoder\.mask_downscaling\.(?P<part>\d)\.(\w+)", r"prompt_encoder.mask_embed.?.\2", _MASK),
        (_LAYER + r"norm(\d\.\w+)", r"mask_decoder.transformer.layers.\1.layer_norm\2", {}),
        (_LAYER + r"mlp\.layers\.(?P<part>\d)\.(\w+)", r"mask_decoder.transformer.layers.\1.mlp.?.\3", _LINEAR),
        (_LAYER + r"(\w+attn\w*\..+)", r"mask_decoder.transformer.layers.\1.\2", {}),
        (_DECODER + r"transformer\.norm_final_attn\.(\w+)", r"mask_decoder.transformer.layer_norm_final_attn.\1", {}),
        (_DECODER + r"(transformer\.final_attn_token_to_image\..+)", r"mask_decoder.\1", {}),
        (_DECODER + r"(\w+_tokens?\.weight)", r"mask_decoder.\1", {}),
        (_DECODER + r"output_upscaling\.(?P<part>\d)\.(\w+)", r"mask_decoder.?.\2", _UPSCALING),
        (
            _DECODER + r"(output_hypernetworks_mlps\.\d|iou_prediction_head)\.layers\.(?P<part>\d)\.(\w+)",
            r"mask_decoder.\1.?.\3",
            _HEAD,
        ),
        (
            r"prompter\.down_(channel|spatial\.\d+)\.(?P<part>\d)\.(\w+)",
            r"prompter_down_\1.?.\3",
            _CONVOLUTION,
        ),
        (r"prompter\.(down_spatial\.\d+)\.(\w+)", r"prompter_\1.conv.\2", {}),
    ]
]


def plain_names(name: str) -> list[str]:
    """The tensors, without regard to adapters, that stacked along their rows make the tensor ``name``."""
    if name.startswith(SIGLIP):
        return transformers_names(name.removeprefix(SIGLIP))
    for ours, theirs, table in _RULES:
        match = ours.fullmatch(name)
        if match:
            part = table[match["part"]] if table else ""
            return [match.expand(theirs).replace("?", part)]
    raise KeyError(name)


def plain_shape(name: str, shape: tuple[int, ...]) -> tuple[int, ...]:
    """Shape of each of these tensors where the tensor ``name`` has ``shape``."""
    return transformers_shape(name.removeprefix(SIGLIP), shape) if name.startswith(SIGLIP) else shape
