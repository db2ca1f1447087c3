"""Tensors that a released checkpoint carries and no forward pass ever touches: SAM 2's video memory and leftovers."""

from __future__ import annotations

from collections.abc import Iterator

from .config import RS2SAM2Config

MEMORY_DIM = 64
MEMORY_LAYERS = 4
FUSER_LAYERS = 2
POINT_KINDS = 4
FRAMES = 7

Shapes = dict[str, tuple[int, ...]]


def dead_tensors(config: RS2SAM2Config) -> Shapes:
    """Name and shape of every dead tensor of a released checkpoint of this configuration."""
    dim, wide = config.prompt_dim, config.union.dim
    visual = "visual_model."
    shapes: Shapes = {
        visual + "maskmem_tpos_enc": (FRAMES, 1, 1, MEMORY_DIM),
        visual + "no_mem_pos_enc": (1, 1, dim),
        visual + "no_obj_ptr": (1, dim),
        **_affine(visual + "mask_downsample", (1, 1, 4, 4)),
        visual + "sam_prompt_encoder.not_a_point_embed.weight": (1, dim),
        visual + "sam_prompt_encoder.no_mask_embed.weight": (1, dim),
        "mm_extractor.beit3.vision_embed.mask_token": (1, 1, wide),
        **_affine("meo_linear", (dim, wide)),
    }
    for kind in range(POINT_KINDS):
        shapes[f"{visual}sam_prompt_encoder.point_embeddings.{kind}.weight"] = (1, dim)
    for layer in range(3):
        shapes |= _affine(f"{visual}obj_ptr_proj.layers.{layer}", (dim, dim))
    shapes |= _memory_attention(visual + "memory_attention.", dim, config.decoder_mlp)
    shapes |= _memory_encoder(visual + "memory_encoder.", dim)
    return shapes


def _affine(prefix: str, weight: tuple[int, ...]) -> Shapes:
    return {prefix + ".weight": weight, prefix + ".bias": weight[:1]}


def _memory_attention(prefix: str, dim: int, mlp: int) -> Shapes:
    shapes = _affine(prefix + "norm", (dim,))
    for layer in range(MEMORY_LAYERS):
        inner = f"{prefix}layers.{layer}."
        for attention, keys in (("self_attn", dim), ("cross_attn_image", MEMORY_DIM)):
            for name, width in (("q_proj", dim), ("k_proj", keys), ("v_proj", keys), ("out_proj", dim)):
                shapes |= _affine(f"{inner}{attention}.{name}", (dim, width))
        shapes |= _affine(inner + "linear1", (mlp, dim)) | _affine(inner + "linear2", (dim, mlp))
        for norm in ("norm1", "norm2", "norm3"):
            shapes |= _affine(inner + norm, (dim,))
    return shapes


def _memory_encoder(prefix: str, dim: int) -> Shapes:
    shapes = _affine(prefix + "pix_feat_proj", (dim, dim, 1, 1)) | _affine(prefix + "out_proj", (MEMORY_DIM, dim, 1, 1))
    for name, shape in _mask_downsampler(dim):
        shapes |= _affine(f"{prefix}mask_downsampler.encoder.{name}", shape)
    for layer in range(FUSER_LAYERS):
        inner = f"{prefix}fuser.layers.{layer}."
        shapes[inner + "gamma"] = (dim,)
        shapes |= _affine(inner + "dwconv", (dim, 1, 7, 7)) | _affine(inner + "norm", (dim,))
        shapes |= _affine(inner + "pwconv1", (4 * dim, dim)) | _affine(inner + "pwconv2", (dim, 4 * dim))
    return shapes


def _mask_downsampler(dim: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    width = 1
    for step in range(4):
        yield 3 * step, (4 * width, width, 3, 3)
        width *= 4
        yield 3 * step + 1, (width,)
    yield 12, (dim, width, 1, 1)
