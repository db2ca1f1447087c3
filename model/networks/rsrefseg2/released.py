"""The names that the released checkpoints give to the tensors of the large network.

They wrap SAM 2's image encoder and both towers of SigLIP in low-rank adapters of ``peft``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lora import factor_shapes
from ..shapes import Shapes
from .config import RSRefSeg2Config
from .siglip_names import transformers_names, transformers_shape

RANK = 16
POINT_KINDS = 4

SIGLIP = "siglip."
IMAGE = "backbone.model.image_encoder.base_model.model."
VISION = "clip_vision_encoder.base_model.model.model."
TEXT = "clip_text_encoder.base_model.model.model."
_PREFIXES = {
    "sam.image_encoder.": IMAGE,
    "sam.": "backbone.model.",
    "vision_model.": VISION,
    "text_model.": TEXT,
    "logit_": "clip_text_encoder.base_model.model.logit_",
    "prompter.": "prompter.",
}

_ADAPTED = re.compile(
    re.escape(IMAGE) + r"(trunk\.blocks\.\d+\.attn\.(qkv|proj)|neck\.convs\.\d\.conv)"
    rf"|({re.escape(VISION)}|{re.escape(TEXT)})encoder\.layers\.\d+\.self_attn\.(q|k|v|out)_proj"
    rf"|{re.escape(VISION)}head\.(attention\.out_proj|mlp\.fc\d)|{re.escape(TEXT)}head"
)


def plain_names(name: str) -> list[str]:
    """The released tensors, without regard to adapters, that stacked along their rows make the tensor ``name``."""
    towers = name.startswith(SIGLIP)
    parts = transformers_names(name.removeprefix(SIGLIP)) if towers else [name]
    return [_released(part) for part in parts]


def base_name(plain: str) -> str:
    """Name under which the layer before its adaptation keeps this tensor."""
    module, _, leaf = plain.rpartition(".")
    return f"{module}.base_layer.{leaf}" if _ADAPTED.fullmatch(module) else plain


def adapter_names(plain: str) -> tuple[str, str] | None:
    """Names of the two factors that are added to this tensor; None where nothing is."""
    module, _, leaf = plain.rpartition(".")
    if leaf != "weight" or not _ADAPTED.fullmatch(module):
        return None
    return f"{module}.lora_A.default.weight", f"{module}.lora_B.default.weight"


def released_shapes(network: Shapes) -> Shapes:
    """Released names and shapes of all tensors that make those of the network."""
    plain: Shapes = {}
    for name, shape in network.items():
        towers = name.startswith(SIGLIP)
        part = transformers_shape(name.removeprefix(SIGLIP), shape) if towers else shape
        plain |= dict.fromkeys(plain_names(name), part)
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


def _released(name: str) -> str:
    ours = next(prefix for prefix in _PREFIXES if name.startswith(prefix))
    return _PREFIXES[ours] + name.removeprefix(ours)


def _with_adapters(plain: Shapes) -> Iterator[tuple[str, tuple[int, ...]]]:
    for name, shape in plain.items():
        yield base_name(name), shape
        factors = adapter_names(name)
        if factors is not None:
            yield from zip(factors, factor_shapes(shape, RANK), strict=True)
