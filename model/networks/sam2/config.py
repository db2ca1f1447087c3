"""Every size of a SAM 2.1 network, and the four released ones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SAM2Config:
    """A SAM 2.1 network for single pictures.

    Attributes:
        dim: width of the first stage of the image encoder; each later stage doubles it.
        heads: attention heads of the first stage; each later stage doubles them.
        stages: blocks a stage.
        windows: side of the attention window a stage, in tokens.
        global_blocks: indices of the blocks that attend over the whole map.
        position_grid: side of the learned background position table.
        image_size: side of the picture it takes, in pixels.
        prompt_dim: width of prompts, image features and decoder tokens.
        decoder_mlp: hidden width of the decoder transformer's feed-forward networks.
    """

    dim: int
    heads: int
    stages: tuple[int, int, int, int]
    windows: tuple[int, int, int, int]
    global_blocks: tuple[int, ...]
    position_grid: int
    image_size: int = 1024
    prompt_dim: int = 256
    decoder_mlp: int = 2048


PRESETS: dict[str, SAM2Config] = {
    "hiera-tiny": SAM2Config(
        dim=96, heads=1, stages=(1, 2, 7, 2), windows=(8, 4, 14, 7), global_blocks=(5, 7, 9), position_grid=7
    ),
    "hiera-small": SAM2Config(
        dim=96, heads=1, stages=(1, 2, 11, 2), windows=(8, 4, 14, 7), global_blocks=(7, 10, 13), position_grid=7
    ),
    "hiera-base-plus": SAM2Config(
        dim=112, heads=2, stages=(2, 3, 16, 3), windows=(8, 4, 14, 7), global_blocks=(12, 16, 20), position_grid=14
    ),
    "hiera-large": SAM2Config(
        dim=144, heads=2, stages=(2, 6, 36, 4), windows=(8, 4, 16, 8), global_blocks=(23, 33, 43), position_grid=7
    ),
}
