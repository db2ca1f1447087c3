"""Every size of an LQVG network, and the presets of its two released checkpoints."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class TextConfig:
    """The text encoder, RoBERTa.

    Attributes:
        dim: width of a token.
        depth: number of layers.
        heads: attention heads a layer.
        ffn: hidden width of the feed-forward networks.
        vocabulary: rows of the token table.
        positions: rows of the position table; the first two are no positions, so a phrase has two tokens less at most.
    """

    dim: int = 768
    depth: int = 12
    heads: int = 12
    ffn: int = 3072
    vocabulary: int = 50265
    positions: int = 514


@dataclass(frozen=True)
class LQVGConfig:
    """An LQVG network.

    Attributes:
        image_size: side of the square that a picture is brought to, in pixels; the network itself takes any size.
        blocks: bottleneck blocks in the four stages of the residual network.
        text: the text encoder.
        dim: width of everything behind the two encoders.
        heads: heads of every attention of that width.
        points: places that a head of a deformable attention reads in each level.
        encoder_layers: deformable layers over the maps.
        decoder_layers: deformable layers over the queries, each with a box head of its own.
        ffn: hidden width of the feed-forward networks of both.
        queries: candidate boxes for a phrase.
    """

    image_size: int = 800
    blocks: tuple[int, int, int, int] = (3, 4, 6, 3)
    text: TextConfig = field(default_factory=TextConfig)
    dim: int = 256
    heads: int = 8
    points: int = 4
    encoder_layers: int = 4
    decoder_layers: int = 4
    ffn: int = 2048
    queries: int = 10


PRESETS: dict[str, LQVGConfig] = {
    "dior-rsvg": LQVGConfig(),
    "rsvg-hr": LQVGConfig(image_size=1024),
}
