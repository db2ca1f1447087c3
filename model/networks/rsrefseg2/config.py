"""Every size of an RSRefSeg 2 network, and the two presets that share one code."""

from __future__ import annotations

from dataclasses import dataclass

from ..rs2sam2.config import TrunkConfig


@dataclass(frozen=True)
class SigLIPConfig:
    """The two towers of SigLIP 2.

    Attributes:
        dim: width of every token, of picture and phrase alike.
        heads: attention heads a layer.
        mlp_ratio: hidden width of the feed-forward networks over ``dim``, rounded down.
        vision_depth: layers of the vision tower.
        text_depth: layers of the text tower.
        image_size: side of the picture that the vision tower takes, in pixels.
        patch: side of one patch, in pixels.
        vocabulary: rows of the token table.
        context: most tokens of a phrase.
    """

    dim: int
    heads: int
    mlp_ratio: float
    vision_depth: int
    text_depth: int
    image_size: int
    patch: int
    vocabulary: int
    context: int

    @property
    def grid(self) -> int:
        """Patches along one side."""
        return self.image_size // self.patch


@dataclass(frozen=True)
class PrompterConfig:
    """The cascaded prompter.

    Attributes:
        inner: width of queries, keys and values inside an attention, all heads together.
        heads: attention heads.
        hidden: hidden width of the feed-forward networks.
        dense_hidden: width between the two convolutions of the dense prompt.
        split_layers: layers that split the words into two sets of queries.
        coarse_layers: layers in which the picture reads the first set.
        refine_layers: layers in which the picture and the prompts read the second set.
        batch_norm: whether batch normalisation stands between the two convolutions, as released. A network that learns
            from small batches and is kept as an average of its steps has a norm over channels there.
        queries: queries a set.
        prompts: sparse prompts.
    """

    inner: int
    heads: int
    hidden: int
    dense_hidden: int
    split_layers: int
    coarse_layers: int
    refine_layers: int
    batch_norm: bool
    queries: int = 3
    prompts: int = 9


@dataclass(frozen=True)
class RSRefSeg2Config:
    """An RSRefSeg 2 network.

    Attributes:
        image_size: side of the picture, in pixels.
        siglip: the towers that read picture and phrase.
        trunk: SAM 2's image encoder.
        prompter: what turns both into prompts.
        prompt_dim: width of prompts and decoder tokens.
        decoder_mlp: hidden width of the decoder transformer's feed-forward networks.
        alternatives: masks that the decoder makes besides the first one.
        stability_fallback: whether, in evaluation, the best alternative stands in for a first mask that is not stable.
        mask_padding: whether padded words are hidden, and the last word behind which padding begins stands for the
            phrase. The released network sees padding like any word, so that there a phrase is encoded without any.
    """

    image_size: int
    siglip: SigLIPConfig
    trunk: TrunkConfig
    prompter: PrompterConfig
    prompt_dim: int
    decoder_mlp: int
    alternatives: int
    stability_fallback: bool
    mask_padding: bool


PRESETS: dict[str, RSRefSeg2Config] = {
    "large": RSRefSeg2Config(
        image_size=1024,
        siglip=SigLIPConfig(
            dim=1152,
            heads=16,
            mlp_ratio=3.7362,
            vision_depth=27,
            text_depth=27,
            image_size=512,
            patch=16,
            vocabulary=256_000,
            context=64,
        ),
        trunk=TrunkConfig(
            dim=144,
            heads=2,
            stages=(2, 6, 36, 4),
            windows=(8, 4, 16, 8),
            global_blocks=(23, 33, 43),
            position_grid=7,
        ),
        prompter=PrompterConfig(
            inner=512,
            heads=8,
            hidden=512,
            dense_hidden=576,
            split_layers=2,
            coarse_layers=2,
            refine_layers=2,
            batch_norm=True,
        ),
        prompt_dim=256,
        decoder_mlp=2048,
        alternatives=3,
        stability_fallback=True,
        mask_padding=False,
    ),
    "nano": RSRefSeg2Config(
        image_size=512,
        siglip=SigLIPConfig(
            dim=128,
            heads=4,
            mlp_ratio=2.0,
            vision_depth=3,
            text_depth=2,
            image_size=256,
            patch=16,
            vocabulary=512,
            context=64,
        ),
        trunk=TrunkConfig(
            dim=32,
            heads=1,
            stages=(1, 2, 3, 1),
            windows=(8, 4, 16, 8),
            global_blocks=(5,),
            position_grid=7,
            convolutions=True,
        ),
        prompter=PrompterConfig(
            inner=48,
            heads=3,
            hidden=64,
            dense_hidden=64,
            split_layers=1,
            coarse_layers=2,
            refine_layers=1,
            batch_norm=False,
        ),
        prompt_dim=96,
        decoder_mlp=256,
        alternatives=0,
        stability_fallback=False,
        mask_padding=True,
    ),
}
