"""RSRefSeg, after arXiv 2501.06809, in the variant of arXiv 2512.07338 whose weights are public."""

from .config import PRESETS, RSRefSegConfig
from .network import ImageMaps, Output, RSRefSeg
from .prompter import PhraseState

__all__ = ["PRESETS", "ImageMaps", "Output", "PhraseState", "RSRefSeg", "RSRefSegConfig"]
