"""The names that the released checkpoints give to the tensors of the large network.

They wrap SAM 2's image encoder and both towers of SigLIP in low-rank adapters of ``peft``, and take the towers from
``transformers``, which keeps query, key and value apart where open_clip stacks them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..shapes import Shapes
from .config import RSRefSeg2Config

RANK = 16
POINT_KINDS = 4

IMAGE = "backbone.model.image_encoder.base_model.model."
VISION = "clip_vision_encoder.base_model.model.model."
TEXT = "clip_text_encoder.base_model.model.model."

_LAYER = r"encoder.layers.\1."
_RULES = [
    (re.compile(ours), theirs)
    for ours, theirs in [
        (r"sam\.image_encoder\.(.+)", IMAGE + r"\1"),
        (r"sam\.(.+)", r"backbone.model.\1"),
        (r"(prompter\..+)", r"\1"),
        (r"siglip\.(logit_\w+)", r"clip_text_encoder.base_model.model.\1"),
        (r"siglip\.visual\.trunk\.pos_embed", VISION + "embeddings.position_embedding.weight"),
        (r"siglip\.visual\.trunk\.patch_embed\.proj\.(\w+)", VISION + r"embeddings.patch_embedding.\1"),
        (r"siglip\.visual\.trunk\.norm\.(\w+)", VISION + r"post_layernorm.\1"),
        (r"siglip\.visual\.trunk\.blocks\.(\d+)\.norm(\d\.\w+)", VISION + _LAYER + r"layer_norm\2"),
        (r"siglip\.visual\.trunk\.blocks\.(\d+)\.attn\.qkv\.(\w+)", VISION + _LAYER + r"self_attn.?_proj.\2"),
        (r"siglip\.visual\.trunk\.blocks\.(\d+)\.attn\.proj\.(\w+)", VISION + _LAYER + r"self_attn.out_proj.\2"),
        (r"siglip\.visual\.trunk\.blocks\.(\d+)\.(mlp\.fc\d\.\w+)", VISION + _LAYER + r"\2"),
        (r"siglip\.text\.positional_embedding", TEXT + "embeddings.position_embedding.weight"),
        (r"siglip\.text\.token_embedding\.weight", TEXT + "embeddings.token_embedding.weight"),
        (r"siglip\.text\.ln_final\.(\w+)", TEXT + r"final_layer_norm.\1"),
        (r"siglip\.text\.text_projection\.(\w+)", TEXT + r"head.\1"),
        (r"siglip\.text\.transformer\.resblocks\.(\d+)\.ln_(\d\.\w+)", TEXT + _LAYER + r"layer_norm\2"),
        (
            r"siglip\.text\.transformer\.resblocks\.(\d+)\.attn\.in_proj_(\w+)",
            TEXT + _LAYER + r"self_attn.?_proj.\2",
        ),
        (r"siglip\.text\.transformer\.resblocks\.(\d+)\.attn\.(out_proj\.\w+)", TEXT + _LAYER + r"self_attn.\2"),
        (r"siglip\.text\.transformer\.resblocks\.(\d+)\.mlp\.c_fc\.(\w+)", TEXT + _LAYER + r"mlp.fc1.\2"),
        (r"siglip\.text\.transformer\.resblocks\.(\d+)\.mlp\.c_proj\.(\w+)", TEXT + _LAYER + r"mlp.fc2.\2"),
    ]
]

_ADAPTED = re.compile(
    re.escape(IMAGE) + r"(trunk\.blocks\.\d+\.attn\.(qkv|proj)|neck\.convs\.\d\.conv)"
    rf"|({re.escape(VISION)}|{re.escape(TEXT)})encoder\.layers\.\d+\.self_attn\.(q|k|v|out)_proj"
    rf"|{re.escape(VISION)}head\.(attention\.out_proj|mlp\.fc\d)|{re.escape(TEXT)}head"
)


def plain_names(name: str) -> list[str]:
    """The released tensors, without regard to adapters, that stacked along their rows make the tensor ``name``."""
    for ours, theirs in _RULES:
        match = ours.fullmatch(name)
        if match:
            plain = match.expand(theirs)
            return [plain.replace("?", part) for part in "qkv"] if "?" in plain else [plain]
    raise KeyError(name)


def adapted(plain: str) -> bool:
    """Whether this released tensor belongs to a layer with an adapter."""
    return _ADAPTED.fullmatch(plain.rpartition(".")[0]) is not None


def base_name(plain: str) -> str:
    """Name under which the layer before its adaptation keeps this tensor."""
    module, _, leaf = plain.rpartition(".")
    return f"{module}.base_layer.{leaf}" if adapted(plain) else plain


def adapter_names(plain: str) -> tuple[str, str] | None:
    """Names of the two factors that are added to this tensor; None where nothing is."""
    module, _, leaf = plain.rpartition(".")
    if leaf != "weight" or not adapted(plain):
        return None
    return f"{module}.lora_A.default.weight", f"{module}.lora_B.default.weight"


def released_shapes(network: Shapes) -> Shapes:
    """Released names and shapes of all tensors that make those of the network."""
    plain: Shapes = {}
    for name, shape in network.items():
        parts = plain_names(name)
        plain |= {part: _released_shape(name, (shape[0] // len(parts), *shape[1:]) if shape else ()) for part in parts}
    return dict(_with_adapters(plain))


def dead_shapes(config: RSRefSeg2Config) -> Shapes:
    """Released names and shapes of all tensors that no forward pass touches."""
    dim, hidden = config.siglip.dim, int(config.siglip.dim * config.siglip.mlp_ratio)
    head, prompts = VISION + "head.", "backbone.model.sam_prompt_encoder."
    plain: Shapes = {
        head + "probe": (1, 1, dim),
        head + "attention.in_proj_weight": (3 * dim, dim),
        head + "attention.in_proj_bias": (3 * dim,),
        head + "layernorm.weight": (dim,),
        head + "layernorm.bias": (dim,),
    }
    for layer, shape in {"attention.out_proj": (dim, dim), "mlp.fc1": (hidden, dim), "mlp.fc2": (dim, hidden)}.items():
        plain |= {f"{head}{layer}.weight": shape, f"{head}{layer}.bias": shape[:1]}
    tokens = ["not_a_point_embed", "no_mask_embed", *(f"point_embeddings.{kind}" for kind in range(POINT_KINDS))]
    plain |= {f"{prompts}{token}.weight": (1, config.prompt_dim) for token in tokens}
    plain |= {f"decode_head.logit_{kind}{index}": () for kind in ("scale", "bias") for index in (1, 2)}
    plain["prompter.dense_prompt_conv.1.num_batches_tracked"] = ()
    return dict(_with_adapters(plain))


def _released_shape(name: str, shape: tuple[int, ...]) -> tuple[int, ...]:
    if name.endswith("pos_embed") and "visual" in name:
        return shape[1:]
    return (1,) if name.startswith("siglip.logit_") else shape


def _with_adapters(plain: Shapes) -> Iterator[tuple[str, tuple[int, ...]]]:
    for name, shape in plain.items():
        yield base_name(name), shape
        factors = adapter_names(name)
        if factors is not None:
            yield factors[0], (RANK, *shape[1:])
            yield factors[1], (shape[0], RANK, *(1 for _ in shape[2:]))
