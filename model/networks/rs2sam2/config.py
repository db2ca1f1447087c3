"""Every size of an RS2-SAM 2 network, and the presets that share one code."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class UnionConfig:
    """The union encoder (BEiT-3), which reads the picture and the words together.

    Attributes:
        dim: width of every token.
        depth: number of layers.
        heads: attention heads a layer.
        ffn: hidden width of the feed-forward networks.
        image_size: side of the picture it takes, in pixels.
        patch: side of one patch, in pixels.
        vocabulary: rows of the token table.
        max_tokens: rows of the text position table; the first two are never read.
    """

    dim: int
    depth: int
    heads: int
    ffn: int
    image_size: int
    patch: int
    vocabulary: int
    max_tokens: int

    @property
    def grid(self) -> int:
        """Patches along one side."""
        return self.image_size // self.patch


@dataclass(frozen=True)
class TrunkConfig:
    """The Hiera image encoder.

    Attributes:
        dim: width of the first stage; each later stage doubles it.
        heads: attention heads of the first stage; each later stage doubles them.
        stages: blocks a stage.
        windows: side of the attention window a stage, in tokens.
        global_blocks: indices of the blocks that attend over the whole map.
        position_grid: side of the learned background position table.
        convolutions: whether convolutions stand beside the patch embedding, before every block and in the mask
            decoder's finer levels, which the released network does without.
        norms: whether every block and each level of the neck end in a norm, and each block's words begin with one,
            which the released network does without; see ``norms.py``.
    """

    dim: int
    heads: int
    stages: tuple[int, int, int, int]
    windows: tuple[int, int, int, int]
    global_blocks: tuple[int, ...]
    position_grid: int
    convolutions: bool = False
    norms: bool = False


@dataclass(frozen=True)
class RS2SAM2Config:
    """An RS2-SAM 2 network.

    Attributes:
        image_size: side of the picture the trunk takes, in pixels.
        union: the union encoder.
        trunk: the image encoder.
        prompt_dim: width of prompts, text features and decoder tokens.
        decoder_mlp: hidden width of the decoder transformer's feed-forward networks.
        adapter_ratio: width of an adapter over the width of its block.
        fusion_heads: heads of the two cross attentions inside an adapter.
        prompt_heads: heads of the mask prompt generator and of the decoder's text gate.
    """

    image_size: int
    union: UnionConfig
    trunk: TrunkConfig
    prompt_dim: int
    decoder_mlp: int
    adapter_ratio: float = 0.25
    fusion_heads: int = 4
    prompt_heads: int = 8


PRESETS: dict[str, RS2SAM2Config] = {
    "large": RS2SAM2Config(
        image_size=1024,
        union=UnionConfig(
            dim=1024, depth=24, heads=16, ffn=4096, image_size=224, patch=16, vocabulary=64010, max_tokens=1024
        ),
        trunk=TrunkConfig(
            dim=144,
            heads=2,
            stages=(2, 6, 36, 4),
            windows=(8, 4, 16, 8),
            global_blocks=(23, 33, 43),
            position_grid=7,
        ),
        prompt_dim=256,
        decoder_mlp=2048,
    ),
    "nano": RS2SAM2Config(
        image_size=512,
        union=UnionConfig(dim=192, depth=3, heads=4, ffn=768, image_size=128, patch=16, vocabulary=512, max_tokens=64),
        trunk=TrunkConfig(
            dim=48,
            heads=1,
            stages=(1, 2, 4, 1),
            windows=(8, 4, 16, 8),
            global_blocks=(6,),
            position_grid=7,
            convolutions=True,
        ),
        prompt_dim=128,
        decoder_mlp=512,
    ),
}
_NANO = PRESETS["nano"]
PRESETS["nano2"] = replace(
    _NANO, union=replace(_NANO.union, depth=4, image_size=192), trunk=replace(_NANO.trunk, norms=True)
)
