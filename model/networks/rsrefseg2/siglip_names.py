"""The names that ``transformers`` gives to the tensors of SigLIP's towers.

It keeps query, key and value apart where open_clip stacks them.
"""

from __future__ import annotations

import re

_VISION, _TEXT, _LAYER = r"visual\.trunk\.", r"text\.", r"encoder.layers.\1."
_BLOCK, _RESBLOCK = _VISION + r"blocks\.(\d+)\.", _TEXT + r"transformer\.resblocks\.(\d+)\."
_RULES = [
    (re.compile(ours), theirs)
    for ours, theirs in [
        (r"(logit_\w+)", r"\1"),
        (_VISION + r"pos_embed", "vision_model.embeddings.position_embedding.weight"),
        (_VISION + r"patch_embed\.proj\.(\w+)", r"vision_model.embeddings.patch_embedding.\1"),
        (_VISION + r"norm\.(\w+)", r"vision_model.post_layernorm.\1"),
        (_BLOCK + r"norm(\d\.\w+)", rf"vision_model.{_LAYER}layer_norm\2"),
        (_BLOCK + r"attn\.qkv\.(\w+)", rf"vision_model.{_LAYER}self_attn.?_proj.\2"),
        (_BLOCK + r"attn\.proj\.(\w+)", rf"vision_model.{_LAYER}self_attn.out_proj.\2"),
        (_BLOCK + r"(mlp\.fc\d\.\w+)", rf"vision_model.{_LAYER}\2"),
        (_TEXT + r"positional_embedding", "text_model.embeddings.position_embedding.weight"),
        (_TEXT + r"token_embedding\.weight", "text_model.embeddings.token_embedding.weight"),
        (_TEXT + r"ln_final\.(\w+)", r"text_model.final_layer_norm.\1"),
        (_TEXT + r"text_projection\.(\w+)", r"text_model.head.\1"),
        (_RESBLOCK + r"ln_(\d\.\w+)", rf"text_model.{_LAYER}layer_norm\2"),
        (_RESBLOCK + r"attn\.in_proj_(\w+)", rf"text_model.{_LAYER}self_attn.?_proj.\2"),
        (_RESBLOCK + r"attn\.(out_proj\.\w+)", rf"text_model.{_LAYER}self_attn.\2"),
        (_RESBLOCK + r"mlp\.c_fc\.(\w+)", rf"text_model.{_LAYER}mlp.fc1.\2"),
        (_RESBLOCK + r"mlp\.c_proj\.(\w+)", rf"text_model.{_LAYER}mlp.fc2.\2"),
    ]
]


def transformers_names(name: str) -> list[str]:
    """The tensors of ``transformers`` that stacked along their rows make the tensor ``name`` of the towers."""
    for ours, theirs in _RULES:
        match = ours.fullmatch(name)
        if match:
            plain = match.expand(theirs)
            return [plain.replace("?", part) for part in "qkv"] if "?" in plain else [plain]
    raise KeyError(name)


def transformers_shape(name: str, shape: tuple[int, ...]) -> tuple[int, ...]:
    """Shape of each of these tensors where the tensor ``name`` of the towers has ``shape``."""
    if name.startswith("logit_"):
        return (1,)
    if name == "visual.trunk.pos_embed":
        return shape[1:]
    return (shape[0] // len(transformers_names(name)), *shape[1:])
