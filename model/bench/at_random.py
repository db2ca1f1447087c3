"""The systems in full size with weights drawn at random, which take as long as trained ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from torch import nn

from ..networks import lqvg, rsrefseg2, sam2
from ..networks.blank import blank
from ..networks.sam2.checkpoint import load_network as load_sam2
from ..segmenters.interface import Segmenter, SegmenterSpec
from ..segmenters.precision import precision_for
from ..segmenters.pslg_sam import PSLGSAMSegmenter
from ..segmenters.rsrefseg2 import RSRefSeg2Segmenter
from ..segmenters.subwords import Subwords

_SPREAD = 0.05
_MOST_WORDS = 64
_CPU = torch.device("cpu")
_Network = TypeVar("_Network", bound=nn.Module)


def rsrefseg2_at_random() -> Segmenter:
    """RSRefSeg 2 with SAM 2.1 Hiera-L and SigLIP 2 so400m."""
    dtype = precision_for(_CPU)
    config = rsrefseg2.PRESETS["large"]
    network = _drawn(lambda: rsrefseg2.RSRefSeg2(config)).freeze().to(dtype)
    return RSRefSeg2Segmenter(network, _any_word(), _spec("RSRefSeg 2", config.image_size, dtype), knows_absence=False)


def pslg_sam_at_random() -> Segmenter:
    """LQVG, in single precision, and SAM 2.1 Hiera-L."""
    dtype = precision_for(_CPU)
    config = lqvg.PRESETS["dior-rsvg"]
    grounding = _drawn(lambda: lqvg.LQVG(config)).freeze()
    masks = sam2.PRESETS["hiera-large"]
    masking = load_sam2(masks, _drawn(lambda: sam2.SAM2(masks)).state_dict(), dtype=dtype)
    return PSLGSAMSegmenter(grounding, masking, _any_word(), _spec("PSLG-SAM", config.image_size, dtype))


SYSTEMS: dict[str, Callable[[], Segmenter]] = {"rsrefseg2": rsrefseg2_at_random, "pslg-sam": pslg_sam_at_random}
"""Those that read a picture apart from the phrase."""


def _drawn(build: Callable[[], _Network]) -> _Network:
    network = blank(build).to_empty(device=_CPU)
    for tensor in network.state_dict().values():
        if tensor.is_floating_point():
            tensor.uniform_(-_SPREAD, _SPREAD)
    for name, buffer in network.named_buffers():
        if name.endswith("running_var"):
            buffer.fill_(1)
    return network


def _any_word() -> Subwords:
    """A vocabulary that takes every word for the same unknown one: how many there are is all that costs time."""
    words = Tokenizer(WordLevel({"<s>": 0, "</s>": 1, "?": 2}, unk_token="?"))  # noqa: S106 (no password)
    words.pre_tokenizer = Whitespace()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tokenizer.json"
        words.save(str(path))
        return Subwords(path, begin="<s>", end="</s>", lower=True, most=_MOST_WORDS)


def _spec(name: str, tile: int, dtype: torch.dtype) -> SegmenterSpec:
    about = name, tile, (0.1, 1.0), "no licence", "drawn at random", ""
    return SegmenterSpec(*about, caches_image=True, precision=str(dtype).removeprefix("torch."))
