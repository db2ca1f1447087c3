"""Every size of an RSRefSeg network, and the presets for which weights are public."""

from __future__ import annotations

from dataclasses import dataclass

from ..rsrefseg2.config import SigLIPConfig

Channels = tuple[float, float, float]

IMAGENET_MEAN: Channels = (0.485, 0.456, 0.406)
IMAGENET_STD: Channels = (0.229, 0.224, 0.225)


@dataclass(frozen=True)
class ViTConfig:
    """SAM's image encoder.

    Attributes:
        dim: width of every token.
        depth: layers.
        heads: attention heads a layer.
        global_blocks: indices of the layers that attend over the whole map.
        window: side of the attention window of all others, in tokens.
        image_size: side of the picture that it takes, in pixels.
        patch: side of one patch, in pixels.
    """

    dim: int
    depth: int
    heads: int
    global_blocks: tuple[int, ...]
    window: int = 14
    image_size: int = 1024
    patch: int = 16


@dataclass(frozen=True)
class Normalisation:
    """What is taken from the channels of a picture, 0..1, and what the rest is divided by."""

    mean: Channels
    std: Channels


@dataclass(frozen=True)
class RSRefSegConfig:
    """An RSRefSeg network.

    Attributes:
        image_size: side of the picture, in pixels; either encoder gets it resized to its own side.
        siglip: the towers that read picture and phrase.
        siglip_normalisation: of the picture that SigLIP takes.
        sam: SAM's image encoder.
        sam_normalisation: of the picture that SAM takes.
        prompt_dim: width of prompts and decoder tokens.
        decoder_mlp: hidden width of the decoder transformer's feed-forward networks.
        halvings: how often the prompter halves SigLIP's map before each of its pixels becomes a prompt.
    """

    image_size: int
    siglip: SigLIPConfig
    siglip_normalisation: Normalisation
    sam: ViTConfig
    sam_normalisation: Normalisation
    prompt_dim: int
    decoder_mlp: int
    halvings: int = 2


def _public(sam: ViTConfig) -> RSRefSegConfig:
    """The variant whose adapters are public: SigLIP 2 takes ImageNet's normalisation, and SAM a picture of 384 pixels
    that is enlarged and not normalised at all.
    """
    return RSRefSegConfig(
        image_size=384,
        siglip=SigLIPConfig(
            dim=1152,
            heads=16,
            mlp_ratio=3.7362,
            vision_depth=27,
            text_depth=27,
            image_size=384,
            patch=14,
            vocabulary=256_000,
            context=64,
        ),
        siglip_normalisation=Normalisation(IMAGENET_MEAN, IMAGENET_STD),
        sam=sam,
        sam_normalisation=Normalisation((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
        prompt_dim=256,
        decoder_mlp=2048,
    )


PRESETS: dict[str, RSRefSegConfig] = {
    "base": _public(ViTConfig(dim=768, depth=12, heads=12, global_blocks=(2, 5, 8, 11))),
    "large": _public(ViTConfig(dim=1024, depth=24, heads=16, global_blocks=(5, 11, 17, 23))),
}
