"""RSRefSeg 2, after arXiv 2507.06231."""

from .config import PRESETS, RSRefSeg2Config
from .network import ImageMaps, Output, RSRefSeg2
from .prompter import PhraseState

__all__ = ["PRESETS", "ImageMaps", "Output", "PhraseState", "RSRefSeg2", "RSRefSeg2Config"]
